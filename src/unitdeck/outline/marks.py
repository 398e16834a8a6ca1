"""Marks on a field's type that say what values it takes and how a short form is read."""

from __future__ import annotations

from typing import NamedTuple


class AtLeast(NamedTuple):
    """The least value allowed."""

    bound: int


class AtMost(NamedTuple):
    """The greatest value allowed."""

    bound: int


class NonEmpty(NamedTuple):
    """The text may not be blank."""

    least: int = 1


class Shorthand(NamedTuple):
    """A scalar in place of the mapping fills this key (``actual: 34096`` is ``actual: {value: 34096}``)."""

    key: str
