from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from unitdeck.base.diagnostics import BuildError
from unitdeck.outline.load import load_outline, load_session
from unitdeck.outline.model import Outline, Session
from unitdeck.outline.schema import json_schema

OUTLINE = Draft202012Validator(json_schema(Outline))
SESSION = Draft202012Validator(json_schema(Session))


class EditorLoader(yaml.SafeLoader):
    """What an editor sees: YAML's own types, except dates, which YAML 1.2 does not know."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def plain(value: Any) -> Any:
    """Return the value with keys of text, as JSON has them."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def schema_accepts(text: str) -> bool:
    return OUTLINE.is_valid(plain(yaml.load(text, Loader=EditorLoader)))


def bind_accepts(text: str, folder: Path) -> bool:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        load_outline(path)
    except BuildError:
        return False
    return True


ACCEPTED = [
    "unit: 甲\nduties: [a]",
    "单位: {名称: 甲, 简称: 乙}\n职责:\n  - 组织收入\n  - {标题: 监督, 重点: 是}",
    "unit: 甲\nduties: a\nminutes: 8\nsample: yes\nas_of: 2022-05-31",
    "unit: 甲\nduties: [a]\nslogan: 0722\nheadline: 1:30\nsource: no",
    "unit: 甲\ntargets: [{name: a, actual: 34096, target: '34,096', yoy: -10.2, base: —}]",
    "unit: 甲\ntargets: [{name: a, yoy: [7.2%, {value: 15.3, basis: 可比}], declared: {yoy: 7.2％}}]",
    "unit: 甲\ntargets: [{name: a, parts: {税务部门: 21334, 财政部门: {value: 12762}}, series: {1月: 5.2}}]",
    "unit: 甲\ntargets: [{name: a, parts: [{name: b}], kind: 水平, direction: lower, weight: 5}]",
    "unit: 甲\ntargets: [{name: a, trajectory: {mode: custom, points: {6: 59, 12: 100}}, due: 2022}]",
    "unit: 甲\ntargets: [{name: a, ranks: [{scope: 全市, rank: 9, of: 10, peers: {甲: 3}}], actual: }]",
    "unit: 甲\nmeasures: [{问题: a, 状态: 推进中, 时限: 9月底}]\nasks: 请求支持",
    "unit: 甲\nnext_steps: {title: a, due: 2022-09-30}\nphotos: []\nhighlights:",
]

REFUSED = [
    "duties: [a]",
    "unit:\nduties: [a]",
    "unit: {short: 甲}\nduties: [a]",
    "unit: 甲\nduties: [a]\ntragets: []",
    "unit: 甲\n单位: 乙\nduties: [a]",
    "unit: 甲\nduties: [{text: a}]",
    "unit: [甲]\nduties: [a]",
    "unit: 甲\ntargets: [{name: a, actual: 3.33亿}]",
    "unit: 甲\ntargets: [{name: a, actual: 约3}]",
    "unit: 甲\ntargets: [{name: a, actual: {value: [3]}}]",
    "unit: 甲\ntargets: [{name: a, kind: 累加}]",
    "unit: 甲\ntargets: [{name: a, weight: -1}]",
    "unit: 甲\ntargets: [{name: a, ranks: [{scope: 全市, rank: 0}]}]",
    "unit: 甲\ntargets: [{name: a, ranks: [{scope: 全市, rank: 9.5}]}]",
    "unit: 甲\ntargets: [{name: a, ranks: [{rank: 9}]}]",
    "unit: 甲\ntargets: [{name: a, trajectory: {points: [{month: 13, percent: 100}]}}]",
    "unit: 甲\ntargets: [{name: a, preliminary: 也许}]",
    "unit: 甲\ntargets: [{name: a, yoy: [{basis: 可比}]}]",
    "unit: 甲\nmeasures: [{problem: a, status: 正在推进}]",
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_binding_accepts_the_schema_accepts(text: str, tmp_path: Path) -> None:
    assert bind_accepts(text, tmp_path)
    assert list(OUTLINE.iter_errors(plain(yaml.load(text, Loader=EditorLoader)))) == []


@pytest.mark.parametrize("text", REFUSED)
def test_what_the_schema_refuses_binding_refuses(text: str, tmp_path: Path) -> None:
    assert not bind_accepts(text, tmp_path)
    assert not schema_accepts(text)


@pytest.mark.parametrize(
    "text",
    [
        "start: 09:00",
        "start: 14:30",
        "开始时间: 下午2点半",
        "start: ９：３０",
        "start:",
        "休息: {市发改局: 10}",
        "host: 某某",
    ],
)
def test_what_a_session_accepts_its_schema_accepts(text: str, tmp_path: Path) -> None:
    path = tmp_path / "session.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_session(path).diagnostics == ()
    assert list(SESSION.iter_errors(plain(yaml.load(text, Loader=EditorLoader)))) == []


@pytest.mark.parametrize("text", ["start: 九点", "start: 9", "breaks: {a: -1}"])
def test_what_a_session_refuses_binding_refuses(text: str, tmp_path: Path) -> None:
    path = tmp_path / "session.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BuildError):
        load_session(path)


def test_every_outline_under_decks_is_valid(root: Path) -> None:
    for path in sorted(root.glob("decks/*/units/*.yaml")):
        assert schema_accepts(path.read_text("utf-8")), path
    session = Draft202012Validator(json_schema(Session))
    for path in sorted(root.glob("decks/*/session.yaml")):
        session.validate(plain(yaml.load(path.read_text("utf-8"), Loader=EditorLoader)))


@pytest.mark.parametrize(("name", "cls"), [("outline", Outline), ("session", Session)])
def test_the_committed_schemas_are_current_and_valid(root: Path, name: str, cls: type) -> None:
    Draft202012Validator.check_schema(json_schema(cls))
    committed = (root / "schema" / f"{name}.schema.json").read_text("utf-8")
    assert committed == json.dumps(json_schema(cls), ensure_ascii=False, indent=2) + "\n", (
        f"unitdeck schema {name} -o schema/{name}.schema.json"
    )


def test_keys_are_described_in_both_languages() -> None:
    duty = json_schema(Outline)["$defs"]["Duty"]
    assert duty["description"].startswith("One duty")
    assert duty["properties"]["focus"]["description"] == "重点 · focus"
    assert duty["properties"]["重点"] == {"$ref": "#/$defs/Duty/properties/focus"}
