"""Where every renderer may end a line.

Sources of the rules: UAX #14, GB/T 15834, and the first and last characters that PowerPoint and LibreOffice forbid for
zh-CN (their union).
"""

from __future__ import annotations

from unitdeck.layout.metrics import advances_of, is_han

NO_START = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰‱′″›℃℉∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
    "—–‐‑‒-/|»々ー・゛゜ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
NO_END = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥«€№+−±＋\\")

_CLOSING = frozenset("、。，；：！？）》」』】〉〕”")
_OPENING = frozenset("（《「『【〈〔“")
_HOLDS_BLANKS = _OPENING | frozenset("([{‘〖〝﹙﹛﹝［｛")  # no line ends behind the blanks after these (UAX #14, LB14)

_SPACES = frozenset(" \t")
_GLUE = frozenset("\u00a0\u202f\u2060\ufeff\u200d\"'")
_LIKE_LATIN = ((0x2190, 0x21FF), (0x2460, 0x26FF), (0xFFE0, 0xFFE6))  # symbols, full-width currency (UAX #14 AL, PR)


def stops_of(text: str) -> list[int]:
    """Return the offsets where every renderer may end a line, and the end."""
    kinds = [_KINDS[char] for char in text]
    return [
        *(
            i
            for i in range(1, len(text))
            if _may_break(text[i - 1], kinds[i - 1], text[i], kinds[i])
            and not (kinds[i - 1] == "space" and text[:i].rstrip(" \t")[-1:] in _HOLDS_BLANKS)
        ),
        len(text),
    ]


def stops_beside_words(text: str) -> list[int]:
    """Return the offsets between a word and Han punctuation where a line may be ended, though not every renderer does.

    A line that ends itself before a word, or before an opening mark behind one, is well set.
    """
    return [
        i
        for i in range(1, len(text))
        if (text[i - 1] in _CLOSING and _KINDS[text[i]] == "word" and text[i] not in NO_START)
        or (text[i] in _OPENING and _KINDS[text[i - 1]] == "word" and text[i - 1] not in NO_END)
    ]


def is_soft(text: str, i: int, soft: frozenset[str]) -> bool:
    """Whether a renderer may break an over-wide word before character ``i``, if these are its soft characters.

    Beside Han it does, but where a mark would stand at the wrong end of a line.
    """
    before, after = text[i - 1], text[i]
    return before in soft or (
        "han" in {_KINDS[before], _KINDS[after]} and before not in NO_END and after not in NO_START
    )


def _may_break(before: str, kind_before: str, after: str, kind_after: str) -> bool:
    if kind_after in {"space", "glue"} or kind_before == "glue" or after in NO_START:
        return False
    if kind_before == "space":
        return True
    # LibreOffice keeps a Latin word or figure with the punctuation around it when the line ends within the word.
    if kind_after == "word":
        return kind_before != "word" and before not in NO_START and before not in NO_END
    # Nor does it always end a line behind a slash: 「煤/万元」.
    return (
        before not in NO_END and before != "/" and not ((kind_before == "word" or before == "％") and after in NO_END)
    )


class _Kinds(dict[str, str]):
    """Character → 'space' (hangs), 'glue' (no break at either side), 'han' (at both), 'word' (none within)."""

    def __missing__(self, char: str) -> str:
        if char in _SPACES:
            kind = "space"
        elif char in _GLUE or advances_of(char) == [0]:
            kind = "glue"
        elif is_han(char) and not any(first <= ord(char) <= last for first, last in _LIKE_LATIN):
            kind = "han"
        else:
            kind = "word"
        self[char] = kind
        return kind


_KINDS = _Kinds()
