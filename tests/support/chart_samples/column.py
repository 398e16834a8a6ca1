"""Calm and nasty charts of this kind."""

from support.chart_specs import MONTHS, NASTY, chart, figures
from unitdeck.plan.chart import Series

SAMPLES = [
    chart("column", MONTHS, Series("本年", figures(61, 71, 0, None, 5, 6, 7, 8, 9, 10, 11, 12000)), decimals=0),
    chart("column", NASTY, Series("本年", figures(1, -2, 0, 4)), Series("上年", figures(3, None, 5, 6), "last_year")),
    chart("column", ("甲", "乙"), Series("本年", figures(5, 5)), labels=("五", "")),
    chart(
        "column",
        MONTHS[:4],
        Series("本年", figures(7, 8, None, None)),
        Series("预计", figures(None, None, 9, None), "forecast"),
        Series("上年", figures(6, 9, 7, 8), "last_year"),
        Series("计划", figures(8, 8, 8, 8), "plan"),
    ),
    chart("column", MONTHS[:2], Series("本年", figures(7, 8)), Series("预计", figures(7, 9), "forecast")),
    chart("column", [f"{2012 + i // 4}年{i % 4 + 1}季度" for i in range(40)], Series("本年", figures(*[3] * 40))),
    chart("column", ("1月",), Series("本年", figures(None))),
]
