"""Series of native charts: bars, lines and rings with their points and data labels."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.base.units import emu
from unitdeck.ooxml.chart_xml_sheet import Sheet
from unitdeck.ooxml.chart_xml_text import TextStyle, label_text, rich_text
from unitdeck.ooxml.colors import NO_FILL, hatch_fill, solid_fill
from unitdeck.ooxml.escape import escape

Position = Literal["outEnd", "inEnd", "ctr", "inBase", "t", "b", "l", "r", ""]
Dash = Literal["solid", "dash", "sysDash"]

# Where a label has been moved, no line shall lead to it: some programs draw one unless this extension says no.
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext>'
    "</c:extLst>"
)
_PLAIN_BORDER = f"<a:ln>{NO_FILL}</a:ln>"


class Shows(NamedTuple):
    """What a label prints of its own accord: it follows when a person edits the data."""

    value: bool = False
    category: bool = False
    series: bool = False
    percent: bool = False
    key: bool = False
    separator: str = ""


VALUE = Shows(value=True)


class Stroke(NamedTuple):
    """A line: colour token, width in points, dash."""

    color: str
    width_pt: float
    dash: Dash = "solid"


class Hatch(NamedTuple):
    """A hatched fill in a colour token, with an edge of that colour: what is expected and not yet there (IBCS)."""

    color: str


Fill = str | Hatch
_HATCH_EDGE_PT = 1.5


def shape(fill: Fill, border: Stroke | None = None) -> str:
    """Return ``<c:spPr>`` filled with a token ('' for none) or hatched, with a border or none."""
    if isinstance(fill, Hatch):
        inside, border = hatch_fill(fill.color), border or Stroke(fill.color, _HATCH_EDGE_PT)
    else:
        inside = solid_fill(fill) if fill else NO_FILL
    return f"<c:spPr>{inside}{line(border) if border else _PLAIN_BORDER}</c:spPr>"


def line(stroke: Stroke, cap: str = "flat") -> str:
    """Return ``<a:ln>``."""
    return (
        f'<a:ln w="{emu(stroke.width_pt)}" cap="{cap}">{solid_fill(stroke.color)}<a:prstDash val="{stroke.dash}"/>'
        "<a:round/></a:ln>"
    )


def bar_series(
    sheet: Sheet,
    column: int,
    order: int,
    fill: Fill,
    *,
    border: Stroke | None = None,
    points: Iterable[tuple[int, Fill]] = (),
    labels: str = "",
    trend: Stroke | None = None,
) -> str:
    """Return ``<c:ser>`` of a bar chart; ``points`` are indexes with a fill of their own.

    ``trend`` draws the straight line through the ends of the bars, over the whole plot: equal values, one upright line.
    """
    own = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{shape(token, border)}</c:dPt>'
        for index, token in points
    )
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>{sheet.name(column)}{shape(fill, border)}'
        f'<c:invertIfNegative val="0"/>{own}{labels}{_trend_line(trend) if trend else ""}{sheet.cat()}'
        f"{sheet.val(column)}</c:ser>"
    )


def line_series(
    sheet: Sheet,
    column: int,
    order: int,
    stroke: Stroke,
    *,
    marker_pt: int = 0,
    points: Iterable[str] = (),
    labels: str = "",
) -> str:
    """Return ``<c:ser>`` of a line chart with round markers of that size (2 to 72), 0 for none.

    ``points`` are those that :func:`line_point` draws otherwise.
    """
    head = _line_head(sheet, column, order, stroke, marker_pt)
    return f'{head}{"".join(points)}{labels}{sheet.cat()}{sheet.val(column)}<c:smooth val="0"/></c:ser>'


def unseen_series(sheet: Sheet, column: int, order: int, labels: str) -> str:
    """Return ``<c:ser>`` of a line chart of which only the labels are seen."""
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>{sheet.name(column)}<c:spPr>{_PLAIN_BORDER}</c:spPr>'
        f'{_marker(0, "")}{labels}{sheet.cat()}{sheet.val(column)}<c:smooth val="0"/></c:ser>'
    )


def radar_series(sheet: Sheet, column: int, order: int, stroke: Stroke, marker_pt: int) -> str:
    """Return ``<c:ser>`` of a radar chart: a line around the centre with round markers."""
    return f"{_line_head(sheet, column, order, stroke, marker_pt)}{sheet.cat()}{sheet.val(column)}</c:ser>"


def line_point(index: int, stroke: Stroke, marker_pt: int) -> str:
    """Return ``<c:dPt>`` of a line: a marker of its own size, coloured like ``stroke``, the line that leads to it."""
    return (
        f'<c:dPt><c:idx val="{index}"/>{_marker(marker_pt, stroke.color)}<c:bubble3D val="0"/>'
        f"<c:spPr>{line(stroke, 'rnd')}</c:spPr></c:dPt>"
    )


def ring_series(sheet: Sheet, column: int, fills: Sequence[str], border: Stroke, labels: str) -> str:
    """Return ``<c:ser>`` of a doughnut chart, a fill a category."""
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>{shape(token, border)}</c:dPt>'
        for index, token in enumerate(fills)
    )
    return (
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{sheet.name(column)}{points}{labels}{sheet.cat()}'
        f"{sheet.val(column)}</c:ser>"
    )


def labels(style: TextStyle, code: str, position: Position, shows: Shows, points: Iterable[str] = ()) -> str:
    """Return ``<c:dLbls>`` of a series: all points alike but those with a label of their own."""
    return f"<c:dLbls>{''.join(points)}{_label_look(style, code, position, shows)}{_NO_LEADERS}</c:dLbls>"


def only(points: Iterable[str]) -> str:
    """Return ``<c:dLbls>`` where only the points given have a label."""
    own = "".join(points)
    return f"<c:dLbls>{own}{_flags(Shows())}{_NO_LEADERS}</c:dLbls>" if own else ""


def label(
    index: int,
    style: TextStyle,
    code: str,
    position: Position,
    shows: Shows = VALUE,
    *,
    lines: Sequence[Sequence[Run]] = (),
    shift: tuple[float, float] | None = None,
) -> str:
    """Return ``<c:dLbl>``, one point's label: with words of its own (``lines``), or what it ``shows``.

    ``shift`` moves it from its place by fractions of the chart's width and height.
    """
    moved = (
        f'<c:layout><c:manualLayout><c:x val="{fraction(shift[0])}"/><c:y val="{fraction(shift[1])}"/>'
        "</c:manualLayout></c:layout>"
        if shift
        else ""
    )
    words = rich_text(lines, style) if lines else ""
    return f'<c:dLbl><c:idx val="{index}"/>{moved}{words}{_label_look(style, code, position, shows)}</c:dLbl>'


def _line_head(sheet: Sheet, column: int, order: int, stroke: Stroke, marker_pt: int) -> str:
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>{sheet.name(column)}'
        f"<c:spPr>{line(stroke, 'rnd')}</c:spPr>{_marker(marker_pt, stroke.color)}"
    )


def _marker(size_pt: int, color: str) -> str:
    if not size_pt:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size_pt}"/>{shape(color)}</c:marker>'


def _trend_line(stroke: Stroke) -> str:
    return (
        f'<c:trendline><c:spPr>{line(stroke)}</c:spPr><c:trendlineType val="linear"/><c:forward val="0.5"/>'
        '<c:backward val="0.5"/><c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'
    )


def fraction(value: float) -> str:
    """Return a float as chart XML writes it: plain, six digits after the point at most, no minus zero."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _label_look(style: TextStyle, code: str, position: Position, shows: Shows) -> str:
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f'<c:numFmt formatCode="{escape(code)}" sourceLinked="0"/><c:spPr>{NO_FILL}<a:ln>{NO_FILL}</a:ln></c:spPr>'
        f"{label_text(style)}{place}{_flags(shows)}"
    )


def _flags(shows: Shows) -> str:
    separator = f"<c:separator>{escape(shows.separator)}</c:separator>" if shows.separator else ""
    return (
        f'<c:showLegendKey val="{int(shows.key)}"/><c:showVal val="{int(shows.value)}"/>'
        f'<c:showCatName val="{int(shows.category)}"/><c:showSerName val="{int(shows.series)}"/>'
        f'<c:showPercent val="{int(shows.percent)}"/><c:showBubbleSize val="0"/>{separator}'
    )
