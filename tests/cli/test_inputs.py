from pathlib import Path

import pytest

from unitdeck.cli.inputs import outlines

UNIT = "单位: 甲\n职责: [做事]\n"


def session(folder: Path, order: str = "") -> Path:
    """Return a session's folder of three units."""
    (folder / "units").mkdir(parents=True)
    for name in ("丙", "乙", "甲"):
        (folder / "units" / f"{name}.yaml").write_text(UNIT, "utf-8")
    (folder / "session.yaml").write_text(f"会议名称: 第一期\n{order}", "utf-8")
    return folder


def test_a_session_folder_stands_for_its_units_in_the_order_drawn(tmp_path: Path) -> None:
    units, faults = outlines([session(tmp_path / "s", "汇报顺序: [乙, 丙]\n")])
    assert [unit.stem for unit in units] == ["乙", "丙", "甲"]
    assert faults == []


def test_without_an_order_units_come_by_name(tmp_path: Path) -> None:
    units, _ = outlines([session(tmp_path / "s")])
    assert [unit.stem for unit in units] == sorted("甲乙丙")


def test_the_units_folder_itself_knows_the_sessions_order(tmp_path: Path) -> None:
    units, _ = outlines([session(tmp_path / "s", "汇报顺序: [乙]\n") / "units"])
    assert units[0].stem == "乙"


def test_a_bad_session_file_still_gives_the_units(tmp_path: Path) -> None:
    units, faults = outlines([session(tmp_path / "s", "不认识: [\n")])
    assert len(units) == 3
    assert faults == []


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    folder = session(tmp_path / "s")
    units, _ = outlines([folder / "units" / "甲.yaml", folder])
    assert [unit.stem for unit in units] == ["甲", *sorted("乙丙")]


def test_an_empty_folder_is_an_error_with_its_name(tmp_path: Path) -> None:
    units, faults = outlines([tmp_path])
    assert units == []
    assert [(fault.code, fault.data["folder"]) for fault in faults] == [("UD704", str(tmp_path))]


def test_hidden_files_and_others_are_left_out(tmp_path: Path) -> None:
    for name in (".甲.yaml", "说明.txt", "甲.yml"):
        (tmp_path / name).write_text(UNIT, "utf-8")
    units, _ = outlines([tmp_path])
    assert [unit.name for unit in units] == ["甲.yml"]


def test_a_number_before_the_name_does_not_hide_it_from_the_order(tmp_path: Path) -> None:
    folder = session(tmp_path / "s", "汇报顺序: [丁, 甲]\n")
    (folder / "units" / "07-丁.yaml").write_text(UNIT, "utf-8")
    units, _ = outlines([folder])
    assert [unit.stem for unit in units[:2]] == ["07-丁", "甲"]


@pytest.mark.parametrize("named", ["甲.yaml", "."])
def test_inside_the_units_folder_paths_still_show_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(session(tmp_path / "s") / "units")
    units, _ = outlines([Path(named)])
    assert Path("../units/甲.yaml") in units


def test_a_unit_of_the_order_without_an_outline_is_told_at_its_line(tmp_path: Path) -> None:
    units, (fault,) = outlines([session(tmp_path / "s", "汇报顺序: [乙, 丁]\n")])
    assert len(units) == 3
    assert (fault.code, fault.data["name"]) == ("UD708", "丁")
    assert fault.span is not None
    assert (Path(fault.span.file).name, fault.span.line, fault.span.column) == ("session.yaml", 2, 11)
