"""An outline or a session as the YAML that a clerk reads and completes: what is loaded again has the same values.

Fields stand in the model's order, those without a value are left out. :class:`Note` says what stands beside them, and
which blank ones are written for the clerk to fill in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import time
from decimal import Decimal
from typing import Any, NamedTuple

from unitdeck.base.language import Lang
from unitdeck.outline.load import FIELDS
from unitdeck.outline.model import (
    Actual,
    Ask,
    Declared,
    Growth,
    Milestone,
    Named,
    Part,
    Photo,
    Previous,
    SeriesPoint,
    TargetValue,
    TrajectoryPoint,
)
from unitdeck.source.fields import Field, Listing, Record, Scalar
from unitdeck.source.scalars import When
from unitdeck.source.yaml_text import comment, scalar

Path = tuple[str | int, ...]

# Small records stand in braces on one line where they have room there.
_SMALL = frozenset(
    (Actual, Ask, Declared, Growth, Milestone, Named, Part, Photo, Previous, SeriesPoint, TargetValue, TrajectoryPoint)
)
_ROOM = 100  # columns of a line in braces, a Chinese character two


class Note(NamedTuple):
    """What is said of a field: ``above`` its line, ``beside`` it; a ``blank`` one is written though it has no value.

    An item of a list may have what stands above it; the first field of an item may not.
    """

    beside: str = ""
    above: tuple[str, ...] = ()
    blank: bool = False


Notes = Mapping[Path, Note]
BLANK = Note(blank=True)


def as_yaml(value: Any, lang: Lang, notes: Notes | None = None) -> str:
    """Return a named tuple of the outline's model as YAML with keys in a language; ``notes`` by the fields' paths."""
    return "".join(f"{line}\n" for line in _Writer(lang, notes or {}).record(value, ()))


class _Writer:
    def __init__(self, lang: Lang, notes: Notes) -> None:
        self.lang = lang
        self.notes = notes

    def record(self, value: Any, path: Path) -> list[str]:
        """Return the lines of a mapping, not indented."""
        lines: list[str] = []
        for field, held in self._said(value, path):
            note = self.notes.get((*path, field.name), Note())
            lines += _above(note)
            key = f"{self._key(field)}:"
            first, *rest = [key] if held is None else self._field(key, held, field, (*path, field.name))
            if held is None and not note.blank:
                continue
            lines += [f"{first}  {comment(note.beside)}" if note.beside else first, *rest]
        return lines

    def _said(self, value: Any, path: Path) -> Iterable[tuple[Field, Any]]:
        """Yield the fields that have a value or a note, with None for those that have only a note."""
        defaults = value._field_defaults
        for field in FIELDS.of(type(value)).fields:
            held = getattr(value, field.name)
            if field.name in defaults and held == defaults[field.name]:
                held = None
            if held is not None or (*path, field.name) in self.notes:
                yield field, held

    def _field(self, key: str, held: Any, field: Field, path: Path) -> list[str]:
        shape = field.shape
        if isinstance(shape, Listing):
            lines = [key]
            for n, item in enumerate(held):
                lines += (f"  {text}".rstrip() for text in _above(self.notes.get((*path, n))))
                lines += self._item(item, shape.item, (*path, n))
            return lines
        if isinstance(shape, Scalar):
            return [f"{key} {self._scalar(held, shape)}"]
        line = self._line(held, shape, path)
        return [f"{key} {line}"] if line else [key, *(f"  {line}" for line in self.record(held, path))]

    def _item(self, item: Any, shape: Scalar | Record, path: Path) -> list[str]:
        line = self._scalar(item, shape) if isinstance(shape, Scalar) else self._line(item, shape, path)
        if line:
            return [f"  - {line}"]
        first, *rest = self.record(item, path)
        return [f"  - {first}", *(f"    {line}" for line in rest)]

    def _line(self, value: Any, shape: Record, path: Path) -> str:
        """Return a record on one line, as its short form or in braces; '' where that does not hold it."""
        said = list(self._said(value, path))
        if not said:
            return "{}"
        if any(self.notes.get((*path, field.name), BLANK) != BLANK for field, _ in said):
            return ""
        shown: list[str] = []
        for field, held in said:
            if not isinstance(field.shape, Scalar):
                return ""
            shown.append("" if held is None else self._scalar(held, field.shape))
        if [field.name for field, _ in said] == [shape.shorthand] and shown[0]:
            return shown[0]
        pairs = (f"{self._key(field)}: {text}" for (field, _), text in zip(said, shown, strict=True))
        line = "{" + ", ".join(pairs) + "}"
        return line if shape.cls in _SMALL and _width(line) <= _ROOM else ""

    def _key(self, field: Field) -> str:
        return field.names[0] if self.lang == "zh" and field.names else field.name

    def _scalar(self, value: object, shape: Scalar) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, Decimal):
            return format(value, "f")
        if isinstance(value, When):
            return scalar(value.text)
        if isinstance(value, time):
            return f'"{value:%H:%M}"'
        if isinstance(value, int):
            return str(value)
        if shape.words and self.lang == "zh":
            return next(word for word, meant in shape.words.items() if meant == value and not word.isascii())
        return scalar(str(value))


def _above(note: Note | None) -> list[str]:
    return [comment(text) if text else "" for text in note.above] if note else []


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
