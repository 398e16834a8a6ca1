"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series


def waterfall(categories, totals, changes, **more):
    series = (Series("合计", figures(*totals)), Series("增减", figures(*changes), "part"))
    return chart("waterfall", categories, *series, decimals=0, **more)


SAMPLES = [
    waterfall(
        ("年初", "增收", "减收", "追加", "年末"),
        (1200, None, None, None, 1530),
        (None, 450, -320, 200, None),
        unit="万元",
    ),
    waterfall(
        ("年初", "支出", "退税", "调入", "盘活", "持平", "缺口", "未报", "年末"),
        (1530, *[None] * 7, -340),
        (None, -2100, -480, 600, 760, 0, -650, None, None),
    ),
    waterfall(NASTY, (None, None, None, None), (-3, -2, None, 5)),
    waterfall(("甲",), (0,), (None,)),
    waterfall([f"第{index}项" for index in range(40)], (500, *[None] * 38, 530), (None, *range(-18, 20), None)),
    chart("waterfall", ("甲", "乙"), Series("增减", figures(1.5, 1.5), "part"), unit="%"),
    chart("waterfall", ("甲", "乙"), Series("合计", figures(None, None))),
]
