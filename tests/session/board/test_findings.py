from __future__ import annotations

from pathlib import Path

import pytest

from support.boards import figure, session, two_sessions, unit
from unitdeck.base.language import Lang
from unitdeck.session.board.findings import BoardFindings, board_findings
from unitdeck.session.board.paper import paper


def found(folder: Path, lang: Lang = "zh") -> BoardFindings:
    return board_findings(paper(folder, lang))


def of(tmp_path: Path, **units: list[float]) -> BoardFindings:
    """The findings of one group whose units have indicators of target 100 with these figures; the schedule is 41.7."""
    outlines = {
        name: unit(name, "市直", *(figure(f"指标{n}", 100, value) for n, value in enumerate(values)))
        for name, values in units.items()
    }
    return found(session(tmp_path / "s", outlines, status="jinzhai"))


def test_what_the_sample_of_two_sessions_tells(tmp_path: Path) -> None:
    told = found(two_sessions(tmp_path))
    # Met: 甲 1 of 2, 乙 1 of 2, 丙 2 of 2, 某镇 2 of 3. Red: 己, 某镇, 无组. Yellow: 甲, 乙. Not reported: 丁, 己.
    assert told.wall == "7家单位15项指标，6项达标，红3项、黄2项，2项未报数"
    assert told.lights == "红3项、黄2项，4项没有举措"
    assert told.register == "1个薄弱点，1个逾期"
    assert told.absent == "3家单位未报送"


def test_in_english(tmp_path: Path) -> None:
    told = found(two_sessions(tmp_path), "en")
    assert told.wall == "7 units, 15 indicators: 6 met, 3 red, 2 yellow, 2 not reported"
    assert told.lights == "3 red, 2 yellow, 4 without a measure"
    assert told.register == "1 weak point, 1 overdue"
    assert told.absent == "3 units have not filed"
    assert told.leagues[0].finding == "市直: 丙局 leads 4 units, 100.0% met, 100.0 points from first to last"


def test_a_group_of_several_has_a_page_and_those_alone_share_one(tmp_path: Path) -> None:
    several, alone = found(two_sessions(tmp_path)).leagues
    assert (several.group, len(several.standings)) == ("市直", 5)
    assert several.finding == "市直4家：丙局居首，达标占比100.0%，首尾相差100.0个百分点"
    assert (alone.group, [s.unit.name for s in alone.standings]) == ("", ["某镇", "无组"])
    assert alone.finding.endswith("、未分组各1家，不比名次")


@pytest.mark.parametrize(
    ("units", "finding"),
    [
        ({"甲": [50], "乙": [50]}, "市直2家并列，达标占比100.0%"),
        ({"甲": [50], "乙": [50], "丙": [9]}, "市直3家：乙、甲并列第1，达标占比100.0%，首尾相差100.0个百分点"),
        ({"甲": [50], "乙": [45]}, "市直2家：甲居首，达标占比100.0%"),  # only the gaps differ
        (
            {"甲": [50], "乙": [50], "丙": [50], "丁": [50], "戊": [9]},
            "市直5家：丁等4家并列第1，达标占比100.0%，首尾相差100.0个百分点",
        ),
        ({"甲": [50]}, "市直：甲达标占比100.0%"),
    ],
)
def test_who_leads(tmp_path: Path, units: dict[str, list[float]], finding: str) -> None:
    assert of(tmp_path, **units).leagues[0].finding == finding


def test_nothing_to_judge(tmp_path: Path) -> None:
    folder = session(tmp_path / "s", {n: unit(n, "市直", figure("收入", 100)) for n in "甲乙"})
    told = found(folder)
    assert told.wall == "2家单位2项指标，0项达标，2项未报数"
    assert told.leagues[0].finding == "市直：没有可评价的指标，不排位"
    assert (told.lights, told.movements, told.honours, told.honoured, told.register) == ("", (), (), "", "")


def test_honours_have_their_figure(tmp_path: Path) -> None:
    told = found(two_sessions(tmp_path))
    assert [(h.unit, h.figure, h.reason) for h in told.honours] == [
        ("丙局", "2/2", "指标全部达序时或达标"),
        ("丙局", "+33.0", "平均序时差比上期改善的百分点，组内最多"),
    ]
    assert told.honoured == "1家单位指标全部达标，1家进步最大"


def moved(tmp_path: Path, before: dict[str, float], now: dict[str, float]) -> BoardFindings:
    for folder, values in (("first", before), ("second", now)):
        units = {name: unit(name, "市直", figure("收入", 100, value)) for name, value in values.items()}
        session(tmp_path / folder, units, previous="../first" if folder == "second" else "")
    return found(tmp_path / "second")


@pytest.mark.parametrize(
    ("before", "now", "finding"),
    [
        ({"甲": 90, "乙": 80, "丙": 70}, {"甲": 70, "乙": 80, "丙": 90}, "市直：丙前移2位，为最多，1家后移"),
        ({"甲": 90, "乙": 80}, {"甲": 91, "乙": 81}, "市直：位次没有变化"),
        ({"甲": 90, "乙": 90}, {"甲": 90, "乙": 80}, "市直：1家位次后移"),
        ({"甲": 90, "乙": 80}, {"甲": 90, "乙": 90}, "市直：乙前移1位，为最多"),
    ],
)
def test_movements(tmp_path: Path, before: dict[str, float], now: dict[str, float], finding: str) -> None:
    (movement,) = moved(tmp_path, before, now).movements
    assert (movement.group, movement.finding) == ("市直", finding)


def test_where_the_number_ranked_has_changed_nobody_has_moved(tmp_path: Path) -> None:
    assert moved(tmp_path, {"甲": 90, "乙": 80, "丙": 70}, {"甲": 90, "乙": 80}).movements == ()
