import pytest

from support.chart_reading import C, Part, bold, code, position, shift, words
from support.chart_specs import MONTHS
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_heights import PANEL_RATES

AMOUNTS = (7820, 5285, 7439, 6766, 6786, 9120)
RATES = (2.9, -16, -6.8, -5.2, -2, 3.6)
NAMES_PT = (1.25 + 0.6) * 14  # below the plot
LINE_PT = 1.25 * 14 + 3


@pytest.fixture
def panel(make, numbers, place):
    def drawn(amounts=AMOUNTS, rates=RATES, *more, width=8.0, height=3.5):
        series = (Series("收入", numbers(*amounts)), *more, Series("增速", numbers(*rates), "rate"))
        spec = make("panel", MONTHS[: len(amounts)], *series, unit="万元", decimals=0)
        return Part(place(spec, width, height))

    return drawn


def place_of(part, axis, figure):
    """Where a figure stands, in fractions of the frame from the top."""
    _, top, _, height = part.area()
    least, most = part.ends(axis)
    return top + height * (most - figure) / (most - least)


@pytest.mark.parametrize(
    ("amounts", "rates"),
    [(AMOUNTS, RATES), ((0, 0), (0, 0)), ((5, 5, 5), (7.5, 7.5, 7.5)), ((3, -9), (-3, -2)), ((1e9, 1), (900, -100))],
)
@pytest.mark.parametrize("height", [15 * 14 / 72, 3.5, 5.0])  # from the least that a page gives
def test_columns_keep_the_upper_band_and_rates_the_lower(panel, amounts, rates, height):
    part = panel(amounts, rates, height=height)
    columns = [place_of(part, 0, figure) for figure in (*amounts, 0)]
    points = [place_of(part, 1, figure) for figure in rates]
    line = LINE_PT / (height * 72)
    assert min(columns) >= line  # below the row of names
    assert max(columns) < PANEL_RATES
    assert min(points) > PANEL_RATES + line  # below the rate's own name, with room for a label
    assert max(points) <= 1 - NAMES_PT / (height * 72) + 1e-6


def test_columns_start_at_zero_above_the_rates(panel):
    part = panel()
    assert place_of(part, 0, 0) < PANEL_RATES
    assert part.root.find(f".//{C}catAx/{C}crosses").get("val") == "autoZero"


def test_the_two_share_their_periods(panel):
    part = panel()
    categories = {tuple(one.find(f"{C}cat").itertext(f"{C}v")) for one in part.series}
    assert categories == {MONTHS[:6]}


def test_rates_have_sign_and_percent_and_amounts_their_own_digits(panel):
    part = panel()
    sheet = part.sheet()
    assert sheet["B2"].number_format == '#,##0;"−"#,##0'
    assert sheet["C2"].number_format == '+#,##0.0"%";"−"#,##0.0"%";#,##0.0"%"'
    amounts, rates = part.labels(0), part.labels(2)
    assert (set(amounts), set(rates)) == (set(range(6)), set(range(6)))
    assert code(amounts[0]) == sheet["B2"].number_format
    assert code(rates[0]) == sheet["C2"].number_format
    assert [bold(rates[index]) for index in range(6)] == [False] * 5 + [True]


def test_labels_of_rates_stand_away_from_zero(panel):
    rates = panel().labels(2)
    assert [position(rates[index]) for index in range(6)] == ["t", "b", "b", "b", "b", "t"]


def test_zero_is_a_line_where_rates_fall_on_either_side(panel):
    part = panel()
    assert part.names == ["收入", "零线", "增速"]
    assert part.values(1) == dict.fromkeys(range(6), 0)
    assert part.sheet()["D2"].value == "=0"
    assert panel(rates=(1, 2, 3, 4, 5, 6)).names == ["收入", "增速"]
    assert panel(rates=(-1, -2, 0, -4, -5, -6)).names == ["收入", "增速"]


def test_the_second_value_axis_is_kept_though_nothing_of_it_is_seen(panel):
    axes = panel().root.findall(f".//{C}valAx")
    assert [axis.find(f"{C}delete").get("val") for axis in axes] == ["1", "0"]
    assert axes[1].find(f"{C}tickLblPos").get("val") == "none"


def test_last_year_stands_beside_and_only_amounts_are_in_the_legend(panel, numbers):
    part = panel(AMOUNTS, RATES, Series("上年", numbers(*[7000] * 6), "last_year"))
    assert part.fill(0) == "accent1"
    left_out = part.root.findall(f".//{C}legend/{C}legendEntry/{C}idx")
    assert [entry.get("val") for entry in left_out] == ["2", "3"]


def test_one_series_of_amounts_needs_no_legend(panel):
    part = panel()
    assert part.root.find(f".//{C}legend") is None
    assert part.points(0) == {5: "accent1"}


def test_a_label_beside_a_steep_line_moves_off_it(panel):
    part = panel(rates=(1, 40, 80, 81, 82, 83), height=5.0)
    right, down = shift(part.labels(1)[1])
    assert right < 0
    assert down <= 0


def test_without_rates_the_columns_have_the_whole_plot(make, numbers, place):
    part = Part(place(make("panel", MONTHS[:2], Series("收入", numbers(1, 2)))))
    assert part.ends()[0] == 0


def test_an_outlying_rate_stops_at_the_limit_and_tells_its_figure(panel):
    part = panel(rates=(2.5, -3.1, 4.2, 3.3, 5.1, 900))
    line = part.names.index("增速（截断）")
    assert part.values(line)[5] == 7.65
    sheet = part.sheet()
    assert [sheet[f"C{row}"].value for row in (2, 7)] == [2.5, 900]
    assert sheet["E7"].value == "=IF(ISNUMBER(C7),MAX(MIN(N(C7),7.65),-3.1),NA())"
    label = part.labels(line)[5]
    assert (words(label), bold(label)) == ("+900.0% »", True)
    assert words(part.labels(line)[4]) == ""


def test_an_outlying_fall_is_cut_below(panel):
    part = panel(rates=(2.5, -3.1, 4.2, -900, 5.1, 3))
    line = part.names.index("增速（截断）")
    assert part.values(line)[3] == -7.65
    assert words(part.labels(line)[3]) == "« −900.0%"


def test_over_empty_periods_the_last_rate_stands_beside_its_point(make, numbers, place):
    later = [None] * 8
    amounts, rates = (
        Series("额", numbers(1, 2, 3, 4, *later)),
        Series("率", numbers(2.5, -3.1, 4.2, 3.3, *later), "rate"),
    )
    part = Part(place(make("panel", MONTHS, amounts, rates), 5.8, 4.5))
    labels = part.labels(part.names.index("率"))
    assert {index: position(label) for index, label in labels.items()} == {0: "t", 1: "b", 2: "t", 3: "r"}
