"""The numbers of a session's scoring and its rules in words, as they stand on a sheet that formulas read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.scoring.ballots import RankBallots, TwoBallots, place_points
from unitdeck.base.phrases import Say
from unitdeck.session.scoring.rules import Rules
from unitdeck.session.scoring.texts import rule_texts
from unitdeck.session.sheets import Formula, Number

STEP = "STEP"
_PLAIN = "0.####"


class Parameter(NamedTuple):
    """A row of the sheet: ``key`` is what formulas ask for, '' where they ask for nothing; ``value`` may be none."""

    key: str
    label: str | int
    value: Number | Formula | None
    text: str


def parameters(rules: Rules, units: int, say: Say) -> tuple[Parameter, ...]:
    """Return the rows. In a formula ``STEP`` stands for the cell of what is between two places."""
    return tuple(_rows(rules, units, say))


def _rows(rules: Rules, units: int, say: Say) -> Iterator[Parameter]:
    texts = rule_texts(rules, say)
    total = say("rule_total")
    for part in rules.parts:
        yield _number(f"weight_{part.name}", say(f"p_weight_{part.name}"), part.weight, total)
        total = ""
    if rules.indicators is not None:
        text = texts["indicators"]
        for name, value in rules.indicators._asdict().items():
            yield _number(name, say(f"p_{name}"), value, text)
            text = ""
        yield Parameter("", "", None, say("rule_reached"))
        yield Parameter("", "", None, say("rule_weights"))
    if rules.ballots is not None:
        yield from _ballots(rules, units, say, texts["ballots"])
        yield Parameter("", "", None, say("rule_void"))
    if rules.panel is not None:
        yield _number("full", say("p_full"), rules.panel.full, texts["panel"])
        yield _number("trimmed", say("p_trimmed"), Decimal(rules.panel.trimmed_from), "")
    if rules.time is not None:
        yield _number("short", say("p_short"), rules.time.least, texts["time"])
        yield _number("long", say("p_long"), rules.time.most, "")
        yield _number("penalty", say("p_penalty"), rules.time.penalty, "")
    yield Parameter("", "", None, say("rule_formulas"))


def _ballots(rules: Rules, units: int, say: Say, text: str) -> Iterator[Parameter]:
    if isinstance(rules.ballots, TwoBallots):
        yield _number("leaders", say("p_leaders"), rules.ballots.leaders, "")
    for n, grade in enumerate(rules.grades):
        yield Parameter(f"grade{n}", grade.name, Number(grade.points, _PLAIN), "" if n else text)
    if isinstance(rules.ballots, RankBallots):
        yield _number("place_step", say("p_step"), rules.ballots.each, text)
        for place in range(1, units + 1):
            formula = f"=MAX(0,100-{STEP}*({place}-1))"
            yield Parameter(f"place{place}", place, Formula(formula, place_points(place, rules.ballots), _PLAIN), "")


def _number(key: str, label: str, value: Decimal, text: str) -> Parameter:
    return Parameter(key, label, Number(value, _PLAIN), text)
