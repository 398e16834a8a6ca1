"""JSON Schemas (Draft 2020-12) of the outline and the session, for completion and help in YAML editors.

They are made from the same fields that binding reads, so they cannot part from it. An editor reads a scalar by YAML's
own rules (``0722`` as a number), binding as typed: so a text field takes any scalar here, and a number may be text.
"""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import Any

from unitdeck.outline.load import FIELDS
from unitdeck.source.fields import ClassFields, Field, Listing, Record, Scalar
from unitdeck.source.scalars import FilePath, Percent, When

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOTHING = {"enum": [None, "", "-", "—", "——", "–", "无", "暂无", "~", "null"]}
_DIGIT = "[0-9０-９]"
_GROUPED = rf"{_DIGIT}{{1,3}}(([,，]{_DIGIT}{{3}})+|([ \u2009\u202f\u00a0\u3000]{_DIGIT}{{3}})+)"
_NUMBER = rf"[+\-−－＋]?(({_GROUPED}|{_DIGIT}+)([.．]{_DIGIT}+)?|[.．]{_DIGIT}+)"
_CLOCK = (
    rf"^\s*(上午|下午|晚上)?\s*{_DIGIT}{{1,2}}"
    rf"([:：]{_DIGIT}{{1,2}}|[点时](半|{_DIGIT}{{1,2}}分?)?)\s*$|^\s*([-–~无]|—{{1,2}}|暂无|null)?\s*$"
)
_YES_OR_NO = r"^(是|否|[Tt]rue|[Ff]alse|TRUE|FALSE|[Yy](es)?|YES|[Nn]o?|NO|[Oo]n|ON|[Oo]ff|OFF|1|0|√|×)$"


def json_schema(cls: type) -> Schema:
    """Return the schema of ``Outline`` or ``Session``: one definition a class, its keys in English and Chinese."""
    definitions: dict[str, Schema] = {}
    _define(FIELDS.of(cls), definitions)
    return {"$schema": _DIALECT, **_reference(cls), "$defs": dict(sorted(definitions.items()))}


def _define(known: ClassFields, definitions: dict[str, Schema]) -> None:
    name = known.cls.__name__
    if name in definitions:
        return
    definitions[name] = {}  # before its fields: they may lead back to it
    properties: dict[str, Schema] = {}
    for field in known.fields:
        properties[field.name] = {"description": _description(field), **_field(field, definitions)}
    for field in known.fields:
        for word in field.names:
            properties[word] = {"$ref": f"#/$defs/{name}/properties/{field.name}"}
    definitions[name] = {
        "description": " ".join((known.cls.__doc__ or "").split("\n\n", maxsplit=1)[0].split()),
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "allOf": [*_required(known), *_once(known)],
    }


def _required(known: ClassFields) -> list[Schema]:
    """Return that each required field stands under one of its names."""
    return [{"anyOf": [{"required": [key]} for key in _keys(field)]} for field in known.fields if field.required]


def _once(known: ClassFields) -> list[Schema]:
    """Return that no field stands under two of its names."""
    return [
        {"not": {"required": [first, second]}}
        for field in known.fields
        for index, first in enumerate(_keys(field))
        for second in _keys(field)[index + 1 :]
    ]


def _keys(field: Field) -> tuple[str, ...]:
    return (field.name, *field.names)


def _description(field: Field) -> str:
    return f"{'、'.join(field.names)} · {field.name}" if field.names else field.name


def _field(field: Field, definitions: dict[str, Schema]) -> Schema:
    shape = field.shape
    if isinstance(shape, Scalar):
        return _scalar(shape, definitions, blank=not field.required)
    accepted = _listing(shape, definitions) if isinstance(shape, Listing) else _record(shape, definitions)
    return {"anyOf": accepted if field.required else [*accepted, {"type": "null"}]}


def _record(shape: Record, definitions: dict[str, Schema]) -> list[Schema]:
    """Return the mapping, and the scalar that may stand for it."""
    known = FIELDS.of(shape.cls)
    _define(known, definitions)
    accepted = [_reference(shape.cls)]
    if shape.shorthand is not None:
        short = known.field(shape.shorthand)
        if isinstance(short.shape, Scalar):
            accepted.append(_scalar(short.shape, definitions, blank=not short.required))
    return accepted


def _listing(shape: Listing, definitions: dict[str, Schema]) -> list[Schema]:
    """Return the list, the single item, and the mapping or path that may stand for it."""
    item = shape.item
    if isinstance(item, Scalar):
        one = _scalar(item, definitions, blank=False)
        return [{"type": "array", "items": one}, one]
    singles = _record(item, definitions)
    accepted: list[Schema] = [{"type": "array", "items": {"anyOf": singles}}, *singles, _NOTHING]
    if shape.pairs is not None:
        known = FIELDS.of(item.cls)
        figure = known.field(shape.pairs.value).shape
        value = _scalar(figure, definitions, blank=True) if isinstance(figure, Scalar) else {}
        mapping: Schema = {"type": "object", "additionalProperties": {"anyOf": [value, {"type": "object"}]}}
        heading = _keys(known.field(shape.pairs.key))
        mapping["propertyNames"] = {"not": {"enum": list(heading)}}
        accepted.append(mapping)
    if shape.csv:
        accepted.append({"type": "string", "pattern": r"\S"})
    return accepted


def _scalar(shape: Scalar, definitions: dict[str, Schema], *, blank: bool) -> Schema:
    """Return what a scalar may be; with ``blank`` it may also be left empty."""
    if shape.words:
        return {"enum": [*shape.words, *([None] if blank else [])]}
    if shape._replace(type=None, nonempty=False) != Scalar(None):
        return {"anyOf": _accepted(shape, blank=blank)}
    name = shape.type.__name__.lower() + ("_nonempty" if shape.nonempty else "") + ("_or_blank" if blank else "")
    definitions.setdefault(name, {"anyOf": _accepted(shape, blank=blank)})
    return {"$ref": f"#/$defs/{name}"}


def _accepted(shape: Scalar, *, blank: bool) -> list[Schema]:
    null: list[Schema] = [{"type": "null"}] if blank else []
    if shape.type in (str, FilePath):
        text: Schema = {"type": "string", **({"pattern": r"\S"} if shape.nonempty or not blank else {})}
        return [text, *null] if shape.type is FilePath else [text, {"type": ["number", "boolean"]}, *null]
    if shape.type is bool:
        typed: list[Schema] = [{"type": "boolean"}, {"enum": [0, 1]}, {"type": "string", "pattern": _YES_OR_NO}]
        return [*typed, {"enum": [None, "", "~", "null"]}] if blank else typed
    if shape.type is time:
        # An editor that reads YAML 1.1 sees a whole number in 14:30.
        return [{"type": "string", "pattern": _CLOCK}, {"type": "integer"}, *null]
    if shape.type is When:
        return [{"type": ["string", "number"]}, *null]
    return [*_figures(shape), _NOTHING] if blank else _figures(shape)


def _figures(shape: Scalar) -> list[Schema]:
    number: Schema = {"type": "integer" if shape.type is int else "number"}
    if shape.least is not None:
        number["minimum"] = shape.least
    if shape.most is not None:
        number["maximum"] = shape.most
    tail = {Decimal: "", Percent: "[%％]?", int: f"({shape.suffix})?"}[shape.type]
    return [number, {"type": "string", "pattern": rf"^\s*{_NUMBER}{tail}\s*$"}]


def _reference(cls: type) -> Schema:
    return {"$ref": f"#/$defs/{cls.__name__}"}
