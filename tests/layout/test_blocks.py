"""What a page may trust of every kind of block: measure, draw and split agree, and nothing is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.blocks import ALL, SIMPLE, bare, printed, said, shown, strings, texts
from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.placed import PlacedPicture
from unitdeck.layout.sheet import Sheet
from unitdeck.layout.stack import KINDS
from unitdeck.layout.typeset import height_emu
from unitdeck.plan.blocks import (
    Block,
    Card,
    CardsBlock,
    Cell,
    ChartBlock,
    Column,
    Picture,
    PicturesBlock,
    Row,
    TableBlock,
    TextBlock,
    TimelineBlock,
    TimelineItem,
)
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.gantt import serial, time_axis

WIDTH, PAGE = emu(874), emu(374)
WIDTHS = st.sampled_from((WIDTH, emu(428), emu(280)))  # a page, its half, its third
DENSITY = st.sampled_from((-1.0, 0.0, 1.0))
QUICK = settings(max_examples=40, deadline=None)


@pytest.mark.parametrize("kind", ALL)
@QUICK
@given(st.data())
def test_what_is_drawn_lies_in_its_box_and_holds_its_text(sheet: Sheet, kind: str, data: st.DataObject):
    block, width, at = data.draw(ALL[kind]), data.draw(WIDTHS), sheet._replace(density=data.draw(DENSITY))
    extent = KINDS[type(block)].measure(block, width, PAGE, at)
    assert 0 <= extent.least <= extent.most
    if extent.least > PAGE:
        return
    height = data.draw(st.integers(extent.least, min(extent.most, PAGE)))
    box = Box(emu(43), emu(105), width, height)
    items = KINDS[type(block)].draw(block, box, at)
    for item in items:
        assert box.contains(item.box), item.name
        assert item.box.cx >= 0
        assert item.box.cy >= 0
    for place, text in texts(items):
        left, top, right, bottom = text.insets
        assert height_emu(text.paragraphs) <= place.cy - top - bottom + 2
        assert left + right < place.cx
    drawn = printed(items)
    assert all(bare(words) in drawn for words in strings(shown(block)))


@pytest.mark.parametrize("kind", [kind for kind in ALL if kind != "columns"])
@QUICK
@given(st.data())
def test_splitting_on_and_on_loses_nothing_fits_and_ends(sheet: Sheet, kind: str, data: st.DataObject):
    block, width, at = data.draw(ALL[kind]), data.draw(WIDTHS), sheet._replace(density=data.draw(DENSITY))
    parts: list[Any] = [block]
    while True:
        height = data.draw(st.integers(emu(40), PAGE)) if len(parts) < 20 else PAGE
        measure, _, split = KINDS[type(parts[-1])]
        if measure(parts[-1], width, PAGE, at).least <= height:
            break
        cut = split(parts[-1], width, height, PAGE, at)
        if cut is None:
            break
        parts[-1:] = cut
        assert KINDS[type(cut[0])].measure(cut[0], width, PAGE, at).least <= height
        assert len(parts) < 200
    if kind == "table":  # a row that is cut leaves the rest of each cell to the next page
        for column in range(len(block.columns)):
            told = "".join(row.cells[column].text for part in parts for row in part.rows)
            assert bare(told) == bare("".join(row.cells[column].text for row in block.rows))
    else:
        assert bare("".join(map(said, parts))) == bare(said(block))
    if kind == "pictures":
        files = [picture.file for part in parts for picture in part.pictures]
        assert list(dict.fromkeys(files)) == [picture.file for picture in block.pictures]


@QUICK
@given(SIMPLE, WIDTHS, st.integers(emu(30), PAGE), DENSITY)
def test_what_a_page_holds_is_never_cut_within_a_part(
    sheet: Sheet, block: Block, width: int, height: int, density: float
):
    at = sheet._replace(density=density)
    kind = KINDS[type(block)]
    if not height < kind.measure(block, width, PAGE, at).least <= PAGE:
        return
    whole = {line for words in strings(shown(block)) for line in words.split("\n")}
    for part in kind.split(block, width, height, PAGE, at) or ():
        assert all(line in whole for words in strings(shown(part)) for line in words.split("\n") if line)


def test_a_narrow_column_of_pictures_is_as_high_as_frames_that_show_something(sheet: Sheet):
    pictures = PicturesBlock(tuple(Picture(f"{n}.jpg") for n in range(5)))
    least, most = KINDS[PicturesBlock].measure(pictures, emu(280), PAGE, sheet)
    assert least == most


def test_a_picture_with_its_caption_in_a_narrow_column_is_not_lower_than_it_must_be(sheet: Sheet):
    least, most = KINDS[PicturesBlock].measure(PicturesBlock((Picture("1.jpg", "说明"),)), emu(100), PAGE, sheet)
    assert least <= most


CARD_TEXT = st.lists(
    st.sampled_from(("入住率", "https://gov.cn/a?b", "W" * 60, "（二期）", "1,234.5亩，", "\n")), max_size=40
)


@QUICK
@given(CARD_TEXT, CARD_TEXT, CARD_TEXT, CARD_TEXT, st.sampled_from((WIDTH, emu(634))), DENSITY)
def test_a_card_is_cut_however_long_its_figure_title_and_label_are(
    sheet: Sheet, big: list[str], title: list[str], label: list[str], text: list[str], width: int, density: float
):
    at = sheet._replace(density=density)
    kind = KINDS[CardsBlock]
    words = ["".join(part).strip() for part in (big, title, label, text)]
    block: Block = CardsBlock((Card(words[1], words[3], words[2], big=words[0]), Card("二", "三")))
    told = ""
    while kind.measure(block, width, PAGE, at).least > PAGE:
        cut = kind.split(block, width, PAGE, PAGE, at)
        assert cut
        told += "".join(printed(kind.draw(cut[0], Box(0, 0, width, PAGE), at)))
        block = cut[1]
    told += "".join(printed(kind.draw(block, Box(0, 0, width, PAGE), at)))
    assert all(bare(line) in bare(told) for part in words[:3] for line in part.split("\n") if len(line) < 60)


def test_what_is_too_long_for_a_figure_begins_the_text_and_a_figure_stays_one(sheet: Sheet):
    for big, kept in (("3个工作日", True), ("办理时限压缩到3个工作日，" * 4, False)):
        items = KINDS[CardsBlock].draw(CardsBlock((Card("资金直达", "做法", big=big),)), Box(0, 0, WIDTH, PAGE), sheet)
        assert big in printed(items)
        sizes = {paragraph.size_pt for _, text in texts(items) for paragraph in text.paragraphs}
        assert (sheet.size_pt("card_big") in sizes) == kept


def test_a_step_whose_title_fills_the_page_goes_on_with_its_text(sheet: Sheet):
    kind = KINDS[TimelineBlock]
    title = "国"
    while kind.measure(TimelineBlock((TimelineItem("5月", title + "国"),)), WIDTH, PAGE, sheet).least <= PAGE:
        title += "国"
    block = TimelineBlock((TimelineItem("5月", title, "一句话。" * 30),))
    assert kind.measure(block, WIDTH, PAGE, sheet).least > PAGE
    cut = kind.split(block, WIDTH, PAGE, PAGE, sheet)
    assert cut is not None
    assert "".join(item.title + item.text for part in cut for item in part.items) == title + "一句话。" * 30
    assert kind.measure(cut[0], WIDTH, PAGE, sheet).least <= PAGE


def test_lines_of_a_bulleted_paragraph_are_cut_like_paragraphs(sheet: Sheet):
    text = TextBlock(("\n".join(["一句话"] * 20),))
    kind = KINDS[TextBlock]
    head, tail = kind.split(text, WIDTH, PAGE, PAGE, sheet)
    assert kind.measure(head, WIDTH, PAGE, sheet).least <= PAGE
    assert head.paragraphs + tail.paragraphs == ("一句话",) * 20


@pytest.mark.parametrize("lines", [9, 10, 11, 12, 13, 40])
def test_a_step_whose_title_fills_a_page_goes_on_the_next(sheet: Sheet, lines: int):
    block = TimelineBlock((TimelineItem("6月", "\n".join(["完成主体工程"] * lines), text="一句话"),))
    kind, steps = KINDS[TimelineBlock], []
    while kind.measure(block, WIDTH, PAGE, sheet).least > PAGE:
        head, block = kind.split(block, WIDTH, PAGE, PAGE, sheet)
        assert kind.measure(head, WIDTH, PAGE, sheet).least <= PAGE
        steps += head.items
    steps += block.items
    assert "".join(step.title for step in steps).count("完成主体工程") == lines
    assert [step.text for step in steps if step.text] == ["一句话"]
    assert {step.when for step in steps} == {"6月"}


def test_a_picture_in_a_strip_may_not_be_lower_than_it_must(sheet: Sheet):
    least, most = KINDS[PicturesBlock].measure(PicturesBlock((Picture("a.jpg", "大厅"),)), emu(90), PAGE, sheet)
    assert least <= most


def test_a_schedule_longer_than_its_chart_is_wide_takes_more_lines(sheet: Sheet):
    series = (Series("完成", (Decimal(50),)), Series("序时进度", (Decimal(40),), "schedule"))
    names = ("序时进度" * n for n in (1, 30))
    short, long = (ChartBlock(ChartSpec("bullet", "", ("甲",), series, heading=name)) for name in names)
    kind = KINDS[ChartBlock]
    heights = [kind.measure(block, WIDTH, PAGE, sheet).least for block in (short, long)]
    assert heights[0] < heights[1]
    box = Box(0, 0, WIDTH, heights[1])
    schedule, chart = kind.draw(long, box, sheet)
    assert box.contains(schedule.box)
    assert schedule.box.bottom <= chart.box.y


def test_a_giant_paragraph_is_cut_at_its_width_beside_the_bullet(sheet: Sheet):
    # 13 lines beside the bullet, 12 without: a page holds 12.
    text = TextBlock(("国" * 460,))
    kind = KINDS[TextBlock]
    head, tail = kind.split(text, WIDTH, PAGE, PAGE, sheet)
    assert kind.measure(head, WIDTH, PAGE, sheet).least <= PAGE
    assert [len(part.paragraphs) for part in (head, tail)] == [1, 1]
    assert head.paragraphs[0] + tail.paragraphs[0] == text.paragraphs[0]
    assert tail.paragraphs[0]


def test_parts_of_a_whole_stay_on_its_page(sheet: Sheet):
    rows = tuple(Row((Cell(f"第{n}项"),), indent=n % 4 != 0) for n in range(20))
    table = TableBlock((Column("指标"),), rows)
    head, tail = KINDS[TableBlock].split(table, WIDTH, emu(200), PAGE, sheet)
    assert not tail.rows[0].indent
    assert len(head.rows) + len(tail.rows) == 20


def test_seven_pictures_are_four_and_three(sheet: Sheet):
    pictures = PicturesBlock(tuple(Picture(f"{n}.jpg") for n in range(7)))
    parts = KINDS[PicturesBlock].split(pictures, WIDTH, PAGE, PAGE, sheet)
    assert [len(part.pictures) for part in parts] == [4, 3]
    drawn = KINDS[PicturesBlock].draw(parts[0], Box(0, 0, WIDTH, PAGE), sheet)
    assert [item.file for item in drawn if isinstance(item, PlacedPicture)] == [f"{n}.jpg" for n in range(4)]


@pytest.mark.parametrize("count", [4, 5, 6])
@pytest.mark.parametrize(("width", "rows"), [(WIDTH, 2), (2 * WIDTH, 1)])
def test_on_a_wide_wall_pictures_stand_in_one_row(sheet: Sheet, count: int, width: int, rows: int):
    pictures = PicturesBlock(tuple(Picture(f"{n}.jpg", f"第{n}处") for n in range(count)))
    drawn = KINDS[PicturesBlock].draw(pictures, Box(0, 0, width, PAGE), sheet)
    frames = [item.box for item in drawn if isinstance(item, PlacedPicture)]
    assert len({frame.y for frame in frames}) == rows
    assert all(1.1 < frame.cx / frame.cy < 2 for frame in frames)
    assert frames[0].cy > PAGE / rows * 0.6


def test_the_data_date_stands_over_its_line(sheet: Sheet):
    days = {"start": "2022-01-10", "end": "2022-09-30", "as_of": "2022-05-31"}
    series = tuple(Series("数据截至", (serial(date.fromisoformat(day)),) * 3, role) for role, day in days.items())
    block = ChartBlock(ChartSpec("gantt", "", ("甲", "乙", "丙"), series, heading="进度"))
    kind = KINDS[ChartBlock]
    least, _ = kind.measure(block, WIDTH, PAGE, sheet)
    heading, mark, chart = kind.draw(block, Box(0, 0, WIDTH, least), sheet)
    assert [run.text for run in mark.text.paragraphs[0].runs] == ["数据截至5月31日"]
    assert heading.box.bottom <= mark.box.y < mark.box.bottom <= chart.box.y
    plot = WIDTH - chart.label_width - chart.value_width
    axis = time_axis(chart.spec, plot / 12700, chart.size_pt)
    line = chart.label_width + plot * (44712 - axis.least) / (axis.most - axis.least)
    assert abs(mark.box.x + mark.box.cx / 2 - line) < emu(1)
    assert chart.box.cy == emu((3 * 1.7 + 1.8) * chart.size_pt)


def test_the_pages_of_a_calendar_share_its_scale(sheet: Sheet):
    ends = tuple(serial(date(2022, 1, 10)) + 30 * n for n in range(20))
    as_of = (serial(date(2022, 5, 31)),) * 20
    series = (Series("完工", ends, "end"), Series("数据截至", as_of, "as_of"))
    block = ChartBlock(ChartSpec("gantt", "", tuple(f"第{n}项" for n in range(20)), series))
    kind = KINDS[ChartBlock]
    head, tail = kind.split(block, WIDTH, PAGE, PAGE, sheet)
    box = Box(0, 0, WIDTH, PAGE)
    (mark, one), (other_mark, other) = (kind.draw(part, box, sheet) for part in (head, tail))
    assert mark.box.x == other_mark.box.x
    assert (one.reach, one.label_width, one.value_width) == (other.reach, other.label_width, other.value_width)
    assert (one.reach.least, one.reach.most) == (ends[0], ends[-1])
