"""Slides as pretty text, for review. ``UNITDECK_WRITE_GOLDEN=1 pytest tests/ooxml/test_slide.py`` writes them anew."""

import os
from pathlib import Path

import pytest
from lxml import etree

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.base.units import emu
from unitdeck.layout.placed import (
    PlacedCell,
    PlacedParagraph,
    PlacedPicture,
    PlacedRow,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from unitdeck.ooxml.chart_frame import chart_frame
from unitdeck.ooxml.notes import notes_slide
from unitdeck.ooxml.picture import picture
from unitdeck.ooxml.presentation import presentation
from unitdeck.ooxml.shape import placeholder, shape
from unitdeck.ooxml.slide import slide
from unitdeck.ooxml.table import table
from unitdeck.template.pack import Placeholder

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PLACE = Box(548_640, 566_928, 11_094_720, 731_520)
TITLE = Placeholder("title", "title", 0, PLACE, 30.0, True, "t", (0, 0, 0, 0))
KICKER = Placeholder("kicker", "body", 20, PLACE._replace(y=310_896), 15.0, True, "t", (0, 0, 0, 0))
NUMBER = Placeholder("number", "sldNum", 12, PLACE._replace(y=6_400_000), 12.0, False, "t", (0, 0, 0, 0))


def paragraph(*runs: Run, size: float, **look: object) -> PlacedParagraph:
    return PlacedParagraph(runs, size, round(size * 1.4, 2), 1, **look)


def filled(within: Placeholder, words: str, shape_id: int, number: int | None = None) -> str:
    text = PlacedText((paragraph(Run(words), size=within.size_pt, bold=within.bold),))
    item = PlacedShape(within.key, within.box, text=text, placeholder=within.key)
    return placeholder(item, shape_id, "zh", within, number)


def cells(*words: str, bold: bool = False, tone: str = "ink") -> tuple[PlacedCell, ...]:
    return tuple(
        PlacedCell(PlacedText((paragraph(Run(word), size=16, bold=bold, color=tone),), "ctr", (0, 0, 91_440, 0)))
        for word in words
    )


def overview() -> bytes:
    head = PlacedRow(emu(28), cells("指标", "完成率", "状态", bold=True, tone="sub"), "ink", 1.5)
    rows = (
        head,
        PlacedRow(emu(34), cells("一般公共预算收入", "32.3%", "▼ 欠序时")),
        PlacedRow(emu(34), cells("支出", "—", "0")),
    )
    box = Box(548_640, 1_335_024, 6_000_000, emu(96))
    item = PlacedTable("指标总览", box, (3_000_000, 1_500_000, 1_500_000), rows, "8项指标6项达序时，收入慢9.4个百分点")
    return slide(
        (
            filled(TITLE, "8项指标6项达序时，收入慢9.4个百分点", 2),
            filled(KICKER, "目标完成", 3),
            filled(NUMBER, "4 / 11", 4, 4),
            table(item, 5, "zh"),
            chart_frame(Box(7_000_000, 1_335_024, 4_000_000, 3_000_000), "序时差", "收入慢9.4个百分点", 6, "rId3"),
        )
    )


def shapes() -> bytes:
    words = PlacedText(
        (
            paragraph(Run("收支管理", bold=True), Run(" 慢9.4", color="warn", scale=0.8), size=24),
            paragraph(Run("编制并执行 <年度> 预算 & 决算\n统筹本级与转移支付"), size=18, color="sub", before_pt=6),
            paragraph(Run("组织财政收入"), size=18, hang_pt=18),
            paragraph(Run(""), size=18),
        ),
        "t",
        (91_440, 45_720, 91_440, 45_720),
    )
    photo = PlacedPicture(
        "库区照片", Box(7_000_000, 1_335_024, 4_000_000, 3_000_000), "a.jpg", "库区", (0, 12_500, 0, 12_500)
    )
    return slide(
        (
            filled(TITLE, "六项职责，今年的主战场是收支管理", 2),
            shape(PlacedShape("卡片 1", Box(548_640, 1_335_024, 3_000_000, 2_000_000), "roundRect", "pale"), 3, "zh"),
            shape(PlacedShape("卡片 1 顶线", Box(548_640, 1_335_024, 3_000_000, 0), "line", "", "accent", 3), 4, "zh"),
            shape(PlacedShape("卡片 1 文字", Box(640_080, 1_400_000, 2_800_000, 1_800_000), text=words), 5, "zh"),
            shape(
                PlacedShape("节点", Box(5_000_000, 2_000_000, 200_000, 200_000), "ellipse", "good", "ground", 1),
                6,
                "zh",
            ),
            picture(photo, 7, "rId3"),
        )
    )


def notes() -> bytes:
    return notes_slide(("各位领导：下面汇报目标完成情况。", "收入 34096 万元，慢于序时进度 9.4 个百分点。"), "zh")


def presentation_part() -> bytes:
    masters = [("rId1", 2**31)]
    return presentation(masters, "rId4", ["rId2", "rId3"], (12_192_000, 6_858_000), "zh")


@pytest.mark.parametrize("make", [overview, shapes, notes, presentation_part])
def test_a_slide_is_written_as_reviewed(make: object) -> None:
    assert callable(make)
    made = etree.tostring(etree.fromstring(make()), pretty_print=True, encoding="unicode")
    file = GOLDEN / f"{make.__name__}.xml"
    if os.environ.get("UNITDECK_WRITE_GOLDEN"):
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")
