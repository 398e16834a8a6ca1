"""Calm and nasty charts of this kind."""

from support.chart_specs import MONTHS, NASTY, chart, figures
from unitdeck.plan.chart import Series

SAMPLES = [
    chart("sparkline", MONTHS, Series("收入", figures(61, 72, 69, 80, 78, 91, 95, 90, 99, 104, 101, 112))),
    chart("sparkline", MONTHS, Series("收入", figures(5, None, 7, None, 6, 8, 0, -3, *[None] * 4)), decimals=0),
    chart("sparkline", NASTY, Series("=增速", figures(-3.1, None, 0, 5), "rate"), unit="%", signed=True),
    chart("sparkline", ("1月",), Series("<甲&乙>", figures(5))),
    chart("sparkline", MONTHS, Series("收入", figures(*[7] * 12))),
    chart("sparkline", MONTHS, Series("收入", figures(*[0] * 12))),
    chart("sparkline", ("1月", "2月"), Series("收入", figures(None, None))),
    chart("sparkline", [f"第{n}期" for n in range(40)], Series("收入", figures(*(n * n % 17 for n in range(40))))),
]
