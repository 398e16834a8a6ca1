"""Gantt charts: bars, the data date's line, milestones and labels, read from the XML and the workbook."""

import io
from datetime import datetime

import openpyxl
import pytest
from lxml import etree

from support.chart_reading import A, C, Part, code, position, shift, words
from support.chart_samples.gantt import CALM, NOTHING, gantt
from unitdeck.charts.draw import draw
from unitdeck.plan.gantt import data_date, time_axis

END, DONE, START, AS_OF = range(4)


def fill(drawn, series):
    properties = drawn.series[series].find(f"{C}spPr")
    return etree.QName(properties[0]).localname, [slot.get("val") for slot in properties[0]]


def test_pale_to_the_end_then_dark_then_the_ground_before_the_start(place):
    drawn = Part(place(CALM))
    assert drawn.names == ["计划完工", "已完成至", "开工", "数据截至"]
    assert [fill(drawn, index) for index in range(4)] == [
        ("solidFill", ["bg2"]), ("solidFill", ["accent1"]), ("solidFill", ["bg1"]), ("noFill", []),
    ]  # fmt: skip
    assert drawn.root.find(f".//{C}overlap").get("val") == "100"


def test_what_is_done_has_the_tone_and_milestones_no_bar(place):
    drawn = Part(place(CALM))
    points = {int(p.find(f"{C}idx").get("val")): p.find(f"{C}spPr") for p in drawn.series[DONE].findall(f"{C}dPt")}
    slots = {index: [slot.get("val") for slot in look.findall(f"{A}solidFill/*")] for index, look in points.items()}
    assert slots == {0: ["accent3"], 1: ["accent6"], 3: [], 4: []}
    assert [point.find(f"{C}idx").get("val") for point in drawn.series[END].findall(f"{C}dPt")] == ["3", "4"]


def test_the_data_date_is_one_line_through_all_rows(place):
    line = Part(place(CALM)).series[AS_OF].find(f"{C}trendline")
    assert [line.find(f"{C}{key}").get("val") for key in ("forward", "backward")] == ["0.5", "0.5"]


def test_one_row_has_the_same_line_through_an_empty_row_below_it(place):
    drawn = Part(place(gantt(("甲",), [("2022-04-01", "2022-10-20", "2022-05-01")])))
    series = drawn.series[AS_OF]
    line = series.find(f"{C}trendline")
    assert [line.find(f"{C}{key}").get("val") for key in ("forward", "backward")] == ["0.5", "0.5"]
    assert series.find(f"{C}spPr/{A}ln/{A}noFill") is not None
    assert [sorted(drawn.values(column)) for column in range(4)] == [[0], [0], [0], [0, 1]]
    assert drawn.values(AS_OF)[0] == drawn.values(AS_OF)[1] == 44712
    assert [sorted(drawn.labels(column)) for column in range(4)] == [[0], [], [], []]
    sheet = drawn.sheet()
    assert [sheet[f"A{row}"].value for row in (2, 3)] == ["甲", ""]


def test_one_row_without_a_data_date_stands_alone(place):
    drawn = Part(place(gantt(("甲",), [(None, "2022-10-20", None)], as_of=None)))
    assert sorted(drawn.values(END)) == [0]
    assert drawn.root.find(f".//{C}cat//{C}ptCount").get("val") == "1"


def test_data_dates_that_differ_are_outlined_bars(place):
    *others, as_of = CALM.series
    differ = CALM._replace(series=(*others, as_of._replace(values=(*as_of.values[:-1], as_of.values[0] + 1))))
    series = Part(place(differ)).series[AS_OF]
    assert series.find(f"{C}trendline") is None
    assert series.find(f"{C}spPr/{A}ln/{A}solidFill") is not None


def test_dates_on_labels_follow_the_sheet(place):
    drawn = Part(place(CALM))
    label = drawn.labels(END)[0]
    assert (words(label), code(label), position(label)) == ("", '" "m"月"d"日"', "outEnd")
    assert label.find(f"{C}showVal").get("val") == "1"
    assert code(Part(place(CALM), "en").labels(END)[0]) == '" "[$-409]d mmmm'


def test_a_milestones_mark_stands_on_its_day(place):
    drawn = Part(place(CALM))
    reached, ahead = drawn.labels(DONE)[3], drawn.labels(END)[4]
    assert code(reached) == '"◆ "m"月"d"日"'
    assert code(ahead) == '"◇ "m"月"d"日"'
    for label in (reached, ahead):  # half the mark and the label's inset back
        assert shift(label) == (pytest.approx(-(7 + 3) / (8 * 72), rel=0.01), 0)


def test_the_words_of_a_milestone_stand_beyond_the_line(place):
    spec = gantt(("甲", "乙"), [(None, "2022-05-20", None), ("2022-01-01", "2022-09-30", None)])
    drawn = Part(place(spec))
    mark, said = drawn.labels(END)[0], drawn.labels(AS_OF)[0]
    assert (words(mark), code(mark)) == ("", '"◇"')
    assert shift(mark) == (pytest.approx(-(7 + 3) / (8 * 72), rel=0.01), 0)
    assert (words(said), position(said), shift(said)) == (" 5月20日", "outEnd", (0, 0))


def test_the_label_of_a_bar_moves_beyond_the_line(place):
    spec = gantt(("甲", "乙"), [("2022-01-01", "2022-05-20", None), ("2022-01-01", "2022-09-30", None)])
    drawn = Part(place(spec))
    (x, _), labels = shift(drawn.labels(END)[0]), drawn.labels(END)
    least, most = drawn.ends()
    _, _, width, _ = drawn.area()
    assert x == pytest.approx(11 / (most - least) * width, abs=1e-5)
    assert shift(labels[1]) == (0, 0)


def test_own_words_have_the_date_in_ink_and_the_rest_in_the_tone(samples, place):
    label = Part(place(samples["gantt"][1])).labels(END)[1]
    runs = [(run.findtext(f"{A}t"), run.find(f".//{A}schemeClr").get("val")) for run in label.iter(f"{A}r")]
    assert runs == [(" ", "tx1"), ("5月5日", "tx1"), ("  逾期26天", "accent6")]


def test_a_date_with_spaces_is_one_thing(place):
    label = Part(place(CALM._replace(labels=("30 Sep  On time", *[""] * 4))), "en").labels(END)[0]
    assert [run.findtext(f"{A}t") for run in label.iter(f"{A}r")] == [" ", "30 Sep", "  On time"]


def test_a_row_without_dates_prints_a_dash_at_the_left(place):
    spec = gantt(("甲", "乙"), [NOTHING, ("2022-01-01", "2022-09-30", None)])
    label = Part(place(spec)).labels(AS_OF)[0]
    assert (words(label), position(label)) == (" —", "inBase")


def test_an_end_that_has_passed_into_done_is_still_what_is_printed(place):
    spec = gantt(("甲", "乙"), [("2022-01-01", "2022-03-31", "2022-04-20"), ("2022-04-01", None, None)])
    drawn = Part(place(spec))
    assert words(drawn.labels(DONE)[0]) == " 3月31日"
    assert words(drawn.labels(START)[1]) == " 4月1日起"


def test_months_stand_under_the_plot(place):
    drawn = Part(place(CALM))
    axis = drawn.root.find(f".//{C}valAx")
    assert axis.find(f"{C}numFmt").get("formatCode") == 'm"月"'
    assert (axis.find(f"{C}crosses").get("val"), axis.find(f"{C}tickLblPos").get("val")) == ("max", "nextTo")
    assert axis.find(f"{C}delete").get("val") == "0"
    assert axis.find(f"{C}majorGridlines") is None
    _, y, _, height = drawn.area()
    assert y + height == pytest.approx(1 - 1.8 * 14 / (3.5 * 72), abs=1e-5)


@pytest.mark.parametrize("width", [3.0, 4.1, 5.2, 6.3, 7.4, 8.5, 12.1])
def test_no_month_is_cut_at_the_right(place, width):
    drawn = Part(place(CALM, width))
    least, most = drawn.ends()
    x, _, share, _ = drawn.area()
    every = float(drawn.root.find(f".//{C}majorUnit").get("val"))
    per_day = share * width * 72 / (most - least)
    last = least + (most - least) // every * every
    assert (x + share) * width * 72 - (most - last) * per_day + 1.6 * 14 <= width * 72 + 0.1


def test_the_plot_has_the_scale_that_layout_reckons_with(place):
    chart = place(CALM)._replace(label_width=1_000_000, value_width=900_000)
    drawn = Part(chart)
    least, most = drawn.ends()
    x, _, width, _ = drawn.area()
    plot = (chart.box.cx - 1_900_000) / 12700
    axis = time_axis(CALM, plot, 14)
    assert (least, x) == (pytest.approx(axis.least), pytest.approx(1_000_000 / chart.box.cx, abs=1e-5))
    per_day = width * chart.box.cx / 12700 / (most - least)
    assert per_day == pytest.approx(plot / (axis.most - axis.least), rel=1e-4)


def test_cells_are_dates_that_a_person_can_edit(place):
    sheet = openpyxl.load_workbook(io.BytesIO(draw(place(CALM), "zh", "2022-05-31").workbook))["Sheet1"]
    assert [cell.value for cell in sheet[2]][1:] == [
        datetime(2022, 1, 10), datetime(2022, 9, 30), datetime(2022, 6, 5), datetime(2022, 5, 31),
    ]  # fmt: skip
    assert {cell.number_format for cell in sheet[2][1:]} == {"yyyy-mm-dd"}
    assert sheet["B5"].value is None
    assert data_date(CALM) == 44712
