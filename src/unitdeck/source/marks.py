"""Marks on a field's type that say what values it takes and how a short form is read."""

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


class Suffix(NamedTuple):
    """A word that may follow the number (6月 is 6)."""

    word: str


class Shorthand(NamedTuple):
    """A scalar in place of the mapping fills this key (``actual: 34096`` is ``actual: {value: 34096}``)."""

    key: str


class Pairs(NamedTuple):
    """A mapping in place of the list: its keys fill ``key``, its values ``value`` (``{税务部门: 21334}``)."""

    key: str
    value: str


class FromCsv(NamedTuple):
    """A path in place of the list: one item a row of that CSV file, its columns headed by the items' keys."""
