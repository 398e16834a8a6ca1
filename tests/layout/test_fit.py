"""The fit policy of a template: each key changed alone changes what comes out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.pages import paginate
from unitdeck.layout.place import place
from unitdeck.layout.placed import PlacedShape, PlacedSlide, PlacedTable
from unitdeck.layout.sheet import Sheet
from unitdeck.layout.stack import draw_stack, stack_extent
from unitdeck.plan.blocks import (
    Block,
    CalloutBlock,
    Card,
    CardsBlock,
    Cell,
    Column,
    DeckPlan,
    Row,
    SlidePlan,
    TableBlock,
    TextBlock,
    Tile,
    TilesBlock,
    TimelineBlock,
    TimelineItem,
)
from unitdeck.template.pack import TemplatePack

PAGE, WIDTH, WALL = emu(374), emu(874), emu(1834)
SENTENCE = "统筹推进全市重点项目建设，逐项建账，按周调度。"


def fitted(sheet: Sheet, **changes: float) -> Sheet:
    """The sheet of a template whose policy differs in these keys."""
    return sheet._replace(style=sheet.style._replace(fit=sheet.style.fit._replace(**changes)), memory={})


def table(rows: int, parts: int = 0) -> TableBlock:
    cells = ((Cell(f"第{n}项"), Cell(f"{n}.5%")) for n in range(rows))
    indented = {n for n in range(rows) if parts and n % (parts + 1)}
    return TableBlock(
        (Column("指标"), Column("完成率", "r")), tuple(Row(c, n in indented) for n, c in enumerate(cells)), "表"
    )


def texts(stack: tuple[Block, ...], width: int, sheet: Sheet) -> list[PlacedShape]:
    drawn = draw_stack(stack, Box(0, 0, width, PAGE), sheet)
    return [item for item in drawn if isinstance(item, PlacedShape) and item.text]


def words(shape: PlacedShape) -> str:
    assert shape.text
    return "".join(run.text for paragraph in shape.text.paragraphs for run in paragraph.runs)


def test_growth_is_how_much_larger_type_may_be(sheet: Sheet) -> None:
    sizes = [
        paginate([TextBlock(("短",))], WIDTH, PAGE, fitted(sheet, growth=g)).sheet.size_pt("text") for g in (0, 0.4)
    ]
    assert sizes == [22, 31]


@pytest.mark.parametrize("width", [WIDTH, WALL])
def test_a_list_goes_to_columns_where_its_lines_would_be_too_long(sheet: Sheet, width: int) -> None:
    block = TextBlock(tuple(f"第{n}条：{SENTENCE}" for n in range(6)))
    boxes = texts((block,), width, sheet)
    assert len(boxes) == (1 if width == WIDTH else 2)
    assert "".join(map(words, boxes)) == "".join(block.paragraphs)
    assert all(box.box.cx <= sheet.longest("text") for box in boxes)
    assert all(one.box.right < other.box.x for one, other in pairwise(boxes))
    assert len(texts((block,), width, fitted(sheet, longest_line=200))) == 1
    assert len(texts((block,), WIDTH, fitted(sheet, longest_line=30))) == 2


def test_a_callout_and_steps_are_no_wider_than_can_be_read(sheet: Sheet) -> None:
    steps = TimelineBlock(tuple(TimelineItem("6月30日", SENTENCE) for _ in range(7)))
    for block in (CalloutBlock(SENTENCE * 4), steps):
        (*_, text) = texts((block,), WALL, sheet)
        assert text.box.cx < WALL * 6 // 10
        (*_, wide) = texts((block,), WALL, fitted(sheet, longest_line=200))
        assert wide.box.cx > text.box.cx


@pytest.mark.parametrize(("count", "columns"), [(2, 2), (3, 3), (4, 4), (5, 5), (7, 4), (12, 6)])
def test_cards_stand_abreast_on_a_wall(sheet: Sheet, count: int, columns: int) -> None:
    block = CardsBlock(tuple(Card(f"第{n}项", SENTENCE) for n in range(count)))
    boxes = texts((block,), WALL, sheet)
    assert len({box.box.x for box in boxes}) == columns
    assert len(boxes) == count


def test_a_narrow_table_stands_side_by_side_on_a_wall_with_its_header(sheet: Sheet) -> None:
    drawn = [
        item for item in draw_stack((table(20, 3),), Box(0, 0, WALL, PAGE * 2), sheet) if isinstance(item, PlacedTable)
    ]
    assert len(drawn) == 3
    assert len({item.rows[0] for item in drawn}) == 1
    firsts = [item.rows[1].cells[0].text.paragraphs[0].runs[0].text for item in drawn]
    assert [int(first[1:-1]) % 4 for first in firsts] == [0, 0, 0]
    assert sum(len(item.rows) - 1 for item in drawn) == 20
    (one,) = [i for i in draw_stack((table(3),), Box(0, 0, WALL, PAGE), sheet) if isinstance(i, PlacedTable)]
    assert one.box.cx == sheet.longest("table_text")
    (wide,) = draw_stack((table(20, 3),), Box(0, 0, WALL, PAGE * 2), fitted(sheet, longest_line=200))
    assert wide.box.cx == WALL


@pytest.mark.parametrize(("count", "length"), [(3, 30), (5, 12), (6, 16), (24, 1), (1, 90)])
def test_tiles_go_to_more_rows_and_pages_and_lose_nothing(sheet: Sheet, count: int, length: int) -> None:
    tiles = TilesBlock(tuple(Tile(f"{n}.5%", f"第{n}个。" + SENTENCE * length) for n in range(count)))
    laid = paginate([tiles], WIDTH, PAGE, sheet)
    assert not laid.overfull
    assert all(stack_extent(page, WIDTH, PAGE, laid.sheet).least <= PAGE for page in laid.pages)
    boxes = [box for page in laid.pages for box in texts(page, WIDTH, laid.sheet)]
    assert all(box.box.bottom <= PAGE for box in boxes)
    said = "".join(map(words, boxes))
    assert said == "".join(tile.value + tile.caption for tile in tiles.tiles)


def test_a_figure_stands_on_one_line_where_fewer_tiles_abreast_or_smaller_type_do_it(sheet: Sheet) -> None:
    tiles = TilesBlock((Tile("−124.15", "百分点"),) * 5)
    narrow = WIDTH // 2
    laid = paginate([tiles], narrow, PAGE, sheet)
    boxes = texts(laid.pages[0], narrow, laid.sheet)
    assert len(laid.pages) == 1
    assert len({box.box.y for box in boxes}) > 1
    assert all(box.text.paragraphs[0].lines == 1 for box in boxes)


def test_five_short_tiles_stand_in_one_row(sheet: Sheet) -> None:
    boxes = texts((TilesBlock((Tile("1%", "达标"),) * 5),), WIDTH, sheet)
    assert len({box.box.y for box in boxes}) == 1
    assert len({box.box.x for box in boxes}) == 5


def parts_of(block: Block) -> int:
    match block:
        case TextBlock():
            return len(block.paragraphs)
        case CardsBlock():
            return len(block.cards)
        case TimelineBlock():
            return len(block.items)
        case CalloutBlock():
            return 0
    return len(block.rows)  # type: ignore[union-attr]


LENGTHS = st.lists(st.integers(1, 4), min_size=1, max_size=24)
PARTED = st.one_of(
    LENGTHS.map(lambda lengths: TextBlock(tuple(SENTENCE * n for n in lengths))),
    LENGTHS.map(lambda lengths: CardsBlock(tuple(Card(f"第{n}项", SENTENCE * n) for n in lengths))),
    LENGTHS.map(lambda lengths: TimelineBlock(tuple(TimelineItem("6月30日", SENTENCE * n) for n in lengths))),
    st.integers(1, 50).map(table),
)
STACKS = st.lists(
    st.one_of(PARTED, st.integers(1, 3).map(lambda n: CalloutBlock(SENTENCE * n))), min_size=1, max_size=3
)


@pytest.mark.parametrize("least", [2, 3])
@settings(max_examples=60, deadline=None)
@given(stack=STACKS)
def test_no_page_has_an_orphan(sheet: Sheet, least: int, stack: list[Block]) -> None:
    laid = paginate(stack, WIDTH, PAGE, fitted(sheet, least_rows=least))
    assert all(stack_extent(page, WIDTH, PAGE, laid.sheet).least <= PAGE for page in laid.pages)
    placed = [block for page in laid.pages for block in page]
    for block in stack:
        total, pieces = parts_of(block), [parts_of(placed.pop(0))]
        while sum(pieces) < total:
            pieces.append(parts_of(placed.pop(0)))
        assert sum(pieces) == total
        if total >= 2 * least and len(pieces) > 1:
            assert min(pieces) >= least
    assert placed == []


@pytest.mark.parametrize("above", [0, 2, 4])
@settings(max_examples=20, deadline=None)
@given(rows=st.integers(2, 60), parts=st.integers(1, 4))
def test_parts_stay_with_their_whole(sheet: Sheet, above: int, rows: int, parts: int) -> None:
    stack: list[Block] = [*([CalloutBlock(SENTENCE * above)] if above else []), table(rows, parts)]
    laid = paginate(stack, WIDTH, PAGE, sheet)
    firsts = [block.rows[0] for page in laid.pages for block in page if not isinstance(block, CalloutBlock)]
    assert not any(row.indent for row in firsts)


def deck(pack: TemplatePack, rows: int, lang: str = "zh", **changes: float) -> tuple[PlacedSlide, ...]:
    pack = pack._replace(style=pack.style._replace(fit=pack.style.fit._replace(**changes)))
    slides = (
        SlidePlan("one", "content", "指标", blocks=(table(rows),), script=("说明。",)),
        SlidePlan("closing", "closing", "汇报完毕"),
    )
    return place(DeckPlan(slides, "甲", "甲", lang, "甲", "2022-05-30", None), pack).slides


def test_more_pages_than_a_slide_may_have_go_behind_the_last(pack: TemplatePack) -> None:
    slides = deck(pack, 60, pages=2)
    titles = [slide.title for slide in slides]
    count = len(slides) - 3
    assert titles[:3] == ["指标（1/2）", "指标（2/2）", "汇报完毕"]
    assert titles[3:] == [f"附：指标（{n}/{count}）" for n in range(1, count + 1)]
    assert [slide.appendix for slide in slides] == [False] * 3 + [True] * count
    assert [slide.number for slide in slides] == list(range(1, len(slides) + 1))
    names = [
        row.cells[0].text.paragraphs[0].runs[0].text
        for slide in slides
        for item in slide.items
        if isinstance(item, PlacedTable)
        for row in item.rows[1:]
    ]
    assert names == [f"第{n}项" for n in range(60)]
    assert len({item.rows[0] for slide in slides for item in slide.items if isinstance(item, PlacedTable)}) == 1


def test_the_reader_is_told_where_the_rest_stands(pack: TemplatePack) -> None:
    slides = deck(pack, 60, pages=2)
    rest = [item for item in slides[1].items if item.name == "Rest"]
    (line,) = rest
    assert isinstance(line, PlacedShape)
    assert words(line) == f"其余见附页（第4—{len(slides)}页）"
    assert slides[1].notes == ("【接上页】", f"【{words(line)}】")
    assert not any(item.name == "Rest" for slide in slides if slide is not slides[1] for item in slide.items)
    assert all(item.box.bottom <= line.box.y for item in slides[1].items if isinstance(item, PlacedTable))
    assert all(slide.notes == ("【附页，供查阅，不计入汇报时间】",) for slide in slides[3:])


def test_a_single_page_behind_is_named_alone(pack: TemplatePack) -> None:
    total = len(deck(pack, 40, pages=99)) - 1
    slides = deck(pack, 40, pages=total - 1)
    assert [slide.title for slide in slides if slide.appendix] == ["附：指标"]
    assert f"【其余见附页（第{len(slides)}页）】" in slides[total - 2].notes
    slides = deck(pack, 40, "en", pages=total - 1)
    assert f"【Continued in the appendix, page {len(slides)}】" in slides[total - 2].notes


def test_several_pages_behind_are_named_in_the_plural(pack: TemplatePack) -> None:
    slides = deck(pack, 60, "en", pages=2)
    assert f"【Continued in the appendix, pages 4–{len(slides)}】" in slides[1].notes


def closing(pack: TemplatePack, rows: int) -> list[tuple[str, ...]]:
    """The names of what stands in the bodies of a slide that closes with a callout, page by page."""
    blocks = (CalloutBlock("甲"), table(rows), CalloutBlock("乙"))
    plan = DeckPlan((SlidePlan("one", "content", "指标", blocks=blocks),), "甲", "甲", "zh", "", "2022-05-30", None)
    return [
        tuple(words(item) if item.name.startswith("Callout") else item.name for item in page.items if _counts(item))
        for page in place(plan, pack).slides
    ]


def _counts(item: object) -> bool:
    return isinstance(item, PlacedTable) or (isinstance(item, PlacedShape) and item.name in {"Callout", "Callout (2)"})


def test_a_closing_sentence_does_not_follow_its_table_into_the_appendix(pack: TemplatePack) -> None:
    first, *others = closing(pack, 60)
    assert first == ("甲", "乙", "Table")
    assert len(others) > pack.style.fit.pages
    assert set(others) == {("Table",)}


def test_a_closing_sentence_stays_behind_a_table_that_has_its_pages(pack: TemplatePack) -> None:
    pages = closing(pack, 20)
    assert 1 < len(pages) <= pack.style.fit.pages
    assert pages[0] == ("甲", "Table")
    assert pages[-1] == ("Table", "乙")


def test_all_pages_stay_where_the_template_lets_them(pack: TemplatePack) -> None:
    slides = deck(pack, 60, pages=99)
    assert not any(slide.appendix for slide in slides)
    assert slides[-1].title == "汇报完毕"


@pytest.mark.parametrize("rows", range(4, 30))
def test_a_heading_goes_with_what_it_introduces(sheet: Sheet, rows: int) -> None:
    heading = TextBlock(("下列指标须赶上：",), bullets=False)
    laid = paginate([table(rows), heading, table(6)], WIDTH, PAGE, sheet)
    assert sum(block == heading for page in laid.pages for block in page) == 1
    assert all(page[-1] != heading for page in laid.pages)


def test_a_heading_above_rows_of_half_a_page_keeps_one_of_them(sheet: Sheet) -> None:
    high = TableBlock(
        (Column("指标"), Column("举措")), tuple(Row((Cell(f"第{n}项"), Cell(SENTENCE * 18))) for n in range(6))
    )
    laid = paginate([CalloutBlock(SENTENCE), high], WIDTH, PAGE, sheet)
    assert len(laid.pages[0]) == 2
