"""From a chart's meaning to the sheet behind it: every series a column, in the order given."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.charts.formats import number_format
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.plan.chart import ChartSpec, Role
from unitdeck.plan.figures import printed_as


def sheet_of(spec: ChartSpec) -> Sheet:
    """Return the sheet of all series of a chart."""
    columns = (Figures(one.name, one.values, number_format(printed_as(spec, one))) for one in spec.series)
    return Sheet(spec.categories, tuple(columns))


def column_of(spec: ChartSpec, role: Role) -> int | None:
    """Return the column of the first series in that role, None where there is none."""
    return next((index for index, series in enumerate(spec.series) if series.role == role), None)


def at(texts: Sequence[str], index: int) -> str:
    """Return a category's label or tone, '' where none was given."""
    return texts[index] if index < len(texts) else ""
