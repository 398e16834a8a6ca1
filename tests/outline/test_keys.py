from __future__ import annotations

from collections import Counter

import pytest

from unitdeck.base.catalog import term
from unitdeck.outline import model, scoring
from unitdeck.outline.keys import KEYS, WORDS
from unitdeck.outline.load import FIELDS
from unitdeck.source.fields import Listing, Scalar

CLASSES = [
    cls
    for module in (model, scoring)
    for cls in vars(module).values()
    if isinstance(cls, type) and cls.__module__ == module.__name__
]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_within_a_class_no_word_means_two_fields(cls: type) -> None:
    words = Counter(word for field in FIELDS.of(cls).fields for word in (field.name, *field.names))
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_field_has_a_chinese_name(cls: type) -> None:
    assert [field.name for field in FIELDS.of(cls).fields if not field.names] == []


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_class_is_called_by_a_name_in_messages(cls: type) -> None:
    assert term(cls.__name__, "zh") != cls.__name__


def test_every_choice_can_be_made_in_chinese() -> None:
    for cls in CLASSES:
        for field in FIELDS.of(cls).fields:
            if isinstance(field.shape, Scalar) and field.shape.words:
                spoken = {value for word, value in field.shape.words.items() if not word.isascii()}
                assert spoken == {value for word, value in field.shape.words.items() if word.isascii()}, field.name


def test_no_entry_is_for_a_field_that_is_not() -> None:
    fields = {f"{cls.__name__}.{field.name}" for cls in CLASSES for field in FIELDS.of(cls).fields}
    names = {name.partition(".")[2] for name in fields}
    assert {key for key in (*KEYS, *WORDS) if key not in (fields if "." in key else names)} == set()


def test_pairs_and_short_forms_name_fields_that_are() -> None:
    for cls in CLASSES:
        for field in FIELDS.of(cls).fields:
            shape = field.shape
            if isinstance(shape, Listing) and not isinstance(shape.item, Scalar):
                inner = {each.name for each in FIELDS.of(shape.item.cls).fields}
                assert {*(shape.pairs or ()), *([shape.item.shorthand] if shape.item.shorthand else [])} <= inner
