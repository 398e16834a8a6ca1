"""What a Gantt chart says of time: dates as a spreadsheet counts them, its tasks, its axis, its printed dates.

Layout and charts both ask here, so that the mark over the plot stands where the line in the plot is drawn.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from unitdeck.plan.chart import MISSING, ChartSpec, Role

EPOCH = date(1899, 12, 30)  # day 0 of a spreadsheet's calendar
FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets disagree: some know a 29 February 1900
AXIS_EM = 1.8  # the room under the plot for the names of months, in multiples of the type size

_MONTH_DAYS = 30.4375
_BEFORE_DAYS = 4  # a tick stands up to so many days after its month begins, and no bar may begin before the first tick
_MOST_MONTHS = 14  # longer charts print years at their ticks
_MOST_ROOM = 0.5  # of the width, for labels right of the plot
_TRIALS = 2  # less room may ask for other ticks, and those for another axis
_OPEN = {"zh": "{}起", "en": "from {}"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Ticks(NamedTuple):
    """Ticks ``months`` apart, printed by a number format that takes ``em`` of room."""

    months: int
    zh: str
    en: str
    em: float


_YEARS = tuple(Ticks(12 * years, 'yyyy"年"', "yyyy", 4.2) for years in (1, 2, 5, 10, 20, 50, 100, 1000))
_SHORT = (*(Ticks(months, 'm"月"', "[$-409]mmm", 3.2) for months in (1, 2, 3, 6)), *_YEARS)
_LONG = (*(Ticks(months, 'yyyy"年"m"月"', "[$-409]mmm yyyy", 6.4) for months in (3, 6)), *_YEARS)


class Task(NamedTuple):
    """A row; None is not known. Without a start, or where that is the end, it is a milestone: one day, not a span.

    ``end`` is when it is to be finished. ``done`` is the date up to which its plan is carried out: halfway through a
    task its middle, its end once it is finished; of a milestone the day on which it was reached.
    """

    start: Decimal | None
    end: Decimal | None
    done: Decimal | None

    @property
    def is_span(self) -> bool:
        """Whether it has a bar."""
        return self.start is not None and self.start != self.end

    @property
    def last(self) -> tuple[Role | None, Decimal | None]:
        """Which of its dates its label stands at: where its bar ends, or the day of a milestone."""
        known: list[tuple[Role, Decimal | None]] = [("end", self.end), ("done", self.done)]
        if not self.is_span:
            known.reverse()
            return next(((role, day) for role, day in known if day is not None), (None, None))
        dated = [(day, role) for role, day in (*known, ("start", self.start)) if day is not None]
        day, role = max(dated, key=lambda one: one[0])
        return role, day

    @property
    def mark(self) -> str:
        """The mark of a milestone: ◆ reached, ◇ not yet; '' for a span and for a row without dates."""
        if self.is_span or self.last[1] is None:
            return ""
        return "◇" if self.done is None else "◆"


class TimeAxis(NamedTuple):
    """The axis of a plot: its ends in serial days, and its ticks ``every`` so many days from the first end."""

    least: float
    most: float
    every: float
    ticks: Ticks


def serial(day: date) -> Decimal:
    """Return a date as a spreadsheet's serial day."""
    return Decimal((day - EPOCH).days)


def day_of(value: Decimal) -> date:
    """Return the date of a serial day."""
    return EPOCH + timedelta(days=int(value))


def tasks(spec: ChartSpec) -> tuple[Task, ...]:
    """Return the rows of a Gantt chart."""
    none = (None,) * len(spec.categories)
    start, end, done = (_values(spec, role) or none for role in ("start", "end", "done"))
    return tuple(map(Task, start, end, done))


def data_date(spec: ChartSpec) -> Decimal | None:
    """Return the one data date of all rows, None where they have none or several."""
    known = set(_values(spec, "as_of"))
    return known.pop() if len(known) == 1 else None


def with_line_row(spec: ChartSpec) -> ChartSpec:
    """Return a chart of one row with an empty one below it that has but the data date; other charts as they are.

    The data date's line goes from row to row, so it needs two.
    """
    if len(spec.categories) != 1 or data_date(spec) is None:
        return spec
    series = (one._replace(values=(*one.values, one.values[0] if one.role == "as_of" else None)) for one in spec.series)
    return spec._replace(categories=(*spec.categories, ""), series=tuple(series))


def has_years(spec: ChartSpec) -> bool:
    """Whether its dates fall into several years, so that each is printed with its own."""
    return len({day_of(value).year for value in _known(spec)}) > 1


def date_format(lang: str, *, years: bool) -> str:
    """Return the number format that prints a date as :func:`date_text` does."""
    if lang[:2] == "zh":
        return f'{"yyyy" if years else ""}{chr(34) + "年" + chr(34) if years else ""}m"月"d"日"'
    return f"[$-409]d mmmm{' yyyy' if years else ''}"


def date_text(value: Decimal, lang: str, *, years: bool) -> str:
    """Return a date as it is printed: 6月30日, 2022年6月30日; 30 June, 30 June 2022."""
    day = day_of(value)
    if lang[:2] == "zh":
        return f"{day.year}年{day.month}月{day.day}日" if years else f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if years else "")


def end_text(task: Task, lang: str, *, years: bool) -> str:
    """Return the date that a row prints: its end; 「3月1日起」 where only the start is known; 「—」 for nothing."""
    _, day = task.last
    if day is None:
        return MISSING
    if task.end is None and task.start is not None:
        return _OPEN[lang[:2]].format(date_text(task.start, lang, years=years))
    return date_text(day if task.mark else task.end or day, lang, years=years)


def label_texts(spec: ChartSpec, lang: str) -> tuple[str, ...]:
    """Return what stands beside each row's bar: its label, else its date; after the mark of a milestone."""
    years = has_years(spec)
    labels = spec.labels or ("",) * len(spec.categories)
    return tuple(
        f"{task.mark} {text.strip() or end_text(task, lang, years=years)}".strip()
        for task, text in zip(tasks(spec), labels, strict=True)
    )


def time_axis(
    spec: ChartSpec, length_pt: float, size_pt: float, ends: tuple[Decimal, Decimal] | None = None
) -> TimeAxis:
    """Return the axis of a plot of that length: whole months, their names as many as stand apart.

    ``ends`` are the first and the last day of the whole chart, where this is a page of it.

    Ticks are evenly spaced but months are not, so they stand up to four days after their month begins; none stands
    before, so each prints its own month. Without any date the axis is one day long.
    """
    known = (*(ends or ()), *_known(spec))
    if not any(known):
        return TimeAxis(0, 1, 1, _SHORT[0])
    first, last = day_of(min(known)) - timedelta(days=_BEFORE_DAYS), day_of(max(known))
    end = _month(last) + 1
    options = _SHORT if end - _month(first) <= _MOST_MONTHS else _LONG

    def begin_of(option: Ticks) -> int:
        return _month(first) // option.months * option.months

    def stand_apart(option: Ticks) -> bool:
        return option.months / (end - begin_of(option)) * length_pt >= option.em * size_pt

    ticks = next(filter(stand_apart, options), options[-1])
    begin = begin_of(ticks)
    count = max(-(-(end - begin) // ticks.months), 1)
    starts = [_first_of(begin + index * ticks.months) for index in range(count + 1)]
    every = (starts[-1] - starts[0]) / count
    late = max(start - starts[0] - index * every for index, start in enumerate(starts))
    least = starts[0] + late + 0.5  # half a day, so that rounding never prints the month before
    return TimeAxis(least, max(float(_first_of(end)), least + _MONTH_DAYS), every, ticks)


def room_right(spec: ChartSpec, labels_pt: Sequence[float], width_pt: float, size_pt: float) -> float:
    """Return how much of the width (points) must lie right of the axis' end, so that every row's label ends within it.

    ``labels_pt`` are the widths of the labels, which stand at the end of their bars or beyond the data date.
    """
    line, room = data_date(spec), 0.0
    rows = [
        (max(day, line or day), label)
        for task, label in zip(tasks(spec), labels_pt, strict=True)
        if (day := task.last[1])
    ]
    for _ in range(_TRIALS):
        axis = time_axis(spec, width_pt - room, size_pt)
        shares = [((float(day) - axis.least) / (axis.most - axis.least), label) for day, label in rows]
        room = max([room, *(width_pt - (width_pt - label) / share for share, label in shares if share > 0)])
        room = min(room, _MOST_ROOM * width_pt)
    return room


def _values(spec: ChartSpec, role: Role) -> tuple[Decimal | None, ...]:
    return next((series.values for series in spec.series if series.role == role), ())


def _known(spec: ChartSpec) -> list[Decimal]:
    return [value for series in spec.series for value in series.values if value is not None]


def _month(day: date) -> int:
    """Months since the year 0, so that they can be counted."""
    return day.year * 12 + day.month - 1


def _first_of(month: int) -> int:
    """The serial day on which a month begins; the year 10000 ends with the calendar."""
    return (date(month // 12, month % 12 + 1, 1) - EPOCH).days if month < 120_000 else (date.max - EPOCH).days + 1
