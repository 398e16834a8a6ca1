from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.breaking import break_lines
from unitdeck.layout.orphans import evened, has_orphan
from unitdeck.layout.place import place
from unitdeck.layout.placed import PlacedShape, PlacedSlide
from unitdeck.layout.sheet import Setting, Sheet
from unitdeck.layout.stack import draw_stack
from unitdeck.plan.blocks import CalloutBlock, Card, CardsBlock, DeckPlan, SlidePlan
from unitdeck.template.pack import TemplatePack

WIDTH = emu(440)  # 22 em of text


def last_lines(shape: PlacedShape) -> list[str]:
    assert shape.text
    left, _, right, _ = shape.text.insets
    width = (shape.box.cx - left - right) / 12700
    return [
        break_lines(p.runs, width - p.hang_pt, p.size_pt, p.bold)[-1].text for p in shape.text.paragraphs if p.lines > 1
    ]


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 120), st.integers(0, 12))
def test_evened_text_keeps_its_lines_and_its_words(sheet: Sheet, length: int, most: int) -> None:
    def make(width: int) -> Setting:
        return sheet.set("国" * length, "text", width)

    setting, width = evened(make, WIDTH, most)
    whole = make(WIDTH)
    assert setting.height == whole.height
    assert WIDTH - most * emu(22) <= width <= WIDTH
    assert not has_orphan(setting, width) or has_orphan(whole, WIDTH)
    assert width == WIDTH or has_orphan(whole, WIDTH)


@pytest.mark.parametrize("over", [1, 2])
def test_a_character_or_two_alone_are_mended_where_they_can_be(sheet: Sheet, over: int) -> None:
    (run,) = sheet.set("国" * 40, "text", WIDTH).paragraphs[0].runs
    full = len(break_lines((run,), WIDTH / 12700, 22)[0].text)

    def make(width: int) -> Setting:
        return sheet.set("国" * (full + over), "text", width)

    assert has_orphan(make(WIDTH), WIDTH)
    setting, width = evened(make, WIDTH, 4)
    assert not has_orphan(setting, width)


@pytest.mark.parametrize("length", range(2, 140, 3))
def test_callouts_and_cards_end_without_orphans(sheet: Sheet, length: int) -> None:
    for block in (CalloutBlock("国" * length), CardsBlock((Card("一", "国" * length), Card("二", "国" * length)))):
        drawn = draw_stack((block,), Box(0, 0, emu(874), emu(374)), sheet)
        lines = [last for item in drawn if isinstance(item, PlacedShape) and item.text for last in last_lines(item)]
        assert all(len(line) > 2 for line in lines)


def page(pack: TemplatePack, title: str, source: str, footer: str = "县财政局") -> PlacedSlide:
    rows = tuple(Card(f"第{n}项", "国" * 300) for n in range(2))
    slide = SlidePlan("one", "content", title, "目标", (CardsBlock(rows),), source=source)
    return place(DeckPlan((slide,), "甲", "甲", "zh", footer, "2022-05-30", None), pack).slides[0]


def area(slide: PlacedSlide, key: str) -> PlacedShape:
    (found,) = (item for item in slide.items if isinstance(item, PlacedShape) and item.placeholder == key)
    return found


@pytest.mark.parametrize("length", range(20, 62))
def test_the_count_of_pages_never_stands_alone_below_a_title(pack: TemplatePack, length: int) -> None:
    title = area(page(pack, "国" * length, ""), "title")
    assert title.text
    said = "".join(run.text for p in title.text.paragraphs for run in p.runs)
    if said.endswith("）"):
        assert all(len(line) > 7 for line in last_lines(title))
    assert all(len(line) > 2 for line in last_lines(title))


@pytest.mark.parametrize("length", range(30, 42))
def test_a_source_a_little_too_long_has_two_lines_worth_it_at_its_own_edge(pack: TemplatePack, length: int) -> None:
    source = area(page(pack, "题", "国" * length), "source")
    assert all(len(line) > 2 for line in last_lines(source))
    assert source.text
    layout = pack.layout("content")
    placeholder = layout.placeholder("source") if layout else None
    assert placeholder
    assert placeholder.align == "r"
    assert source.text.insets[2] == placeholder.insets[2]
