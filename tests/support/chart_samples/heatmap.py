"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series

TOWNS = ("城关镇", "龙山街道", "周党镇", "青山镇")

SAMPLES = [
    chart(
        "heatmap",
        TOWNS,
        Series("税收收入", figures(44.7, 52.3, 47.1, 38.6)),
        Series("招商引资到位资金", figures(63.4, 48, 55.7, None)),
        Series("规上工业增加值", figures(52.6, 49.5, 0, 51.3)),
        unit="%",
        highlight=0,
    ),
    chart(
        "heatmap",
        TOWNS,
        Series("序时差", figures(-5.3, 2.3, 0, -11.4)),
        Series("同比", figures(1, -2, 3, 10)),
        signed=True,
    ),
    chart(
        "heatmap", NASTY, Series("=1+1", figures(1, -2, None, 4)), Series("<甲&乙>\v", figures(0, 0, 0, 0)), decimals=0
    ),
    chart("heatmap", ("甲",), Series("乙", figures(7))),
    chart("heatmap", ("甲", "乙"), Series("全缺", figures(None, None)), Series("也缺", figures(None, None))),
    chart("heatmap", ("甲", "乙"), Series("相等", figures(5, 5)), Series("也等", figures(5, 5)), highlight=1),
    chart(
        "heatmap",
        [f"第{row}个乡镇" for row in range(40)],
        *(Series(f"指标{column}", figures(*(row * column % 97 for row in range(40)))) for column in range(9)),
        unit="%",
        highlight=39,
    ),
]
