"""Waterfalls in rows: the same steps as in columns, the first on top."""

from support.chart_reading import C, Part
from support.chart_specs import waterfall_of


def test_in_rows_the_first_step_is_on_top_and_the_levels_are_the_same(place):
    spec = waterfall_of((1200, None, None, -340), (None, 450, -1990, None))
    columns, rows = Part(place(spec)), Part(place(spec._replace(kind="waterfall_rows")))
    assert rows.root.find(f".//{C}barDir").get("val") == "bar"
    assert rows.root.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    assert [rows.values(series) for series in range(9)] == [columns.values(series) for series in range(9)]
