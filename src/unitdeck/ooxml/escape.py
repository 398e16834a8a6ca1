"""Text made safe for XML: the one escaping function for content and attributes alike."""

from __future__ import annotations

import re

_FORBIDDEN = (
    *range(0x09),
    0x0B,
    0x0C,
    *range(0x0E, 0x20),
    *range(0xD800, 0xE000),
    0xFFFE,
    0xFFFF,
)
_FORBIDDEN_TABLE = dict.fromkeys(_FORBIDDEN)
_TABLE: dict[int, str | None] = dict(_FORBIDDEN_TABLE)
_TABLE.update({ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"})
_TABLE.update({ord(blank): f"&#{ord(blank)};" for blank in "\t\n\r"})  # an attribute would turn them into spaces
# The table's keys. Most texts have none of them, and looking is quicker than translating.
_SPECIAL = re.compile('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]').search


def escape(text: str) -> str:
    """Return ``text`` for element content or a double-quoted attribute.

    Characters that XML 1.0 forbids (control characters but tab and line ends, lone surrogates, U+FFFE, U+FFFF) are
    dropped: one of them makes a whole file unreadable.
    """
    return text.translate(_TABLE) if _SPECIAL(text) else text


def xml_text(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 forbids, for a library that escapes the rest itself."""
    return text.translate(_FORBIDDEN_TABLE)
