"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series

SAMPLES = [
    chart("ranking", NASTY, Series("增幅", figures(9.8, 1, 0, -12.9)), unit="%", signed=True, highlight=3),
    chart("ranking", ("甲", "乙"), Series("增幅", figures(-1, -22)), highlight=0),
    chart("ranking", ("甲",), Series("增幅", figures(5)), highlight=0),
    chart("ranking", ("甲", "乙"), Series("增幅", figures(0, None))),
]
