from __future__ import annotations

from pathlib import Path

import pytest

from support.boards import figure, session, two_sessions, unit
from unitdeck.base.diagnostics import BuildError
from unitdeck.session.results import before, results


def test_units_come_in_running_order_with_the_broken_and_missing_ones_among_them(tmp_path: Path) -> None:
    units = results(two_sessions(tmp_path), "zh").units
    assert [u.name for u in units] == ["甲局", "乙局", "丙局", "丁局", "没交局", "戊局", "己局", "某镇", "无组", "坏"]
    assert [u.name for u in units if u.appraisal is None] == ["没交局", "戊局", "坏"]
    assert all(bool(u.fault) == (u.appraisal is None) for u in units)


def test_a_fault_names_file_and_line_and_no_folder_of_this_computer(tmp_path: Path) -> None:
    absent, broken, _ = (u for u in results(two_sessions(tmp_path), "zh").units if u.fault)
    assert broken.fault == "units/05-戊局.yaml:12: UD204 “actual”的值“许多”不是数字"
    assert absent.fault == "session.yaml:1: UD708 汇报顺序里有“没交局”，units 里没有它的提纲"
    assert str(tmp_path) not in absent.fault + broken.fault


def test_a_folder_without_session_file_and_without_units_folder(tmp_path: Path) -> None:
    (tmp_path / "2-乙.yaml").write_text("单位: 乙\n职责: [a]\n", "utf-8")
    assert [u.name for u in results(tmp_path, "zh").units] == ["乙"]


@pytest.mark.parametrize("name", ["nothing", "."])
def test_no_units_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildError) as caught:
        results(tmp_path / name, "zh")
    assert [d.code for d in caught.value.diagnostics] == ["UD704"]


def test_a_session_before_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    folder = session(tmp_path / "s", {"甲": unit("甲", "", figure("a", 1, 1))}, previous="../none")
    found, doubts = before(results(folder, "zh"), "zh")
    assert found is None
    assert [(d.code, d.severity) for d in doubts] == [("UD704", "warning")]


def test_a_fault_that_nobody_foresaw_stays_with_its_unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = session(tmp_path / "s", {n: unit(n, "", figure("a", 1, 1)) for n in "甲乙"})
    real = results.__globals__["appraise"]

    def fails(outline: object, *rest: object) -> object:
        return 1 / 0 if outline.unit.name == "甲" else real(outline, *rest)  # type: ignore[attr-defined]

    monkeypatch.setitem(results.__globals__, "appraise", fails)
    good, broken = results(folder, "en").units
    assert "ZeroDivisionError" in broken.fault
    assert good.appraisal is not None
