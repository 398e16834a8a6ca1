import pytest
from hypothesis import given
from hypothesis import strategies as st

from unitdeck.layout.metrics import gaps_of, is_han, unit_pt, width_pt


def em(text: str, bold: bool = False) -> float:
    return round(width_pt(text, 1, bold) / unit_pt(1) / 1000, 3)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("国家", 2),
        ("㵲𠮷", 2),
        ("，。（）", 4),
        ("“”‘’—…·", 7),
        ("ＡＢ１２", 4),
        ("かな", 2),
        ("0", 0.637),
        (" ", 0.318),
        ("\u2009", 0.2),
        ("e\u0301", 0.616),
        ("a\u200d\ufe00\u2060", 0.613),
        ("👍", 1.4),
        ("★→□", 3),
        ("\u0e01", 1),
    ],
)
def test_envelope_width(text: str, width: float):
    assert em(text) == width


def test_a_figure_among_han_has_a_gap_at_both_sides():
    assert em("增长12个") == round(em("增长") + em("12") + em("个") + 2 * 0.24, 3)


def test_gaps_stand_where_the_script_changes_and_spaces_take_the_script_before():
    assert gaps_of("国AB国") == [0, 2]
    assert gaps_of("国 AB") == [1]
    assert gaps_of("国“AB”国") == [1, 4]
    assert gaps_of("国，国") == []
    assert gaps_of("plain ASCII") == []


def test_quotes_and_dashes_are_latin_only_where_nothing_stands_before():
    assert gaps_of("“国") == [0]
    assert gaps_of("国——国") == []
    assert gaps_of("") == []


def test_bold_is_wider_for_latin_and_equal_for_han():
    assert width_pt("12.5%", 18, bold=True) > width_pt("12.5%", 18)
    assert width_pt("百分点", 18, bold=True) == width_pt("百分点", 18)


def test_width_is_proportional_to_size():
    assert width_pt("增长8.1%", 36) == pytest.approx(2 * width_pt("增长8.1%", 18))


def test_rounding_of_renderers_is_allowed_for():
    assert 180 * 1.0026 < width_pt("一二三四五六七八九十", 18) < 180 * 1.005


def test_keycaps_and_variants_are_as_wide_as_an_emoji():
    assert em("1\ufe0f\u20e3") >= 1.4
    assert em("❤\ufe0f") >= 1.4


def test_han_and_its_punctuation_are_han_and_latin_is_not():
    assert all(is_han(char) for char in "国，（—…①★👍Ａ𠮷")
    assert not any(is_han(char) for char in "A1%μ³·")


@given(st.text(max_size=40), st.text(max_size=40))
def test_text_is_never_narrower_than_a_part_of_it(one: str, two: str):
    joined = width_pt(one + two, 18)
    assert joined >= max(width_pt(one, 18), width_pt(two, 18)) - 1e-9


@given(st.text(max_size=40))
def test_width_is_between_nothing_and_tab_width(text: str):
    assert 0 <= width_pt(text, 1) <= len(text) * (5.143 + 0.24) * 1.004 + 1e-9
