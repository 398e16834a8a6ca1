"""What spreadsheets call their columns."""

from __future__ import annotations


def column_letter(index: int) -> str:
    """Return the letters of a column, from index 0: A to Z, then AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
