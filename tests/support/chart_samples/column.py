"""Calm and nasty charts of this kind."""

from support.chart_specs import MONTHS, NASTY, chart, figures
from unitdeck.plan.chart import Series

SAMPLES = [
    chart("column", MONTHS, Series("本年", figures(61, 71, 0, None, 5, 6, 7, 8, 9, 10, 11, 12000)), decimals=0),
    chart("column", NASTY, Series("本年", figures(1, -2, 0, 4)), Series("上年", figures(3, None, 5, 6), "last_year")),
    chart("column", ("甲", "乙"), Series("本年", figures(5, 5)), labels=("五", "")),
]
