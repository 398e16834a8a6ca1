"""The results pages in the session's deck: what they show, and when they are built anew or left out."""

from __future__ import annotations

import json
from pathlib import Path

import pptx
import pytest

from support.score_sheets import EVERYTHING, change, filled, scored_session, setting
from unitdeck.base.diagnostics import Diagnostic
from unitdeck.session.building.bulk import Report, Settings, build_session
from unitdeck.session.building.executor import Executor
from unitdeck.session.scoring.pages import result_file, score_pages
from unitdeck.session.scoring.result import score_json
from unitdeck.session.scoring.setting import filled_sheets, outcome
from unitdeck.session.workspace import open_workspace

MARKS = {
    "等次票": [["好", "好"], ["较好", "好"], ["好", "好"], ["一般", "好"], ["较差", "好"]],
    "评委打分": [[90], [85], [80], [88], [92]],
    "用时": [["7:45"], ["9:00"]],
}


def score(folder: Path) -> None:
    """Do what ``unitdeck session score`` does."""
    found, paths = setting(folder), filled_sheets(folder)
    file = result_file(found.found.workspace)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(score_json(found, outcome(found, paths).scores, paths))


def build(folder: Path) -> Report:
    return build_session(open_workspace(folder), Settings("zh", Executor("serial")), lambda *_: None)


def pages(folder: Path) -> dict[str, str]:
    """Return the words of each results page by its title."""
    (deck,) = (folder / "out").glob("00-*.pptx")
    found = {}
    for slide in pptx.Presentation(str(deck)).slides:
        words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        words += ["|".join(cell.text for cell in row.cells) for table in tables for row in table.rows]
        if any(word.startswith("得分　") for word in words):
            found[slide.shapes.title.text.replace("\v", "")] = "\n".join(words).replace("\v", "")
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = scored_session(tmp_path / "s", EVERYTHING)
    filled(folder, MARKS)
    return folder


def told(folder: Path) -> tuple[Diagnostic, ...]:
    return score_pages(open_workspace(folder), "zh")[1]


def test_a_page_a_group_with_what_each_score_is_made_of(folder: Path) -> None:
    score(folder)
    build(folder)
    found = pages(folder)
    assert list(found) == ["市直3家：甲局97.28分居首，首尾相差14.68分", "镇办2家：戊镇86.40分居首，首尾相差21.40分"]
    first, second = found.values()
    assert "1|甲局|97.28|98.80|100.00|90.00||" in first
    assert "2|丙局|88.80|88.00|100.00|80.00||没有记用时，不扣分" in first
    assert "3|乙局|82.60|91.00|80.00|85.00|−5|1项指标不计分" in first
    assert "得分＝指标分60%＋测评分20%＋评委分20%－超时扣分；等次票：投2张，有效1张，废票1张；评委1位" in first
    assert "有效" not in second


def test_a_unit_without_a_score_is_listed_and_not_zero(folder: Path) -> None:
    change(folder / "scores/计分表.xlsx", {"评委打分": [[None], [None], [None], ["—"], [None]]})
    score(folder)
    build(folder)
    title, words = list(pages(folder).items())[-1]
    assert title == "镇办：戊镇86.40分，1家没有得分"
    assert "—|丁镇|—|59.00|60.00|—|没有评委分，不排名" in words


def test_no_scores_no_pages_and_nothing_told(folder: Path) -> None:
    report = build(folder)
    assert pages(folder) == {}
    assert report.whole is not None
    assert [each.code for each in report.whole.diagnostics] == []


def test_the_deck_is_built_anew_when_scores_come_or_change(folder: Path) -> None:
    build(folder)
    again = build(folder).whole
    assert again is not None
    assert not again.fresh
    score(folder)
    first = build(folder).whole
    assert first is not None
    assert first.fresh
    unchanged = build(folder).whole
    assert unchanged is not None
    assert not unchanged.fresh
    change(folder / "scores/计分表.xlsx", {"评委打分": [[60]]})
    score(folder)
    build(folder)
    assert any(title.startswith("市直3家：甲局91.28分") for title in pages(folder))


@pytest.mark.parametrize("what", ["outline", "sheet", "rules", "title", "gone", "torn", "foreign"])
def test_scores_older_than_what_they_rest_on_are_not_shown(folder: Path, what: str) -> None:
    score(folder)
    assert told(folder) == ()
    session = json.loads((folder / "session.yaml").read_text("utf-8"))
    if what == "outline":
        file = folder / "units/01-甲局.yaml"
        file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    elif what == "sheet":
        change(folder / "scores/计分表.xlsx", {"评委打分": [[60]]})
    elif what in ("rules", "title"):
        more = {"title": "改了"} if what == "title" else {"scoring": {**EVERYTHING, "weights": {}}}
        (folder / "session.yaml").write_text(json.dumps({**session, **more}), "utf-8")
    elif what == "gone":
        (folder / "scores/计分表.xlsx").unlink()
    else:
        result_file(open_workspace(folder)).write_text("{" if what == "torn" else '{"session": 1}', "utf-8")
    assert [each.code for each in told(folder)] == ["UD770"]
    report = build(folder)
    assert pages(folder) == {}
    assert report.whole is not None
    assert [each.code for each in report.whole.diagnostics] == ["UD770"]


def test_the_same_sheets_give_the_same_result(folder: Path) -> None:
    score(folder)
    file = result_file(open_workspace(folder))
    first = file.read_bytes()
    score(folder)
    assert file.read_bytes() == first
    said = json.loads(first)
    unit = said["groups"][0]["units"][0]
    assert (unit["name"], unit["place"], unit["score"], unit["minutes"]) == ("甲局", 1, "97.28", "7.75")
    assert unit["marks"]["grades"] == [["scores/计分表.xlsx!等次票!C7", "好"], ["scores/计分表.xlsx!等次票!D7", "好"]]
    assert said["counts"][0]["void"] == [
        {"ballot": "第2票", "reason": "all_same", "cells": "scores/计分表.xlsx!等次票!D7:D11"}
    ]
