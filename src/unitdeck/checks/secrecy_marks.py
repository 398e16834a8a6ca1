"""A mark of classified content: 秘密, 机密 or 绝密 with ★, in brackets, after 密级, or alone as a caption.

Classified content may not be shown at such meetings nor be put into this program. The words within a sentence
(保护商业秘密) are no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import texts

CODE = "UD421"

_WORD = "(?:绝密|机密|秘密)"
_MARK = (
    rf"{_WORD}\s*[★☆]|密级\s*[:：]\s*{_WORD}|[【\[（(〔]\s*{_WORD}(?:级|件)?\s*[】\])）〕]|\A\s*{_WORD}(?:级|件)?\s*\Z"
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each text with a mark."""
    for path, text in texts(subject.outline):
        found = re.search(_MARK, text) if "密" in text else None
        if found:
            yield warning(CODE, subject.positions.at(*path), mark=found.group().strip())
