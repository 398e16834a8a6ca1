"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series

YEARS = ("2021年", "2022年")


def units(*rows, role="actual"):
    return [Series(name, figures(*values), role) for name, *values in rows]


SAMPLES = [
    chart(
        "slope",
        YEARS,
        *units(
            ("光山县", 8.1, 7.4), ("罗山县", 6.2, 8.9), ("息县", 7.0, 7.2), ("新县", 9.3, 7.3), ("潢川县", 5.1, 4.0)
        ),
        unit="%",
        highlight=1,
    ),
    chart(
        "slope",
        YEARS,
        *units(("光山县", 3, 3), ("罗山县", 9, 5), ("息县", 5, 6), ("新县", 5, 7), ("潢川县", None, 1), role="rank"),
        decimals=0,
        highlight=1,
    ),
    chart("slope", YEARS, *units(*((name, -3, 0) for name in NASTY)), unit="%", signed=True, highlight=3),
    chart("slope", YEARS, *units(*((f"第{n}单位", n * 7 % 40, n * 11 % 40) for n in range(40))), highlight=17),
    chart("slope", YEARS, *units(*((f"第{n}单位", 5, 5) for n in range(40)), role="rank")),
    chart("slope", YEARS, *units(*((f"第{n}单位", 0, 0) for n in range(6))), highlight=5),
    chart("slope", YEARS, *units(("甲", None, 3), ("乙", 4, None), ("丙", None, None), ("丁", 3, 4)), highlight=1),
    chart("slope", YEARS, *units(("甲", None, None)), highlight=0),
    chart("slope", ("<2022年>",), *units(("甲", 3), ("=1+1", 4)), highlight=0),
    chart("slope", YEARS, *units(("甲", 3, -4))),
]
