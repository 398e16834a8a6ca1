from support.chart_samples import SAMPLES
from support.chart_specs import chart, figures
from unitdeck.charts.canvas.marks import Shape, Words
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_rows import rows
from unitdeck.plan.figures import value_text

CALM = SAMPLES["heatmap"][0]


def cell(drawn, text):
    """The area that a text stands on."""
    words = next(mark for mark in drawn if isinstance(mark, Words) and mark.text == text)
    x, y = words.x, words.y - 5
    return next(
        mark
        for mark in drawn
        if isinstance(mark, Shape)
        and mark.rings[0][0][0] < x < mark.rings[0][2][0]
        and mark.rings[0][0][1] < y < mark.rings[0][2][1]
    )


def test_every_figure_is_printed_once_in_its_row_and_column(place, see):
    seen = see(place(CALM, 12, 4))
    for column, series in enumerate(CALM.series):
        for row, value in enumerate(series.values):
            text = value_text(value, CALM)
            words = seen.word(text)
            name = seen.word(CALM.categories[row])
            assert abs(words.y - name.y) < 0.1
            assert words.x == sorted({seen.word(value_text(one.values[0], CALM)).x for one in CALM.series})[column]


def test_zero_is_a_figure_in_the_palest_step_and_missing_is_an_empty_cell(place, marks, theme):
    drawn = marks(place(CALM, 12, 4))
    assert cell(drawn, "0.0%").fill == cell(drawn, "38.6%").fill
    empty = cell(drawn, "—")
    assert (empty.fill, empty.stroke) == ("", theme.rgb("line"))


def test_colours_follow_the_figures(place, marks):
    drawn = marks(place(CALM._replace(limits=figures(40, 50, 60)), 12, 4))
    steps = [cell(drawn, text).fill for text in ("38.6%", "44.7%", "52.3%", "63.4%")]
    assert len(set(steps)) == 4
    assert cell(drawn, "48.0%").fill == steps[1]
    assert cell(drawn, "51.3%").fill == steps[2]


def test_the_key_tells_the_ranges(place, see):
    seen = see(place(CALM._replace(limits=figures(40, 50, 62.5)), 12, 4))
    assert seen.texts[-5:] == ["低于40%", "40%至50%", "50%至62.5%", "62.5%及以上", "— 无数据"]
    assert see(place(CALM._replace(limits=figures(40)), 12, 4), "en").texts[-3:] == [
        "below 40%",
        "40% and above",
        "— no data",
    ]


def test_signed_figures_part_at_zero(place, marks):
    spec = SAMPLES["heatmap"][1]
    drawn = marks(place(spec, 12, 4))
    below, zero, above = (cell(drawn, text).fill for text in ("−2.0", "0.0", "+1.0"))
    assert below != zero == above


def test_the_own_row_is_framed_and_bold(place, marks, theme):
    drawn = marks(place(CALM, 12, 4))
    frame = next(mark for mark in drawn if isinstance(mark, Shape) and mark.stroke == theme.rgb("accent"))
    own = [mark for mark in drawn if isinstance(mark, Words) and mark.bold]
    assert [mark.text for mark in own] == ["城关镇", "44.7%", "63.4%", "52.6%"]
    assert all(frame.rings[0][0][1] < mark.y < frame.rings[0][2][1] for mark in own)


def test_pages_of_rows_keep_the_colours_of_the_whole(place, marks):
    spec = SAMPLES["heatmap"][6]
    whole, page = marks(place(spec, 12, 20)), marks(place(rows(spec, 0, 10), 12, 5))
    assert cell(whole, "24.0%").fill == cell(page, "24.0%").fill
    alone = marks(place(rows(spec._replace(limits=figures(1)), 0, 10), 12, 5))
    assert cell(alone, "24.0%").fill != cell(page, "24.0%").fill


def test_in_narrow_cells_the_unit_stands_in_the_key_only(place, see):
    many = chart(
        "heatmap",
        ("甲", "乙"),
        *(Series(f"项{index}", figures(100.25, 1)) for index in range(14)),
        unit="%",
        decimals=2,
    )
    seen = see(place(many, 10, 4))
    assert "100.25" in seen.texts
    assert any("%" in text for text in seen.texts)
