YAML = "单位: 财政局\n时长: 5\n职责: [收支]\n"
PAGE = ((), ())


def test_more_than_eight_pages_in_five_minutes(findings):
    assert findings("UD412", YAML, *[PAGE] * 8) == ()
    (found,) = findings("UD412", YAML, *[PAGE] * 9)
    assert (found.data["pages"], found.data["most"], found.span.line) == (9, 8, 2)


def test_no_minutes_no_limit(findings):
    assert findings("UD412", "单位: 财政局\n职责: [收支]\n", *[PAGE] * 99) == ()
