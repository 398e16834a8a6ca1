"""The sample decks hold together: they load, their figures add up, and what is not published says so."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from unitdeck.outline.load import load_outline, load_session
from unitdeck.outline.model import Outline, Target
from unitdeck.session.board.scoreboard import board
from unitdeck.session.carrying.following import follow_session
from unitdeck.session.carrying.outline import Told
from unitdeck.session.papers.comment_record import read_comments, spellings
from unitdeck.session.results import before, results
from unitdeck.source.scalars import when

DECKS = Path(__file__).parents[1] / "decks"
FIRST = DECKS / "2022-05-30-first"
SECOND = DECKS / "2022-08-15-second"
PUBLISHED = DECKS / "published-figures"

FIRST_FILES = sorted(FIRST.glob("units/*.yaml"))
SECOND_FILES = sorted(SECOND.glob("units/*.yaml"))
SAMPLE_FILES = [*FIRST_FILES, *SECOND_FILES]
PUBLISHED_FILES = sorted(PUBLISHED.glob("units/*.yaml"))


def folder_and_number(path: Path) -> str:
    return f"{path.parents[1].name}-{path.stem[:2]}"


sample_outlines = pytest.mark.parametrize("path", SAMPLE_FILES, ids=folder_and_number)

# What the sources print and nothing else: unit → indicator → figures. 「%」 stands for the printed completion rate.
PRINTED: dict[str, dict[str, dict[str, str | int]]] = {
    "罗山县财政局": {
        "一般公共预算收入": {"actual": "34096", "%": "32.3", "yoy": "-10.2", "rank": 9},
        "税务部门": {"actual": "21334", "%": "28.9", "yoy": "-9.9"},
        "财政部门": {"actual": "12762", "%": "40.4", "yoy": "-10.7"},
        "税收占比": {"actual": "62.57", "rank": 9},
        "一般公共预算支出": {"actual": "195043", "%": "44.74", "yoy": "6.3", "rank": 4},
    },
    "西安市新城区人力资源和社会保障局": {
        "城镇新增就业": {"actual": "12314", "target": "12500"},
        "再就业": {"actual": "6650", "target": "6600"},
        "困难人员再就业": {"actual": "2291", "target": "2200"},
        "担保贷款": {"actual": "5331", "target": "5700"},
        "城镇登记失业率": {"actual": "3.37", "target": "4"},
    },
    "开平市长沙街道办事处": {
        "财政收入": {"actual": "3.33", "%": "92.13", "yoy": "6.41"},
        "规上工业增加值": {"actual": "7.82", "%": "101.94", "yoy": "10.60"},
        "固定资产投资": {"actual": "53.72", "%": "100.53", "yoy": "14.60"},
        "社会消费品零售总额": {"actual": "61.74", "%": "102.24", "yoy": "13.23"},
        "外贸进出口总值": {"actual": "17.40", "%": "105.80", "yoy": "44.40"},
    },
    "广水市发展和改革局": {
        "地区生产总值": {"actual": "410", "yoy": "4.7"},
        "固定资产投资": {"actual": "243.5", "yoy": "13"},
        "社会消费品零售总额": {"actual": "167", "yoy": "3.6"},
        "一般公共预算收入": {"actual": "17.2", "yoy": "13.7", "basis": "可比"},
        "税收占比": {"actual": "82.6"},
    },
}


def load(path: Path) -> Outline:
    loaded = load_outline(path)
    assert loaded.diagnostics == ()
    return loaded.value


def value(target: Target) -> Decimal | None:
    return target.actual.value if target.actual else None


@pytest.mark.parametrize("path", [*SAMPLE_FILES, *PUBLISHED_FILES], ids=folder_and_number)
def test_every_outline_loads_without_a_word(path: Path) -> None:
    assert load(path).targets


def test_the_session_calls_the_seven_units_in_the_order_of_their_files() -> None:
    session = load_session(FIRST / "session.yaml").value
    assert session.order == tuple(load(path).unit.short for path in FIRST_FILES)
    assert len(FIRST_FILES) == 7


@sample_outlines
def test_what_is_not_published_says_that_it_is_a_sample(path: Path) -> None:
    assert load(path).sample


@pytest.mark.parametrize("path", PUBLISHED_FILES, ids=folder_and_number)
def test_published_figures_are_those_printed_by_their_source(path: Path) -> None:
    outline = load(path)
    assert printed(outline) == PRINTED[outline.unit.name]
    assert outline.source
    assert outline.as_of is not None
    assert not outline.sample
    assert not any(target.sample or target.series or target.base is not None for target in outline.targets)


def printed(outline: Outline) -> dict[str, dict[str, str | int]]:
    found: dict[str, dict[str, str | int]] = {}
    for target in outline.targets:
        figures: dict[str, str | int] = {"actual": str(value(target))}
        if target.target is not None:
            figures["target"] = str(target.target.value)
        if target.declared is not None:
            figures["%"] = str(target.declared.completion)
        for growth in target.yoy:
            figures["yoy"] = str(growth.value)
            if growth.basis:
                figures["basis"] = growth.basis
        for rank in target.ranks:
            figures["rank"] = rank.rank
        found[target.name] = figures
        for part in target.parts:
            assert part.declared is not None
            figures = {"actual": str(part.value), "%": str(part.declared.completion), "yoy": str(part.yoy)}
            found[part.name] = figures
    return found


def test_all_four_sets_are_there() -> None:
    assert {load(path).unit.name for path in PUBLISHED_FILES} == set(PRINTED)


@pytest.mark.parametrize("path", [*SAMPLE_FILES, *PUBLISHED_FILES], ids=folder_and_number)
def test_parts_add_up_to_their_total(path: Path) -> None:
    for target in load(path).targets:
        if target.parts:
            assert sum(part.value or 0 for part in target.parts) == value(target), target.name
            if target.target and all(part.target for part in target.parts):
                assert sum(part.target or 0 for part in target.parts) == target.target.value, target.name


@sample_outlines
def test_monthly_series_add_up_to_the_figure_reached_and_to_last_year(path: Path) -> None:
    for target in load(path).targets:
        if not target.series:
            continue
        reached = [point for point in target.series if point.value is not None]
        assert sum(point.value or 0 for point in reached) == value(target), target.name
        if target.base is not None and any(point.last_year is not None for point in reached):
            assert sum(point.last_year or 0 for point in reached) == target.base, target.name


@sample_outlines
def test_official_growth_agrees_with_the_figure_of_last_year(path: Path) -> None:
    for target in load(path).targets:
        nominal = [growth.value for growth in target.yoy if growth.basis in ("", "名义")]
        reached = value(target)
        if nominal and target.base and reached is not None:
            assert abs((reached / target.base - 1) * 100 - nominal[0]) < Decimal("0.1"), target.name


@sample_outlines
def test_ranks_agree_with_the_peers_listed(path: Path) -> None:
    outline = load(path)
    for target in outline.targets:
        for rank in target.ranks:
            if rank.peers:
                ordered = sorted(rank.peers, key=lambda peer: peer.value or 0, reverse=True)
                assert ordered[rank.rank - 1].name == outline.unit.region, target.name
                assert len(rank.peers) == rank.of, target.name
                assert rank.sample


@sample_outlines
def test_steps_lie_after_the_meeting_and_done_milestones_before(path: Path) -> None:
    meeting = load_session(path.parents[1] / "session.yaml").value.date
    assert meeting is not None
    assert meeting.date is not None
    outline = load(path)
    for step in outline.next_steps:
        assert step.goal, step.title
        assert step.due is not None, step.title
        assert step.due.date is not None, step.title
        assert step.due.date > meeting.date, step.title
    for project in outline.projects:
        for milestone in project.milestones:
            if milestone.done:
                assert milestone.date is not None, milestone.title
                assert milestone.date.date is not None, milestone.title
                assert milestone.date.date <= meeting.date, milestone.title


def test_every_picture_named_is_there_and_every_picture_there_is_named() -> None:
    named: set[str] = set()
    for path in FIRST_FILES:
        outline = load(path)
        named |= {photo.file for photo in outline.photos}
        named |= {entry.photo for entry in (*outline.projects, *outline.highlights) if entry.photo}
    assert named == {f"photos/{path.name}" for path in FIRST.glob("photos/*")}


@pytest.mark.parametrize("path", sorted(FIRST.glob("photos/*")), ids=lambda path: path.stem)
def test_pictures_are_small(path: Path) -> None:
    assert path.stat().st_size < 120 * 1024
    with Image.open(path) as picture:
        assert picture.size in {(1600, 900), (1200, 1200), (900, 1200)}


def test_the_outlines_hold_every_kind_of_target_and_the_awkward_cases() -> None:
    targets = [target for path in FIRST_FILES for target in load(path).targets]
    assert {target.kind for target in targets} == {
        "cumulative",
        "growth_rate",
        "level",
        "cap_count",
        "milestone",
        "qualitative",
    }
    assert {target.direction for target in targets} == {"higher", "lower", "band"}
    assert any(target.actual is None for target in targets)
    assert any(value(target) == 0 for target in targets)
    assert any(target.target is not None and target.target.value == 0 for target in targets)
    assert any(target.trajectory is not None for target in targets)


def carried_over() -> list[tuple[Outline, Outline]]:
    """Return each unit's outlines of the first session and the second."""
    first = {load(path).unit.name: load(path) for path in FIRST_FILES}
    return [(first[outline.unit.name], outline) for outline in map(load, SECOND_FILES)]


def test_the_second_session_follows_the_first() -> None:
    first, second = (load_session(folder / "session.yaml").value for folder in (FIRST, SECOND))
    assert (SECOND / second.previous).resolve() == FIRST.resolve()
    assert second.number == (first.number or 0) + 1
    assert second.draw
    assert len(carried_over()) == 7


def test_the_figures_before_are_those_of_the_first_session_and_totals_only_grow() -> None:
    for first, now in carried_over():
        assert [target.name for target in now.targets] == [target.name for target in first.targets]
        for old, new in zip(first.targets, now.targets, strict=True):
            assert (new.previous.value if new.previous else None) == value(old), new.name
            assert new.target == old.target, new.name
            if old.kind in ("cumulative", "cap_count") and value(old) is not None:
                assert (value(new) or 0) >= (value(old) or 0), new.name
            known = {point.label: point for point in old.series if point.value is not None}
            kept = {point.label: point for point in new.series if point.label in known}
            assert kept == known, new.name


def test_the_ranks_before_are_those_of_the_first_session() -> None:
    for first, now in carried_over():
        for old, new in zip(first.targets, now.targets, strict=True):
            assert [(rank.scope, rank.metric, rank.previous, rank.previous_of) for rank in new.ranks] == [
                (rank.scope, rank.metric, rank.rank, rank.of) for rank in old.ranks
            ]


def test_every_promise_of_the_first_session_is_answered_for() -> None:
    for first, now in carried_over():
        answered = {comment.comment for comment in now.last_review}
        ahead = {step.title for step in now.next_steps} | {goal.title for goal in now.ambitions}
        assert {row.problem for row in first.measures if row.status != "closed"} <= answered
        assert {row.comment for row in first.last_review if row.status != "closed"} <= answered
        assert {row.title for row in (*first.next_steps, *first.ambitions)} <= answered | ahead
        for comment in now.last_review:
            assert comment.status, comment.comment
            assert comment.action, comment.comment
    statuses = {row.status for _, now in carried_over() for row in now.last_review}
    assert {"closed", "to_verify", "under_way", "overdue"} <= statuses


def test_making_the_second_session_again_asks_the_same_promises(tmp_path: Path) -> None:
    first = results(FIRST, "zh")
    remarks = read_comments(FIRST / "点评记录.csv", spellings(first))
    follow_session(
        tmp_path / "second", first, Told(remarks), day=when("2022-08-15"), as_of=when("2022-07-31"), lang="zh"
    )
    for path in SECOND_FILES:
        blank, filled = load(tmp_path / "second" / "units" / path.name), load(path)
        asked = [(row.comment, row.by, row.origin, row.promise, row.owner, row.due) for row in blank.last_review]
        told = [(row.comment, row.by, row.origin, row.promise, row.owner, row.due) for row in filled.last_review]
        if path.stem != "03-市发改局":  # written in English
            assert told == asked
        assert [row.comment for row in filled.last_review] == [row.comment for row in blank.last_review]


def test_the_second_session_has_a_tie_one_that_overtakes_and_one_that_falls_back() -> None:
    now = results(SECOND, "zh")
    found = {s.unit.name: s for s in board(now, before(now, "zh")[0]).standings}
    assert {name: (s.place, s.moved) for name, s in found.items() if s.group == "市直"} == {
        "市发改局": (1, 0),
        "市人社局": (1, 3),
        "市财政局": (3, 0),
        "市应急管理局": (4, 1),
        "市交通运输局": (5, -3),
    }
