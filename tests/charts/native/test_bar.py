import pytest

from support.chart_reading import C, Part, bold, shift
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_rows import rows
from unitdeck.plan.reach import reach_of

TOWNS = ("城郊街道", "应山街道", "十里街道", "广水街道")


@pytest.fixture
def bar(make, numbers, place):
    def drawn(*series, width=8.0, **more):
        made = [Series(name, numbers(*values), role) for name, role, *values in series]
        return Part(place(make("bar", TOWNS, *made, **more), width))

    return drawn


def test_the_order_is_kept_first_on_top(bar):
    part = bar(("本年", "actual", 3, 9, 1, 4))
    assert part.values(0) == {0: 3, 1: 9, 2: 1, 3: 4}
    assert part.root.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"


def test_one_series_is_grey_but_for_the_own_unit(bar):
    part = bar(("本年", "actual", 3, 9, 1, 4), highlight=2)
    assert part.fill(0) == "tx2"
    assert part.points(0) == {2: "accent1"}
    assert [index for index, label in part.labels(0).items() if bold(label)] == [2]


def test_several_series_look_as_their_roles(bar):
    part = bar(
        ("本年", "actual", 3, 9, 1, 4),
        ("上年", "last_year", 3, 3, 3, 3),
        ("计划", "plan", 4, 4, 4, 4),
        ("预计", "forecast", 5, 5, 5, 5),
    )
    assert [part.fill(series) for series in range(4)] == ["accent1", "tx2", "none tx2", "hatch accent1"]
    assert part.root.find(f".//{C}legend") is not None


def test_negative_figures_have_room_before_zero(bar):
    least, most = bar(("本年", "actual", 3, -9, 1, 4)).ends()
    assert least < -9
    assert most > 4


def test_the_pages_of_one_chart_have_one_scale(make, numbers, place):
    series = Series("本年", numbers(3, 9, 1, 4)), Series("上年", numbers(3, 3, -3, 3), "last_year")
    spec = make("bar", TOWNS, *series)
    reach = reach_of(spec)
    assert (reach.least, reach.most) == (-3, 9)
    whole, page = (place(part)._replace(reach=reach, value_width=500_000) for part in (spec, rows(spec, 2, 4)))
    assert Part(page).ends() == pytest.approx(Part(whole).ends(), rel=0.01)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_label_clears_the_longer_bar_beside_its_own(bar, sign):
    part = bar(("本年", "actual", *[3 * sign] * 4), ("上年", "last_year", *[5 * sign, 1 * sign, None, 3 * sign]))
    least, most = part.ends()
    assert set(part.labels(0)) == {0}
    moved, down = shift(part.labels(0)[0])
    assert (moved, down) == (pytest.approx(sign * 2 / (most - least) * part.area()[2], abs=1e-5), 0)


def test_bars_are_as_thick_as_their_row_allows_up_to_a_limit(bar):
    def gap(*series):
        return int(bar(*series).root.find(f".//{C}gapWidth").get("val"))

    one, two = (
        gap(("本年", "actual", 1, 2, 3, 4)),
        gap(("本年", "actual", 1, 2, 3, 4), ("上年", "last_year", 1, 2, 3, 4)),
    )
    pitch = 3.5 * 72 / 4
    assert one == pytest.approx((pitch / (1.7 * 14) - 1) * 100, abs=1)
    assert two == pytest.approx((2 / 0.7 - 2) * 100 - 6, abs=1)  # as thick as the row has room for
