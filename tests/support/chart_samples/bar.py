"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series

TOWNS = tuple(f"第{number}乡镇人民政府" for number in range(1, 41))

SAMPLES = [
    chart("bar", TOWNS[:12], Series("收入", figures(*range(900, 300, -50))), decimals=0, highlight=3),
    chart("bar", NASTY, Series("本年", figures(1, -2, 0, None)), Series("上年", figures(3, None, 5, 6), "last_year")),
    chart("bar", TOWNS, Series("本年", figures(*[5] * 40)), Series("计划", figures(*[6] * 40), "plan")),
    chart("bar", ("甲",), Series("本年", figures(0)), labels=("零",)),
    chart("bar", ("甲", "乙"), Series("本年", figures(None, None)), Series("预计", figures(1, 2), "forecast")),
]
