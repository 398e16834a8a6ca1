"""What PowerPoint asks of a chart part beyond well-formed XML; each rule is shown to notice when it is broken.

What may stand where, and in which order, is the schema's (test_schema.py). Rules that need some lines of their own
stand in support/chart_rules.py.
"""

import re

import pytest
from lxml import etree

from support.chart_reading import A, C
from support.chart_rules import (
    BEYOND_THE_SCHEMA,
    BREAKS_BEYOND_THE_SCHEMA,
    POSITIONS,
    axes,
    groups,
    local,
    sort_of,
)
from support.chart_samples import NATIVE
from unitdeck.charts.draw import draw

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def axis_ids(root):
    return [axis.find(f"{C}axId").get("val") for axis in axes(root)]


def unique(values):
    return len(set(values)) == len(values)


def label_positions_suit(root):
    return all(
        place.get("val") in POSITIONS.get(sort_of(group), ())
        for group in groups(root)
        for place in group.iter(f"{C}dLblPos")
    )


def counts_match(root):
    for cache in (*root.iter(f"{C}numCache"), *root.iter(f"{C}strCache")):
        first, _, last = cache.getparent().findtext(f"{C}f").removeprefix("Sheet1!").partition(":")
        rows = int(last.rpartition("$")[2]) - int(first.rpartition("$")[2]) + 1 if last else 1
        points = [int(point.get("idx")) for point in cache.findall(f"{C}pt")]
        count = int(cache.find(f"{C}ptCount").get("val"))
        if count != rows or points != sorted(set(points)) or any(index >= count for index in points):
            return False
    return True


def has(path, value):
    def holds(root):
        setting = root.find("/".join(C + step for step in path.split("/")))
        return setting is not None and setting.get("val") == value

    return holds


def looks(root):
    return (*root.iter(f"{A}defRPr"), *root.iter(f"{A}rPr"))


def fonts_named(root):
    return all(
        [child.get("typeface") for child in look if local(child) in ("latin", "ea")] == ["+mn-lt", "+mn-ea"]
        for look in looks(root)
    )


def languages_named(root):
    runs = (*root.iter(f"{A}rPr"), *root.iter(f"{A}endParaRPr"))
    return root.find(f"{C}lang") is not None and all(run.get("lang") for run in runs)


RULES = {
    **BEYOND_THE_SCHEMA,
    "axis ids are unique and positive": lambda root: (
        unique(axis_ids(root)) and all(int(number) > 0 for number in axis_ids(root))
    ),
    "every axis has its group and every group its axes": lambda root: (
        {axis.get("val") for group in groups(root) for axis in group.findall(f"{C}axId")} == set(axis_ids(root))
    ),
    "label positions suit the kind": label_positions_suit,
    "series have their own idx and order": lambda root: all(
        unique([series.find(f"{C}{name}").get("val") for series in root.iter(f"{C}ser")]) for name in ("idx", "order")
    ),
    "ptCount is the length of the range": counts_match,
    "the workbook is rId1": lambda root: [data.get(f"{R}id") for data in root.iter(f"{C}externalData")] == ["rId1"],
    "date1904 is 0": has("date1904", "0"),
    "roundedCorners is 0": has("roundedCorners", "0"),
    "blanks are gaps": has("chart/dispBlanksAs", "gap"),
    "no title is made up": has("chart/autoTitleDeleted", "1"),
    "every text has its East Asian font": fonts_named,
    "every text has a language": languages_named,
    "text is 14 pt or more": lambda root: all(int(look.get("sz")) >= 1400 for look in looks(root)),
    "colours are theme colours": lambda root: next(root.iter(f"{A}srgbClr"), None) is None,
    "only series that are there are left out of the legend": lambda root: all(
        int(entry.find(f"{C}idx").get("val")) < len(list(root.iter(f"{C}ser")))
        for entry in root.iter(f"{C}legendEntry")
    ),
}


def violations(xml: str) -> list[str]:
    """The rules that a chart part breaks, by name."""
    root = etree.fromstring(xml.encode())
    return [name for name, holds in RULES.items() if not holds(root)]


@pytest.mark.parametrize("kind", NATIVE)
@pytest.mark.parametrize("frame", [(8.0, 3.5, 14.0), (5.0, 2.0, 14.0), (12.1, 5.0, 20.0)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_keeps_the_rules(kind, frame, lang, samples, place):
    for spec in samples[kind]:
        assert violations(draw(place(spec, *frame), lang, "2022-05-31").chart_xml) == []


BREAKS = [
    *((*change, rule) for rule, changes in BREAKS_BEYOND_THE_SCHEMA.items() for change in changes),
    ("bullet", r'<c:valAx><c:axId val="1002"/>', '<c:valAx><c:axId val="-7"/>', "axis ids are unique and positive"),
    ("line", r'<c:valAx><c:axId val="1002"/>', '<c:valAx><c:axId val="1001"/>', "axis ids are unique and positive"),
    (
        "gap",
        r'<c:axId val="1002"/></c:barChart>',
        "</c:barChart>",
        "every axis has its group and every group its axes",
    ),
    ("stacked", r'dLblPos val="ctr"', 'dLblPos val="outEnd"', "label positions suit the kind"),
    ("line", r'dLblPos val="r"', 'dLblPos val="outEnd"', "label positions suit the kind"),
    ("doughnut", r"(<c:showLegendKey)", r'<c:dLblPos val="ctr"/>\1', "label positions suit the kind"),
    ("line", r'<c:order val="1"/>', '<c:order val="0"/>', "series have their own idx and order"),
    ("gap", r'<c:ptCount val="3"/>', '<c:ptCount val="2"/>', "ptCount is the length of the range"),
    ("gap", r' r:id="rId1"', ' r:id="rId2"', "the workbook is rId1"),
    ("gap", r'<c:date1904 val="0"/>', "", "date1904 is 0"),
    ("gap", r'<c:roundedCorners val="0"/>', "", "roundedCorners is 0"),
    ("gap", r'dispBlanksAs val="gap"', 'dispBlanksAs val="zero"', "blanks are gaps"),
    ("gap", r'<c:autoTitleDeleted val="1"/>', "", "no title is made up"),
    ("gap", r'<c:lang val="zh-CN"/>', "", "every text has a language"),
    ("gap", r'<a:ea typeface="\+mn-ea"/>', "", "every text has its East Asian font"),
    ("gap", r'sz="1400"', 'sz="1200"', "text is 14 pt or more"),
    ("bullet", r'<a:rPr lang="zh-CN"', "<a:rPr", "every text has a language"),
    ("gap", r'<a:schemeClr val="tx1"/>', '<a:srgbClr val="000000"/>', "colours are theme colours"),
    (
        "panel",
        r"<c:plotVisOnly",
        r'<c:legend><c:legendPos val="t"/><c:legendEntry><c:idx val="9"/><c:delete val="1"/></c:legendEntry>'
        r'<c:overlay val="0"/></c:legend><c:plotVisOnly',
        "only series that are there are left out of the legend",
    ),
    ("panel", r'<c:valAx><c:axId val="1004"/>', '<c:valAx><c:axId val="1002"/>', "axis ids are unique and positive"),
    ("waterfall", r'dLblPos val="inBase"', 'dLblPos val="outEnd"', "label positions suit the kind"),
]


@pytest.mark.parametrize(("kind", "pattern", "replacement", "rule"), BREAKS)
def test_each_rule_notices(kind, pattern, replacement, rule, samples, place):
    xml = draw(place(samples[kind][0]), "zh", "2022-05-31").chart_xml
    broken = re.sub(pattern, replacement, xml, count=1)
    assert broken != xml
    assert rule in violations(broken)


def test_every_rule_is_shown_to_notice():
    assert {rule for _, _, _, rule in BREAKS} == set(RULES)
