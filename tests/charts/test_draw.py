"""The workbook, the cache and the spec say the same, whatever the kind."""

import io
import re
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest
from lxml import etree
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import to_excel

from support.chart_reading import C, Part
from support.chart_samples import DRAWN, NATIVE
from support.formulas import ABSENT, computed
from unitdeck.charts.draw import draw
from unitdeck.charts.waterfall_steps import two_columns
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_rows import ELLIPSIS
from unitdeck.plan.figures import NO_DATA
from unitdeck.plan.gantt import with_line_row
from unitdeck.plan.parts import fold, fold_categories

STAMP = "2022-05-31"


def sheet_of(parts, *, cached=False):
    return openpyxl.load_workbook(io.BytesIO(parts.workbook), data_only=cached)["Sheet1"]


def number(value):
    """A cell's figure; a date is its serial day."""
    return to_excel(value) if isinstance(value, datetime) else float(value)


def clean(text):
    return text.replace("\v", "")


def expected(spec):
    """The spec as the kind draws it: parts beyond the limit folded, totals before changes."""
    if spec.kind.startswith("waterfall"):
        return two_columns(spec, "zh")
    if spec.kind == "stacked":
        spec = spec._replace(series=fold(spec.series, 4, "zh"))
    elif spec.kind == "gantt":
        return with_line_row(spec)
    elif spec.kind == "doughnut":
        spec = fold_categories(spec, 4, "zh")
    return spec._replace(series=(*spec.series, *no_data(spec)))


def no_data(spec):
    """The helper column of kinds that mark rows without any figure: 0 in those rows, printed as 「—」."""
    missing = [
        all(value is None for value in values) for values in zip(*(one.values for one in spec.series), strict=True)
    ]
    several = spec.kind == "stacked" and len(spec.categories) > 1 and len(spec.series) > 1
    if not any(missing) or not (spec.kind in ("gap", "ranking", "bar") or several):
        return ()
    return (Series(NO_DATA["zh"], tuple(Decimal(0) if gone else None for gone in missing), "part"),)


@pytest.mark.parametrize("room", ["native", "drawn"])
def test_every_module_is_a_kind_and_every_kind_a_module(root, room):
    modules = (root / "src/unitdeck/charts" / room).glob("[!_]*.py")
    tests = (root / "tests/charts" / room).glob("test_*.py")
    kinds = sorted({"native": NATIVE, "drawn": DRAWN}[room])
    assert sorted(file.stem for file in modules) == kinds
    assert set(kinds) <= {file.stem.removeprefix("test_") for file in tests}


def test_what_others_must_know_of_a_kind_stands_in_its_line(root):
    asks = re.compile(rf"""kind\b.*(==|!=|\bin\b|startswith|CHART_KINDS\[).*"({"|".join(NATIVE + DRAWN)})\"""")
    rooms = ("plan", "layout", "charts", "checks", "render")
    files = (file for room in rooms for file in (root / "src/unitdeck" / room).rglob("*.py"))
    assert [str(file) for file in files if any(map(asks.search, file.read_text("utf-8").split("\n")))] == []


def numbers_of(values):
    """A column as a chart's cache holds it: places and figures, nothing for an empty cell or 「#N/A」."""
    return {index: number(value) for index, value in enumerate(values) if value not in (None, ABSENT)}


@pytest.mark.parametrize("kind", NATIVE)
def test_workbook_and_cache_equal_the_spec(kind, samples, place):
    for given in samples[kind]:
        spec = expected(given)
        parts = draw(place(given), "zh", STAMP)
        rows = list(sheet_of(parts, cached=True).values)
        count = len(spec.series)
        assert [row[0] for row in rows[1:]] == [clean(name) for name in spec.categories]
        assert list(rows[0][1 : count + 1]) == [clean(series.name) for series in spec.series]
        for column, series in enumerate(spec.series, 1):
            wanted = {index: float(value) for index, value in enumerate(series.values) if value is not None}
            assert numbers_of(row[column] for row in rows[1:]) == pytest.approx(wanted, rel=1e-14)
        root = etree.fromstring(parts.chart_xml.encode())
        drawn = set()
        for series in root.iter(f"{C}ser"):
            reference = series.findtext(f"{C}val/{C}numRef/{C}f")
            column = column_index_from_string(reference.split("$")[1]) - 1
            drawn.add(column)
            assert series.findtext(f"{C}tx//{C}v") == rows[0][column]
            names = {int(point.get("idx")): point.findtext(f"{C}v") for point in series.find(f"{C}cat").iter(f"{C}pt")}
            assert names == {index: row[0] for index, row in enumerate(rows[1:]) if row[0]}
            assert series.find(f"{C}cat//{C}ptCount").get("val") == str(len(rows) - 1)
            cache = {
                int(point.get("idx")): float(point.findtext(f"{C}v")) for point in series.find(f"{C}val").iter(f"{C}pt")
            }
            assert cache == numbers_of(row[column] for row in rows[1:])
        assert drawn_from(sheet_of(parts), drawn) >= set(range(1, count + 1))


def drawn_from(sheet, columns):
    """The columns that are drawn, and those that their formulas refer to."""
    found = set()
    while columns - found:
        found |= columns
        texts = [str(sheet.cell(2, column + 1).value) for column in columns]
        letters = (letter for text in texts for letter in re.findall(r"\b([A-Z]+)\d", text))
        columns = found | {column_index_from_string(letter) - 1 for letter in letters}
    return found


@pytest.mark.parametrize("kind", NATIVE)
def test_computed_columns_are_formulas_and_hold_what_they_compute(kind, samples, place):
    for given in samples[kind]:
        parts = draw(place(given), "zh", STAMP)
        formulas, values = sheet_of(parts), sheet_of(parts, cached=True)
        spec = expected(given)
        own = sum(series.name != NO_DATA["zh"] for series in spec.series) + 1
        for row in formulas.iter_rows(min_row=2):
            for cell in row:
                assert (cell.data_type == "f") == (cell.column > own)
                if cell.data_type == "f":
                    assert values[cell.coordinate].value == pytest.approx(computed(formulas, cell.coordinate))


def test_zero_is_written_and_missing_is_absent(samples, place):
    parts = draw(place(samples["bullet"][1]), "zh", STAMP)
    column = [cell.value for cell in sheet_of(parts)["B"]][1:]
    assert column == [300, 0, None, 130]
    points = re.search(r"Sheet1!\$B\$2:\$B\$5</c:f>(.*?)</c:numCache>", parts.chart_xml).group(1)
    assert '<c:ptCount val="4"/>' in points
    assert '<c:pt idx="1"><c:v>0</c:v></c:pt>' in points
    assert '<c:pt idx="2">' not in points


def test_a_missing_row_says_so_in_chart_and_workbook(samples, place):
    parts = draw(place(samples["gap"][1]), "zh", STAMP)
    sheet = sheet_of(parts, cached=True)
    assert [cell.value for cell in sheet["C"]] == ["— 无数据", 0, ABSENT, ABSENT, ABSENT]
    assert sheet["C2"].number_format == '" —";" —";" —"'
    assert sheet["B2"].value is None


def test_the_mark_of_a_missing_row_goes_when_its_figure_comes_and_comes_when_one_goes(samples, place):
    sheet = sheet_of(draw(place(samples["gap"][1]), "zh", STAMP))
    sheet["B2"], sheet["B3"] = 0, None
    assert [computed(sheet, f"C{row}") for row in (2, 3, 4)] == [ABSENT, 0, ABSENT]


def test_no_mark_is_computed_for_rows_left_out(make, numbers, place):
    spec = make("ranking", ("甲", ELLIPSIS, "乙"), Series("x", numbers("1", None, None)))
    sheet = sheet_of(draw(place(spec), "zh", STAMP))
    assert [computed(sheet, f"C{row}") for row in (2, 3, 4)] == [ABSENT, ABSENT, 0]


def test_number_formats_are_kept_in_cells_and_cache(samples, place):
    parts = draw(place(samples["ranking"][0]), "zh", STAMP)
    code = '+#,##0.0"%";"−"#,##0.0"%";#,##0.0"%"'
    assert {cell.number_format for cell in sheet_of(parts)["B"][1:]} == {code}
    escaped = code.replace('"', "&quot;")
    assert f"<c:formatCode>{escaped}</c:formatCode>" in parts.chart_xml
    assert f'<c:numFmt formatCode="{escaped}" sourceLinked="0"/>' in parts.chart_xml


def test_a_leading_equals_sign_stays_text(samples, place):
    sheet = sheet_of(draw(place(samples["gap"][1]), "zh", STAMP))
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert sheet["A4"].value == "𠮷😀㵲"


@pytest.mark.parametrize("kind", NATIVE)
def test_equal_input_gives_equal_bytes(kind, samples, place):
    for spec in samples[kind]:
        assert draw(place(spec), "zh", STAMP) == draw(place(spec), "zh", STAMP)


def test_the_stamp_is_the_workbooks_time(samples, place):
    book = openpyxl.load_workbook(io.BytesIO(draw(place(samples["gap"][0]), "zh", STAMP).workbook))
    assert book.properties.created.isoformat() == "2022-05-31T00:00:00"


def test_an_edited_workbook_can_be_read_again(samples, place):
    book = openpyxl.load_workbook(io.BytesIO(draw(place(samples["column"][0]), "zh", STAMP).workbook))
    book["Sheet1"]["B2"] = 99
    saved = io.BytesIO()
    book.save(saved)
    assert openpyxl.load_workbook(saved)["Sheet1"]["B2"].value == 99


def test_figures_beyond_a_spreadsheets_precision_are_rounded_once(make, numbers, place):
    third = Series("x", (Decimal(100) / 3, *numbers("1E+3")))
    parts = draw(place(make("gap", ("甲", "乙"), third)), "zh", STAMP)
    assert "<c:v>33.3333333333333</c:v>" in parts.chart_xml
    assert "<c:v>1000</c:v>" in parts.chart_xml


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en-US"), ("zh-TW", "zh-TW")])
def test_language_of_every_text(lang, tag, samples, place):
    xml = Part(place(samples["bullet"][0]), lang).xml
    assert set(re.findall(r'lang="([^"]+)"', xml)) == {tag}
