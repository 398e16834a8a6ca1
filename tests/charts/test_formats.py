from decimal import Decimal

import pytest

from unitdeck.charts.formats import change_format, number_format
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.figures import printed_as, value_text


def spec(unit="", decimals=1, *, signed=False):
    return ChartSpec("line", "", (), (), unit=unit, decimals=decimals, signed=signed)


def test_formats():
    assert number_format(spec()) == '#,##0.0;"−"#,##0.0'
    assert number_format(spec("%", 2)) == '#,##0.00"%";"−"#,##0.00"%"'
    assert number_format(spec("万元", 0)) == '#,##0;"−"#,##0'
    assert number_format(spec("百分点", signed=True)) == '+#,##0.0;"−"#,##0.0;#,##0.0'


@pytest.mark.parametrize(
    ("value", "given", "text"),
    [
        ("34096", spec(decimals=0), "34,096"),
        ("44.74", spec("%"), "44.7%"),
        ("0.25", spec(), "0.3"),
        ("-0.25", spec(), "−0.3"),
        ("3.1", spec(signed=True), "+3.1"),
        ("0", spec(signed=True), "0.0"),
        ("-9.4", spec("百分点", signed=True), "−9.4"),
    ],
)
def test_values_as_text(value, given, text):
    assert value_text(Decimal(value), given) == text


def test_missing_is_a_dash_and_zero_is_not():
    assert value_text(None, spec()) == "—"
    assert value_text(Decimal(0), spec(decimals=0)) == "0"


def test_rates_of_a_panel_are_percentages_with_sign_and_one_digit():
    panel, rate = spec("万元", 0)._replace(kind="panel"), Series("增速", (), "rate")
    assert value_text(Decimal("3.14"), printed_as(panel, rate)) == "+3.1%"
    assert printed_as(panel, Series("收入", ())) == panel
    line = spec("‰", 2)
    assert printed_as(line, rate) == line


def test_a_change_prints_its_sign_whatever_the_side_and_nothing_for_zero():
    assert change_format(spec("万元", 0), "+") == '"+"#,##0;"+"#,##0;'
    assert change_format(spec("%"), "−") == '"−"#,##0.0"%";"−"#,##0.0"%";'
