import pytest

from support.chart_samples import SAMPLES
from unitdeck.charts.canvas.marks import Dot, Path, Shape, Words
from unitdeck.plan.chart_heights import height_range_pt

COLUMNS, LINES, *_, MANY = SAMPLES["multiples"]


def texts(drawn):
    return [mark.text for mark in drawn if isinstance(mark, Words)]


def test_columns_start_at_zero_on_one_scale(place, marks, theme):
    drawn = marks(place(COLUMNS, 12, 4))
    bars = [mark for mark in drawn if isinstance(mark, Shape)]
    assert len(bars) == 7  # one is missing, zero is drawn without height
    heights = [max(y for _, y in bar.rings[0]) - min(y for _, y in bar.rings[0]) for bar in bars]
    values = [3260, 3980, 3720, 4210, 980, 0, 1320]
    assert heights == [pytest.approx(heights[0] * value / 3260, abs=0.01) for value in values]
    feet = [mark for mark in drawn if isinstance(mark, Path) and mark.stroke == theme.rgb("grey")]
    assert len(feet) == 1  # of the column that is 0; the missing one has none
    assert feet[0].points[0][0] == pytest.approx(bars[5].rings[0][0][0])
    assert [bar.fill for bar in bars] == [theme.rgb("accent")] * 4 + [theme.rgb("grey")] * 3


def test_panels_say_their_name_and_the_last_periods_figure(place, marks):
    assert texts(marks(place(COLUMNS, 12, 4)))[:2] == ["城关镇", "4,210"]
    assert texts(marks(place(LINES, 12, 4)))[:2] == ["城关镇", "11.0%"]
    assert "—" in texts(marks(place(LINES, 12, 4)))  # the last figure of the second is missing, not that before it


def test_a_line_breaks_where_a_figure_is_missing(place, marks, theme):
    drawn = marks(place(LINES, 12, 4))
    first = [mark for mark in drawn if isinstance(mark, Path) and mark.stroke == theme.rgb("grey")]
    alone = [mark for mark in drawn if isinstance(mark, Dot) and mark.radius < 3]
    assert [len(path.points) for path in first] == [2, 6]
    assert len(alone) == 1


def test_the_scale_and_what_is_left_out_are_said(place, marks):
    assert texts(marks(place(COLUMNS, 12, 4)))[-1] == "各图同一刻度：0至4,210万元"
    tall = height_range_pt(MANY, 14).least / 72
    said = texts(marks(place(MANY, 12, tall)))
    assert said[-1].endswith("另有16个未列")
    assert "第33个乡镇" in said
    assert sum(text.endswith("个乡镇") for text in said) == 24


def test_twenty_four_panels_ask_for_the_height_that_their_names_need():
    assert height_range_pt(MANY, 14).least == pytest.approx(4 * 5.6 * 14)
    assert height_range_pt(COLUMNS, 14).least == 13 * 14
