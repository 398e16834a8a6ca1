"""Text made safe for XML: the one escaping function for content and attributes alike."""

from __future__ import annotations

import re

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ENTITIES.update({blank: f"&#{ord(blank)};" for blank in "\t\n\r"})  # an attribute would turn them into spaces
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_SPECIAL = re.compile('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')  # most texts have none of them


def escape(text: str) -> str:
    """Return ``text`` for element content or a double-quoted attribute.

    Characters that XML 1.0 forbids (control characters but tab and line ends, lone surrogates, U+FFFE, U+FFFF) are
    dropped: one of them makes a whole file unreadable.
    """
    return _SPECIAL.sub(_entity, text) if _SPECIAL.search(text) else text


def xml_text(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 forbids, for a library that escapes the rest itself."""
    return re.sub(_FORBIDDEN, "", text)


def _entity(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], "")
