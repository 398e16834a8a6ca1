"""What the fields of ``scoring`` owe to each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, Term, error
from unitdeck.outline.scoring import BallotScoring, IndicatorScoring, Scoring
from unitdeck.source.bind import Positions

# The parameters that each method takes.
TAKES = {
    "step": ("each", "most", "least"),
    "four_level": ("each", "most", "threshold"),
    "linear": ("most", "least"),
    "rate": ("each", "most", "least"),
    "grades": ("grades",),
    "ranks": ("each",),
    "a_b": ("grades", "leaders"),
}
_PARTS = ("indicators", "ballots", "panel")


def unscorable(scoring: Scoring | None, positions: Positions) -> tuple[Diagnostic, ...]:
    """Return the errors UD750–UD753 of a session's scoring; none where it has none."""
    if scoring is None:
        return ()
    found = list(_parts(scoring, positions))
    if scoring.indicators is not None:
        found += _method(scoring.indicators, "indicators", positions)
    if scoring.ballots is not None:
        found += _method(scoring.ballots, "ballots", positions)
        found += _grades(scoring.ballots, positions)
    if scoring.time is not None:
        found += _bounds(scoring.time.least, scoring.time.most, "time", positions)
    return tuple(found)


def _parts(scoring: Scoring, positions: Positions) -> Iterator[Diagnostic]:
    there = {part for part in _PARTS if getattr(scoring, part) is not None}
    failed = any(("scoring", part) in positions.spans for part in (*_PARTS, "method"))
    if scoring.method is not None and there:
        yield error("UD750", positions.at("scoring", "method"), known=tuple(map(Term, _PARTS)))
    elif scoring.method is None and not there and not failed:
        yield error("UD750", positions.at("scoring"), known=tuple(map(Term, _PARTS)))
    weighted = [weight.part for weight in scoring.weights if weight.part is not None]
    known = tuple(Term(part) for part in _PARTS if part in there)
    for place, part in enumerate(weighted):
        if part not in there or part in weighted[:place]:
            yield error("UD751", positions.at("scoring", "weights", place, "part"), part=Term(part), known=known)
    for name in _PARTS:
        if weighted and name in there and name not in weighted:
            yield error("UD751", positions.at("scoring", "weights"), part=Term(name), known=known)
    if weighted and not any(weight.weight for weight in scoring.weights):
        yield error("UD751", positions.at("scoring", "weights"), part=Term(weighted[0]), known=known)


def _method(part: IndicatorScoring | BallotScoring, name: str, positions: Positions) -> Iterator[Diagnostic]:
    if part.method is None:
        return
    takes = TAKES[part.method]
    for field in part._fields[1:]:
        if getattr(part, field) not in (None, ()) and field not in takes:
            span = positions.at("scoring", name, field)
            yield error("UD752", span, key=Term(f"scoring_{field}"), method=Term(part.method), known=_shown(takes))
    if isinstance(part, IndicatorScoring):
        yield from _bounds(part.least, part.most, name, positions)


def _bounds(least: object, most: object, name: str, positions: Positions) -> Iterator[Diagnostic]:
    if least is not None and most is not None and least >= most:  # type: ignore[operator]  # both Decimal
        yield error("UD753", positions.at("scoring", name, "least"), low=least, high=most)


def _grades(part: BallotScoring, positions: Positions) -> Iterator[Diagnostic]:
    """Grades that no ballot could tell apart: fewer than two, or one twice."""
    names = [grade.name or "" for grade in part.grades]
    if len(names) == 1:
        yield error("UD754", positions.at("scoring", "ballots", "grades"), name=names[0])
    read = ["".join(unicodedata.normalize("NFKC", name).split()).casefold() for name in names]  # as a sheet's cell is
    for place, name in enumerate(names):
        if name and read[place] in read[:place]:
            yield error("UD754", positions.at("scoring", "ballots", "grades", place, "name"), name=name)


def _shown(fields: tuple[str, ...]) -> tuple[Term, ...]:
    return tuple(Term(f"scoring_{field}") for field in fields)
