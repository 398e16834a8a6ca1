"""A session's folder: who reports, in which order, in which group, and who is missing."""

import hashlib
from pathlib import Path

import pytest

from unitdeck.base.diagnostics import BuildError
from unitdeck.outline.load import load_session
from unitdeck.session.workspace import open_workspace, unnumbered

UNIT = "单位: 甲\n职责: [做事]\n"


def folder(place: Path, session: str | None, *names: str) -> Path:
    """Return a session's folder with an outline a name."""
    (place / "units").mkdir(parents=True)
    for name in names:
        (place / "units" / f"{name}.yaml").write_text(UNIT, "utf-8")
    if session is not None:
        (place / "session.yaml").write_text(session, "utf-8")
    return place


def names(place: Path) -> list[str]:
    return [unit.name for unit in open_workspace(place).units]


def test_a_draw_sorts_units_by_the_published_rule(tmp_path: Path) -> None:
    units = ["财政局", "发改局", "交通局", "税务局", "人社局"]
    place = folder(tmp_path / "s", "抽签: {种子: 2022-05-30 第一期}\n", *(f"{n:02}-{u}" for n, u in enumerate(units)))
    rule = sorted(units, key=lambda u: hashlib.sha256(f"2022-05-30 第一期\n{u}".encode()).hexdigest())
    assert names(place) == rule
    assert rule != units


def test_a_draw_does_not_depend_on_who_else_is_in_it(tmp_path: Path) -> None:
    units = [f"单位{n}" for n in range(20)]
    whole = names(folder(tmp_path / "a", "抽签: 7\n", *units))
    fewer = names(folder(tmp_path / "b", "抽签: 7\n", *(u for u in units if u not in ("单位3", "单位11"))))
    assert [u for u in whole if u in fewer] == fewer
    assert whole != names(folder(tmp_path / "c", "抽签: 8\n", *units))


def test_a_draw_is_the_same_for_both_spellings_of_a_letter(tmp_path: Path) -> None:
    one = names(folder(tmp_path / "a", "draw: {seed: x}\n", "Z\u00fcrich", "Bern", "Genf"))
    two = names(folder(tmp_path / "b", "draw: {seed: x}\n", "Zu\u0308rich", "Bern", "Genf"))
    assert [name[0] for name in one] == [name[0] for name in two]


def test_missing_units_keep_their_place_and_are_told_once(tmp_path: Path) -> None:
    place = folder(tmp_path / "s", "汇报顺序: [乙, 丁, 甲]\n分组: {市直: [甲, 丁, 戊]}\n", "01-甲", "02-乙", "03-丙")
    workspace = open_workspace(place)
    assert [(u.name, u.outline and u.outline.name, u.group) for u in workspace.units] == [
        ("乙", "02-乙.yaml", ""),
        ("丁", None, "市直"),
        ("甲", "01-甲.yaml", "市直"),
        ("丙", "03-丙.yaml", ""),
        ("戊", None, "市直"),
    ]
    assert [(d.code, d.data["name"], d.span and d.span.line) for d in workspace.missing] == [
        ("UD708", "丁", 1),
        ("UD709", "戊", 2),
    ]


def test_groups_take_file_names_with_or_without_their_number(tmp_path: Path) -> None:
    place = folder(
        tmp_path / "s", "groups:\n  - {name: 镇办, units: [01-甲]}\n  - {name: 市直, units: 乙}\n", "01-甲", "02-乙"
    )
    workspace = open_workspace(place)
    assert [unit.group for unit in workspace.units] == ["镇办", "市直"]
    assert workspace.missing == ()


def test_a_folder_without_a_session_file_has_its_units_by_name(tmp_path: Path) -> None:
    workspace = open_workspace(folder(tmp_path / "s", None, "02-乙", "01-甲"))
    assert [unit.name for unit in workspace.units] == ["甲", "乙"]
    assert (workspace.file, workspace.folder, workspace.faults) == (None, tmp_path / "s", ())


def test_faults_of_the_session_file_are_kept(tmp_path: Path) -> None:
    workspace = open_workspace(folder(tmp_path / "s", "抽签: {种子: 1}\n汇报顺序: [甲]\n", "甲"))
    assert [fault.code for fault in workspace.faults] == ["UD224"]
    assert [unit.name for unit in workspace.units] == ["甲"]


def test_inside_the_units_folder_the_session_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder(tmp_path / "s", "汇报顺序: [乙, 甲]\n", "甲", "乙") / "units")
    workspace = open_workspace(Path())
    assert [unit.outline for unit in workspace.units] == [Path("../units/乙.yaml"), Path("../units/甲.yaml")]
    assert workspace.folder == Path("..")


def test_a_folder_that_is_not_there_has_no_units(tmp_path: Path) -> None:
    assert open_workspace(tmp_path / "没有").units == ()


@pytest.mark.parametrize(
    ("stem", "name"), [("01-市财政局", "市财政局"), ("7. 税务局", "税务局"), ("12", "12"), ("3、人社局", "人社局")]
)
def test_numbers_before_a_name_do_not_count(stem: str, name: str) -> None:
    assert unnumbered(stem) == name


def test_a_draw_needs_a_seed(tmp_path: Path) -> None:
    file = tmp_path / "session.yaml"
    file.write_text("抽签: {种子: }\n", "utf-8")
    with pytest.raises(BuildError) as bad:
        load_session(file)
    assert [fault.code for fault in bad.value.diagnostics] == ["UD209"]
