"""Charts, their workbooks and the pages around them keep the schemas of Office.

Elements in order, how often each may come, the ranges and words of their values. What PowerPoint asks beyond that
stands in test_powerpoint_rules.py.
"""

import io
import re
import zipfile

import pytest

from support.chart_decks import deck_of
from support.chart_samples import NATIVE
from support.office import FORMATS, faults
from unitdeck.build import build_gallery


def parts(deck, pattern):
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        return {name: package.read(name) for name in package.namelist() if re.search(pattern, name)}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.value)
@pytest.mark.parametrize("kind", NATIVE)
def test_every_kind_keeps_the_schema(kind, form, samples, tmp_path):
    deck = deck_of(samples[kind])
    (tmp_path / "deck.pptx").write_bytes(deck)
    assert faults(tmp_path / "deck.pptx", form) == []
    workbooks = parts(deck, r"embeddings/.*\.xlsx$")
    assert len(workbooks) == len(samples[kind])
    for number, workbook in enumerate(workbooks.values()):
        (tmp_path / f"{number}.xlsx").write_bytes(workbook)
        assert faults(tmp_path / f"{number}.xlsx", form) == []


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.value)
def test_the_gallery_keeps_the_schema(form, tmp_path):
    assert faults(build_gallery("report", out=tmp_path).path, form) == []


BREAKS = [
    ("gap", r'(<c:gapWidth val="\d+"/>)(<c:overlap val="-?\d+"/>)', r"\2\1"),
    ("gap", r'gapWidth val="\d+"', 'gapWidth val="501"'),
    ("gap", r"</c:valAx>", '<c:majorUnit val="0"/></c:valAx>'),
    ("gap", r"(<c:formatCode>[^<]*</c:formatCode>)(<c:ptCount [^>]*>)", r"\2\1"),
    ("radar", r"(</c:val>)", r'\1<c:smooth val="0"/>'),
    ("stacked", r'overlap val="100"', 'overlap val="101"'),
    ("doughnut", r'holeSize val="\d+"', 'holeSize val="95"'),
    ("line", r'<c:size val="\d+"/>', '<c:size val="73"/>'),
    ("gap", r'dLblPos val="outEnd"', 'dLblPos val="outside"'),
    ("gap", r"<c:crossAx [^>]*>", ""),
    ("bullet", r'<c:trendlineType val="linear"/>', ""),
    ("gap", r'<c:axId val="1002"/></c:barChart>', "</c:barChart>"),
    ("gap", r'sz="1600"', 'sz="99"'),
    ("gap", r'schemeClr val="accent3"', 'schemeClr val="accent9"'),
    ("gap", r'<c:idx val="0"/>(<c:order)', r"\1"),
]


def test_a_workbook_is_checked_too(samples, tmp_path):
    (workbook,) = parts(deck_of(samples["gap"][:1]), r"\.xlsx$").values()
    with zipfile.ZipFile(io.BytesIO(workbook)) as package, zipfile.ZipFile(tmp_path / "broken.xlsx", "w") as changed:
        for name in package.namelist():
            changed.writestr(name, package.read(name).replace(b"2006/metadata", b"2006/relationships/metadata"))
    assert faults(tmp_path / "broken.xlsx")


@pytest.mark.parametrize(("kind", "pattern", "replacement"), BREAKS)
def test_the_schema_notices(kind, pattern, replacement, samples, tmp_path):
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(io.BytesIO(deck_of(samples[kind][:1]))) as package, zipfile.ZipFile(broken, "w") as changed:
        for name in package.namelist():
            text = package.read(name)
            if name.endswith("charts/chart1.xml"):
                old = text.decode()
                new = re.sub(pattern, replacement, old, count=1)
                assert new != old
                text = new.encode()
            changed.writestr(name, text)
    assert faults(broken)
