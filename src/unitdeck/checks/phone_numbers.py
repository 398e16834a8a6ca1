"""A mobile phone number: 11 digits that start with 13 to 19, with spaces or hyphens or none.

A person's number has no place on a slide that a hall sees. Office numbers (0722-…) and sums of money are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import texts

CODE = "UD423"

_NUMBER = r"(?<![\d.,-])1[3-9]\d(?:\d{8}|([ -])\d{4}\1\d{4})(?![\d.,]?\d|\s*[万亿元%])"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each number."""
    for path, text in texts(subject.outline):
        for found in re.finditer(_NUMBER, text):
            number = found.group()
            yield warning(CODE, subject.positions.at(*path), number=f"{number[:3]}…{number[-2:]}")
