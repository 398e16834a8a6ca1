from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.diagnostics import BuildError, Span
from unitdeck.outline.load import Loaded, load_outline, load_session, session_folder
from unitdeck.outline.model import Duty, Named, Outline, Part, SeriesPoint, Session, TrajectoryPoint

FULL = """\
模板: report@1
单位: {名称: 罗山县财政局, 简称: 县财政局, 组别: 市直, 汇报人: 党组书记、局长}
数据截至: 2022-05-31
时长: 8
职责:
  - 收支管理：组织收入，管好支出
  - {标题: 监督, 内容: 直达资金, 重点: 是}
目标:
  - 指标: 一般公共预算收入
    单位: 万元
    目标: {目标值: "105,561", 口径依据: 年初预算}
    完成: {完成值: 34096, 时期: 1—5月}
    同比: [{数值: −10.2%, 口径依据: 名义}]
    序时计划: {方式: 自定, 节点: {3: 20, 6月: 45, 12: 100}}
    走势: data/revenue.csv
    位次: [{范围: 全市, 指标: 总量, 位次: 9, 总数: 10, 各地: {平桥区: 3.3, 罗山县: —}}]
    其中: {税务部门: 21334, 财政部门: {数值: 12762, 同比: -10.7}}
举措:
  - {问题: 收入慢, 举措: 强化征管, 时限: 9月底, 状态: 推进中, 对应指标: 一般公共预算收入}
图片: [{文件: photos/窗口.jpg, 说明: 服务窗口}]
"""


@pytest.fixture
def session(tmp_path: Path) -> Path:
    for folder in ("units", "data", "photos"):
        (tmp_path / folder).mkdir()
    (tmp_path / "data" / "revenue.csv").write_text(
        "时期,本期,上年同期,增速\n1月,6800,7100,-4.2%\n2月,—,,\n", encoding="utf-8"
    )
    (tmp_path / "photos" / "窗口.jpg").write_bytes(b"x")
    (tmp_path / "units" / "财政局.yaml").write_text(FULL, encoding="utf-8")
    return tmp_path


def write(folder: Path, text: str, name: str = "x.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def codes(path: Path) -> list[str]:
    with pytest.raises(BuildError) as caught:
        load_outline(path)
    return [each.code for each in caught.value.diagnostics]


def test_a_full_outline_in_chinese(session: Path) -> None:
    loaded = load_outline(session / "units" / "财政局.yaml")
    outline = loaded.value
    assert loaded.root == session
    assert loaded.diagnostics == ()
    assert outline.unit.short == "县财政局"
    assert outline.as_of is not None
    assert outline.as_of.date == date(2022, 5, 31)
    assert outline.duties == (Duty("收支管理：组织收入，管好支出"), Duty("监督", "直达资金", True))
    (target,) = outline.targets
    assert target.target is not None
    assert target.target.value == Decimal(105561)
    assert target.yoy[0].value == Decimal("-10.2")
    assert target.trajectory is not None
    assert target.trajectory.points == (
        TrajectoryPoint(3, Decimal(20)),  # type: ignore[arg-type]
        TrajectoryPoint(6, Decimal(45)),  # type: ignore[arg-type]
        TrajectoryPoint(12, Decimal(100)),  # type: ignore[arg-type]
    )
    assert target.series == (
        SeriesPoint("1月", Decimal(6800), Decimal(7100), None, Decimal("-4.2")),  # type: ignore[arg-type]
        SeriesPoint("2月"),
    )
    assert target.ranks[0].peers == (Named("平桥区", Decimal("3.3")), Named("罗山县", None))
    assert target.parts[0] == Part("税务部门", Decimal(21334))
    assert target.parts[1].yoy == Decimal("-10.7")
    assert outline.measures[0].status == "under_way"
    assert outline.measures[0].due is not None
    assert outline.measures[0].due.date is None
    assert outline.photos[0].file == "photos/窗口.jpg"
    assert loaded.positions.at("targets", 0, "actual", "value").line == 12
    assert loaded.positions.at("targets", 0, "series", 0, "rate").file.endswith("revenue.csv")


def test_the_smallest_outline(tmp_path: Path) -> None:
    loaded = load_outline(write(tmp_path, "unit: 罗山县财政局\nduties: 组织收入\n"))
    assert loaded.value == Outline(loaded.value.unit, duties=(Duty("组织收入"),))
    assert loaded.root == tmp_path


def test_an_outline_needs_something_to_report(tmp_path: Path) -> None:
    assert codes(write(tmp_path, "unit: 甲\nduties: []\nslogan: x\n")) == ["UD214"]
    assert codes(write(tmp_path, "unit: 甲\ndutes: [x]\n")) == ["UD201"]  # no second error from the first
    for section in ("targets: [{name: a}]", "next_steps: [a]", "highlights: [a]", "projects: [{name: a}]"):
        load_outline(write(tmp_path, f"unit: 甲\n{section}\n"))


def test_a_measure_names_a_target_by_name_or_id(tmp_path: Path) -> None:
    text = "unit: 甲\ntargets: [{name: 税收收入, id: T1}]\nmeasures: [{problem: a, target: %s}]\n"
    for known in ("税收收入", "T1", "''"):
        load_outline(write(tmp_path, text % known))
    with pytest.raises(BuildError) as caught:
        load_outline(write(tmp_path, text % "税收收人"))
    (unknown,) = caught.value.diagnostics
    assert (unknown.code, unknown.data["best"]) == ("UD215", "税收收入")


def test_rules_are_told_together_with_the_errors_of_fields(tmp_path: Path) -> None:
    text = "unit: 甲\ntargets:\n  - {name: a, kind: x, ranks: [{scope: 全市, rank: 3, of: 2}]}\n  - {name: a}\n"
    assert codes(write(tmp_path, text)) == ["UD208", "UD216", "UD219"]


def test_a_target_without_a_name_does_not_blame_the_measures(tmp_path: Path) -> None:
    assert codes(write(tmp_path, "unit: 甲\ntargets: [{unit: 个}]\nmeasures: [{problem: a, target: b}]\n")) == ["UD202"]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("{name: a, direction: band, target: {low: 1}}", "UD217"),
        ("{name: a, target: {low: 2, high: 2}}", "UD218"),
        ("{name: a, ranks: [{scope: b, rank: 1, previous: 9, previous_of: 8}]}", "UD219"),
        ("{name: a, trajectory: {mode: custom, points: {3: 1, 3月: 2}}}", "UD220"),
        ("{name: a, trajectory: {mode: custom}}", "UD221"),
    ],
)
def test_contradictions(tmp_path: Path, target: str, code: str) -> None:
    assert codes(write(tmp_path, f"unit: 甲\ntargets:\n  - {target}\n")) == [code]


def test_pictures_must_be_in_the_sessions_folder(session: Path) -> None:
    text = "unit: 甲\nduties: [a]\nphotos: [%s]\n"
    assert codes(write(session / "units", text % "photos/窗囗.jpg")) == ["UD603"]
    assert codes(write(session / "units", text % "../photos/窗口.jpg")) == ["UD602"]
    load_outline(write(session / "units", text % "photos/窗口.jpg"))


def test_warnings_come_with_the_value_and_with_the_errors(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("单位: 甲\n职责: [乙]\n".encode("gb18030"))
    loaded = load_outline(path)
    assert [(each.code, each.span) for each in loaded.diagnostics] == [("UD105", Span(str(path)))]
    path.write_bytes("单位: 甲\n职则: [乙]\n".encode("gb18030"))
    assert codes(path) == ["UD105", "UD201"]


def test_a_session(tmp_path: Path) -> None:
    text = "会议名称: 第一次\n会议时间: 2022年5月30日\n状态口径: 银川\n汇报顺序: [财政局, 税务局]\n期次: 1\n"
    loaded: Loaded[Session] = load_session(write(tmp_path, text, "session.yaml"))
    assert loaded.value.status == "yinchuan"
    assert loaded.value.order == ("财政局", "税务局")
    assert loaded.value.number == 1
    assert loaded.root == tmp_path


def test_the_sessions_folder_is_the_one_that_holds_units() -> None:
    assert session_folder(Path("a/units/x.yaml")) == Path("a")
    assert session_folder(Path("a/x.yaml")) == Path("a")


@given(st.text(max_size=80) | st.text(alphabet="单位职责目标名称: -\n[]{}x,3：", max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_text_is_an_outline_or_a_build_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        load_outline(path)
    except BuildError as bad:
        assert any(each.severity == "error" for each in bad.diagnostics)


@given(
    st.recursive(
        st.sampled_from(["3", "约3", "—", "甲", "''", "2022-02-30", "是", "no", "", "data/x.csv"]),
        lambda inner: (
            st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
            | st.dictionaries(
                st.sampled_from(
                    ["名称", "name", "value", "目标", "完成", "位次", "scope", "rank", "points", "mode", "3"]
                ),
                inner,
                max_size=4,
            ).map(lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}")
        ),
        max_leaves=12,
    )
)
@settings(max_examples=100, deadline=None)
def test_any_shape_of_a_target_is_bound_or_a_build_error(tmp_path_factory: pytest.TempPathFactory, shape: str) -> None:
    path = tmp_path_factory.getbasetemp() / "shape.yaml"
    path.write_text(f"unit: 甲\ntargets: [{shape}]\nmeasures: {shape}\n", encoding="utf-8")
    try:
        load_outline(path)
    except BuildError as bad:
        assert all(each.span for each in bad.diagnostics)
