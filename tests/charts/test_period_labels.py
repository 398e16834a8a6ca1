"""Labels over periods never touch: where each stands is computed from the XML, at the sizes that layout gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.chart_reading import A, C, Part, words
from support.label_boxes import Rect
from unitdeck.base.geometry import Box
from unitdeck.base.units import emu, pt
from unitdeck.layout.blocks import chart as chart_block
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import PlacedChart
from unitdeck.layout.sheet import Sheet
from unitdeck.plan.blocks import ChartBlock
from unitdeck.plan.chart import ChartSpec, Role, Series
from unitdeck.plan.figures import value_text
from unitdeck.template.locate import load, search_path

INSETS_PT = 6.0
LINE = 1.2
PAGE = emu(374)
SLACK_PT = 0.75
FIGURES = st.one_of(
    st.none(),
    st.just(Decimal(0)),
    st.decimals(-200, 200, places=1),
    st.sampled_from(tuple(map(Decimal, ("640", "-640", "1", "1000000", "123456789012", "-98765.4", "0.04")))),
)
ROLES: dict[str, tuple[Role, ...]] = {
    "column": ("actual", "last_year", "plan"),
    "line": ("actual", "last_year", "plan"),
    "panel": ("actual", "rate", "last_year"),
    "waterfall": ("actual", "part"),
}


def val(element: Any, name: str) -> str:
    return str(element.find(f"{C}{name}").get("val"))


class Drawn(Part):
    """A chart over periods, opened for measuring."""

    def __init__(self, placed: PlacedChart) -> None:
        super().__init__(placed)
        self.spec, self.size = placed.spec, placed.size_pt
        self.width, self.height = pt(placed.box.cx), pt(placed.box.cy)
        x, self.y, w, self.h = self.area()
        assert x == 0
        self.y, self.h = self.y * self.height, self.h * self.height
        self.count = int(val(self.root.find(f".//{C}cat//{C}strCache"), "ptCount"))
        self.pitch = w * self.width / self.count
        self.scales = {
            val(axis, "axId"): (
                float(val(axis.find(f"{C}scaling"), "min")),
                float(val(axis.find(f"{C}scaling"), "max")),
            )
            for axis in self.root.iter(f"{C}valAx")
        }

    def up(self, group: Any, value: float) -> float:
        """Where a value lies, in points from the top."""
        least, most = self.scales[group.findall(f"{C}axId")[1].get("val")]
        return self.y + self.h * (most - min(max(value, least), most)) / (most - least)

    def groups(self) -> Iterator[Any]:
        yield from self.root.iter(f"{C}barChart", f"{C}lineChart")

    def spans(self, group: Any) -> Iterator[tuple[Any, int, float, float, float, float]]:
        """Series, period, left, right, start and end of each bar; of a point both are where it lies."""
        bars = group.tag == f"{C}barChart"
        stacked = bars and val(group, "grouping") == "stacked"
        all_series = group.findall(f"{C}ser")
        lanes = 1 if stacked or not bars else len(all_series)
        wide = self.pitch / (lanes + int(val(group, "gapWidth")) / 100) if bars else 0.0
        ends: dict[tuple[int, bool], float] = {}
        for lane, series in enumerate(all_series):
            for period, value in self.values(self.series.index(series)).items():
                middle = (period + 0.5) * self.pitch
                left = middle - lanes * wide / 2 + (0 if stacked else lane) * wide if bars else middle
                start = ends.get((period, value < 0), 0.0) if stacked else 0.0 if bars else value
                end = start + value if bars else value
                ends[(period, value < 0)] = end
                yield series, period, left, left + wide, start, end

    def bars(self) -> Iterator[Rect]:
        for group in self.groups():
            for series, period, left, right, start, end in self.spans(group):
                shape = series.find(f"{C}spPr")
                if shape.find(f"{A}noFill") is not None and shape.find(f"{A}ln/{A}noFill") is not None:
                    continue
                if group.tag == f"{C}barChart":
                    top, bottom = sorted((self.up(group, start), self.up(group, end)))
                    yield Rect(f"bar {period}", left, top, right, bottom)

    def label_boxes(self) -> Iterator[Rect]:
        for group in self.groups():
            for series, period, left, right, start, end in self.spans(group):
                all_labels = series.find(f"{C}dLbls")
                if all_labels is None:
                    continue
                own = [one for one in all_labels.findall(f"{C}dLbl") if int(val(one, "idx")) == period]
                look = own[0] if own else all_labels
                if val(look, "showVal") == "0":
                    continue
                text = self.text(series, self.values(self.series.index(series))[period], look)
                if text:
                    yield self.box(text, look, (left + right) / 2, self.up(group, start), self.up(group, end), end)

    def text(self, series: Any, value: float, look: Any) -> str:
        """What a label prints: a change by the code's own sign, 0 as the third part of the code says."""
        code = val_code(look)
        sections = code.split(";")
        section = sections[2] if value == 0 and len(sections) > 2 else sections[0]
        if "—" in section or not section:
            return "—" if section else ""
        spec = self.spec._replace(unit="%") if '"%"' in code else self.spec
        figure = value_text(Decimal(str(value)), spec._replace(decimals=1 if ".0" in code else 0))
        if self.spec.kind == "waterfall" and section.startswith(('"+"', '"\N{MINUS SIGN}"')):
            figure = section[1] + figure.lstrip("\N{MINUS SIGN}")
        elif section.startswith("+") and value > 0:
            figure = "+" + figure.lstrip("+")
        if "»" in section or "«" in code:
            figure += " »"
        if spoken := words(look):
            return spoken
        name = f"{series.findtext(f'{C}tx//{C}v')} " if val(look, "showSerName") == "1" else ""
        return name + figure

    def box(self, text: str, look: Any, middle: float, start: float, end: float, value: float) -> Rect:
        bold = any(mark.get("b") == "1" for mark in look.iterfind(f"{C}txPr//{A}defRPr"))
        wide, high = width_pt(text, self.size, bold) + INSETS_PT, LINE * self.size
        position = val(look, "dLblPos")
        upwards = end < start or (end == start and value >= 0)
        if position == "r":
            left, top = middle, end - high / 2
        else:
            at = start if position == "inBase" else end
            above = (
                position == "t"
                or (position in ("outEnd", "inBase") and upwards)
                or (position == "inEnd" and not upwards)
            )
            left, top = middle - wide / 2, at - high if above else at
        moved = look.find(f"{C}layout/{C}manualLayout")
        if moved is not None:
            left, top = left + float(val(moved, "x")) * self.width, top + float(val(moved, "y")) * self.height
        return Rect(f"label {text}", left, top, left + wide, top + high)


def val_code(look: Any) -> str:
    return str(look.find(f"{C}numFmt").get("formatCode"))


def faults(drawn: Drawn) -> list[str]:
    """What touches or runs out, in words."""
    labels = list(drawn.label_boxes())
    found = [
        f"{box} is out of {drawn.width} × {drawn.y + drawn.h}"
        for box in labels
        if box.left < -INSETS_PT / 2 - SLACK_PT
        or box.right > drawn.width + INSETS_PT / 2 + SLACK_PT
        or box.top < -SLACK_PT
        or box.bottom > drawn.y + drawn.h + SLACK_PT
    ]
    found += [f"{one} touches {other}" for one, other in combinations(labels, 2) if one.touches(other, SLACK_PT)]
    return found + [f"{box} touches {bar}" for box in labels for bar in drawn.bars() if box.touches(bar, SLACK_PT)]


def periods(count: int) -> tuple[str, ...]:
    return tuple(
        f"{number + 1}月" if count <= 12 else f"{2020 + number // 12}年{number % 12 + 1}月" for number in range(count)
    )


def spec_of(kind: str, rows: list[list[Decimal | None]], how_many: int, unit: str) -> ChartSpec:
    columns: list[tuple[Decimal | None, ...]] = list(zip(*rows, strict=True))[
        : max(how_many, 2 if kind == "panel" else 1)
    ]
    if kind == "waterfall":
        changes = tuple(value for value, *_ in rows)
        totals = (Decimal(300), *(None,) * (len(rows) - 1))
        columns = [totals, (None, *changes[1:])]
    series = tuple(Series(role, values, role) for role, values in zip(ROLES[kind], columns, strict=False))
    return ChartSpec(kind, "一句话", periods(len(rows)), series, unit)


@pytest.fixture(scope="module")
def style() -> Sheet:
    """Return the report template's type, in Chinese."""
    return Sheet(load("report", search_path(None)).pack.style, 0.0, "zh", {})


@pytest.mark.parametrize("kind", sorted(ROLES))
@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    st.lists(st.lists(FIGURES, min_size=3, max_size=3), min_size=1, max_size=24),
    st.integers(1, 3),
    st.sampled_from((871.0, 418.0, 274.0)),
    st.sampled_from((-1.0, 0.0, 1.0)),
    st.sampled_from(("%", "万元")),
    st.sampled_from((1, 1, 12345678)),
    st.floats(0, 1),
)
def test_labels_over_periods_stay_apart(
    style: Sheet,
    kind: str,
    rows: list[list[Decimal | None]],
    how_many: int,
    width: float,
    density: float,
    unit: str,
    factor: int,
    stretch: float,
):
    sheet = style._replace(density=density, memory={})
    rows = [[None if value is None else value * factor for value in row] for row in rows]
    block = ChartBlock(spec_of(kind, rows, how_many, unit))
    least, most = chart_block.measure(block, emu(width), PAGE, sheet)
    height = least + int((min(most, PAGE) - least) * stretch)
    placed = chart_block.draw(block, Box(0, 0, emu(width), height), sheet)
    (chart,) = (item for item in placed if isinstance(item, PlacedChart))
    if chart.spec.kind == kind:
        assert faults(Drawn(chart)) == []
