"""A session that is scored: its units, its rules, and how its papers are called."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import Diagnostic
from unitdeck.base.language import Lang
from unitdeck.session.results import Results, results
from unitdeck.session.scoring.reading import Sheets, read_score_sheets
from unitdeck.session.scoring.rules import Rules, code_of, rules_of
from unitdeck.session.scoring.scores import Scores, scores, unit_names

SHEETS_FOLDER = "scores"  # of a session's folder: the sheets that people fill in
SHEETS_FILE = {"zh": "计分表.xlsx", "en": "scoresheets.xlsx"}
_BOOKS = (".xlsx", ".xls", ".ods")


class Setting(NamedTuple):
    """What scoring works on. ``names`` are those that each unit goes by, in running order, the shown one first.

    ``year`` is that of the meeting, else of the data, else 1980: the workbooks' date.
    """

    lang: Lang
    found: Results
    rules: Rules
    code: str
    names: tuple[tuple[str, ...], ...]
    title: str
    year: int

    @property
    def shown(self) -> tuple[str, ...]:
        """The units' names as printed."""
        return tuple(names[0] for names in self.names)


class Outcome(NamedTuple):
    """The scores of a session, and what was told on the way: void ballots."""

    scores: Scores
    voids: tuple[Diagnostic, ...]


def setting_of(folder: Path, lang: Lang) -> Setting | None:
    """Return a session as it is scored; None where its file says nothing of scoring.

    Raises BuildError as :func:`unitdeck.session.results.results` does.
    """
    found = results(folder, lang)
    rules = rules_of(found.session, lang)
    if rules is None:
        return None
    session = found.session
    shown = (unit.appraisal for unit in found.units if unit.appraisal)
    day = session.date or session.as_of
    return Setting(
        lang=lang,
        found=found,
        rules=rules,
        code=code_of(session),
        names=unit_names(found),
        title=next((a.session_title for a in shown), "") or session.title or folder.resolve().name,
        year=day.date.year if day and day.date else 1980,
    )


def outcome(setting: Setting, paths: tuple[Path, ...]) -> Outcome:
    """Return the scores that filled sheets give; raises BuildError with all that is wrong with them."""
    folder = setting.found.workspace.folder
    read = read_score_sheets(paths, setting.rules, setting.code, setting.names, folder)
    return Outcome(scores(setting.found, setting.rules, read.tallies), read.voids)


def blank(setting: Setting) -> Scores:
    """Return the scores before anybody has given any: those of the figures alone."""
    return scores(setting.found, setting.rules, Sheets((), ()).tallies)


def sheets_in(folder: Path, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return files that were named on a command line by a path from the session's folder, where they lie in it."""
    home = folder.resolve()
    whole = (path.resolve() for path in paths)
    return tuple(folder / path.relative_to(home) if path.is_relative_to(home) else path for path in whole)


def filled_sheets(folder: Path) -> tuple[Path, ...]:
    """Return the workbooks of a session's folder of sheets, without those that an open program locks."""
    home = folder / SHEETS_FOLDER
    if not home.is_dir():
        return ()
    return tuple(sorted(file for file in home.iterdir() if file.suffix.lower() in _BOOKS and file.name[0] not in ".~"))
