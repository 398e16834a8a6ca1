"""A resident identity card number: 18 digits with a birth date and the right check digit (GB 11643).

Personal data has no place on a slide that a hall sees. The message shows only the ends of the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import texts

CODE = "UD422"

_NUMBER = r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each number."""
    for path, text in texts(subject.outline):
        for number in re.findall(_NUMBER, text):
            if is_identity_number(number):
                yield warning(CODE, subject.positions.at(*path), number=f"{number[:3]}…{number[-2:]}")


def is_identity_number(number: str) -> bool:
    """Whether 18 characters hold a birth date and end in the check digit of the others."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _CHECK_DIGITS[total % 11] == number[-1].upper()
