"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series

SAMPLES = [
    chart("gap", ("支出", "收入", "持平"), Series("序时差", figures(3.1, -9.4, 0)), tones=("good", "bad", "near")),
    chart("gap", NASTY, Series("序时差", figures(None, -0.04, -41, -3)), labels=("", "", "−41.0", "")),
    chart("gap", ("甲", "乙"), Series("序时差", figures(5, 5))),
]
