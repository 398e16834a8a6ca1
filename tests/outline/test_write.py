"""What is written as YAML loads as the same values, whatever the texts in it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from support.records import OUTLINES, read_back, records
from unitdeck.outline import model
from unitdeck.outline.load import FIELDS, load_outline, load_session
from unitdeck.outline.model import Actual, Duty, Outline, Session, Target, Trajectory, TrajectoryPoint, Unit
from unitdeck.outline.write import BLANK, Note, as_yaml
from unitdeck.source.fields import Listing, Record, Scalar
from unitdeck.source.scalars import Percent

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*/units/*.yaml"))
WITHOUT_FILES = [
    cls
    for cls in vars(model).values()
    if isinstance(cls, type) and cls.__module__ == model.__name__ and cls not in (model.Photo, Session, Outline)
]


@pytest.mark.parametrize("cls", WITHOUT_FILES, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_record_of_the_model_reads_back(cls: type, lang: Any) -> None:
    @settings(deadline=None, max_examples=12)
    @given(records(cls))
    def check(value: Any) -> None:
        text = as_yaml(value, lang)
        if text:
            assert read_back(text, cls) == value

    check()


@settings(deadline=None, max_examples=40)
@given(OUTLINES)
def test_whole_outlines_read_back(outline: Outline) -> None:
    assert read_back(as_yaml(outline, "zh"), Outline) == outline


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", DECKS, ids=lambda path: f"{path.parents[1].name}-{path.stem[:2]}")
def test_the_sample_outlines_read_back(path: Path, lang: Any, tmp_path: Path) -> None:
    outline = load_outline(path).value
    bare = outline._replace(
        photos=(),
        projects=tuple(row._replace(photo=None) for row in outline.projects),
        highlights=tuple(row._replace(photo=None) for row in outline.highlights),
    )
    file = tmp_path / "x.yaml"
    file.write_text(as_yaml(bare, lang), "utf-8")
    assert load_outline(file).value == bare


def test_a_session_reads_back(tmp_path: Path, root: Path) -> None:
    session = load_session(root / "decks/2022-05-30-first/session.yaml").value
    file = tmp_path / "session.yaml"
    file.write_text(as_yaml(session, "zh"), "utf-8")
    assert load_session(file).value == session


def test_notes_stand_above_beside_and_in_blanks() -> None:
    plan = Trajectory("custom", (TrajectoryPoint(6, Percent(Decimal(59))),))
    targets = (Target("收入", unit="万元", trajectory=plan), Target("支出", actual=Actual(Decimal(3), "1—5月")))
    outline = Outline(Unit("财政局"), duties=(Duty("收入"), Duty("支出", focus=True)), targets=targets)
    notes = {
        ("unit",): Note(above=("填好再交", "")),
        ("source",): Note("上期：月报\n二", blank=True),
        ("targets", 0, "actual"): Note("上期没有", blank=True),
        ("targets", 1): Note(above=("",)),
        ("targets", 1, "actual", "text"): BLANK,
        ("asks",): Note(above=("提请事项:", "  - {事项: }")),
    }
    text = as_yaml(outline, "zh", notes)
    assert text == (
        "# 填好再交\n\n单位: 财政局\n数据来源:  # 上期：月报 二\n职责:\n  - 收入\n  - 标题: 支出\n    重点: true\n"
        "目标:\n  - 指标: 收入\n    单位: 万元\n    完成:  # 上期没有\n    序时计划:\n      方式: 自定\n      节点:\n"
        "        - {月: 6, 应完成: 59}\n\n"
        "  - 指标: 支出\n    完成: {数值: 3, 时期: 1—5月, 文字: }\n# 提请事项:\n#   - {事项: }\n"
    )
    assert read_back(text, Outline) == outline


def test_every_shape_of_the_model_is_written() -> None:
    shapes = {type(field.shape) for cls in (Outline, Session, Target) for field in FIELDS.of(cls).fields}
    assert shapes == {Scalar, Record, Listing}
