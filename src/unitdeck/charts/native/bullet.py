"""Bullet chart: a row an indicator, its completion against the whole target and the schedule.

A pale bar is the whole target, darker as far as the schedule asks; on it lies what was reached, in the tone of its
status. One dark line stands at the schedule through all rows: the trend line of the schedule's bars, which follows
the sheet and which every office program draws. Where rows have different schedules, each is an outlined bar instead;
one row alone, which has no trend, shows its schedule by the darker part.

All bars are equally thick: LibreOffice draws bars on a second pair of axes at the width of the first.
"""

from __future__ import annotations

from unitdeck.base.richtext import Run
from unitdeck.charts.bar_geometry import gap_width, names_pt
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.sheets import at, column_of, sheet_of
from unitdeck.ooxml.chart_xml import bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import Stroke, bar_series, label, only
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.reach import BULLET_CLIP, reach_of, reached_text

_MARK = Stroke("ink", 2.25)
_SEAM = Stroke("ground", 1.5)  # the end of a bar stands out from the ranges by it
_BAR = 0.5  # of a row
_BAR_EM = 1.6  # no thicker than this


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart. A bar beyond 160 % is cut there and one below 0 is not drawn; their labels tell the figures."""
    sheet = sheet_of(spec)
    actual = column_of(spec, "actual") or 0
    target, schedule = column_of(spec, "target"), column_of(spec, "schedule")
    reached = spec.series[actual].values
    whole = spec.series[target].values if target is not None else (None,) * len(reached)
    texts = [at(spec.labels, index).strip() or reached_text(value, spec) for index, value in enumerate(reached)]

    left = names_pt(spec, frame, bold=True)
    room = frame.values_pt or frame.widest_pt(texts, bold=True)
    length = max(frame.width_pt - left - room, 0.14 * frame.width_pt)
    reach = frame.reach or reach_of(spec)
    # Labels are safest on the plot; but bars are cut where the axis ends, so then the labels stand right of it.
    cut = reach.most >= BULLET_CLIP
    end = float(reach.most)
    shown, most = (length, end) if cut else (length + room, end * (length + room) / length)

    on_target: list[str] = []
    on_actual: list[str] = []
    for index, (done, goal) in enumerate(zip(reached, whole, strict=True)):
        beyond = goal is None or (done is not None and done > goal)
        clipped = done is not None and done > BULLET_CLIP
        shift = (float(BULLET_CLIP - goal) / most * shown / frame.width_pt, 0.0) if clipped and goal else None
        own = on_actual if beyond and not shift else on_target
        lines = _lines(spec, index, texts[index], frame)
        own.append(label(index, frame.style, number_format(spec), "outEnd", lines=lines, shift=shift))

    pitch = frame.height_pt / max(len(spec.categories), 1)
    bar = min(_BAR * pitch, _BAR_EM * frame.size_pt)
    tones = [(index, tone) for index, tone in enumerate(spec.tones) if tone]
    done_bars = bar_series(sheet, actual, 2, "accent", border=_SEAM, points=tones, labels=only(on_actual))
    series = [done_bars]
    if target is not None:
        series.insert(0, bar_series(sheet, target, 0, "range", labels=only(on_target)))
    if schedule is not None:
        due = spec.series[schedule].values
        if len(set(due)) == 1:
            trend = _MARK if len(due) > 1 else None
            series.insert(-1, bar_series(sheet, schedule, 1, "range2", trend=trend))
        else:
            series.append(bar_series(sheet, schedule, 3, "", border=_MARK))
    group = bar_chart(series, AXES, direction="bar", gap=gap_width(pitch, bar), overlap=100)
    axes = [
        category_axis(AXES, "l", frame.style._replace(bold=True)),
        value_axis(AXES, "b", Scale(0, most)),
    ]
    return Drawing(sheet, plot_area(frame.area(left, 0, shown, frame.height_pt), [group], axes))


def _lines(spec: ChartSpec, index: int, text: str, frame: Frame) -> list[list[Run]]:
    """The words of a row's label, a space from the bar: the figure, then the pace in the tone of the status.

    The pace stands below the figure where the page gave no room for both on one line.
    """
    mark, text = ("» ", text[1:].strip()) if text.startswith("»") else ("", text)
    figure, *pace = text.split(maxsplit=1)
    runs = [Run(" "), Run(mark + figure, bold=True)]
    if not pace:
        return [runs]
    tone = at(spec.tones, index) or "ink"
    if frame.values_pt and frame.label_pt(f" {mark}{figure}  {pace[0]}", bold=True) > frame.values_pt:
        return [runs, [Run(" "), Run(pace[0], bold=True, color=tone)]]
    return [[*runs, Run("  "), Run(pace[0], bold=True, color=tone)]]
