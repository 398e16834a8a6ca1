import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.richtext import Run
from unitdeck.layout.breaking import break_lines, count_lines, last_line_pt, slice_runs
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.stops import NO_END, NO_START

SIZE = 20.0
HAN = st.sampled_from("全市财政收入目标任务完成情况同比增长")
PIECE = st.one_of(
    HAN,
    HAN,
    st.sampled_from("，。、；：（）“”《》—…％"),
    st.sampled_from(["12.5%", "8.1", "GDP", "μg/m³", " ", "👍", "e\u0301", "-9.4", "https://a.cn/b-c?d=e", "\n"]),
)
MIXED = st.lists(PIECE, max_size=40).map("".join)
WIDTHS = st.floats(min_value=15, max_value=700)
SETTINGS = settings(max_examples=100, deadline=None)


def lines(text: str, ems: float, size: float = SIZE) -> list[str]:
    return [line.text for line in break_lines((Run(text),), ems * size * 1.004, size)]


def test_han_breaks_anywhere():
    assert lines("全市财政收入", 4) == ["全市财政", "收入"]


def test_a_box_as_wide_as_the_text_holds_it_in_one_line():
    for text in ("全市财政收入增长12.5%", "GDP", "“明职责”"):
        for size in (12, 14, 17, 18, 32):
            width = round(width_pt(text, size) * 12700) / 12700  # whole EMU
            assert count_lines((Run(text),), width, size) == 1


def test_no_closing_mark_starts_a_line_it_takes_the_character_before_along():
    assert lines("全市财政，收入", 4) == ["全市财", "政，收入"]
    assert lines("全市财政）。收入", 4) == ["全市财", "政）。收", "入"]


def test_no_opening_mark_ends_a_line():
    assert lines("全市财（政收）", 4) == ["全市财", "（政收）"]
    assert lines("全市财“政收”", 4) == ["全市财", "“政收”"]


def test_percent_permille_and_degree_stay_with_their_figure():
    for sign in "%‰℃":
        assert lines(f"全市完成9{sign}", 5) == ["全市完成", f"9{sign}"]


def test_words_and_figures_are_kept_whole():
    assert lines("全市GDP增长", 3.5) == ["全市", "GDP增", "长"]
    assert lines("全市完成12,345.6", 5) == ["全市完成", "12,345.6"]
    assert lines("同比−9.4个", 4.5) == ["同比", "−9.4个"]


def test_a_hyphen_never_starts_a_line():
    assert lines("全市同比-9.4个", 5) == ["全市同", "比-9.4个"]


def test_spaces_hang_at_the_end_of_a_line():
    (first, second) = break_lines((Run("bbbb    aaaa"),), width_pt("bbbb", SIZE), SIZE)
    assert (first.text, second.text) == ("bbbb    ", "aaaa")
    assert first.width_pt == pytest.approx(width_pt("bbbb", SIZE))


def test_a_word_wider_than_the_line_starts_a_new_one_and_is_cut():
    assert lines("全市" + "a" * 10, 3.1) == ["全市", "aaaaa", "aaaaa"]


def test_an_over_wide_word_takes_the_more_lines_of_the_ways_to_cut_it():
    assert len(lines("abc-defghijklmnop-qrst", 5)) == 4  # anywhere: 3; after hyphens: abc- / defghi… / nop- / qrst


@SETTINGS
@given(MIXED, WIDTHS)
def test_the_last_line_is_as_wide_as_that_of_all(text: str, width: float):
    assert last_line_pt((Run(text),), width, SIZE) == break_lines((Run(text),), width, SIZE)[-1].width_pt


def test_an_over_wide_row_of_marks_is_not_cut_behind_an_opening_one():
    assert lines("办”、“最多", 4.3) == ["办”、", "“最多"]


def test_a_slash_keeps_with_what_follows():
    assert lines("吨标准煤/万元", 5.2) == ["吨标准", "煤/万元"]


def test_newlines_end_lines_and_no_text_is_one_line():
    assert lines("一\n\n二\n", 9) == ["一", "", "二", ""]
    assert lines("", 9) == [""]
    assert count_lines((), 100, SIZE) == 1


def test_run_scale_and_weight_count():
    text = "全市财政"
    assert count_lines((Run(text, scale=2.0),), width_pt(text, SIZE), SIZE) == 2
    digits = Run("2022" * 5, bold=True)
    width = width_pt(digits.text, SIZE)
    assert count_lines((digits,), width, SIZE) == 2
    assert count_lines((digits._replace(bold=None),), width, SIZE) == 1
    assert count_lines((digits._replace(bold=None),), width, SIZE, bold=True) == 2


def test_runs_break_like_one_text():
    whole = (Run("全市GDP增长8.1%，居第一"),)
    parts = (Run("全市G"), Run("DP增", bold=False), Run("长8.1"), Run("%，居第一"))
    for width in range(40, 260, 7):
        assert [b.text for b in break_lines(whole, width, SIZE)] == [b.text for b in break_lines(parts, width, SIZE)]


def test_slice_runs_keeps_looks():
    runs = (Run("一二三", bold=True), Run("四五"))
    assert slice_runs(runs, 1, 4) == (Run("二三", bold=True), Run("四"))
    assert slice_runs(runs, 3, 5) == (Run("四五"),)
    assert slice_runs(runs, 2, 2) == ()


@SETTINGS
@given(MIXED, WIDTHS)
def test_lines_joined_are_the_text(text: str, width: float):
    broken = break_lines((Run(text),), width, SIZE)
    assert "".join(line.text for line in broken) == text.replace("\n", "")
    assert all(text[line.start : line.end] == line.text for line in broken)
    assert len(broken) == count_lines((Run(text),), width, SIZE)


@SETTINGS
@given(MIXED, WIDTHS)
def test_no_line_is_wider_than_asked_unless_one_character_is(text: str, width: float):
    for line in break_lines((Run(text),), width, SIZE):
        bare = re.sub(r"[\u0301\s]", "", line.text)
        assert line.width_pt <= width + 0.01 or len(bare) <= 1


# Every other piece is Han: no run of pieces that must stay together is wider than a line.
BREAKABLE = st.lists(st.tuples(HAN, PIECE).map("".join), max_size=40).map("".join)


@SETTINGS
@given(BREAKABLE)
def test_first_and_last_characters_are_allowed_ones(text: str):
    broken = break_lines((Run(text),), 600, SIZE)
    for one, two in pairwise(broken):
        if two.start == one.end:  # not a newline
            assert two.text[0] not in NO_START
            assert one.text[-1] not in NO_END


@SETTINGS
@given(st.lists(st.one_of(HAN, st.sampled_from(["，", "（", "12%", "GDP", " "])), max_size=40).map("".join))
def test_a_wider_box_never_takes_more_lines(text: str):
    counts = [count_lines((Run(text),), width, SIZE) for width in range(120, 700, 11)]
    assert counts == sorted(counts, reverse=True)


@SETTINGS
@given(MIXED, WIDTHS)
def test_the_count_is_never_less_than_what_the_width_alone_demands(text: str, width: float):
    demanded = 0
    for line in text.split("\n"):
        room, used = width + 0.01, 0.0
        demanded += 1
        for char in line.rstrip():  # characters one by one, no rule of any kind: the fewest lines possible
            advance = width_pt(char, SIZE)
            if used and used + advance > room and char not in " \t":
                demanded, used = demanded + 1, 0.0
            used += advance
    assert count_lines((Run(text),), width, SIZE) >= demanded


def test_a_word_keeps_the_brackets_and_the_comma_around_it():
    assert lines("全市GDP（增长）", 5.5) == ["全市", "GDP（增", "长）"]
    assert lines("全市财政，GDP", 6) == ["全市财", "政，GDP"]


def test_straight_quotes_hold_to_both_sides():
    assert lines('全市财政"收入', 5) == ["全市财", '政"收入']
