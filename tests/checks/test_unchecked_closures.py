from unitdeck.base.diagnostics import Term
from unitdeck.outline.model import EMPTY_SESSION

YAML = "单位: 财政局\n职责: [收支]\n上次点评整改:\n  - {{点评: 慢, 状态: {status}{more}}}\n"
SECOND = EMPTY_SESSION._replace(previous="../first")
EVIDENCE, CHECKED = Term("closed_evidence"), Term("closed_checked_by")


def test_closed_asks_for_evidence_and_in_a_following_session_for_a_check(findings):
    bare = YAML.format(status="已销号", more="")
    (found,) = findings("UD743", bare)
    assert found.data == {"what": "慢", "lacking": [EVIDENCE]}
    assert (found.span.line, found.span.column) == (4, 17)
    (found,) = findings("UD743", bare, session=SECOND)
    assert found.data["lacking"] == [EVIDENCE, CHECKED]
    (found,) = findings("UD743", YAML.format(status="已销号", more=", 佐证: 台账"), session=SECOND)
    assert found.data["lacking"] == [CHECKED]


def test_measures_are_held_to_it_too(findings):
    text = "单位: 财政局\n举措:\n  - {问题: 慢, 状态: 已销号, 佐证: 台账}\n"
    assert [found.data["lacking"] for found in findings("UD743", text, session=SECOND)] == [[CHECKED]]


def test_what_is_checked_or_not_closed_is_let_pass(findings):
    whole = YAML.format(status="已销号", more=", 佐证: 台账, 核查人: 督查室")
    assert findings("UD743", whole, session=SECOND) == ()
    for status in ("已完成", "待核", "推进中", "逾期"):
        assert findings("UD743", YAML.format(status=status, more=""), session=SECOND) == ()
