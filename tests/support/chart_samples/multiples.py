"""Calm and nasty charts of this kind."""

from support.chart_specs import MONTHS, NASTY, chart, figures
from unitdeck.plan.chart import Series

QUARTERS = ("一季度", "二季度", "三季度", "四季度")

SAMPLES = [
    chart(
        "multiples",
        QUARTERS,
        Series("城关镇", figures(3260, 3980, 3720, 4210)),
        Series("铁铺镇", figures(980, None, 0, 1320)),
        unit="万元",
        decimals=0,
        highlight=0,
    ),
    chart(
        "multiples",
        MONTHS,
        Series("城关镇", figures(None, 1, 2, None, 4, None, 6, 7, 8, 9, 10, 11)),
        Series("青山镇", figures(*([3] * 11), None)),
        unit="%",
        highlight=1,
    ),
    chart("multiples", NASTY, *(Series(name, figures(1, -2, 0, 4)) for name in NASTY)),
    chart("multiples", ("1月",), Series("甲", figures(7))),
    chart("multiples", ("1月", "2月"), Series("全缺", figures(None, None))),
    chart("multiples", ("1月", "2月"), Series("全零", figures(0, 0)), Series("相等", figures(5, 5)), highlight=1),
    chart(
        "multiples",
        MONTHS,
        *(Series(f"第{index}个乡镇", figures(*(index * month % 31 for month in range(12)))) for index in range(40)),
        highlight=33,
    ),
]
