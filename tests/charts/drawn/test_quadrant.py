import pytest

from support.chart_samples import SAMPLES
from support.chart_specs import figures
from unitdeck.charts.canvas.labels import crosses
from unitdeck.charts.canvas.marks import Bounds, Dot, Path, Words

CALM, MISSING, *_, MANY = SAMPLES["quadrant"]


def dots(drawn):
    return [mark for mark in drawn if isinstance(mark, Dot)]


def lines(drawn):
    return [mark for mark in drawn if isinstance(mark, Path) and mark.dashed]


def word(drawn, text):
    return next(mark for mark in drawn if isinstance(mark, Words) and mark.text == text)


def test_points_stand_where_their_figures_say(place, marks):
    drawn = marks(place(CALM, 12, 5))
    by_x = sorted(dots(drawn), key=lambda dot: dot.x)
    assert len(by_x) == 4
    across, up = (dict(zip(CALM.categories, series.values, strict=True)) for series in CALM.series)
    order = sorted(CALM.categories, key=across.get)
    scale_x = (by_x[-1].x - by_x[0].x) / float(across[order[-1]] - across[order[0]])
    scale_y = (by_x[-1].y - by_x[0].y) / float(up[order[-1]] - up[order[0]])
    assert scale_y < 0
    for name, dot in zip(order, by_x, strict=True):
        assert dot.x == pytest.approx(by_x[0].x + scale_x * float(across[name] - across[order[0]]), abs=0.01)
        assert dot.y == pytest.approx(by_x[0].y + scale_y * float(up[name] - up[order[0]]), abs=0.01)


def test_lines_stand_at_the_means_and_say_so(place, marks):
    drawn = marks(place(CALM, 12, 5))
    assert {"平均2,693", "平均2.5"} <= {mark.text for mark in drawn if isinstance(mark, Words)}
    upright, level = lines(drawn)
    assert upright.points[0][0] == upright.points[1][0] == word(drawn, "平均2,693").x
    left = [dot for dot in dots(drawn) if dot.x < upright.points[0][0]]
    below = [dot for dot in dots(drawn) if dot.y > level.points[0][1]]
    assert (len(left), len(below)) == (2, 2)


def test_given_lines_stand_where_they_were_given(place, marks):
    texts = [
        mark.text for mark in marks(place(CALM._replace(limits=figures(3000, 0)), 12, 5)) if isinstance(mark, Words)
    ]
    assert "3,000" in texts
    assert not any(text.startswith("平均") for text in texts)


def test_the_own_unit_is_larger_and_in_the_accent(place, marks, theme):
    drawn = marks(place(CALM, 12, 5))
    own = max(dots(drawn), key=lambda dot: dot.radius)
    assert own.fill == theme.rgb("accent")
    assert {dot.fill for dot in dots(drawn) if dot is not own} == {theme.rgb("grey")}
    label = word(drawn, "城关镇 第1位")
    assert (label.color, label.bold) == (theme.rgb("accent"), True)


def test_a_unit_without_both_figures_is_counted_not_drawn(place, marks):
    drawn = marks(place(MISSING, 12, 5))
    assert len(dots(drawn)) == 1
    assert "2个单位缺数据" in {mark.text for mark in drawn if isinstance(mark, Words)}


def test_the_quadrants_are_named_from_the_top_right_anticlockwise(place, marks):
    drawn = marks(place(CALM, 12, 5))
    corners = [word(drawn, name) for name in CALM.corners]
    assert [(mark.x > 400, mark.y < 180) for mark in corners] == [
        (True, True),
        (False, True),
        (False, False),
        (True, False),
    ]


def test_names_touch_no_point_and_no_leader_and_the_rest_are_counted(place, marks):
    drawn = marks(place(MANY, 12, 5))
    names = [mark for mark in drawn if isinstance(mark, Words) and mark.text.endswith("个乡镇")]
    for mark in names:
        inner = Bounds(*(side + shift for side, shift in zip(mark.bounds, (0.5, 0.5, -0.5, -0.5), strict=True)))
        assert not any(inner.overlaps(dot.bounds) for dot in dots(drawn))
        leaders = [path for path in drawn if isinstance(path, Path) and path.stroke_pt == 0.75]
        assert not any(crosses(*path.points, inner) for path in leaders)
    assert "第17个乡镇" in {mark.text for mark in names}
    left_out = 40 - len(names)
    assert any(f"{left_out}个点未标名" in mark.text for mark in drawn if isinstance(mark, Words)) or left_out == 0


def test_a_crowd_is_placed_the_same_every_time(place, marks):
    assert marks(place(MANY, 12, 5)) == marks(place(MANY, 12, 5))
