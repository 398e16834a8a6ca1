"""What is said beside scores: why a unit has none, what was not counted, which ballots are void."""

from __future__ import annotations

from unitdeck.base.catalog import term
from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.session.scoring.scores import Scores, UnitScore
from unitdeck.session.scoring.words import score_speaker
from unitdeck.session.sheets import Cell


def group_title(name: str, say: Say) -> str:
    """Return a group's name as printed."""
    return name or say("ungrouped")


def remark(unit: UnitScore, scores: Scores, say: Say, *, filled: bool) -> str:
    """Return what is to be known of a unit's score; before sheets are filled, only what its outline makes sure."""
    said = []
    if unit.unit.appraisal is None:
        said.append(say("no_outline"))
    if filled:
        said += [say("lacking", part=say(f"part_{name}")) for name in unit.lacking]
        if scores.rules.time and unit.taken is None and not unit.lacking:
            said.append(say("no_time"))
    if left := sum(bool(row.why) for row in unit.indicators):
        said.append(say("left_out", count=left))
    return say("semicolon").join(said)


def void_rows(scores: Scores, lang: Lang) -> list[list[Cell]]:
    """Return form, ballot, cell and reason of each void ballot."""
    say = score_speaker(lang)
    rows: list[list[Cell]] = []
    for tally in scores.tallies:
        for column in tally.columns:
            if column.void is not None:
                place = column.fault.cell if column.fault else column.place
                rows.append([say(f"form_{tally.kind}"), column.head, place, term(column.void.reason, lang)])
    return rows


def vote_lines(scores: Scores, lang: Lang) -> list[str]:
    """Return a line a kind of ballot: how many were cast, are valid, are void; and how many judges there were."""
    say = score_speaker(lang)
    lines = []
    for tally in scores.tallies:
        cast, valid = len(tally.columns), len(tally.valid)
        if tally.kind == "panel":
            lines.append(say("judge_line", count=cast))
        elif tally.kind != "time":
            form = say(f"form_{tally.kind}")
            lines.append(say("vote_line", form=form, cast=cast, valid=valid, void=cast - valid))
    return lines
