"""Records of the outline's model with whatever a file may hold, and a reader of what was written of them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from unitdeck.outline.load import FIELDS
from unitdeck.outline.model import Outline
from unitdeck.source.bind import bind
from unitdeck.source.fields import Field, Listing, Record
from unitdeck.source.scalars import FilePath, Percent, When, when
from unitdeck.source.text import decode
from unitdeck.source.yaml_nodes import parse_yaml

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8) | st.sampled_from(
    [
        "标题：甲",
        "指标: 乙",
        "甲 # 乙",
        "两行\n字",
        "“引”",
        "- 一",
        "无",
        "no",
        "010",
        "~",
        "[甲]",
        "{a: b}",
        "1,234",
        "\u2028",
    ]
)
NUMBERS = st.decimals(-(10**9), 10**9, places=2).map(lambda value: value if value else Decimal("0.00"))
DAYS = st.sampled_from(["2022-05-31", "2022年5月", "2022年底", "汛期: 前", "2022"]).map(when)


def values(shape: Any, field: Field) -> st.SearchStrategy[Any]:
    """Return what a scalar field may hold."""
    if shape.words:
        return st.sampled_from(sorted(set(shape.words.values())))
    if shape.type is str:
        return TEXTS.filter(str.strip) if shape.nonempty else TEXTS
    if shape.type is int or shape.least is not None:
        number = st.integers(shape.least or 0, shape.most if shape.most is not None else 10**6)
        return number if shape.type is int else number.map(Decimal)
    kinds: dict[Any, st.SearchStrategy[Any]] = {
        Decimal: NUMBERS,
        Percent: NUMBERS,
        bool: st.booleans(),
        When: DAYS,
        datetime.time: st.times(timezones=st.none()).map(lambda at: at.replace(second=0, microsecond=0)),
    }
    return kinds[shape.type]


def records(cls: type) -> st.SearchStrategy[Any]:
    """Return records of a class of the model, any of their fields left out that may be."""
    given_, maybe = {}, {}
    for field in FIELDS.of(cls).fields:
        shape = field.shape
        if field.name == "photos":  # name files
            continue
        if isinstance(shape, Listing):
            inner = records(shape.item.cls) if isinstance(shape.item, Record) else TEXTS.filter(str.strip)
            held = st.lists(inner, max_size=2).map(tuple)
        elif isinstance(shape, Record):
            held = records(shape.cls)
        elif shape.type is FilePath:
            continue
        else:
            held = values(shape, field)
        (given_ if field.required else maybe)[field.name] = held
    return st.fixed_dictionaries(given_, optional=maybe).map(lambda fields: cls(**fields))


def read_back(text: str, cls: type) -> Any:
    """Return what a text of YAML says as a record; fail where it has a fault."""
    bound = bind(parse_yaml(decode(text.encode(), "x.yaml"), FIELDS.keys()), cls, FIELDS, Path())
    assert bound.diagnostics == (), text
    return bound.value


OUTLINES = records(Outline)
