"""Axes of native charts. Value axes are rarely shown: labels at the marks say the figures."""

from typing import Literal, NamedTuple

from unitdeck.ooxml.chart_xml_series import Stroke, fraction, line
from unitdeck.ooxml.chart_xml_text import TextStyle, axis_text
from unitdeck.ooxml.colors import NO_FILL
from unitdeck.ooxml.escape import escape

Side = Literal["l", "r", "t", "b"]


class Axes(NamedTuple):
    """The ids of a pair of axes: categories and values."""

    categories: int
    values: int


AXES = Axes(1001, 1002)
SECOND_AXES = Axes(1003, 1004)


class Scale(NamedTuple):
    """The ends of a value axis."""

    least: float
    most: float


def category_axis(
    axes: Axes,
    side: Side,
    style: TextStyle,
    *,
    stroke: Stroke | None = None,
    crosses: Literal["autoZero", "min"] = "autoZero",
    every: int = 1,
    names: Literal["low", "high"] = "low",
    grid: Stroke | None = None,
) -> str:
    """Return ``<c:catAx>`` with its names at the low side of the plot, whatever the sign of the values.

    At side 'l' the first category is on top. ``stroke`` draws the axis where it ``crosses`` the values;
    ``every`` n-th name is printed, whole; ``names`` 'high' puts them where the values end; ``grid`` draws a line at
    each.
    """
    look = f"<c:spPr>{NO_FILL}{line(stroke) if stroke else f'<a:ln>{NO_FILL}</a:ln>'}</c:spPr>"
    skip = f'<c:tickLblSkip val="{every}"/>' if every > 1 else ""
    return (
        f"<c:catAx>{_head(axes.categories, side, deleted=False, reverse=side == 'l', grid=grid)}"
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{names}"/>'
        f'{look}{axis_text(style, unbroken=every > 1)}<c:crossAx val="{axes.values}"/><c:crosses val="{crosses}"/>'
        f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def hidden_category_axis(axes: Axes, side: Side) -> str:
    """Return a deleted ``<c:catAx>``, for a single bar that carries its own names."""
    return (
        f"<c:catAx>{_head(axes.categories, side, deleted=True, reverse=side == 'l')}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{axes.values}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


class Ticks(NamedTuple):
    """What a value axis shows where it is shown: its figures' look, format code and distance.

    Gridlines and the ``axis`` itself are drawn where they have a stroke; in a radar chart they are rings and spokes.
    With ``marks`` the axis has ticks, and its figures stand at it, else at the low side of the plot.
    """

    style: TextStyle
    code: str
    every: float
    grid: Stroke | None = None
    axis: Stroke | None = None
    marks: bool = False


def value_axis(
    axes: Axes,
    side: Side,
    scale: Scale,
    *,
    ticks: Ticks | None = None,
    reverse: bool = False,
    kept: bool = False,
    crosses: Literal["autoZero", "max"] = "autoZero",
    between: Literal["between", "midCat"] = "between",
) -> str:
    """Return ``<c:valAx>`` with fixed ends, deleted unless it has ``ticks`` or is ``kept`` without anything to see.

    LibreOffice draws on the first pair of axes what belongs to a second one whose value axis is deleted.
    ``reverse`` runs it from the top down (ranks); ``crosses`` is where it meets the categories (``max``: the far side,
    for a second pair of axes); ``between`` puts points between ticks or on them.
    """
    head = _head(
        axes.values,
        side,
        deleted=ticks is None and not kept,
        reverse=reverse,
        scale=scale,
        ticks=ticks,
        grid=ticks and ticks.grid,
    )
    own = line(ticks.axis) if ticks and ticks.axis else f"<a:ln>{NO_FILL}</a:ln>"
    shown = f"<c:spPr>{NO_FILL}{own}</c:spPr>" if ticks or kept else ""
    shown += axis_text(ticks.style) if ticks else ""
    marks = ticks is not None and ticks.marks
    figures = "nextTo" if marks else "low" if ticks else "none"
    every = f'<c:majorUnit val="{fraction(ticks.every)}"/>' if ticks else ""
    return (
        f'<c:valAx>{head}<c:majorTickMark val="{"out" if marks else "none"}"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{figures}"/>{shown}<c:crossAx val="{axes.categories}"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="{between}"/>{every}</c:valAx>'
    )


def _head(
    axis_id: int,
    side: Side,
    *,
    deleted: bool,
    reverse: bool = False,
    scale: Scale | None = None,
    ticks: Ticks | None = None,
    grid: Stroke | None = None,
) -> str:
    ends = f'<c:max val="{fraction(scale.most)}"/><c:min val="{fraction(scale.least)}"/>' if scale else ""
    lines = f"<c:majorGridlines><c:spPr>{line(grid)}</c:spPr></c:majorGridlines>" if grid else ""
    return (
        f'<c:axId val="{axis_id}"/><c:scaling><c:orientation val="{"maxMin" if reverse else "minMax"}"/>{ends}'
        f'</c:scaling><c:delete val="{int(deleted)}"/><c:axPos val="{side}"/>{lines}'
        f'<c:numFmt formatCode="{escape(ticks.code) if ticks else "General"}" sourceLinked="0"/>'
    )
