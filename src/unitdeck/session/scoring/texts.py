"""A session's scoring in words, with its numbers."""

from __future__ import annotations

from decimal import Decimal

from unitdeck.appraise.arithmetic import percent, rounded
from unitdeck.appraise.scoring.ballots import RankBallots, TwoBallots
from unitdeck.appraise.scoring.indicators import FourLevel, Rate, Step
from unitdeck.base.phrases import Say
from unitdeck.session.scoring.rules import Rules


def rule_texts(rules: Rules, say: Say) -> dict[str, str]:
    """Return the rules in words, by what they are about, with their numbers."""
    found = {}
    if rules.indicators is not None:
        name = {Step: "step", FourLevel: "four_level", Rate: "rate"}.get(type(rules.indicators), "linear")
        found["indicators"] = say(f"rule_{name}", **{k: short(v) for k, v in rules.indicators._asdict().items()})
    if isinstance(rules.ballots, RankBallots):
        found["ballots"] = say("rule_ranks", each=short(rules.ballots.each))
    elif rules.ballots is not None:
        found["ballots"] = say("rule_grades")
    if isinstance(rules.ballots, TwoBallots):
        found["ballots"] += say("rule_a_b", leaders=short(rules.ballots.leaders))
    if rules.panel is not None:
        found["panel"] = say("rule_panel", trimmed=rules.panel.trimmed_from)
    if rules.time is not None:
        time = {k: short(v) for k, v in rules.time._asdict().items()}
        found["time"] = say("rule_time", **time, card=short(rules.time.card), cost=short(rules.time.penalty * 10))
    return found


def weights_text(rules: Rules, say: Say) -> str:
    """Return in a line what a score is made of: 指标60%＋测评20%＋评委20%－超时扣分."""
    whole = sum((part.weight for part in rules.parts), Decimal(0))
    shares = [
        say("part_share", part=say(f"part_{part.name}"), share=short(rounded(percent(part.weight, whole))))
        for part in rules.parts
    ]
    said = say("plus").join(shares) if len(shares) > 1 else say(f"part_{rules.parts[0].name}") if rules.parts else ""
    return say("score_is", parts=said) + (say("score_minus") if rules.time else "")


def short(value: Decimal) -> str:
    """Return a number without the zeros that it does not need."""
    return f"{value.normalize():f}"
