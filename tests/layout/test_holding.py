"""Lines ended explicitly: under no font does a renderer part a figure from its unit, and the text stays the same."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from unitdeck.base.richtext import Run
from unitdeck.layout.breaking import break_lines, count_lines
from unitdeck.layout.groups import addresses, groups, loose
from unitdeck.layout.holding import hold
from unitdeck.layout.metrics import SCRIPT_GAP, advances_of, gaps_of, narrowest_of, unit_pt, width_pt
from unitdeck.layout.stops import NO_END, NO_START, stops_beside_words, stops_of

SIZE = 20.0
SETTINGS = settings(max_examples=150, deadline=None)
PIECE = st.sampled_from(
    [
        *"全市财政收入目标任务完成情况",
        *("，", "。", "、", "（", "）", "“", "”", " "),
        *("12.5亿元", "8个百分点", "2022年5月31日", "1—5月", "第12位", "1.2万人次", "85.6%", "35μg/m³"),
        *("同比增长", "其中：税务部门", "PM2.5", "GDP", "10%—15%", "截至"),
    ]
)
TEXT = st.lists(PIECE, min_size=8, max_size=60).map("".join)
# Every other piece is Han: no word that figures and letters make together is wider than a line.
BREAKABLE = st.lists(st.tuples(st.sampled_from("全市财政收入"), PIECE).map("".join), min_size=8, max_size=60).map(
    "".join
)


def held(text: str, ems: float) -> list[str]:
    (run,) = hold((Run(text),), ems * SIZE * 1.004, SIZE).runs
    return run.text.split("\n")


def test_a_line_is_ended_before_a_figure_that_a_narrower_font_would_begin():
    assert held("全市财政收入12.5亿元，增长", 9) == ["全市财政收入", "12.5亿元，增长"]


def test_text_whose_figures_no_font_brings_to_a_lines_end_is_left_to_flow():
    text = "全市12.5亿元收入财政目标任务完成情况良好"
    assert held(text, 12) == [text]
    assert held("全市财政收入目标任务完成情况", 5) == ["全市财政收入目标任务完成情况"]


def test_a_line_is_ended_between_a_comma_and_a_word_though_libreoffice_would_not():
    assert held("新增就业12314人，GDP突破410亿元", 10) == ["新增就业12314人，", "GDP突破410亿元"]


def test_a_date_wider_than_half_a_line_may_part_between_its_figures():
    assert held("截至2022年5月31日全市完成", 9)[0] == "截至2022年"
    assert "2022年5月31日全市完成" in "".join(held("截至2022年5月31日全市完成", 24))


def test_a_figure_wider_than_the_line_is_broken_as_a_word():
    (run,), lines = hold((Run("12345678.5万元"),), 4 * SIZE, SIZE)
    assert run.text.replace("\n", "") == "12345678.5万元"
    assert lines == count_lines((Run("12345678.5万元"),), 4 * SIZE, SIZE) == 3


ADDRESS = "luoshan.gov.cn/department_news.php?cid=43&id=36940"


def test_a_line_is_ended_before_an_address_that_it_does_not_hold():
    assert held(f"数据截至5月　来源：罗山县财政局，{ADDRESS}", 36) == ["数据截至5月　来源：罗山县财政局，", ADDRESS]


def test_an_address_wider_than_the_line_is_ended_in_few_lines_after_its_marks():
    assert held(f"见{ADDRESS}。", 16) == ["见", "luoshan.gov.cn/department_", "news.php?cid=43&id=36940。"]


@SETTINGS
@given(
    st.lists(st.sampled_from((*"全市财政，。（）“”", "12.5亿元", "GDP", " ", ADDRESS, "km/h")), max_size=40).map(
        "".join
    ),
    st.integers(3, 50),
)
def test_no_line_that_a_renderer_ends_ends_within_an_address(text: str, ems: int):
    width = ems * SIZE
    (run,), lines = hold((Run(text),), width, SIZE)
    assert run.text.replace("\n", "") == text
    assert count_lines((run,), width, SIZE) <= lines <= count_lines((Run(text),), width, SIZE)
    for piece in run.text.split("\n"):
        for line in break_lines((Run(piece),), width, SIZE)[:-1]:
            assert not any(start < line.end < end for start, end in addresses(piece))


def test_breaks_stand_in_the_runs_that_they_fall_in():
    runs = (Run("全市财政收入"), Run("12.5", bold=True), Run("亿元，增长"))
    kept, lines = hold(runs, 9 * SIZE * 1.004, SIZE)
    assert kept == (Run("全市财政收入\n"), Run("12.5", bold=True), Run("亿元，增长"))
    assert lines == 2


def renders(text: str, advances: list[float], room: float, stops: set[int]) -> list[int]:
    """Where a renderer ends the lines of a text, newlines aside: each is filled up to the last stop that fits."""
    ends, start, offset = [], 0, 0
    for paragraph in text.split("\n"):
        limit = offset + len(paragraph)
        while start < limit:
            end, used, last = start, 0.0, 0
            while end < limit and (text[end] == " " or used + advances[end] <= room):
                used += advances[end]
                end += 1
                if end == limit or end in stops:
                    last = end
            start = last or max(end, start + 1)
            ends.append(start)
        start = offset = limit + 1
    return ends


@SETTINGS
@given(BREAKABLE, st.integers(10, 40), st.lists(st.floats(0, 1), min_size=6, max_size=6), st.booleans(), st.booleans())
def test_no_font_parts_a_group_or_takes_more_lines(text, ems, shares, gaps, every_stop):
    """Renderers are drawn at random: a font between the bounds, script gaps or none, few or many places to break."""
    room = ems * SIZE * 1.004
    (run,), lines = hold((Run(text),), room, SIZE)
    kept = run.text
    wide, narrow = advances_of(kept), narrowest_of(kept)
    advances = [a + (b - a) * shares[ord(char) % 6] for a, b, char in zip(narrow, wide, kept, strict=True)]
    for index in gaps_of(kept) if gaps else ():
        advances[index] += SCRIPT_GAP
    stops = {*stops_of(kept), *(stops_beside_words(kept) if every_stop else ())}
    ends = renders(kept, advances, room / unit_pt(SIZE), stops)
    assert len(ends) <= lines
    for group in groups(kept):
        if width_pt(kept[group.start : group.end], SIZE) <= room / (2 if group.compound else 1) and _is_free(
            kept, group
        ):
            assert not {*loose(kept, group)} & {*ends}, kept[group.start : group.end]


def _is_free(text: str, group) -> bool:
    """Whether nothing that sticks to a group makes it wider: marks before and behind it, and words at these."""
    before, after = text[: group.start][-1:], text[group.end :][:1]
    return before not in NO_END and after not in NO_START and not (after.isascii() and after.isalnum())


@SETTINGS
@given(TEXT, st.floats(40, 800))
@example("全全全全全，10%—15%全", 115.0)
@example("全全全85.6%全，全2022年5月31日", 64.0)  # 85.6% is narrower before a line's end than before Han
def test_the_text_is_the_same_and_its_lines_are_those_that_breaking_gives(text: str, room: float):
    runs = (Run(text),)
    kept, lines = hold(runs, room, SIZE)
    assert "".join(run.text for run in kept).replace("\n", "") == text
    assert lines == len(break_lines(kept, room, SIZE)) <= count_lines(runs, room, SIZE)


@SETTINGS
@given(TEXT, st.integers(12, 40))
def test_no_line_is_ended_before_a_closing_mark_or_after_an_opening_one(text: str, ems: int):
    for one, two in pairwise(held(text, ems)):
        assert one[-1] not in NO_END
        assert two[0] not in NO_START
