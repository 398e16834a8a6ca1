"""A forecast goes on where the actual figures end: one row of marks made of two series of the sheet."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.formats import number_format
from unitdeck.charts.sheets import column_of, sheet_of
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.plan.chart import ChartSpec

_JOINED_NAME = {"zh": "{}（斜纹为{}）", "en": "{} (hatched: {})"}


class Course(NamedTuple):
    """The sheet with a computed column last: in ``column``; the series it is made of, and the expected periods."""

    sheet: Sheet
    column: int
    actual: int
    forecast: int
    ahead: tuple[int, ...]

    @property
    def values(self) -> tuple[Decimal | None, ...]:
        """The figures of the computed column."""
        return self.sheet.columns[self.column].values


def joined(spec: ChartSpec, lang: str) -> Course | None:
    """Return actual and forecast as one column of figures, None where there are not both or where they overlap.

    Its name, which a legend shows, says how the forecast looks.
    """
    found = _both(spec)
    if found is None:
        return None
    actual, forecast = found
    known, expected = spec.series[actual].values, spec.series[forecast].values
    values = tuple(own if own is not None else ahead for own, ahead in zip(known, expected, strict=True))
    name = _JOINED_NAME[lang[:2]].format(spec.series[actual].name, spec.series[forecast].name)
    return _course(spec, name, (actual, forecast), values, "IF(ISNUMBER({own}),{own},IF(ISNUMBER({next}),{next},NA()))")


def continued(spec: ChartSpec) -> Course | None:
    """Return the forecast as it is drawn as a line: from the last actual point, so that the two are joined."""
    found = _both(spec)
    if found is None:
        return None
    actual, forecast = found
    known, expected = spec.series[actual].values, spec.series[forecast].values
    following = (*expected[1:], None)
    values = tuple(
        ahead if ahead is not None else own if after is not None else None
        for own, ahead, after in zip(known, expected, following, strict=True)
    )
    formula = "IF(ISNUMBER({next}),{next},IF(AND(ISNUMBER({own}),ISNUMBER({after})),{own},NA()))"
    return _course(spec, spec.series[forecast].name, found, values, formula)


def _both(spec: ChartSpec) -> tuple[int, int] | None:
    actual, forecast = column_of(spec, "actual"), column_of(spec, "forecast")
    if actual is None or forecast is None:
        return None
    pairs = zip(spec.series[actual].values, spec.series[forecast].values, strict=True)
    if any(own is not None and ahead is not None for own, ahead in pairs):
        return None
    return actual, forecast


def _course(
    spec: ChartSpec, name: str, pair: tuple[int, int], values: tuple[Decimal | None, ...], formula: str
) -> Course:
    plain, (actual, forecast) = sheet_of(spec), pair
    formulas = tuple(
        formula.format(own=plain.cell(actual, row), next=plain.cell(forecast, row), after=plain.cell(forecast, row + 1))
        for row in range(len(values))
    )
    computed = Figures(name, values, number_format(spec), formulas)
    ahead = tuple(index for index, value in enumerate(spec.series[forecast].values) if value is not None)
    return Course(plain._replace(columns=(*plain.columns, computed)), len(plain.columns), actual, forecast, ahead)
