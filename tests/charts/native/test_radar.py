"""Radars: lines, rings and their figures, room for the spokes' names, columns instead; read from the XML."""

import math

import pytest

from support.chart_reading import A, C, Part, shift
from unitdeck.plan.chart import Series

SIX = ("经济运行", "项目建设", "营商环境", "生态环保", "民生保障", "安全稳定")
LONG = "城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个指标"
ROOMY = (8.0, 5.0, 14.0)


@pytest.fixture
def radar(make, numbers, place):
    def drawn(*rows, categories=SIX, frame=ROOMY, **more):
        series = [Series(name, numbers(*values)) for name, *values in rows]
        return Part(place(make("radar", categories, *series, **more), *frame))

    return drawn


THREE = (("罗山县", 86, 92, 78, 88, 90, 95), ("全市平均", *[82] * 6), ("全市最优", *[96] * 6))


def is_radar(drawn):
    assert (drawn.root.find(f".//{C}radarChart") is None) == (drawn.root.find(f".//{C}barChart") is not None)
    return drawn.root.find(f".//{C}radarChart") is not None


def ticks(drawn):
    axis = drawn.root.find(f".//{C}valAx")
    return float(axis.find(f"{C}majorUnit").get("val")), axis.find(f"{C}numFmt").get("formatCode")


def dashes(drawn):
    return [one.find(f"{C}spPr/{A}ln/{A}prstDash").get("val") for one in drawn.series]


def test_the_own_line_is_solid_strong_and_on_top(radar):
    drawn = radar(*THREE, decimals=0, highlight=0)
    assert drawn.names == ["全市平均", "全市最优", "罗山县"]
    assert drawn.strokes() == {"全市平均": ("tx2", 2.25), "全市最优": ("tx2", 2.25), "罗山县": ("accent1", 3.5)}
    assert dashes(drawn) == ["dash", "solid", "solid"]


def test_lines_beyond_four_colours_are_alike(radar):
    drawn = radar(*((f"单位{n}", *[n] * 6) for n in range(6)))
    colours = [
        colour.get("val") + "/".join(change.get("val") for change in colour)
        for colour in (one.find(f"{C}spPr/{A}ln/{A}solidFill/{A}schemeClr") for one in drawn.series)
    ]
    assert colours[3:5] == ["bg275000"] * 2
    assert len(set(colours)) == 5


@pytest.mark.parametrize(
    ("values", "ends", "every"),
    [
        ((86, 92, 78, 88, 90, 95), (0, 100), 20),
        ((0.07,) * 6, (0, 0.08), 0.02),
        ((80, 100, 78, 88, 90, 95), (0, 100), 20),
        ((100, 92, 78, 88, 90, 95), (0, 120), 20),
        ((98, 92, 78, 88, 90, None), (0, 120), 20),
    ],
)
def test_the_axis_runs_from_zero_beyond_the_lines_at_its_figures(values, ends, every, radar):
    drawn = radar(("甲", *values))
    assert drawn.ends() == pytest.approx(ends)
    assert ticks(drawn)[0] == pytest.approx(every)


@pytest.mark.parametrize("values", [(-2, 0, 3, 5, 1, 2), (-2,) * 6, (0,) * 6, (None,) * 6, (0, None, 0, 0, 0, 0)])
def test_what_a_web_from_zero_cannot_show_is_columns(values, radar):
    assert not is_radar(radar(("甲", *values)))


def test_only_centre_and_rim_have_figures(radar):
    assert ticks(radar(*THREE, unit="%"))[1] == '[<10]#,##0"%";[>90]#,##0"%";""'
    assert ticks(radar(*THREE, signed=True))[1] == '[<10]#,##0;[>90]#,##0;""'


@pytest.mark.parametrize("count", range(3, 11))
@pytest.mark.parametrize("frame", [ROOMY, (5.0, 4.5, 14.0), (12.0, 5.0, 16.0)])
@pytest.mark.parametrize("name", ["经济", "营商环境优化"])
def test_names_of_spokes_stay_in_the_frame(count, frame, name, radar):
    from unitdeck.charts.frame import Frame

    drawn = radar(("甲", *[5] * count), ("乙", *[4] * count), categories=[name] * count, frame=frame)
    assert is_radar(drawn)
    room = Frame(frame[0] * 72, frame[1] * 72, frame[2], "zh")
    x, y, w, h = drawn.area()
    assert w * room.width_pt == pytest.approx(h * room.height_pt, abs=0.01)
    radius = w / 2 * room.width_pt
    middle = (y + h / 2) * room.height_pt
    box = {key: float(drawn.root.find(f".//{C}legend//{C}{key}").get("val")) for key in "xywh"}
    beside = drawn.root.find(f".//{C}legend/{C}legendPos").get("val") == "r"
    names = 0 if beside else box["h"] * room.height_pt
    centre = (x + w / 2) * room.width_pt
    end = box["x"] * room.width_pt if beside else room.width_pt
    assert box["x"] + box["w"] <= 1 + 1e-6
    for spoke in range(count):
        angle = 2 * math.pi * spoke / count
        across = abs(math.sin(angle)) * radius
        assert across < 0.01 * radius or across + room.label_pt(name) <= min(centre, end - centre) + 0.01
        assert middle - math.cos(angle) * radius - abs(math.cos(angle)) * room.line_pt >= names - 0.01
        assert middle - math.cos(angle) * radius + abs(math.cos(angle)) * room.line_pt <= room.height_pt + 0.01


@pytest.mark.parametrize("count", [1, 2, 11, 40])
def test_too_few_or_too_many_indicators_are_columns(count, radar):
    drawn = radar(
        *((name, *[5] * count) for name in "甲乙丙"), categories=[f"指标{n}" for n in range(count)], highlight=1
    )
    assert not is_radar(drawn)
    assert drawn.names == ["甲", "乙", "丙"]
    fills = [one.find(f"{C}spPr/{A}solidFill/{A}schemeClr") for one in drawn.series]
    assert [fill.get("val") for fill in fills] == ["tx2", "accent1", "tx2"]
    assert len(fills[0]) != len(fills[2])
    assert [bool(drawn.labels(number)) for number in range(3)] == [False, True, False]
    assert drawn.ends()[0] == 0


def test_names_too_long_for_spokes_or_a_low_frame_are_columns(radar):
    assert not is_radar(radar(*THREE, categories=(*SIX[:5], LONG), frame=(6.0, 5.0, 14.0)))
    assert not is_radar(radar(*THREE, frame=(12.0, 2.4, 14.0)))


def test_own_figures_of_columns_clear_a_taller_benchmark(radar):
    drawn = radar(("罗山县", 62.6, 37.4), ("全市平均", 70.1, 29.9), categories=("税收", "非税"), highlight=0)
    labels = drawn.labels(0)
    assert shift(labels[0])[1] < 0
    assert shift(labels[1]) == (0, 0)


@pytest.mark.parametrize(("frame", "side"), [(ROOMY, "r"), ((5.0, 4.5, 14.0), "t")])
def test_lines_are_named_beside_the_web_where_there_is_room(frame, side, radar):
    drawn = radar(*THREE, frame=frame)
    assert drawn.root.find(f".//{C}legend/{C}legendPos").get("val") == side


def test_all_names_of_lines_have_room_above(radar):
    def rows(drawn):
        box = drawn.root.find(f".//{C}legend/{C}layout/{C}manualLayout")
        return float(box.find(f"{C}h").get("val")) * 4.5 * 72 / (1.25 * 14 + 3)

    six = [(f"第{n}单位", *[n] * 6) for n in range(6)]
    assert rows(radar(*six[:2], frame=(5.0, 4.5, 14.0))) == pytest.approx(1, abs=1e-3)
    assert rows(radar(*six, frame=(5.0, 4.5, 14.0))) == pytest.approx(2, abs=1e-3)
    assert radar(six[0]).root.find(f".//{C}legend") is None


def test_columns_keep_a_gap_between_their_colours(radar):
    drawn = radar(("甲", 1, 2), ("乙", 3, 1), categories=("税收", "非税"))
    assert float(drawn.root.find(f".//{C}overlap").get("val")) < 0
