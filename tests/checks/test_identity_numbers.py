from unitdeck.checks.identity_numbers import is_identity_number

RIGHT = "11010519491231002X"  # the standard's own example


def test_the_check_digit_and_the_date_are_looked_at():
    assert is_identity_number(RIGHT)
    assert is_identity_number(RIGHT.lower())
    assert not is_identity_number(RIGHT[:-1] + "1")
    assert not is_identity_number("110105194913310020")


def test_a_number_is_found_and_not_printed(findings):
    (found,) = findings("UD422", f"单位: 财政局\n职责: [收支]\n提请事项:\n  - 张某（{RIGHT}）补助\n")
    assert found.data == {"number": "110…2X"}
    assert found.span.line == 4


def test_other_long_numbers_are_left_alone(findings):
    assert findings("UD422", f"单位: 财政局\n职责: [批号 9{RIGHT}, 文号 110105194912310021]\n") == ()
