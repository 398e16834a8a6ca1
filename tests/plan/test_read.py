from decimal import Decimal

import pytest

from unitdeck.plan.blocks import (
    Area,
    CalloutBlock,
    Card,
    CardsBlock,
    Cell,
    Column,
    ColumnsBlock,
    PicturesBlock,
    Row,
    TableBlock,
    TextBlock,
    Tile,
    TilesBlock,
    TimelineBlock,
    TimelineItem,
    WallBlock,
    WallCell,
    WallRow,
    WritingBlock,
)
from unitdeck.plan.blocks import Picture as PictureItem
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.read import BLOCKS, read_slides
from unitdeck.plan.values import PlanError
from unitdeck.source.plain import load_plain

WRITTEN = {
    "text": "{paragraphs: [甲, '', 乙], bullets: false}",
    "cards": "[{title: 甲, text: 乙, number: '1', focus: true}, {title: 丙, big: null}]",
    "tiles": "[{value: 5项, caption: 达标, tone: good}]",
    "table": """
      alt: 说明
      columns: [{heading: 指标, bold: true, weight: 1.5}, {heading: 完成, align: r}, {heading: 位次, optional: true}]
      rows:
      - {strong: true, cells: [收入, {text: '9', tone: warn, mark: ▼}, —], link: unit-1}
      - {indent: true, cells: [税务, null, '']}""",
    "chart": """
      kind: column
      finding: 收入增长
      unit: 万元
      categories: [1月, 2月]
      highlight: 1
      series: [{name: 本年, role: actual, values: [1.50, null]}, {name: 上年, role: last_year, values: [0, 2.125]}]""",
    "timeline": "{heading: 工程, items: [{when: 6月, title: 封顶, state: done}]}",
    "pictures": "[{file: /a.jpg, caption: 大厅, alt: 服务大厅}]",
    "callout": "{text: 差9.4个百分点, label: 差在哪里, tone: gold}",
    "wall": "[{name: 甲局, link: unit-1, cells: [{status: 达序时, text: 收入, mark: ●, tone: good}]}, {name: 乙局}]",
    "writing": "[{label: 市领导}, {label: 代表, text: 好}]",
    "columns": "{weights: [1, 2.5], columns: [[{callout: {text: 甲}}], [{callout: {text: 乙}}]]}",
}
READ = {
    "text": TextBlock(("甲", "乙"), bullets=False),
    "cards": CardsBlock((Card("甲", "乙", number="1", focus=True), Card("丙"))),
    "tiles": TilesBlock((Tile("5项", "达标", "good"),)),
    "table": TableBlock(
        (Column("指标", bold=True, weight=1.5), Column("完成", "r")),
        (
            Row((Cell("收入"), Cell("9", "warn", "▼")), strong=True, link="unit-1"),
            Row((Cell("税务"), Cell("")), indent=True),
        ),
        "说明",
    ),
    "chart": ChartSpec(
        "column",
        "收入增长",
        ("1月", "2月"),
        (
            Series("本年", (Decimal("1.50"), None)),
            Series("上年", (Decimal(0), Decimal("2.125")), "last_year"),
        ),
        unit="万元",
        decimals=3,
        highlight=1,
    ),
    "timeline": TimelineBlock((TimelineItem("6月", "封顶", state="done"),), "工程"),
    "pictures": PicturesBlock((PictureItem("/a.jpg", "大厅", "服务大厅"),)),
    "callout": CalloutBlock("差9.4个百分点", "差在哪里", "gold"),
    "wall": WallBlock((WallRow("甲局", (WallCell("达序时", "收入", "●", "good"),), "unit-1"), WallRow("乙局", ()))),
    "writing": WritingBlock((Area("市领导"), Area("代表", "好"))),
    "columns": ColumnsBlock(((CalloutBlock("甲"),), (CalloutBlock("乙"),)), (1.0, 2.5)),
}


def slides(block: str):
    return read_slides(load_plain(f"- id: a\n  layout: content\n  title: 甲\n  blocks:\n  - {block}\n"))


def test_every_kind_of_block_is_read_here():
    assert set(WRITTEN) == set(READ) == set(BLOCKS)


@pytest.mark.parametrize("kind", sorted(WRITTEN))
def test_a_block_is_read_as_it_was_written(kind: str):
    (slide,) = slides(f"{kind}: {WRITTEN[kind]}")
    (block,) = slide.blocks
    assert (block.spec if kind == "chart" else block) == READ[kind]


def test_a_file_without_slides():
    assert read_slides(load_plain("")) == ()


def test_fields_and_absent_keys():
    (slide,) = read_slides(load_plain("- {id: cover, layout: title, title: 甲, fields: {details: 乙, empty: null}}"))
    assert slide.fields == (("details", "乙"), ("empty", ""))
    assert (slide.kicker, slide.source, slide.blocks) == ("", "", ())


def test_links_and_pages_that_all_stand_in_their_place():
    (slide,) = read_slides(load_plain("- {id: a, layout: b, title: 甲, links: {back: agenda}, whole: true}"))
    assert slide.links == (("back", "agenda"),)
    assert slide.whole


def test_decimals_may_be_said():
    (slide,) = slides(
        "chart: {kind: bullet, finding: a, decimals: 1, categories: [甲], series: [{name: a, values: [33.333]}]}"
    )
    assert slide.blocks[0].spec.decimals == 1


@pytest.mark.parametrize("kind", ["slope", "bump", "radar"])
def test_the_own_unit_is_a_series_where_those_are_the_units(kind):
    series = ", ".join(f"{{name: {name}, role: rank, values: [1]}}" for name in "甲乙丙")
    (slide,) = slides(f"chart: {{kind: {kind}, finding: a, categories: [a], highlight: 2, series: [{series}]}}")
    assert slide.blocks[0].spec.highlight == 2


def test_the_figures_of_a_gantt_chart_are_dates():
    (slide,) = slides(
        "chart: {kind: gantt, finding: a, categories: [甲, 乙], "
        "series: [{name: 开工, role: start, values: [2022-05-31, null]}]}"
    )
    assert slide.blocks[0].spec.series[0].values == (44712, None)


def test_decimals_of_a_panel_are_those_of_its_amounts():
    rows = "series: [{name: a, values: [12]}, {name: b, role: rate, values: [3.25]}]"
    (panel,) = slides(f"chart: {{kind: panel, finding: a, categories: [1月], {rows}}}")
    (line,) = slides(f"chart: {{kind: line, finding: a, categories: [1月], {rows}}}")
    assert (panel.blocks[0].spec.decimals, line.blocks[0].spec.decimals) == (0, 2)


@pytest.mark.parametrize(
    ("block", "where", "found", "expected"),
    [
        ("chart: {kind: line, finding: a, categories: [a], ends: [0, 1]}", "chart", "ends", "finding"),
        ("crads: []", "block", "crads", "text"),
        ("{cards: [], tiles: []}", "block", "['cards', 'tiles']", "one kind of block"),
        ("cards: [{titel: 甲}]", "card", "titel", "title"),
        ("cards: 甲", "cards", "甲", "a list"),
        ("cards: [甲]", "card", "甲", "a mapping"),
        ("table: {columns: [{heading: 甲}], rows: [{cells: [a, b]}]}", "row", "2", "1 cells"),
        ("chart: {kind: line, categories: [a], series: [{name: x, values: [1, 2]}]}", "series", "2", "1 values"),
        ("chart: {kind: line, categories: [a], series: [{name: x, values: [甲]}]}", "values", "甲", "a number or null"),
        ("chart: {kind: line, categories: [a], series: [{name: x, role: y, values: [1]}]}", "role", "y", "actual"),
        (
            "chart: {kind: line, categories: []}",
            "chart",
            "['categories', 'decimals', 'kind', 'labels', 'series', 'tones']",
            "'finding'",
        ),
        ("chart: {kind: pie, finding: a, categories: [a]}", "kind", "pie", "doughnut"),
        (
            "chart: {kind: gantt, finding: a, categories: [a], series: [{name: a, role: end, values: [2022-06-31]}]}",
            *("values", "2022-06-31", "a date like 2022-06-30"),
        ),
        (
            "chart: {kind: gantt, finding: a, categories: [a], series: [{name: a, role: end, values: [44712]}]}",
            *("values", "44712", "a date like 2022-06-30"),
        ),
        (
            "chart: {kind: gantt, finding: a, categories: [a], series: [{name: a, role: end, values: [1900-02-28]}]}",
            *("values", "1900-02-28", "from 1900-03-01 on"),
        ),
        ("timeline: {items: [{when: 6月, title: 封顶, state: ready}]}", "state", "ready", "done, late, now, open"),
        ("columns: {weights: [1], columns: [[], []]}", "weights", "1", "2 weights"),
        ("columns: {weights: [1, 0], columns: [[], []]}", "weights", "0", "above 0"),
        ("callout: {text: a, colour: red}", "callout", "colour", "tone"),
        ("callout: {text: a, tone: red}", "tone", "red", "accent, bad"),
        ("callout: {text: [a]}", "text", "['a']", "text"),
        ("callout: {label: a}", "callout", "['label']", "'text'"),
        ("tiles: [{value: '1'}]", "tile", "['value']", "'caption'"),
        ("pictures: [{caption: a}]", "picture", "['caption']", "'file'"),
        ("timeline: {items: [{when: a}]}", "item", "['when']", "'title'"),
        ("text: {paragraphs: [a], bullets: no}", "bullets", "no", "true or false"),
        ("text: {paragraphs: [[a]]}", "paragraphs", "['a']", "text"),
        ("table: {columns: [{heading: a, weight: x}], rows: []}", "weight", "x", "a number"),
        ("table: {columns: [{heading: a, weight: -1}], rows: []}", "weight", "-1", "above 0"),
        ("table: {columns: [{heading: a, align: c}], rows: []}", "align", "c", "l, r"),
        ("table: {columns: [{heading: a, bold: 1}], rows: []}", "bold", "1", "true or false"),
        ("table: {columns: [{heading: a}], rows: [{cells: [[b]]}]}", "cell", "['b']", "text"),
        ("table: {columns: [{heading: a}], rows: [{cells: [{spark: [x]}]}]}", "spark", "x", "a number or null"),
        ("table: {columns: [{heading: a}], rows: [{cells: [{spark: [1], text: b}]}]}", "cell", "text", "spark"),
        ("columns: {weights: [nan], columns: [[]]}", "weights", "nan", "a number"),
        ("chart: {kind: line, finding: a, categories: [a], labels: [x, y]}", "labels", "2", "1 labels"),
        ("chart: {kind: line, finding: a, categories: [a], tones: [good, bad]}", "tones", "2", "1 tones"),
        ("chart: {kind: line, finding: a, categories: [a], tones: [red]}", "tones", "red", "accent, bad"),
        ("chart: {kind: line, finding: a, categories: [a], highlight: 1}", "highlight", "1", "0–0"),
        (
            "chart: {kind: bump, finding: a, categories: [a, b], highlight: 1, series: [{name: a, values: [1, 2]}]}",
            *("highlight", "1", "0–0"),
        ),
        ("chart: {kind: line, finding: a, categories: [a], decimals: 1.5}", "decimals", "1.5", "0–9"),
        ("chart: {kind: line, finding: a, categories: [a], decimals: Infinity}", "decimals", "Infinity", "a number"),
        ("chart: {kind: line, finding: a, categories: [a], signed: yes}", "signed", "yes", "true or false"),
        (
            "chart: {kind: line, finding: a, categories: [a], series: [{name: a, values: [NaN]}]}",
            *("values", "NaN", "a number or null"),
        ),
    ],
)
def test_what_no_slide_knows_is_named(block: str, where: str, found: str, expected: str):
    with pytest.raises(PlanError) as bad:
        slides(block)
    assert (bad.value.where, bad.value.found) == (where, found)
    assert expected in bad.value.expected


@pytest.mark.parametrize(
    ("slide", "where", "found", "expected"),
    [
        ("{id: a}", "slides", "{'id': 'a'}", "a list"),
        ("- a", "slide", "a", "a mapping"),
        ("- {id: a, layout: b, title: c, titel: d}", "slide", "titel", "kicker"),
        ("- {id: a, layout: b, title: ''}", "slide", "['id', 'layout', 'title']", "title"),
        ("- {layout: b, title: c}", "slide", "['layout', 'title']", "id"),
        ("- {id: a, title: c}", "slide", "['id', 'title']", "layout"),
        ("- {id: a, layout: b, title: [c]}", "title", "['c']", "text"),
        ("- {id: a, layout: b, title: c, fields: [d]}", "fields", "['d']", "a mapping"),
        ("- {id: a, layout: b, title: c, fields: {details: [d]}}", "details", "['d']", "text"),
    ],
)
def test_a_slide_without_what_it_needs_is_named(slide: str, where: str, found: str, expected: str):
    with pytest.raises(PlanError) as bad:
        read_slides(load_plain(slide))
    assert (bad.value.where, bad.value.found, bad.value.expected) == (
        *(where, found),
        bad.value.expected if expected in bad.value.expected else expected,
    )


def test_a_slide_whose_title_came_out_empty_is_called_by_its_kicker():
    (slide,) = read_slides(load_plain("- {id: a, layout: b, kicker: 亮点, title: ' '}"))
    assert (slide.kicker, slide.title) == ("", "亮点")


def test_a_table_keeps_a_column_even_where_all_are_blank():
    (slide,) = slides(
        "table: {columns: [{heading: a, optional: true}, {heading: b, optional: true}], rows: [{cells: [—, '']}]}"
    )
    assert [column.heading for column in slide.blocks[0].columns] == ["a"]


def test_a_cell_may_hold_a_sparkline():
    (slide,) = slides(
        "table: {columns: [{heading: 甲}, {heading: 走势}], rows: [{cells: [乙, {spark: [1.5, null, 0]}]}]}"
    )
    assert slide.blocks[0].rows[0].cells[1] == Cell("", spark=(Decimal("1.5"), None, Decimal(0)))


@pytest.mark.parametrize("spark", ["null", "[]", "[null, null]"])
def test_a_sparkline_without_figures_is_a_dash_and_its_optional_column_vanishes(spark: str):
    rows = f"rows: [{{cells: [乙, {{spark: {spark}}}]}}]"
    (kept,) = slides("table: {columns: [{heading: 甲}, {heading: 走势}], " + rows + "}")
    assert kept.blocks[0].rows[0].cells[1] == Cell("—")
    (gone,) = slides("table: {columns: [{heading: 甲}, {heading: 走势, optional: true}], " + rows + "}")
    assert [column.heading for column in gone.blocks[0].columns] == ["甲"]


def test_an_optional_column_with_one_sparkline_stays():
    (slide,) = slides(
        "table: {columns: [{heading: 甲}, {heading: 走势, optional: true}],"
        " rows: [{cells: [乙, {spark: [0, 0]}]}, {cells: [丙, —]}]}"
    )
    assert [column.heading for column in slide.blocks[0].columns] == ["甲", "走势"]


def test_a_zero_is_not_blank():
    (slide,) = slides("table: {columns: [{heading: a}, {heading: b, optional: true}], rows: [{cells: [x, '0']}]}")
    assert slide.blocks[0].rows == (Row((Cell("x"), Cell("0"))),)


@pytest.mark.parametrize(
    "block",
    [
        "text: {paragraphs: ['', null]}",
        "cards: []",
        "tiles: []",
        "table: {columns: [{heading: 甲}], rows: []}",
        "chart: {kind: line, finding: a, categories: []}",
        "timeline: {items: [], heading: 节点}",
        "pictures: []",
        "callout: {text: ''}",
        "columns: {columns: [[], [cards: []]]}",
    ],
)
def test_a_block_with_nothing_to_show_vanishes(block: str):
    (slide,) = slides(block)
    assert slide.blocks == ()
