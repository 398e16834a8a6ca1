import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.units import emu
from unitdeck.layout.pages import LARGER, PREFERRED, SMALLER
from unitdeck.layout.sheet import Sheet, read_marks, stacked

DENSITIES = (*LARGER, PREFERRED, *SMALLER)

PIECES = ("全市", "财政收入，", "增长12.5%。", "GDP", "**", "“明职责”", " ", "\n", "👍🏽", "𠮷")
TEXT = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=100, deadline=None)
@given(TEXT, st.integers(emu(60), emu(800)), st.booleans(), st.sampled_from(DENSITIES), st.sampled_from((0.0, 1.3)))
def test_the_height_is_that_of_the_text_set(
    sheet: Sheet, text: str, width: int, bold: bool, density: float, spacing: float
):
    at = sheet._replace(density=density)
    assert (
        at.height(text, "table_text", width, bold=bold, spacing=spacing)
        == at.set(text, "table_text", width, bold=bold, spacing=spacing).height
    )


def test_type_shrinks_from_larger_to_least_and_never_below(sheet: Sheet):
    for role, (best, least) in sheet.style.sizes.items():
        sizes = [sheet._replace(density=density).size_pt(role) for density in DENSITIES]
        assert sizes == sorted(sizes, reverse=True)
        assert (sizes[DENSITIES.index(0)], sizes[-1]) == (best, least)


@pytest.mark.parametrize(
    ("text", "bold", "runs"),
    [
        ("完成**32.3%**，快", False, [("完成", None), ("32.3%", True), ("，快", None)]),
        ("完成**32.3%**，快", True, [("完成32.3%，快", None)]),
        ("a**b", False, [("a**b", None)]),
        ("a**b", True, [("a**b", None)]),
        ("**a**b**c", False, [("**a**b**c", None)]),
    ],
)
def test_pairs_of_marks_are_bold_and_lone_ones_stay(text: str, bold: bool, runs: list[tuple[str, bool | None]]):
    assert [(run.text, run.bold) for run in read_marks(text, bold)] == runs


def test_stacked_texts_are_as_high_as_both_and_the_space_between(sheet: Sheet):
    one, two = sheet.set("甲\n乙", "text", emu(300)), sheet.set("丙", "caption", emu(300))
    both = stacked(one, sheet.set("", "text", emu(300)), two, between_pt=3)
    assert both.height == one.height + two.height + emu(3)
    assert [p.before_pt for p in both.paragraphs] == [0, 0, 3]
