"""Calm and nasty charts of this kind."""

from support.chart_specs import MONTHS, NASTY, chart, figures
from unitdeck.plan.chart import Series

QUARTERS = tuple(f"{2012 + index // 4}年{index % 4 + 1}季度" for index in range(40))

SAMPLES = [
    chart(
        "panel",
        MONTHS[:6],
        Series("收入（万元）", figures(7820, 5285, 7439, 6766, 6786, 9120)),
        Series("同比增速", figures(2.9, -16, -6.8, -5.2, -2, 3.6), "rate"),
        unit="万元",
        decimals=0,
    ),
    chart(
        "panel",
        MONTHS,
        Series("本年", figures(61, 71, 0, None, 5, 6, 7, 8, *[None] * 4)),
        Series("预计", figures(*[None] * 8, 9, 10, 11, 12000), "forecast"),
        Series("上年", figures(*[70] * 12), "last_year"),
        Series("增速", figures(1, 2, None, 4, 5, 6, 7, 8, 9, 10, 11, 400.25), "rate"),
        decimals=0,
    ),
    chart("panel", NASTY, Series("额", figures(1, -2, 0, None)), Series("=率", figures(None, 0, -3, -4), "rate")),
    chart("panel", ("1月",), Series("额", figures(0)), Series("率", figures(0), "rate")),
    chart("panel", QUARTERS, Series("额", figures(*[5] * 40)), Series("率", figures(*[7.5] * 40), "rate")),
    chart("panel", ("1月", "2月"), Series("额", figures(None, None)), Series("率", figures(None, None), "rate")),
    chart("panel", ("1月", "2月"), Series("额", figures(1, 2))),
]
