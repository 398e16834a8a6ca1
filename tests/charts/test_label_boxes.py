"""Labels never touch: where each stands is computed from the chart's XML, at the sizes that layout gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from support.chart_reading import A, C, Part
from support.label_boxes import Rect
from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.base.units import emu, pt
from unitdeck.layout.blocks import chart as chart_block
from unitdeck.layout.breaking import count_lines
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import PlacedChart
from unitdeck.layout.sheet import Sheet
from unitdeck.plan.blocks import ChartBlock
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.figures import value_text
from unitdeck.template.locate import load, search_path

INSETS_PT = 6.0
LINE = 1.25
PAGE = emu(374)
SLACK_PT = 0.01
NAMES = st.text("城关镇竹竿灵山子路 aB1", min_size=1, max_size=30).map(lambda name: name.strip() or "镇")
FIGURES = st.one_of(
    st.none(),
    st.just(Decimal(0)),
    st.decimals(-200, 200, places=1),
    st.sampled_from(tuple(map(Decimal, ("640", "-640", "1", "1000000", "1000000000", "-98765.4")))),
)


class Rows(Part):
    """A chart of rows, opened for measuring."""

    def __init__(self, placed: PlacedChart) -> None:
        super().__init__(placed)
        self.placed, self.size = placed, placed.size_pt
        self.width, self.height = pt(placed.box.cx), pt(placed.box.cy)
        self.x, self.y, w, h = self.area()
        self.x, w = self.x * self.width, w * self.width
        self.y, h = self.y * self.height, h * self.height
        self.least, self.most = self.ends()
        self.per_value = w / (self.most - self.least)
        self.rows = [point.findtext(f"{C}v") for point in self.root.find(f".//{C}cat").iter(f"{C}pt")]
        self.pitch = h / len(self.rows)
        self.stacked = self.root.find(f".//{C}grouping").get("val") == "stacked"
        gap = int(self.root.find(f".//{C}gapWidth").get("val"))
        self.bar = self.pitch / (1 + gap / 100)

    def at(self, value: float) -> float:
        return self.x + (min(max(value, self.least), self.most) - self.least) * self.per_value

    def middle(self, row: int) -> float:
        return self.y + (row + 0.5) * self.pitch

    def bars(self) -> Iterator[tuple[int, int, float, float, float]]:
        """Series, row, value, start and end of each bar."""
        ends: dict[tuple[int, bool], float] = {}
        for number in range(len(self.series)):
            for row, value in self.values(number).items():
                start = ends.get((row, value < 0), 0.0) if self.stacked else 0.0
                ends[(row, value < 0)] = start + value
                yield number, row, value, self.at(start), self.at(start + value)

    def name_boxes(self) -> Iterator[Rect]:
        room = pt(self.placed.label_width) - self.size
        for row, name in enumerate(self.rows):
            lines = count_lines((Run(name),), room, self.size, True)
            width = min(width_pt(name, self.size, True), room)
            half = lines * 1.2 * self.size / 2
            yield Rect(f"name {name}", self.x - width - 3, self.middle(row) - half, self.x - 3, self.middle(row) + half)

    def label_boxes(self) -> Iterator[tuple[int, int, str, Rect]]:
        """Series, row, position and box of each label."""
        for number, row, value, start, end in self.bars():
            labels = self.series[number].find(f"{C}dLbls")
            if labels is None:
                continue
            own = next((one for one in labels.findall(f"{C}dLbl") if int(one.find(f"{C}idx").get("val")) == row), None)
            look = labels if own is None else own
            if look.find(f"{C}showVal").get("val") == "0":
                continue
            lines = ["".join(p.itertext(f"{A}t")) for p in look.iterfind(f"{C}tx/{C}rich/{A}p")] or [
                self.figure(value, look.find(f"{C}numFmt").get("formatCode"))
            ]
            bold = any(mark.get("b") == "1" for mark in (*look.iter(f"{A}rPr"), *look.iterfind(f"{C}txPr//{A}defRPr")))
            width = max(width_pt(line, self.size, bold) for line in lines) + INSETS_PT
            position = look.find(f"{C}dLblPos").get("val")
            shift = look.find(f"{C}layout/{C}manualLayout/{C}x")
            moved = float(shift.get("val")) * self.width if shift is not None else 0.0
            if position == "outEnd":
                left = end if value >= 0 else end - width
            elif position == "inEnd":
                left = end - width if value >= 0 else end
            else:
                left = (start + end - width) / 2
            half = len(lines) * LINE * self.size / 2
            middle = self.middle(row)
            text = " ".join(lines)
            yield (
                number,
                row,
                position,
                Rect(f"label {text}", left + moved, middle - half, left + moved + width, middle + half),
            )

    def figure(self, value: float, code: str) -> str:
        if "—" in code:
            return " —"
        text = value_text(Decimal(str(value)), self.placed.spec)
        return f"{text} »" if "»" in code else text


def faults(drawn: Rows) -> list[str]:
    """What touches or runs out, in words."""
    found = []
    labels = list(drawn.label_boxes())
    names = list(drawn.name_boxes())
    boxes = [*names, *(box for *_, box in labels)]
    for box in boxes:
        if box.left < -0.5 or box.right > drawn.width + 0.5:
            found.append(f"{box} is wider than the frame {drawn.width}")
        if box.top < drawn.y - 0.5 or box.bottom > drawn.height + 0.5:
            found.append(f"{box} is out of the frame {drawn.height}")
    found += [f"{one} touches {other}" for one, other in combinations(boxes, 2) if one.touches(other, SLACK_PT)]
    for _, row, _, start, end in drawn.bars():
        half = drawn.bar / 2
        bar = Rect("bar", min(start, end), drawn.middle(row) - half, max(start, end), drawn.middle(row) + half)
        for _, at, position, box in labels:
            inside = position == "inEnd" or (
                drawn.stacked and box.right <= bar.right + 0.5 and box.left >= bar.left - 0.5
            )
            if at == row and inside:
                if position == "inEnd" and (box.left < bar.left - 0.5 or box.right > bar.right + 0.5):
                    found.append(f"{box} is longer than its {bar}")
            elif box.touches(bar, SLACK_PT):
                found.append(f"{box} touches {bar}")
    return found


def spec_of(kind: str, rows: list[tuple[str, Decimal | None]], unit: str, words: bool) -> ChartSpec:
    names = tuple(name for name, _ in rows)
    values = tuple(value for _, value in rows)
    if kind == "bullet":
        texts = ("—" if value is None else f"{value}%　慢{abs(value - 42):.1f}" for value in values)
        marks = ("» " if value is not None and value > 160 else "" for value in values)
        series = (
            Series("完成率", values),
            Series("目标", (Decimal(100),) * len(values), "target"),
            Series("序时", (Decimal(42),) * len(values), "schedule"),
        )
        return ChartSpec(kind, "一句话", names, series, "%", labels=tuple(map("".join, zip(marks, texts, strict=True))))
    if kind == "stacked":
        parts = tuple(
            Series(f"第{n}部分", tuple(v if v is None else v / n for v in values), "part") for n in range(1, 6)
        )
        return ChartSpec(kind, "一句话", names, parts, unit)
    labels = tuple("" if value is None else f"慢{abs(value)}个百分点" for value in values) if words else ()
    return ChartSpec(kind, "一句话", names, (Series("完成", values),), unit, labels=labels)


@pytest.fixture(scope="module")
def style() -> Sheet:
    """Return the report template's type, in Chinese."""
    return Sheet(load("report", search_path(None)).pack.style, 0.0, "zh", {})


@pytest.mark.parametrize("kind", ["bullet", "gap", "ranking", "stacked"])
@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(NAMES, FIGURES), min_size=2, max_size=24),
    st.sampled_from((871.0, 418.0, 274.0)),
    st.sampled_from((-1.0, 0.0, 1.0)),
    st.sampled_from(("%", "万元")),
    st.booleans(),
    st.floats(0, 1),
)
def test_labels_stay_apart_on_every_page(
    style: Sheet,
    kind: str,
    rows: list[tuple[str, Decimal | None]],
    width: float,
    density: float,
    unit: str,
    words: bool,
    stretch: float,
):
    sheet = style._replace(density=density, memory={})
    block: Any = ChartBlock(spec_of(kind, rows, unit, words))
    while block is not None:
        rest = None
        least, most = chart_block.measure(block, emu(width), PAGE, sheet)
        if least > PAGE:
            parts = chart_block.split(block, emu(width), PAGE, PAGE, sheet)
            assume(parts is not None)
            assert parts is not None
            block, rest = parts
            least, most = chart_block.measure(block, emu(width), PAGE, sheet)
        height = least + int((min(most, PAGE) - least) * stretch)
        (placed,) = (
            item
            for item in chart_block.draw(block, Box(0, 0, emu(width), height), sheet)
            if isinstance(item, PlacedChart)
        )
        assert faults(Rows(placed)) == []
        block = rest
