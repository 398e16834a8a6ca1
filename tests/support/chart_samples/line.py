"""Calm and nasty charts of this kind."""

from support.chart_specs import MONTHS, NASTY, chart, figures
from unitdeck.plan.chart import Series

SAMPLES = [
    chart(
        "line",
        MONTHS,
        Series("本年", figures(6100, 13200, 20100, 0, 34096, *[None] * 7)),
        Series("上年", figures(*range(7000, 19000, 1000)), "last_year"),
        Series("计划", figures(*range(8000, 20000, 1000)), "plan"),
        unit="万元",
        decimals=0,
    ),
    chart("line", NASTY, Series("=增速", figures(-3.1, None, 0, 5), "rate"), unit="%", signed=True),
    chart("line", ("1月",), Series("本年", figures(5))),
    chart("line", ("1月", "2月"), Series("本年", figures(None, None))),
    chart(
        "line",
        MONTHS[:6],
        Series("本年", figures(7, 8, None, None, None, None)),
        Series("预计", figures(None, None, 9, 8, None, 10), "forecast"),
        Series("目标", figures(None, None, None, 9, None, None), "target"),
    ),
    chart("line", [f"{2012 + i // 4}年{i % 4 + 1}季度" for i in range(40)], Series("本年", figures(*[3] * 40))),
]
