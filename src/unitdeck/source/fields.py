"""What the fields of a named tuple take, read off its type hints once a class: for binding and for the schema."""

import types
from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin, get_type_hints

from unitdeck.source.marks import AtLeast, AtMost, FromCsv, NonEmpty, Pairs, Shorthand, Suffix
from unitdeck.source.scalars import FilePath, Percent, When


class Vocabulary(NamedTuple):
    """Names beside the English ones: ``keys`` and ``words`` by ``Class.field``, else by ``field``."""

    keys: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, str]]


class Scalar(NamedTuple):
    """One value. ``type`` is str, Decimal, Percent, int, bool, When, time or FilePath.

    ``words`` (typed → value) are a choice.
    """

    type: Any
    words: Mapping[str, str] = types.MappingProxyType({})
    least: int | None = None
    most: int | None = None
    nonempty: bool = False
    suffix: str = ""


class Record(NamedTuple):
    """A mapping that becomes ``cls``; a scalar in its place fills the field ``shorthand``."""

    cls: type
    shorthand: str | None


class Listing(NamedTuple):
    """A list of ``item``; a mapping in its place by ``pairs``, a path in its place where ``csv``."""

    item: Scalar | Record
    pairs: Pairs | None
    csv: bool


Shape: TypeAlias = Scalar | Record | Listing


class Field(NamedTuple):
    """One field: its English ``name``, its Chinese ``names``, and what it takes."""

    name: str
    names: tuple[str, ...]
    required: bool
    optional: bool  # None is among its values
    shape: Shape


class ClassFields(NamedTuple):
    """The fields of a class, and ``by_key``: every word that may stand for one of them."""

    cls: type
    fields: tuple[Field, ...]
    by_key: Mapping[str, Field]
    keys: frozenset[str]

    def field(self, name: str) -> Field:
        """Return the field of that English name."""
        return self.by_key[name]


class FieldTable:
    """The fields of classes by one vocabulary, each class read when it is first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._known: dict[type, ClassFields] = {}

    def of(self, cls: type) -> ClassFields:
        """Return the fields of a named tuple; raises TypeError for a field of a type that no file can hold."""
        known = self._known.get(cls)
        if known is None:
            known = self._known[cls] = self._read(cls)
        return known

    def keys(self) -> frozenset[str]:
        """Return every word that is a key somewhere, in either language."""
        names = self.vocabulary.keys
        english = {name.partition(".")[2] or name for name in names}
        return frozenset(english.union(*names.values()))

    def _read(self, cls: type) -> ClassFields:
        hints = get_type_hints(cls, include_extras=True)
        found = []
        defaults = getattr(cls, "_field_defaults", {})
        for name, hint in hints.items():
            qualified = f"{cls.__name__}.{name}"
            names = self.vocabulary.keys.get(qualified) or self.vocabulary.keys.get(name, ())
            words = self.vocabulary.words.get(qualified) or self.vocabulary.words.get(name, {})
            shape, optional = _shape(hint, words)
            found.append(Field(name, names, name not in defaults, optional, shape))
        by_key = {key: field for field in found for key in (field.name, *field.names)}
        return ClassFields(cls, tuple(found), by_key, frozenset(by_key))


def _shape(hint: Any, words: Mapping[str, str]) -> tuple[Shape, bool]:
    """Return what a type hint takes, and whether None is among it."""
    hint, marks, optional = _unwrapped(hint)
    shorthand = next((mark.key for mark in marks if isinstance(mark, Shorthand)), None)
    if get_origin(hint) is tuple:
        pairs = next((mark for mark in marks if isinstance(mark, Pairs)), None)
        item, item_marks, _ = _unwrapped(get_args(hint)[0])
        csv = any(isinstance(mark, FromCsv) for mark in marks)
        return Listing(_single(item, item_marks, words, shorthand), pairs, csv), optional
    return _single(hint, marks, words, shorthand), optional


def _unwrapped(hint: Any) -> tuple[Any, tuple[Any, ...], bool]:
    """Return the bare type, the marks and whether None is allowed, of ``Annotated[X, mark] | None`` and the like."""
    marks: tuple[Any, ...] = ()
    optional = False
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            marks += tuple(more)
        elif get_origin(hint) in (Union, types.UnionType):
            (hint,) = (part for part in get_args(hint) if part is not type(None))
            optional = True
        else:
            return hint, marks, optional


def _single(hint: Any, marks: tuple[Any, ...], words: Mapping[str, str], shorthand: str | None) -> Scalar | Record:
    if get_origin(hint) is Literal:
        return Scalar(str, {**{value: value for value in get_args(hint)}, **words})
    if hint in (str, Decimal, Percent, int, bool, When, time, FilePath):
        least = next((mark.bound for mark in marks if isinstance(mark, AtLeast)), None)
        most = next((mark.bound for mark in marks if isinstance(mark, AtMost)), None)
        suffix = next((mark.word for mark in marks if isinstance(mark, Suffix)), "")
        return Scalar(hint, {}, least, most, any(isinstance(mark, NonEmpty) for mark in marks), suffix)
    if hasattr(hint, "_fields"):
        return Record(hint, shorthand)
    raise TypeError(f"a file cannot hold {hint!r}")
