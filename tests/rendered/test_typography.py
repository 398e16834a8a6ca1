"""What is told of line ends, on lines that are set by hand: no renderer is needed."""

from __future__ import annotations

import pytest

from support.matching import Char, Found
from support.pages import Written
from support.rendering import Glyph
from support.typography import bad_marks, half_dots, splits
from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.base.units import emu
from unitdeck.layout.placed import PlacedParagraph, PlacedText


def found(*lines: str, width_pt: float = 200) -> Found:
    """Return a text that a renderer broke into these lines; 「|」 within a line stands for a newline that was typed."""
    words = "".join(lines).replace("|", "\n")
    chars, index = [], 0
    base = 20.0
    for line in lines:
        for char in line:
            if char == "|":
                base += 28
            else:
                chars.append(Char(0, index, char, Glyph(char, 0, base - 16, 10, base, base)))
            index += 1
        base += 28
    paragraph = PlacedParagraph((Run(words),), 20, 28, len(lines))
    return Found(Written("page 1 Text", Box(0, 0, emu(width_pt), emu(200)), PlacedText((paragraph,))), tuple(chars))


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("财政收入", "、支出"), 1),
        (("财政收入、", "支出"), 0),
        (("财政收入（", "支出）"), 1),
        (("财政收入", "（支出）"), 0),
        (("财政「", "」收入"), 2),
        (("8.5", "%"), 1),
        (("财政|、收入",), 0),  # typed so: no renderer's fault
    ],
)
def test_marks_at_the_wrong_end_of_a_line(lines: tuple[str, ...], count: int) -> None:
    assert len(list(bad_marks(found(*lines)))) == count


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("投资12.5亿", "元，增长"), 1),
        (("投资12.", "5亿元，增长"), 1),
        (("投资12.5", "亿元，增长"), 1),
        (("投资12.5亿元", "，增长"), 0),
        (("高8个", "百分点"), 1),
        (("高8", "个百分点"), 1),
        (("2022年", "5月底"), 1),
        (("2022年5月", "底前"), 0),
        (("增长8.5", "%"), 1),
        (("35μg/", "m³以下"), 1),
        (("3|个",), 0),
    ],
)
def test_a_number_and_its_unit_on_two_lines(lines: tuple[str, ...], count: int) -> None:
    assert len(list(splits(found(*lines)))) == count


def test_half_an_ellipsis_at_the_start_of_a_line() -> None:
    assert len(list(half_dots(found("何时干…", "…")))) == 1
    assert list(half_dots(found("何时干", "……"))) == []


def test_a_mark_after_a_word_that_fills_its_line_cannot_be_helped() -> None:
    assert list(bad_marks(found("2,022.5", "、支出", width_pt=70))) == []
    assert len(list(bad_marks(found("收入2,022.5", "、支出", width_pt=140)))) == 1


def test_what_no_line_would_hold_is_no_split() -> None:
    assert len(list(splits(found("123,456,", "789亿元", width_pt=200)))) == 1
    assert list(splits(found("123,456,", "789亿元", width_pt=60))) == []
