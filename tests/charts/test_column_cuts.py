"""Columns that are outliers: cut where the axis ends, with the true figure, by the rule of rows."""

import pytest

from support.chart_reading import A, C, Part, bold, code, position, shift
from support.chart_specs import MONTHS
from unitdeck.plan.chart import Series

NEAR = (420, 385, 510, 300, 455)
LINE_PT = 1.25 * 14 + 3


@pytest.fixture
def column(make, numbers, place):
    def drawn(*series, width=8.0, height=3.5, kind="column", **more):
        made = [Series(name, numbers(*values), role) for name, role, *values in series]
        categories = MONTHS[: len(made[0].values)]
        return Part(place(make(kind, categories, *made, decimals=0, **more), width, height))

    return drawn


def color(label):
    return label.find(f"{C}txPr//{A}schemeClr").get("val")


@pytest.mark.parametrize("kind", ["column", "panel"])
def test_an_outlier_ends_at_one_and_a_half_of_the_next_and_tells_its_figure(column, kind):
    part = column(("本年", "actual", *NEAR, 32000), kind=kind)
    label = part.labels(0)[5]
    assert part.ends()[1] == 510 * 1.5
    assert part.values(0)[5] == part.sheet()["B7"].value == 32000
    assert (code(label).split(";")[0], position(label), bold(label)) == ('#,##0" »"', "inEnd", True)
    assert color(label) == "accent1"
    assert set(part.labels(0)) == set(range(6))
    assert all(position(part.labels(0)[index]) == "outEnd" for index in range(5))


def test_its_figure_stands_above_the_plot_in_room_of_its_own(column):
    part = column(("本年", "actual", *NEAR, 32000))
    _, top, _, height = part.area()
    assert shift(part.labels(0)[5])[1] == pytest.approx(-LINE_PT / 252, abs=1e-5)
    assert top * 252 >= LINE_PT
    plain = column(("本年", "actual", *NEAR, 500)).area()
    assert top - plain[1] == pytest.approx(LINE_PT / 252, abs=1e-5)
    assert top + height == pytest.approx(plain[1] + plain[3], abs=1e-5)


def test_a_negative_outlier_has_its_figure_above_the_zero_line(column):
    part = column(("本年", "actual", *NEAR, -32000))
    label = part.labels(0)[5]
    assert part.ends()[0] == pytest.approx(-765)
    assert (position(label), code(label).split(";")[1]) == ("inBase", '"« ""−"#,##0')
    assert shift(label)[1] == pytest.approx(-LINE_PT / 252, abs=1e-5)
    assert part.values(0)[5] == -32000


def test_columns_all_negative_leave_room_for_it(column):
    part = column(("本年", "actual", *(-value for value in NEAR), -32000))
    least, most = part.ends()
    assert most / (most - least) * part.area()[3] * 252 >= LINE_PT - 0.01


def test_last_years_outlier_has_the_only_label_of_its_series(column):
    part = column(("本年", "actual", *NEAR, 450), ("上年", "last_year", *NEAR, 32000))
    assert set(part.labels(1)) == {5}
    assert color(part.labels(1)[5]) == "tx1"
    assert 5 in part.labels(0)
    assert part.ends()[1] == 765


def test_words_of_a_cut_column_keep_their_mark(column):
    part = column(("本年", "actual", *NEAR, 32000), labels=("", "", "", "", "", "三点二亿"))
    assert "".join(part.labels(0)[5].itertext(f"{A}t")) == "三点二亿 »"


def test_where_figures_would_touch_no_column_is_cut(column):
    values = (*[300] * 6, 9100, 32000)
    assert column(("本年", "actual", *values), width=8.0).ends()[1] == 450
    assert column(("本年", "actual", *values), width=2.0).ends()[1] > 32000


def test_three_columns_are_never_cut(column):
    assert column(("本年", "actual", 1, 2, 900)).ends()[1] > 900


def test_a_panel_whose_axis_goes_on_below_cuts_no_negative_column(column):
    part = column(
        ("本年", "actual", *NEAR, -32000),
        ("增速", "rate", 1, 2, 3, 4, 5, 6),
        kind="panel",
    )
    assert part.ends()[0] < -32000
    assert position(part.labels(0)[5]) == "outEnd"
