from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.pages import LARGER, PREFERRED, SMALLER, paginate
from unitdeck.layout.placed import PlacedTable
from unitdeck.layout.sheet import Sheet
from unitdeck.layout.stack import draw_stack, stack_extent
from unitdeck.plan.blocks import (
    Block,
    CalloutBlock,
    Cell,
    Column,
    ColumnsBlock,
    Row,
    TableBlock,
    TextBlock,
    Tile,
    TilesBlock,
)

WIDTH, PAGE = emu(874), emu(374)
BODY = Box(emu(43), emu(105), WIDTH, PAGE)
SENTENCE = "统筹推进全市重点项目建设，逐项建账，按周调度。"

TEXT = st.builds(
    lambda lengths: TextBlock(tuple(SENTENCE * n for n in lengths)),
    st.lists(st.integers(1, 30), min_size=1, max_size=6),
)

DENSITIES = (*LARGER, PREFERRED, *SMALLER)
CALLOUT = st.integers(1, 6).map(lambda n: CalloutBlock(SENTENCE * n))
STACKS = st.lists(st.one_of(TEXT, CALLOUT), min_size=1, max_size=6)


def table(rows: int, length: int = 1) -> TableBlock:
    cells = ((Cell(f"第{n}项指标"), Cell(SENTENCE * length), Cell(f"{n}.5%")) for n in range(rows))
    return TableBlock(
        (Column("指标"), Column("举措"), Column("完成率", "r")), tuple(Row(row) for row in cells), "一句话"
    )


def said(stack: tuple[Block, ...]) -> str:
    return "".join("".join(block.paragraphs) if isinstance(block, TextBlock) else block.text for block in stack)


def tables(stack: tuple[Block, ...], sheet: Sheet) -> list[PlacedTable]:
    return [item for item in draw_stack(stack, BODY, sheet) if isinstance(item, PlacedTable)]


@settings(max_examples=40, deadline=None)
@given(STACKS)
def test_every_word_is_on_a_page_in_order_and_no_page_runs_over(sheet: Sheet, stack: list[Block]):
    laid = paginate(stack, WIDTH, PAGE, sheet)
    assert "".join(said(page) for page in laid.pages) == said(tuple(stack))
    assert not laid.overfull
    assert all(page and stack_extent(page, WIDTH, PAGE, laid.sheet).least <= PAGE for page in laid.pages)
    assert laid.sheet.density in DENSITIES


@settings(max_examples=20, deadline=None)
@given(STACKS)
def test_no_larger_type_would_fit_as_few_pages(sheet: Sheet, stack: list[Block]):
    laid = paginate(stack, WIDTH, PAGE, sheet)
    if len(laid.pages) == 1:
        larger = [density for density in DENSITIES if density < laid.sheet.density]
        assert all(stack_extent(stack, WIDTH, PAGE, sheet._replace(density=d)).least > PAGE for d in larger)
    else:
        assert stack_extent(stack, WIDTH, PAGE, sheet._replace(density=1.0)).least > PAGE


def test_a_short_stack_is_set_larger_than_preferred(sheet: Sheet):
    laid = paginate([TextBlock(("一句话",))], WIDTH, PAGE, sheet)
    assert laid.sheet.size_pt("text") > sheet.size_pt("text")


def test_a_table_of_many_rows_repeats_its_header_and_its_columns(sheet: Sheet):
    laid = paginate([table(40)], WIDTH, PAGE, sheet)
    drawn = [placed for page in laid.pages for placed in tables(page, laid.sheet)]
    assert len(drawn) == len(laid.pages) > 1
    assert len({placed.widths for placed in drawn}) == 1
    assert len({placed.rows[0] for placed in drawn}) == 1
    assert sum(len(placed.rows) - 1 for placed in drawn) == 40
    assert all(placed.box.bottom <= BODY.bottom for placed in drawn)


def test_pages_are_balanced(sheet: Sheet):
    laid = paginate([table(19)], WIDTH, PAGE, sheet)
    counts = [len(placed.rows) - 1 for page in laid.pages for placed in tables(page, laid.sheet)]
    assert len(counts) > 1
    assert max(counts) - min(counts) <= 2


def test_a_row_that_a_page_holds_is_never_cut(sheet: Sheet):
    # The callout leaves the first row too little room, and balanced pages are lower than a row.
    laid = paginate([CalloutBlock(SENTENCE * 2), table(5, length=31)], WIDTH, PAGE, sheet)
    rows = [
        "".join(run.text for paragraph in row.cells[1].text.paragraphs for run in paragraph.runs)
        for page in laid.pages
        for placed in tables(page, laid.sheet)
        for row in placed.rows[1:]
    ]
    assert rows == [SENTENCE * 31] * 5


def test_a_row_higher_than_a_page_goes_on_the_next(sheet: Sheet):
    laid = paginate([table(2, length=90)], WIDTH, PAGE, sheet)
    assert not laid.overfull
    drawn = [placed for page in laid.pages for placed in tables(page, laid.sheet)]
    text = "".join(
        run.text for placed in drawn for row in placed.rows[1:] for p in row.cells[1].text.paragraphs for run in p.runs
    )
    assert text == SENTENCE * 180
    assert all(placed.box.bottom <= BODY.bottom for placed in drawn)


def test_columns_too_high_fall_apart_into_a_stack_in_order(sheet: Sheet):
    left, right = TextBlock((SENTENCE * 30, SENTENCE)), TextBlock((SENTENCE * 2,))
    laid = paginate([ColumnsBlock(((left,), (right,)), (1.0, 1.0))], WIDTH, PAGE, sheet)
    assert not any(isinstance(block, ColumnsBlock) for page in laid.pages for block in page)
    assert "".join(said(page) for page in laid.pages) == said((left, right))


def test_columns_that_no_page_holds_fall_apart_where_they_begin(sheet: Sheet):
    above, left, right = (TextBlock((SENTENCE * n,)) for n in (1, 30, 2))
    laid = paginate([above, ColumnsBlock(((left,), (right,)), (1.0, 1.0))], WIDTH, PAGE, sheet)
    assert len(laid.pages[0]) == 2
    assert "".join(said(page) for page in laid.pages) == said((above, left, right))


def test_columns_that_fit_stay_side_by_side(sheet: Sheet):
    columns = ColumnsBlock(((TextBlock((SENTENCE,)),), (TextBlock((SENTENCE,)),)), (1.0, 1.0))
    laid = paginate([columns], WIDTH, PAGE, sheet)
    assert laid.pages == ((columns,),)
    one, two = draw_stack((columns,), BODY, laid.sheet)
    assert one.box.right < two.box.x
    assert two.box.right <= BODY.right


def test_what_no_page_can_hold_is_told(sheet: Sheet):
    tiles = TilesBlock((Tile(SENTENCE * 40, "一个数"), Tile("2%", "短")))
    assert paginate([tiles], WIDTH, PAGE, sheet).overfull


def test_blocks_stand_below_each_other_with_the_gap_between(sheet: Sheet):
    stack = (CalloutBlock("甲"), TextBlock(("乙",)), CalloutBlock("丙"))
    boxes = [item.box for item in draw_stack(stack, BODY, sheet) if item.name in {"Callout", "Text"}]
    assert [after.y - before.bottom for before, after in pairwise(boxes)] == [sheet.style.gap] * 2
