"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series

SIX = ("经济运行", "项目建设", "营商环境", "生态环保", "民生保障", "安全稳定")


def units(*rows):
    return [Series(name, figures(*values)) for name, *values in rows]


SAMPLES = [
    chart(
        "radar",
        SIX,
        *units(
            ("罗山县", 86, 92, 78, 88, 90, 95),
            ("全市平均", 82, 80, 84, 85, 83, 90),
            ("全市最优", 96, 94, 93, 95, 92, 98),
        ),
        decimals=0,
        highlight=0,
    ),
    chart(
        "radar",
        SIX[:5],
        *units(("甲", 3, None, -2, 0, 5), ("乙", -4, 1, 2, 3, None), ("丙", None, None, None, 4, None)),
        unit="%",
        signed=True,
        highlight=1,
    ),
    chart("radar", NASTY, *units(("=1+1", 1, 2, 3, 4), ("<甲&乙>", 4, 3, 2, 1)), highlight=0),
    chart(
        "radar", [f"指标{n}" for n in range(10)], *units(*((f"单位{k}", *[k + 1] * 10) for k in range(6))), highlight=5
    ),
    chart(
        "radar", ("税收", "非税"), *units(("罗山县", 62.6, 37.4), ("全市平均", 70.1, 29.9), ("丙", 0, -3)), highlight=0
    ),
    chart(
        "radar",
        [f"指标{n}" for n in range(40)],
        *units(*((f"单位{k}", *((n * (k + 3)) % 17 for n in range(40))) for k in range(3))),
        highlight=2,
    ),
    chart("radar", SIX[:3], *units(("甲", 0, 0, 0))),
    chart("radar", SIX[:3], *units(("甲", None, None, None), ("乙", None, None, None)), highlight=0),
    chart("radar", SIX[:1], *units(("甲", 5)), highlight=0),
    chart("radar", SIX, *units(("甲", *[0.07] * 6), ("乙", *[0.11] * 6)), decimals=2),
]
