"""Line breaks against an independent implementation of UAX #14.

Tailored for Chinese, as UAX #14 (8.1) provides: curly quotes are brackets, since in Chinese text “ opens and ” closes
without blanks beside them.
"""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from unitdeck.base.richtext import Run
from unitdeck.layout.breaking import break_lines
from unitdeck.layout.holding import hold
from unitdeck.layout.metrics import SCRIPT_GAP, unit_pt, width_pt
from unitdeck.layout.stops import stops_beside_words, stops_of

SIZE = 20.0
GAP = SCRIPT_GAP * unit_pt(SIZE)  # to a word of another script behind: it counts even where the line ends
SETTINGS = settings(max_examples=300, deadline=None)
BRACKETS = str.maketrans("“”‘’", "「」「」")
PIECE = st.sampled_from(
    [
        *"全市财政收入第年々ーゃ〇①●→Ⅱα㎡👍",
        *"，。、；：（）“”‘’《》【】〔〕—…％·～．！？℃‰°×±≥",
        *" %!?()[]:;,.$¥€+−\u00a0\"'/",
        *("12.5", "8.1", "GDP", "μg/m³", "e\u0301", "-9.4", "3—5", "1-5", "——", "……", "https://a.cn/b-c?d=e"),
        *("12.5亿元", "8个百分点", "2022年5月"),
    ]
)
TEXT = st.lists(PIECE, min_size=1, max_size=30).map("".join)


def opportunities(text: str) -> set[int]:
    """Where UAX #14 lets a line end."""
    return set(line_break_boundaries(text.translate(BRACKETS)))


@SETTINGS
@given(TEXT)
def test_every_stop_is_an_opportunity(text: str):
    assert {*stops_of(text), *stops_beside_words(text)} <= opportunities(text) | {len(text)}


@SETTINGS
@given(TEXT, st.floats(120, 700))
def test_lines_end_at_opportunities_unless_a_word_is_wider_than_the_line(text: str, width: float):
    (run,) = hold((Run(text),), width, SIZE).runs
    allowed = opportunities(text)
    words = sorted({0, *stops_of(text)})
    over_wide = [
        range(one + 1, two) for one, two in pairwise(words) if width_pt(text[one:two].strip(" "), SIZE) + GAP > width
    ]
    for lines in (break_lines((Run(text),), width, SIZE), break_lines((run,), width, SIZE)):
        end = 0
        for line in lines:
            end += len(line.text)
            assert end in allowed or any(end in word for word in over_wide), text[:end]
