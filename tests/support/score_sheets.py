"""Score sheets made by the program and filled in as a clerk would, and sessions that are scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from support.boards import figure, session, unit
from support.outlines import Plain
from unitdeck.base.language import Lang
from unitdeck.session.scoring.setting import Setting, blank, setting_of
from unitdeck.session.scoring.xlsx import scoresheets_xlsx

EVERYTHING: Plain = {
    "indicators": "step",
    "ballots": "grades",
    "panel": "mean",
    "time": True,
    "weights": {"indicators": 60, "ballots": 20, "panel": 20},
}
FIRST_ROW, FIRST_COLUMN = 7, 3
Marks = Sequence[Sequence[Any]]  # a row a unit, in running order


def scored_session(folder: Path, scoring: Any = "grades", **particulars: Any) -> Path:
    """Return a session of five units in two groups, with ties, a missing figure, weights, and one unit unreadable."""
    units = {
        "01-甲局": unit("甲局", "市直", figure("收入", 100, 45, weight=60), figure("支出", 100, 35, weight=40)),
        "02-乙局": unit("乙局", "市直", figure("收入", 100, 45), figure("支出", 100, 29), figure("税收", 100)),
        "03-丙局": unit("丙局", "市直", figure("收入", 3, 1), figure("支出", 8, 3)),
        "04-丁镇": unit("丁镇", "镇办", figure("收入", 100, 0), figure("失业率", 4, 3.37, unit="%", **LOWER)),
        "05-戊镇": unit("戊镇", "镇办", figure("收入", 100, 41), figure("品牌", None, kind="qualitative")),
    }
    return session(folder, units, scoring=scoring, **particulars)


LOWER: Plain = {"kind": "level", "direction": "lower"}


def setting(folder: Path, lang: Lang = "zh") -> Setting:
    """Return a session that is scored."""
    found = setting_of(folder, lang)
    assert found is not None
    return found


def filled(
    folder: Path,
    marks: Mapping[str, Marks],
    name: str = "scores/计分表.xlsx",
    *,
    ballots: int = 6,
    judges: int = 6,
    lang: Lang = "zh",
) -> Path:
    """Return the session's score sheets, filled with marks by sheet."""
    scored = setting(folder, lang)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(scoresheets_xlsx(scored, blank(scored), ballots=ballots, judges=judges))
    change(path, marks)
    return path


def change(path: Path, marks: Mapping[str, Marks]) -> None:
    """Write marks into sheets that are there."""
    book = openpyxl.load_workbook(path)
    for sheet, rows in marks.items():
        for at, row in enumerate(rows):
            for n, value in enumerate(row):
                if value is not None:
                    book[sheet].cell(FIRST_ROW + at, FIRST_COLUMN + n).value = value
    book.save(path)


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    """Return the rows of one of our tables by their headings."""
    heads = [str(cell.value).replace("\n", "") for cell in sheet[3]]
    return [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=4, values_only=True)]
