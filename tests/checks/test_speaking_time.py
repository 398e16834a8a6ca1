from decimal import Decimal

from unitdeck.outline.model import Session

YAML = "单位: 财政局\n时长: 2\n职责: [收支]\n"


def test_a_script_over_the_minutes(findings):
    (found,) = findings("UD411", YAML, ((), ("字" * 300,)), ((), ("字" * 200,)))
    assert found.data == {"needed": Decimal("2.3"), "minutes": Decimal(2), "characters": 61, "rate": 220}
    assert (found.severity, found.span.line) == ("warning", 2)


def test_a_script_of_just_the_minutes(findings):
    assert findings("UD411", YAML, ((), ("字" * 440,))) == ()


def test_the_session_s_minutes_hold_where_the_outline_has_none(findings):
    text = "单位: 财政局\n职责: [收支]\n"
    (found,) = findings("UD411", text, ((), ("字" * 300,)), session=Session(minutes=Decimal(1)))
    assert found.data["minutes"] == 1
    assert findings("UD411", text, ((), ("字" * 9000,))) == ()


def test_the_rate_is_the_template_s(findings):
    assert findings("UD411", YAML, ((), ("字" * 500,)), rate=250) == ()
