"""The next session's folder: nothing is lost, nothing that is there is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.boards import figure, session, unit
from unitdeck.base.diagnostics import BuildError
from unitdeck.outline.load import load_outline, load_session
from unitdeck.session.carrying.following import Followed, follow_session
from unitdeck.session.carrying.outline import Told
from unitdeck.session.founding.folder import starter_of
from unitdeck.session.founding.starter import is_blank
from unitdeck.session.founding.unit_list import ListedUnit
from unitdeck.session.papers.comment_record import Remark
from unitdeck.session.results import results
from unitdeck.session.workspace import open_workspace
from unitdeck.source.scalars import when

JULY, AUGUST = when("2022-07-31"), when("2022-08-15")


def first(folder: Path, **more: object) -> Path:
    units = {
        "01-甲局": unit("甲局全称", "市直", figure("收入", 100, 45)),
        "02-乙局": "[[[",
        "03-丙镇": unit("丙镇", "镇办", figure("收入", 100, 0)),
    }
    said = {
        "series": "争一流",
        "number": 1,
        "minutes": 8,
        "template": "report@1",
        "place": "会议中心",
        "order": ["丙镇", "没交局", "甲局", "乙局"],
        "groups": {"市直": ["甲局", "乙局"], "镇办": ["丙镇"]},
        "commentators": {"市领导": "某某"},
    }
    return session(folder, units, **(said | more))


def follow(old: Path, new: Path) -> Followed:
    return follow_session(new, results(old, "zh"), Told(), day=AUGUST, as_of=JULY, lang="zh")


def test_the_session_goes_on_with_its_order_to_be_settled(tmp_path: Path) -> None:
    old = load_session(first(tmp_path / "a") / "session.yaml").value
    done = follow(tmp_path / "a", tmp_path / "b" / "c")
    new = load_session(done.session).value
    changed = {"number": 2, "date": AUGUST, "as_of": JULY, "order": (), "previous": "../../a"}
    assert new == old._replace(**changed)
    assert (tmp_path / "b" / "c" / new.previous).resolve() == (tmp_path / "a").resolve()


def test_the_old_seed_is_not_used_again(tmp_path: Path) -> None:
    done = follow(first(tmp_path / "a", order=[], draw={"seed": "四十二"}), tmp_path / "b")
    assert load_session(done.session).value.draw is None
    text = done.session.read_text("utf-8")
    assert "四十二" not in text
    assert "# 汇报顺序要重新抽：上期的种子不再用。" in text


def test_every_unit_has_an_outline_broken_and_missing_ones_a_starter(tmp_path: Path) -> None:
    done = follow(first(tmp_path / "a"), tmp_path / "b")
    assert [file.name for file in done.written] == [
        "session.yaml",
        "01-丙镇.yaml",
        "02-没交局.yaml",
        "03-甲局.yaml",
        "04-乙局.yaml",
    ]
    assert done.started == ("没交局", "乙局")
    assert [(fault.code, fault.span and Path(fault.span.file).name) for fault in done.faults] == [
        ("UD708", "session.yaml"),
        ("UD125", "02-乙局.yaml"),
    ]
    units = {file.name: file for file in done.written[1:]}
    assert is_blank(units["04-乙局.yaml"].read_text("utf-8"))
    assert load_outline(units["02-没交局.yaml"]).value.unit.name == "没交局"
    target = load_outline(units["01-丙镇.yaml"]).value.targets[0]
    assert target.previous
    assert (target.previous.value, target.actual) == (0, None)
    workspace = open_workspace(tmp_path / "b")
    assert workspace.missing == ()
    assert [unit.group for unit in workspace.units] == ["镇办", "", "市直", "市直"]


def test_what_is_there_stays_under_whichever_number(tmp_path: Path) -> None:
    mine = tmp_path / "b" / "units" / "9-甲局.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("单位: 甲局\n职责: [改过]\n", "utf-8")
    done = follow(first(tmp_path / "a"), tmp_path / "b")
    assert done.kept == (mine,)
    assert "改过" in mine.read_text("utf-8")
    again = follow(tmp_path / "a", tmp_path / "b")
    assert again.written == ()
    assert len(again.kept) == 5


def test_the_next_folder_is_not_the_last_one(tmp_path: Path) -> None:
    old = first(tmp_path / "a")
    before = {file: file.read_bytes() for file in old.rglob("*.yaml")}
    with pytest.raises(BuildError) as refused:
        follow(old, tmp_path / "x" / ".." / "a")
    assert [fault.code for fault in refused.value.diagnostics] == ["UD746"]
    assert {file: file.read_bytes() for file in old.rglob("*.yaml")} == before


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("", "utf-8")
    with pytest.raises(BuildError) as refused:
        follow(first(tmp_path / "a"), tmp_path / "b")
    assert [fault.code for fault in refused.value.diagnostics] == ["UD702"]


def test_a_starter_that_nobody_filled_in_is_no_last_period(tmp_path: Path) -> None:
    old = first(tmp_path / "a")
    blank = starter_of(ListedUnit("丙镇", "丙镇", "丙", "镇办", "镇长"), "zh")
    (old / "units" / "03-丙镇.yaml").write_text(blank, "utf-8")
    done = follow(old, tmp_path / "b")
    assert "丙" in done.started
    assert (tmp_path / "b" / "units" / "01-丙镇.yaml").read_text("utf-8") == blank
    assert not [promise for promise in done.promises if promise.unit == "丙"]


def test_what_was_said_of_a_unit_without_an_outline_is_not_lost(tmp_path: Path) -> None:
    remark = Remark("乙局", "市领导", "", "底数: 不清 # 要摸", "建台账", "税政股", None, None, "", "E4")
    old = results(first(tmp_path / "a"), "zh")
    done = follow_session(tmp_path / "b", old, Told((remark,)), day=AUGUST, as_of=JULY, lang="zh")
    file = tmp_path / "b" / "units" / "04-乙局.yaml"
    (row,) = load_outline(file).value.last_review
    assert (row.comment, row.by, row.promise, row.owner) == ("底数: 不清 # 要摸", "市领导", "建台账", "税政股")
    assert is_blank(file.read_text("utf-8"))
    assert [promise.text for promise in done.promises if promise.unit == "乙局"] == ["建台账"]
