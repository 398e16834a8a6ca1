"""The scoreboard's pages in the session's deck, read back from the file."""

from __future__ import annotations

from pathlib import Path

import pptx

from support.boards import EVIL, figure, session, two_sessions, unit
from unitdeck.session.building.bulk import Settings, build_session
from unitdeck.session.building.executor import Executor
from unitdeck.session.workspace import open_workspace


def pages(folder: Path) -> list[tuple[str, str]]:
    """The titles of the session's deck with all words of each page, in order."""
    build_session(open_workspace(folder), Settings("zh", Executor("serial")), lambda *_: None)
    (deck,) = (folder / "out").glob("00-*.pptx")
    found = []
    for slide in pptx.Presentation(str(deck)).slides:
        words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for shape in slide.shapes:
            if shape.has_table:
                words += [cell.text for row in shape.table.rows for cell in row.cells]
        found.append((slide.shapes.title.text, "\n".join(words)))
    return found


def test_the_board_stands_after_the_agenda_and_the_register_before_the_sources(tmp_path: Path) -> None:
    titles = [title.replace("\v", "") for title, _ in pages(two_sessions(tmp_path))]
    board = (
        "7家单位15项指标，6项达标，红3项、黄2项，2项未报数",
        "市直4家：丙局居首，达标占比100.0%，首尾相差100.0个百分点",
        "1家单位指标全部达标，1家进步最大",
        "红3项、黄2项，4项没有举措",
    )
    places = [titles.index(title) for title in board]
    assert places == sorted(places)
    assert places[0] == 2
    assert titles.index("1个薄弱点，1个逾期") > places[-1]


def test_evil_texts_are_texts_on_the_pages(tmp_path: Path) -> None:
    shown = "\n".join(words for _, words in pages(two_sessions(tmp_path)))
    for text in EVIL[:3]:
        assert text in shown.replace("\v", "")


def test_a_red_indicator_names_owner_and_date_of_its_measure_or_says_there_is_none(tmp_path: Path) -> None:
    measure = {"problem": "慢", "action": "赶", "owner": "投资股", "due": "2022-07-31", "target": "收入"}
    units = {
        "甲": unit("甲", "市直", figure("收入", 100, 2), measures=[measure]),
        "乙": unit("乙", "市直", figure("支出", 100, 2)),
    }
    (words,) = (words for title, words in pages(session(tmp_path / "s", units)) if title.startswith("红2项"))
    rows = words.split("\n")
    assert "投资股" in rows
    assert "2022年7月31日" in rows
    assert "无举措" in rows


def test_a_session_before_that_changes_builds_the_deck_anew(tmp_path: Path) -> None:
    folder = two_sessions(tmp_path)
    settings = Settings("zh", Executor("serial"))

    def fresh() -> bool:
        report = build_session(open_workspace(folder), settings, lambda *_: None)
        assert report.whole is not None
        return report.whole.fresh

    build_session(open_workspace(folder), settings, lambda *_: None)
    before = tmp_path / "first" / "units" / "甲局.yaml"
    before.write_text(before.read_text("utf-8").replace("44", "45"), "utf-8")
    assert fresh()
