"""Sparklines: the line's ends, its last point, gaps; read from the XML."""

import pytest

from support.chart_reading import A, C, Part

CELL = (1.2, 0.3, 14.0)  # inches, and the type size of the table


@pytest.fixture
def spark(make, numbers, place):
    from unitdeck.plan.chart import Series

    def drawn(*values, frame=CELL):
        categories = [str(index) for index in range(len(values))]
        return Part(place(make("sparkline", categories, Series("收入", numbers(*values))), *frame))

    return drawn


def markers(drawn):
    """The size and colour of each point's own marker, by index."""
    points = drawn.series[0].findall(f"{C}dPt")
    return {
        int(point.find(f"{C}idx").get("val")): (
            int(point.find(f"{C}marker/{C}size").get("val")),
            point.find(f"{C}marker/{C}spPr/{A}solidFill/{A}schemeClr").get("val"),
        )
        for point in points
    }


def test_only_the_last_point_is_marked_in_the_accent(spark):
    drawn = spark(3, 1, 2)
    assert markers(drawn) == {2: (6, "accent1")}
    assert drawn.series[0].find(f"{C}marker/{C}symbol").get("val") == "none"


def test_the_last_point_is_the_last_known_one(spark):
    assert list(markers(spark(3, 1, None, None))) == [1]


def test_a_value_between_gaps_is_a_dot(spark):
    drawn = spark(5, None, 7, None, 6, 8)
    assert markers(drawn) == {0: (3, "tx2"), 2: (3, "tx2"), 5: (6, "accent1")}


def test_the_axis_runs_from_the_least_to_the_greatest(spark):
    assert spark(3, -1, 2).ends() == (-1, 3)


@pytest.mark.parametrize("value", [7, 0, -3])
def test_equal_values_lie_at_half_height(spark, value):
    for drawn in (spark(value), spark(value, value, value)):
        least, most = drawn.ends()
        assert (least + most) / 2 == value
        assert least < value


def test_nothing_known_has_no_mark(spark):
    assert markers(spark(None, None)) == {}


def test_no_axes_no_labels_no_legend(spark):
    root = spark(3, 1, 2).root
    assert {delete.get("val") for delete in root.iter(f"{C}delete")} == {"1"}
    assert next(root.iter(f"{C}dLbls"), None) is None
    assert next(root.iter(f"{C}legend"), None) is None


@pytest.mark.parametrize("count", [1, 12, 40])
def test_the_last_mark_stays_inside_the_cell(spark, count):
    x, y, w, h = spark(*range(count)).area()
    width_pt, height_pt = 1.2 * 72, 0.3 * 72
    pitch = w * width_pt / count
    assert (1 - x - w) * width_pt + pitch / 2 >= 3
    assert y * height_pt >= 3
    assert (1 - y - h) * height_pt >= 3
