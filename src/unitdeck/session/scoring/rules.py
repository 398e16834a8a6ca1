"""What a session scores, with every parameter in its place, and which sheets that takes."""

from __future__ import annotations

import hashlib
import unicodedata
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from unitdeck.appraise.scoring.ballots import Grade, GradeBallots, RankBallots, TwoBallots
from unitdeck.appraise.scoring.indicators import FourLevel, IndicatorRule, Linear, Rate, Step
from unitdeck.appraise.scoring.panel import Panel, Window, window
from unitdeck.base.language import Lang
from unitdeck.outline.model import Session
from unitdeck.outline.scoring import (
    BALLOT_METHODS,
    INDICATOR_METHODS,
    BallotScoring,
    IndicatorScoring,
    PanelScoring,
    PartName,
    Scoring,
    TimeScoring,
)

RESULT_FILE = "scores.json"  # what the session's deck reads

FormKind = Literal["grades", "a", "b", "ranks", "panel", "time"]
BallotRule: TypeAlias = GradeBallots | RankBallots | TwoBallots

LETTERS: dict[FormKind, str] = {"grades": "G", "a": "A", "b": "B", "ranks": "R", "panel": "P", "time": "T"}
_PRESETS: dict[str, IndicatorRule] = {"step": Step(), "four_level": FourLevel(), "linear": Linear(), "rate": Rate()}
_GRADES: dict[Lang, tuple[str, ...]] = {
    "zh": ("好", "较好", "一般", "较差"),
    "en": ("good", "fairly good", "fair", "poor"),
}
_PARTS: tuple[PartName, ...] = ("indicators", "ballots", "panel")


class Part(NamedTuple):
    """A part of the score and what it counts among the others."""

    name: PartName
    weight: Decimal


class Rules(NamedTuple):
    """A session's scoring. ``parts`` are those that count, in the order in which they are shown."""

    parts: tuple[Part, ...]
    indicators: IndicatorRule | None
    ballots: BallotRule | None
    panel: Panel | None
    time: Window | None

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades that ballots give; none where they give places, or there are no ballots."""
        return () if self.ballots is None or isinstance(self.ballots, RankBallots) else self.ballots.grades

    @property
    def forms(self) -> tuple[FormKind, ...]:
        """The sheets that people fill in."""
        found: list[FormKind] = []
        if self.ballots is not None:
            found += _BALLOT_FORMS[type(self.ballots)]
        found += ["panel"] if self.panel is not None else []
        return (*found, "time") if self.time is not None else tuple(found)


_BALLOT_FORMS: dict[type, tuple[FormKind, ...]] = {
    GradeBallots: ("grades",),
    RankBallots: ("ranks",),
    TwoBallots: ("a", "b"),
}


def rules_of(session: Session, lang: Lang) -> Rules | None:
    """Return what a session scores; None where it scores nothing. ``lang`` is that of grades without names."""
    scoring = _in_parts(session.scoring)
    if scoring is None:
        return None
    given = {each.part: each.weight for each in scoring.weights}
    there = [name for name in _PARTS if getattr(scoring, name) is not None]
    parts = tuple(Part(name, given.get(name, Decimal(1))) for name in there)
    return Rules(
        parts=tuple(part for part in parts if part.weight > 0),
        indicators=_indicators(scoring.indicators),
        ballots=_ballots(scoring.ballots, lang),
        panel=_panel(scoring.panel),
        time=_time(scoring.time, session.minutes),
    )


def code_of(session: Session) -> str:
    """Return what a session's score sheets are known by: eight characters made of its title, number and date."""
    said = (session.title, session.number or "", session.date.text if session.date else "")
    return hashlib.sha256(unicodedata.normalize("NFC", "\n".join(map(str, said))).encode()).hexdigest()[:8].upper()


def usual_grades(lang: Lang) -> tuple[Grade, ...]:
    """Return the published grades in a language."""
    return tuple(g._replace(name=name) for g, name in zip(GradeBallots().grades, _GRADES[lang], strict=True))


def _in_parts(scoring: Scoring | None) -> Scoring | None:
    """Return a scoring that names its parts, of one that names a method alone too."""
    if scoring is None or scoring.method == "none":
        return None
    method = scoring.method
    if method in INDICATOR_METHODS:
        return scoring._replace(indicators=IndicatorScoring(method))
    if method in BALLOT_METHODS:
        return scoring._replace(ballots=BallotScoring(method))
    return scoring._replace(panel=PanelScoring("mean")) if method == "mean" else scoring


def _indicators(said: IndicatorScoring | None) -> IndicatorRule | None:
    if said is None:
        return None
    preset = _PRESETS[said.method]
    return preset._replace(**{k: v for k, v in said._asdict().items() if v is not None and k in preset._fields})


def _ballots(said: BallotScoring | None, lang: Lang) -> BallotRule | None:
    if said is None:
        return None
    if said.method == "ranks":
        return RankBallots() if said.each is None else RankBallots(said.each)
    grades = tuple(Grade(*grade) for grade in said.grades) or usual_grades(lang)
    if said.method == "grades":
        return GradeBallots(grades)
    return TwoBallots(grades=grades) if said.leaders is None else TwoBallots(Decimal(said.leaders), grades)


def _panel(said: PanelScoring | None) -> Panel | None:
    return None if said is None else Panel() if said.full is None else Panel(said.full)


def _time(said: TimeScoring | None, minutes: Decimal | None) -> Window | None:
    if said is None or not said.timed:
        return None
    rule = window(minutes if said.most is None else said.most)
    return Window(
        rule.least if said.least is None else said.least,
        rule.most,
        rule.penalty if said.penalty is None else said.penalty,
    )
