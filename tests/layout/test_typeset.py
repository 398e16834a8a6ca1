from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.richtext import Paragraph, Run, plain
from unitdeck.base.units import emu
from unitdeck.layout.breaking import break_lines
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.typeset import height_emu, line_height_pt, measure, split

SETTINGS = settings(max_examples=60, deadline=None)
TEXT = st.lists(st.sampled_from(["全市", "财政收入，", "增长12.5%。", "GDP", "“明职责”", " ", "\n"]), max_size=60).map(
    "".join
)
PARAGRAPHS = st.lists(st.builds(lambda text, bullet: Paragraph((Run(text),), bullet), TEXT, st.booleans()), max_size=6)
BOXES = st.tuples(st.integers(emu(80), emu(800)), st.integers(emu(20), emu(400)))


def characters(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(p.text for p in paragraphs).replace("\n", "")


def ems(count: float, size: float) -> int:
    return emu(count * width_pt("国", size)) + 1


def test_line_height_is_rounded_to_half_a_point():
    assert line_height_pt(18, 1.3) == 23.5  # 23.4
    assert line_height_pt(20, 1.25) == 25.0


def test_measure_counts_lines_and_spaces_between_paragraphs_only():
    placed = measure((plain("国" * 25), plain("国" * 5)), ems(10, 20), 20, 1.25, 0.5)
    assert [p.lines for p in placed] == [3, 1]
    assert [p.before_pt for p in placed] == [0, 10]
    assert height_emu(placed) == emu(4 * 25 + 10)


def test_a_bullet_takes_one_em_of_the_width():
    (placed,) = measure((Paragraph((Run("国" * 10),), bullet=True),), ems(10, 20), 20, 1.25, 0)
    assert (placed.hang_pt, placed.lines) == (20, 2)


def test_a_larger_run_makes_its_paragraph_s_lines_higher():
    paragraph = Paragraph((Run("3", scale=2.0), Run("个工作日")))
    assert measure((paragraph,), ems(20, 20), 20, 1.25, 0)[0].line_pt == 50


def test_split_between_paragraphs():
    paragraphs = tuple(plain("国" * 10) for _ in range(5))
    head, tail = split(paragraphs, ems(10, 20), emu(3 * 25), 20, 1.25, 0)
    assert (head, tail) == (paragraphs[:3], paragraphs[3:])


def test_split_does_not_cut_a_paragraph_that_a_whole_box_holds():
    paragraphs = (plain("国" * 10), plain("家" * 30))
    assert split(paragraphs, ems(10, 20), emu(3 * 25), 20, 1.25, 0) == (paragraphs[:1], paragraphs[1:])


def test_split_cuts_a_giant_after_a_sentence_near_the_end():
    giant = plain("国" * 21 + "。" + "家" * 30)
    (head,), (tail,) = split((giant,), ems(10, 20), emu(3 * 25), 20, 1.25, 0)
    assert (head.text, tail.text) == ("国" * 21 + "。", "家" * 30)


def test_split_cuts_at_a_line_where_no_sentence_ends_near():
    giant = Paragraph((Run("国" * 15, bold=True), Run("家" * 30)), bullet=False)
    (head,), (tail,) = split((giant,), ems(10, 20), emu(3 * 25), 20, 1.25, 0)
    assert head.runs == (Run("国" * 15, bold=True), Run("家" * 15))
    assert tail.runs == (Run("家" * 15),)


def test_a_closing_quote_stays_with_its_sentence():
    giant = plain("国" * 23 + "！”" + "家" * 30)
    (head,), _ = split((giant,), ems(10, 20), emu(3 * 25), 20, 1.25, 0)
    assert head.text.endswith("家" * 5)


def test_the_rest_of_a_bullet_has_none():
    _, (tail,) = split((Paragraph((Run("国" * 50),), bullet=True),), ems(10, 20), emu(50), 20, 1.25, 0)
    assert not tail.bullet


def test_the_head_has_a_line_even_in_a_box_too_low():
    head, tail = split((plain("国" * 15),), ems(10, 20), 0, 20, 1.25, 0)
    assert (characters(head), characters(tail)) == ("国" * 10, "国" * 5)


@SETTINGS
@given(PARAGRAPHS, BOXES)
def test_a_paragraph_has_as_many_lines_as_breaking_gives(paragraphs: list[Paragraph], box: tuple[int, int]):
    placed = measure(tuple(paragraphs), box[0], 20, 1.3, 0.4)
    assert [p.runs for p in placed] == [p.runs for p in paragraphs]
    for each in placed:
        assert each.lines == len(break_lines(each.runs, box[0] / 12_700 - each.hang_pt, 20))


@SETTINGS
@given(PARAGRAPHS, BOXES)
def test_cutting_on_and_on_ends_and_loses_nothing(paragraphs: list[Paragraph], box: tuple[int, int]):
    rest, pieces = tuple(paragraphs), []
    while rest:
        head, rest = split(rest, *box, 18, 1.3, 0.4)
        assert head
        pieces.append(head)
    assert characters(tuple(p for piece in pieces for p in piece)) == characters(tuple(paragraphs))


@SETTINGS
@given(PARAGRAPHS, BOXES)
def test_a_head_fits_its_box_if_the_box_holds_a_line(paragraphs: list[Paragraph], box: tuple[int, int]):
    head, _ = split(tuple(paragraphs), *box, 18, 1.3, 0.4)
    placed = measure(head, box[0], 18, 1.3, 0.4)
    assert height_emu(placed) <= max(box[1], emu(23.5)) + 2
