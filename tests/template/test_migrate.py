"""Outlines and sessions move to another version: the pin and what it renamed, and not one byte besides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unitdeck.base.diagnostics import BuildError, Span
from unitdeck.outline.load import load_outline
from unitdeck.template.migrate import Moved, Target, migrated, read_pin, unknown_paths
from unitdeck.template.settings import MigrationSettings, read_migrations

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*/units/*.yaml"))
STEPS = (
    MigrationSettings(to=2, keys={"slogan": "headline"}, values={"ambitions.label": {"创品牌": "树品牌"}}),
    MigrationSettings(to=3, keys={"measures.cause": "problem"}, values={"measures.owner": {"甲股": "乙股: 新"}}),
)
TWO, THREE = Target("report", 2, STEPS), Target("report", 3, STEPS)


def move(folder: Path, text: str, target: Target = TWO, name: str = "x.yaml", session: str = "") -> Moved:
    file = folder / name
    file.write_bytes(text.encode())
    moved = migrated(file, target, session)
    assert file.read_bytes() == text.encode()
    return moved


def told(folder: Path, text: str, target: Target = TWO) -> list[tuple[str, int, int, str]]:
    with pytest.raises(BuildError) as bad:
        move(folder, text, target)
    return [
        (each.code, each.span.line, each.span.column, each.data["reason"].key)  # type: ignore[union-attr]
        for each in bad.value.diagnostics
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("单位: 甲局\n模板: report@1 # 一版\n", "单位: 甲局\n模板: report@2 # 一版\n"),
        ("unit: A\ntemplate:   'report@1'\n", "unit: A\ntemplate:   'report@2'\n"),
        ("{单位: 甲局, 模板: report}\r\n", "{单位: 甲局, 模板: report@2}\r\n"),
        ("模板: problem-first@1\n单位: 甲局\n", "模板: report@2\n单位: 甲局\n"),
        ("单位: 甲局\n模板: report@2\n口号: 一\n", "单位: 甲局\n模板: report@2\n口号: 一\n"),
        ("单位: 甲局\n", "单位: 甲局\n"),
    ],
)
def test_the_pin(tmp_path: Path, before: str, after: str):
    assert move(tmp_path, before).after.decode() == after


def test_keys_and_values_in_either_language(tmp_path: Path):
    text = """\
# 口号 创品牌
模板: report@1
口号:  创品牌   # 口号
争一流:
  - {类别: 创品牌, 目标: 创品牌}   # 创品牌
  - 类别: "创品牌"
    目标: 乙
"""
    moved = move(tmp_path, text)
    assert (
        moved.after.decode()
        == """\
# 口号 创品牌
模板: report@2
一句话:  创品牌   # 口号
争一流:
  - {类别: 树品牌, 目标: 创品牌}   # 创品牌
  - 类别: "树品牌"
    目标: 乙
"""
    )
    assert len(moved.edits) == 4
    english = "template: report@1\nslogan: s\nambitions: [{label: 创品牌, title: x}]\n"
    assert (
        move(tmp_path, english).after.decode()
        == "template: report@2\nheadline: s\nambitions: [{label: 树品牌, title: x}]\n"
    )


def test_steps_are_taken_from_the_version_that_is_pinned(tmp_path: Path):
    text = "模板: report@{}\n口号: 一\n举措: [{{问题: 甲, 责任: 甲股}}]\n"
    for since, slogan, owner in ((1, "一句话", '"乙股: 新"'), (2, "口号", '"乙股: 新"'), (3, "口号", "甲股")):
        after = move(tmp_path, text.format(since), THREE).after.decode()
        assert f"{slogan}: 一" in after
        assert f"责任: {owner}}}" in after
        assert "模板: report@3" in after


def test_without_a_pin_the_session_s_says_where_it_comes_from(tmp_path: Path):
    text = "单位: 甲局\n口号: 一\n"
    assert "一句话: 一" in move(tmp_path, text, session="report@1").after.decode()
    assert move(tmp_path, text, session="report@2").after == text.encode()
    assert move(tmp_path, text, session="problem-first@1").after == text.encode()


def test_a_session(tmp_path: Path):
    text = "会议名称: 甲会\n模板: report@1 # 一版\n口号: 一\n"
    (tmp_path / "session.yaml").write_text(text, "utf-8")
    moved = migrated(tmp_path / "session.yaml", TWO)
    assert moved.after.decode() == "会议名称: 甲会\n模板: report@2 # 一版\n口号: 一\n"
    assert read_pin(tmp_path / "session.yaml") == "report@1"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("口号: 一\n一句话: 二\n", [("UD528", 1, 1, "by_hand_both")]),
        ("slogan: 一\n一句话: 二\n", [("UD528", 1, 1, "by_hand_both")]),
        ("单位: 甲\n模板: ./mine\n", [("UD528", 2, 5, "by_hand_path")]),
        ("模板: report@1\n争一流:\n- {目标: 甲, 类别: '创品\n    牌'}\n", []),
        ("模板: |-\n  report@1\n", [("UD528", 1, 5, "by_hand_lines")]),
    ],
)
def test_what_a_person_must_change_is_told(tmp_path: Path, text: str, found: list[tuple[str, int, int, str]]):
    if found:
        assert told(tmp_path, text) == found
    else:
        assert b"report@2" in move(tmp_path, text).after


def test_two_steps_for_one_place_are_taken_one_after_the_other(tmp_path: Path):
    steps = (
        MigrationSettings(to=2, values={"measures.owner": {"甲股": "乙股"}}),
        MigrationSettings(to=3, values={"measures.owner": {"乙股": "丙股"}}),
    )
    after = move(
        tmp_path, "模板: report@1\n举措: [{问题: 一, 责任: 甲股}, {问题: 二, 责任: 乙股}]\n", Target("report", 3, steps)
    ).after
    assert after.decode() == "模板: report@3\n举措: [{问题: 一, 责任: 丙股}, {问题: 二, 责任: 丙股}]\n"


def test_paths_that_no_outline_has_are_told():
    steps = (
        MigrationSettings(
            to=2, keys={"slogan": "x", "slogans": "y"}, values={"ambitions.labels": {}, "commentators.role": {}}
        ),
    )
    found = unknown_paths(steps, Span("template.yaml"))
    assert [(each.code, each.data["path"]) for each in found] == [("UD527", "slogans"), ("UD527", "ambitions.labels")]


@pytest.mark.parametrize(
    "said", [{"migrations": [{"to": "x"}]}, {"migrations": [{"keys": {}}]}, {"migrations": [{"to": 2, "moved": {}}]}]
)
def test_a_slip_in_migrations_is_named(said: dict[str, object]):
    with pytest.raises(BuildError) as bad:
        read_migrations(said, "template.yaml")
    assert bad.value.diagnostics[0].code == "UD502"
    assert str(bad.value.diagnostics[0].data["key"]).startswith("migrations.0")


@pytest.mark.parametrize("file", DECKS, ids=lambda path: path.stem[:2])
def test_real_outlines_change_in_the_words_replaced_alone(file: Path, tmp_path: Path):
    steps = (
        MigrationSettings(to=2, keys={"next_steps.goal": "owner_"}, values={"measures.owner": {"预算股": "预算科"}}),
    )
    moved = migrated(file, Target("report", 2, steps), "report@1")
    old, new = moved.before.decode(), moved.after.decode()
    pattern = "|".join(("report@[12]", "预算[股科]", "要达到|goal|owner_"))
    assert re.sub(pattern, "", old) == re.sub(pattern, "", new)
    assert old.count("#") == new.count("#")
    if "report@1" in old:
        assert "report@2" in new


LINE = st.sampled_from(
    [
        "# 口号: 创品牌",
        "",
        "来源: 创品牌 # x",
        "口号: '创品牌'",
        "数据截至: 2022-05",
        "争一流: [{类别: 创品牌, 目标: 甲}, {目标: 创品牌}]",
        '举措:\n  - 问题: 创品牌\n    责任: "甲股"  # 甲股',
    ]
)


@given(
    lines=st.lists(LINE, max_size=7, unique=True),
    end=st.sampled_from(["\n", "\r\n"]),
    pin=st.sampled_from(["report@1", "'report'", '"report@1"']),
)
def test_a_move_touches_only_the_spliced_spans(
    lines: list[str], end: str, pin: str, tmp_path_factory: pytest.TempPathFactory
):
    text = "\n".join(["单位: 甲局", *lines, f"模板: {pin}   # 模板", ""]).replace("\n", end)
    moved = move(tmp_path_factory.mktemp("m"), text, THREE)
    old, new = text.split(end), moved.after.decode().split(end)
    assert len(old) == len(new)
    touched: dict[int, list[tuple[int, int, str]]] = {}
    for edit in moved.edits:
        span = edit.node.span
        touched.setdefault(span.line, []).append((span.column - 1, (span.end or 0) - 1, edit.text))
    for number, (was, now) in enumerate(zip(old, new, strict=True), 1):
        at, rest = 0, now
        for start, stop, said in sorted(touched.get(number, [])):
            assert rest.startswith(was[at:start])
            rest = rest[start - at :]
            written = next(token for token in (said, f"'{said}'", f'"{said}"') if rest.startswith(token))
            rest, at = rest[len(written) :], stop
        assert rest == was[at:]


def test_what_was_moved_still_loads(tmp_path: Path):
    moved = move(tmp_path, "单位: 甲局\n模板: report@1\n口号: 一\n职责: [甲]\n")
    (tmp_path / "y.yaml").write_bytes(moved.after)
    assert load_outline(tmp_path / "y.yaml").value.headline == "一"
