from decimal import Decimal

import pytest

from unitdeck.charts.formats import number_format
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text


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
