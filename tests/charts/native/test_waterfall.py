from decimal import Decimal

import pytest

from support.chart_reading import C, Part, bold, code, position
from support.formulas import computed
from unitdeck.charts.waterfall_steps import step_sheet, steps, two_columns
from unitdeck.plan.chart import Series

NAMES = ("年初", "增收", "减收", "中期", "支出", "退税", "调入", "盘活", "年末")
TOTALS = (1200, None, None, 1330, None, None, None, None, -340)
CHANGES = (None, 450, -320, None, -2100, -480, 600, 310, None)
BASE, TOTAL, RISE, RISE_BELOW, FALL, FALL_BELOW, TOTAL_LABEL, RISE_LABEL, FALL_LABEL = range(9)


@pytest.fixture
def spec(make, numbers):
    def made(totals=TOTALS, changes=CHANGES, categories=NAMES, kind="waterfall", **more):
        series = (Series("财力", numbers(*totals)), Series("增减", numbers(*changes), "part"))
        return make(kind, categories, *series, decimals=0, **more)

    return made


def stacked(part, index):
    """The seen pieces of a column, each from where to where it reaches; what is not seen lies below them."""
    above = below = part.values(BASE)[index]
    above, below = max(above, 0), min(below, 0)
    pieces = []
    for series in (TOTAL, RISE, RISE_BELOW, FALL, FALL_BELOW):
        length = part.values(series).get(index, 0)
        if length > 0:
            pieces.append((above, above + length))
            above += length
        elif length < 0:
            pieces.append((below + length, below))
            below += length
    return pieces


def test_every_bar_reaches_from_level_to_level_below_zero_and_across_it(spec, place):
    part = Part(place(spec()))
    assert [sorted(stacked(part, index)) for index in range(9)] == [
        [(0, 1200)],
        [(1200, 1650)],
        [(1330, 1650)],
        [(0, 1330)],
        [(-770, 0), (0, 1330)],
        [(-1250, -770)],
        [(-1250, -650)],
        [(-650, -340)],
        [(-340, 0)],
    ]


def test_rises_and_falls_have_their_colours_and_the_last_total_the_accent(spec, place):
    part = Part(place(spec()))
    assert [part.fill(series) for series in range(9)] == [
        *("none", "tx2", "accent4", "accent4", "accent2", "accent2"),
        *("none", "none", "none"),
    ]
    assert part.points(TOTAL) == {8: "accent1"}


def test_labels_stand_beyond_the_bar_and_follow_the_figures(spec, place):
    part = Part(place(spec(), 12))
    for series, sign in ((RISE_LABEL, "+"), (FALL_LABEL, "−")):
        words = part.series[series].find(f"{C}dLbls")
        assert code(words) == f'"{sign}"#,##0;"{sign}"#,##0;'
        assert position(words) == "inBase"
        assert words.find(f"{C}showVal").get("val") == "1"
    assert part.values(RISE_LABEL) == {0: 0, 1: 450, 2: 0, 3: 0, 4: 0, 5: 0, 6: -600, 7: -310, 8: 0}
    assert part.values(FALL_LABEL) == {0: 0, 1: 0, 2: 320, 3: 0, 4: 2100, 5: -480, 6: 0, 7: 0, 8: 0}


def test_totals_are_bold(spec, place):
    words = Part(place(spec(), 12)).labels(TOTAL_LABEL)
    assert set(words) == {0, 3, 8}
    assert all(map(bold, words.values()))


def test_a_change_of_zero_prints_its_zero(spec, place):
    part = Part(place(spec((5, None, 5), (None, 0, None), ("甲", "乙", "丙"))))
    assert code(part.labels(RISE_LABEL)[1]) == '#,##0;"−"#,##0'


def test_the_axis_leaves_room_for_labels_where_bars_end(spec, place):
    part = Part(place(spec()))
    least, most = part.ends()
    line = (most - least) * 20.5 / (part.area()[3] * 3.5 * 72)
    assert least <= -1250 - 0.999 * line
    assert most >= 1650 + 0.999 * line


def test_labels_that_would_touch_are_left_out_but_totals_stay(spec, place):
    part = Part(place(spec(), 3))
    assert set(part.labels(TOTAL_LABEL)) == {0, 3, 8}
    shown = set(part.labels(RISE_LABEL)) | set(part.labels(FALL_LABEL))
    assert shown < {1, 2, 4, 5, 6, 7}


EDITS = [
    {"C3": -450},
    {"C6": 100, "C7": None},
    {"B5": None},
    {"B2": -300},
    {"C9": 2000, "B10": 0},
    {"B3": 7},
]


@pytest.mark.parametrize("edit", EDITS)
def test_the_sheet_follows_when_a_person_edits_the_figures(edit, spec, place):
    given = spec()
    sheet = Part(place(given)).sheet()
    series = [list(one.values) for one in given.series]
    for at, figure in edit.items():
        sheet[at] = figure
        series["BC".index(at[0])][int(at[1:]) - 2] = None if figure is None else Decimal(figure)
    edited = given._replace(
        series=tuple(one._replace(values=tuple(values)) for one, values in zip(given.series, series, strict=True))
    )
    expected = step_sheet(edited, "zh")
    for column, figures in enumerate(expected.columns):
        for row, value in enumerate(figures.values):
            found = computed(sheet, expected.cell(column, row))
            assert (None if found is None else Decimal(found)) == value


def test_names_that_look_like_formulas_stay_text(spec, place):
    sheet = Part(place(spec((1, None), (None, 2), ("=1+1", "=B2")))).sheet()
    assert [sheet["A2"].data_type, sheet["A3"].data_type] == ["s", "s"]
    assert sheet["D2"].data_type == "f"


def test_missing_changes_leave_the_level_as_it_is(spec):
    bars = steps(spec((10, None, None), (None, None, 5), ("甲", "乙", "丙")))
    assert [(bar.start, bar.end) for bar in bars] == [(0, 10), (10, 10), (10, 15)]
    assert not bars[1].rises
    assert not bars[1].falls


def test_a_chart_without_totals_or_changes_gets_an_empty_column_for_them(make, numbers):
    only_changes = two_columns(make("waterfall", ("甲",), Series("增减", numbers(3), "part")), "zh")
    assert [(one.name, one.values) for one in only_changes.series] == [("合计", (None,)), ("增减", (3,))]
    only_totals = two_columns(make("waterfall", ("甲",), Series("收入", numbers(3))), "en")
    assert [(one.name, one.values) for one in only_totals.series] == [("收入", (3,)), ("Change", (None,))]
