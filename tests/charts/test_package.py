"""Charts within a .pptx, as python-pptx and openpyxl read them: parts, relationships, alternative text, figures."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from lxml import etree
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import to_excel
from pptx import Presentation

from support.chart_decks import deck_of
from support.chart_reading import C
from support.chart_samples import NATIVE
from unitdeck.charts.alt import alt_text

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def frames(deck):
    """The graphic frame of each page."""
    return [next(shape for shape in slide.shapes if shape.has_chart) for slide in Presentation(io.BytesIO(deck)).slides]


def plain(value):
    """A cell's value as a chart caches it: of a date its number, of 「#N/A」 nothing."""
    return to_excel(value) if isinstance(value, date) else None if value == "#N/A" else value


def references(root):
    return [element.text for element in root.iter(f"{C}f")]


@pytest.fixture(scope="module", params=NATIVE)
def read(request):
    """A kind's samples and the frames of its deck."""
    from support.chart_samples import SAMPLES

    return SAMPLES[request.param], frames(deck_of(SAMPLES[request.param]))


def test_a_frame_says_kind_finding_and_figures(read):
    for spec, frame in zip(*read, strict=True):
        said = frame._element._nvXxPr.cNvPr.get("descr")
        assert said == alt_text(spec, "zh").replace("\v", "")
        assert spec.finding in said


def test_a_chart_has_its_type_and_its_own_workbook(read):
    _, charts = read
    names = set()
    for frame in charts:
        part = frame.chart.part
        assert part.content_type == CHART
        (link,) = part.rels.values()
        assert (link.rId, link.reltype.rpartition("/")[2], link.is_external) == ("rId1", "package", False)
        assert link.target_part.content_type == WORKBOOK
        names.add(str(link.target_part.partname))
    assert len(names) == len(charts)


def test_every_part_of_a_chart_is_listed_with_its_type(samples):
    with zipfile.ZipFile(io.BytesIO(deck_of(samples["gap"]))) as package:
        types = etree.fromstring(package.read("[Content_Types].xml"))
        own = {each.get("PartName"): each.get("ContentType") for each in types if each.get("PartName")}
        by_ending = {each.get("Extension"): each.get("ContentType") for each in types if each.get("Extension")}
        for name in package.namelist():
            if name.startswith("ppt/charts/chart"):
                assert own[f"/{name}"] == CHART
            if name.endswith(".xlsx"):
                assert own.get(f"/{name}") or by_ending["xlsx"] == WORKBOOK


def test_references_lie_in_the_used_range(read):
    for frame in read[1]:
        chart = frame.chart
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        found = references(chart._chartSpace)
        assert found
        for reference in found:
            name, _, place = reference.partition("!")
            sheet = book[name.strip("'")]
            left, top, right, bottom = range_boundaries(place.replace("$", ""))
            assert 1 <= left <= right <= sheet.max_column, reference
            assert 1 <= top <= bottom <= sheet.max_row, reference


def test_caches_equal_the_cells_that_they_name(read):
    for frame in read[1]:
        blob = frame.chart.part.chart_workbook.xlsx_part.blob
        book = openpyxl.load_workbook(io.BytesIO(blob), data_only=True)
        for reference in frame.chart._chartSpace.iter(f"{C}f"):
            name, _, place = reference.text.partition("!")
            left, top, right, bottom = range_boundaries(place.replace("$", ""))
            assert left == right or top == bottom, reference.text
            rows = book[name.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
            cells = [plain(value) for row in rows for value in row]
            (cache,) = [each for each in reference.getparent() if each.tag.endswith("Cache")]
            points = {int(point.get("idx")): point.findtext(f"{C}v") for point in cache.findall(f"{C}pt")}
            for index, cell in enumerate(cells):
                said = points.get(index)
                if cell is None or said is None:
                    assert (cell or None, said or None) == (None, None), (reference.text, index)
                elif isinstance(cell, str):
                    assert said == cell
                else:
                    assert float(said) == pytest.approx(float(cell), rel=1e-14)


def test_python_pptx_reads_every_plot(read):
    for frame in read[1]:
        assert list(frame.chart.plots)
        for plot in frame.chart.plots:
            names = [category.label for category in plot.categories]
            for series in plot.series:
                element = series._element
                assert series.name == element.findtext(f"{C}tx//{C}v")
                cached = {int(p.get("idx")): p.findtext(f"{C}v") for p in element.iterfind(f"{C}cat//{C}pt")}
                assert names == [cached.get(index, "") for index in range(len(names))]
                points = {int(p.get("idx")): float(p.findtext(f"{C}v")) for p in element.iterfind(f"{C}val//{C}pt")}
                if points:
                    assert list(series.values) == [points.get(index) for index in range(len(series.values))]


def test_an_edited_workbook_is_whole_when_it_is_read_again(read):
    for frame in read[1]:
        part = frame.chart.part.chart_workbook.xlsx_part
        book = openpyxl.load_workbook(io.BytesIO(part.blob))
        sheet = book.active
        before = {cell.coordinate: (cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row}
        figures = (cell for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row)
        edited = next((cell for cell in figures if cell.value is not None), sheet["B2"])
        edited.value = 12.5
        saved = io.BytesIO()
        book.save(saved)
        again = openpyxl.load_workbook(saved).active
        after = {cell.coordinate: (cell.value, cell.number_format) for row in again.iter_rows() for cell in row}
        assert plain(after.pop(edited.coordinate)[0]) == 12.5
        before.pop(edited.coordinate, None)
        blank = {None, ""}
        assert {k: v for k, v in after.items() if v[0] not in blank} == {
            k: v for k, v in before.items() if v[0] not in blank
        }


def test_a_frame_is_named(read):
    assert all(re.fullmatch(r"Chart.*", frame.name) for frame in read[1])
