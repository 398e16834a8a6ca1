"""The frame of a chart part: chart space, plot area, groups of series, legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from unitdeck.ooxml.chart_xml_axes import Axes
from unitdeck.ooxml.chart_xml_series import fraction
from unitdeck.ooxml.chart_xml_text import TextStyle, axis_text
from unitdeck.ooxml.colors import NO_FILL

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
APART = -6  # the overlap of bars that do not touch
_BARE = f"<c:spPr>{NO_FILL}<a:ln>{NO_FILL}</a:ln></c:spPr>"


class Area(NamedTuple):
    """A part of the chart's frame in fractions of its width and height, from the top left."""

    x: float
    y: float
    w: float
    h: float


def chart_space(plot: str, legend: str, style: TextStyle) -> str:
    """Return the whole chart part; its workbook is the part's relationship ``rId1``."""
    return (
        f'{_HEAD}<c:date1904 val="0"/><c:lang val="{style.lang}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/>{plot}{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'
        f"</c:chart>{_BARE}{axis_text(style)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def plot_area(area: Area, groups: Sequence[str], axes: Sequence[str] = ()) -> str:
    """Return ``<c:plotArea>``: ``area`` is the rectangle of the marks alone, without the axes' names."""
    return f"<c:plotArea>{_layout(area, 'inner')}{''.join(groups)}{''.join(axes)}{_BARE}</c:plotArea>"


def bar_chart(
    series: Sequence[str],
    axes: Axes,
    *,
    direction: Literal["bar", "col"],
    gap: int,
    overlap: int = APART,
    grouping: Literal["clustered", "stacked"] = "clustered",
) -> str:
    """Return ``<c:barChart>``. ``gap`` (0 to 500) and ``overlap`` (−100 to 100) are in percent of a bar's width.

    Bars of one category stand a little apart unless told otherwise: any two colours may then be neighbours.
    """
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{"".join(series)}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{_axis_ids(axes)}</c:barChart>'
    )


def line_chart(series: Sequence[str], axes: Axes) -> str:
    """Return ``<c:lineChart>``."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(series)}<c:marker val="1"/>'
        f"{_axis_ids(axes)}</c:lineChart>"
    )


def radar_chart(series: Sequence[str], axes: Axes) -> str:
    """Return ``<c:radarChart>``: a spoke a category, the first at twelve o'clock, then clockwise."""
    return (
        f'<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{"".join(series)}{_axis_ids(axes)}'
        "</c:radarChart>"
    )


def doughnut_chart(series: str, hole: int) -> str:
    """Return ``<c:doughnutChart>`` from twelve o'clock; ``hole`` is in percent of the diameter (10 to 90)."""
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/><c:holeSize val="{hole}"/>'
        "</c:doughnutChart>"
    )


def legend(area: Area, style: TextStyle, *, side: Literal["t", "r"] = "t", left_out: Sequence[int] = ()) -> str:
    """Return ``<c:legend>`` in that rectangle: its names side by side on top, or one below the other at the right.

    The entries ``left_out`` (by place) are not shown.
    """
    without = "".join(f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>' for index in left_out)
    place = f'<c:legendPos val="{side}"/>{without}{_layout(area)}'
    return f'<c:legend>{place}<c:overlay val="0"/>{axis_text(style)}</c:legend>'


def _layout(area: Area, target: str = "") -> str:
    inner = f'<c:layoutTarget val="{target}"/>' if target else ""
    return (
        f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{fraction(area.x)}"/><c:y val="{fraction(area.y)}"/>'
        f'<c:w val="{fraction(area.w)}"/><c:h val="{fraction(area.h)}"/></c:manualLayout></c:layout>'
    )


def _axis_ids(axes: Axes) -> str:
    return f'<c:axId val="{axes.categories}"/><c:axId val="{axes.values}"/>'
