"""What the results pages in the session's deck read: the scores that ``unitdeck session score`` has written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from unitdeck.base.diagnostics import Diagnostic, Span, warning
from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.outline.scoring import PartName
from unitdeck.session.building.manifest import sha256
from unitdeck.session.scoring.rules import RESULT_FILE, Rules, code_of, rules_of
from unitdeck.session.scoring.texts import weights_text
from unitdeck.session.scoring.words import score_speaker
from unitdeck.session.workspace import Workspace

OUT = "out"
_NAMED = 3  # so many that share the first place are named; more are counted


class ScoredUnit(NamedTuple):
    """A unit with its figures as printed, '' where it has none."""

    group: str
    name: str
    file: str
    place: int | None
    score: Decimal | None
    text: str
    parts: Mapping[str, str]
    deducted: str
    remark: str


class ScorePage(NamedTuple):
    """A page of scores: a group of several units, or all those that are alone in theirs (``group`` '')."""

    group: str
    finding: str
    units: tuple[ScoredUnit, ...]

    @property
    def ranked(self) -> tuple[ScoredUnit, ...]:
        """Those that have a score, best first."""
        return tuple(unit for unit in self.units if unit.score is not None)


class ScorePages(NamedTuple):
    """The pages with what they share: the parts that are scored, how votes went, and how scores come about.

    ``files`` are what they rest on, from the session's folder: the deck is out of date when one of them changes.
    """

    pages: tuple[ScorePage, ...]
    parts: tuple[PartName, ...]
    counts: str
    rule: str
    files: tuple[Path, ...]


class _OutdatedError(Exception):
    """The file of results is not one that we wrote for these inputs."""


def result_file(workspace: Workspace) -> Path:
    """Return where a session's scores are written to and read from."""
    return workspace.folder / OUT / RESULT_FILE


def score_pages(workspace: Workspace, lang: Lang) -> tuple[ScorePages | None, tuple[Diagnostic, ...]]:
    """Return a session's results pages; None where it is not scored or has no scores yet.

    Scores that are older than what they were counted from are not shown, and told (UD770).
    """
    rules = rules_of(workspace.session, lang)
    file = result_file(workspace)
    if rules is None or not file.is_file():
        return None, ()
    try:
        return _pages(json.loads(file.read_bytes()), rules, workspace, lang), ()
    except _OutdatedError as stale:
        return None, (warning("UD770", Span(str(file)), path=str(file), changed=str(stale)),)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, InvalidOperation):
        return None, (warning("UD770", Span(str(file)), path=str(file), changed=RESULT_FILE),)


def _pages(said: Mapping[str, Any], rules: Rules, workspace: Workspace, lang: Lang) -> ScorePages:
    files = [result_file(workspace)]
    if said["session"] != code_of(workspace.session) or said["scoring"] != [
        {"part": part.name, "weight": str(part.weight)} for part in rules.parts
    ]:
        raise _OutdatedError(workspace.file.name if workspace.file else "")
    for name, digest in said["inputs"].items():
        file = workspace.folder / name
        if sha256(file) != digest:
            raise _OutdatedError(name)
        files.append(file)
    say = score_speaker(lang)
    groups = [[_unit(group["name"], unit, say) for unit in group["units"]] for group in said["groups"]]
    return ScorePages(
        pages=tuple(_by_group(groups, say)),
        parts=tuple(part.name for part in rules.parts),
        counts=say("semicolon").join(_counts(said["counts"], say)),
        rule=weights_text(rules, say),
        files=tuple(files),
    )


def _unit(group: str, said: Mapping[str, Any], say: Say) -> ScoredUnit:
    score = said["score"]
    return ScoredUnit(
        group=group or say("ungrouped"),
        name=said["name"],
        file=said["file"],
        place=said["place"],
        score=None if score is None else Decimal(score),
        text=score or say("missing"),
        parts={name: value or say("missing") for name, value in said["parts"].items()},
        deducted=f"−{said['deducted']}" if Decimal(said["deducted"]) else "",
        remark=said["remark"],
    )


def _by_group(groups: Sequence[Sequence[ScoredUnit]], say: Say) -> Iterator[ScorePage]:
    alone = [group[0] for group in groups if len(group) == 1]
    for group in groups:
        if len(group) > 1 or (group and len(alone) == 1):
            yield ScorePage(group[0].group, _finding(group, say), tuple(group))
    if len(alone) > 1:
        said = say("score_alone", groups=say("listed").join(unit.group for unit in alone))
        yield ScorePage("", said, tuple(alone))


def _finding(units: Sequence[ScoredUnit], say: Say) -> str:
    """Who leads with how many points, how far the last is behind, and how many have no score."""
    group, ranked = units[0].group, [unit for unit in units if unit.score is not None]
    lacking = say("score_lacking", count=len(units) - len(ranked)) if len(ranked) < len(units) else ""
    if not ranked:
        return say("score_none", group=group)
    first = [unit for unit in ranked if unit.place == 1]
    names = say("listed").join(unit.name for unit in first[:_NAMED])
    if len(first) > _NAMED:
        names = say("score_others", unit=first[0].name, count=len(first))
    best, last = ranked[0].score, ranked[-1].score
    if best is None or last is None or len(ranked) == 1:
        return say("score_only", group=group, unit=names, score=ranked[0].text) + lacking
    spread = say("score_spread", points=best - last) if best != last else ""
    return say("score_first", group=group, count=len(units), unit=names, score=ranked[0].text) + spread + lacking


def _counts(said: Sequence[Mapping[str, Any]], say: Say) -> Iterator[str]:
    for tally in said:
        counted, valid = tally["counted"], tally["valid"]
        if tally["kind"] == "panel":
            yield say("judge_line", count=counted)
        elif tally["kind"] != "time":
            form = say(f"form_{tally['kind']}")
            yield say("vote_line", form=form, cast=counted, valid=valid, void=counted - valid)
