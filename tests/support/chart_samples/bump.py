"""Calm and nasty charts of this kind."""

from support.chart_specs import MONTHS, NASTY, chart, figures
from unitdeck.plan.chart import Series

YEARS = ("2018年", "2019年", "2020年", "2021年", "2022年")


def ranks(*rows):
    return [Series(name, figures(*values), "rank") for name, *values in rows]


SAMPLES = [
    chart(
        "bump",
        YEARS,
        *ranks(
            ("光山县", 1, 1, 2, 2, 3),
            ("罗山县", 5, 4, 4, 3, 1),
            ("息县", 2, 3, 1, 1, 2),
            ("新县", 3, 2, 3, 5, 5),
            ("潢川县", 4, 5, 5, 4, 4),
        ),
        decimals=0,
        highlight=1,
    ),
    chart(
        "bump",
        YEARS,
        *ranks(
            ("光山县", 1, None, 2, 2, 2),
            ("罗山县", 9, 9, 11, 12, 9),
            ("息县", 9, None, 1, 1, None),
            ("新县", None, 2, 3, 9, 9),
            ("潢川县", 9, 9, 9, 9, 9),
            ("固始县", None, 7, None, 7, None),
        ),
        decimals=0,
        highlight=1,
    ),
    chart("bump", MONTHS, *ranks(*((name, *(1 + (n + i) % 4 for i in range(12))) for n, name in enumerate(NASTY)))),
    chart(
        "bump",
        MONTHS[:6],
        *ranks(*((f"第{n}单位", *(1 + (n * (7 + 4 * i)) % 41 for i in range(6))) for n in range(1, 41))),
        decimals=0,
        highlight=17,
    ),
    chart("bump", YEARS, *ranks(*((f"第{n}单位", *[1] * 5) for n in range(8))), decimals=0, highlight=3),
    chart("bump", ("=1+1", "<甲&乙>", "丙"), *ranks(("甲", None, None, None), ("乙", None, 3, None)), highlight=1),
    chart("bump", ("2022年",), *ranks(("甲", 2), ("乙", 1)), decimals=0, highlight=1),
    chart("bump", YEARS, *ranks(("甲", 131, 128, 126, 120, 117), ("乙", 121, 128, 122, 125, 130)), highlight=0),
    chart("bump", YEARS, *ranks(("甲", None, None, None, None, None))),
    chart(
        "bump", [f"{n}期" for n in range(40)], *ranks(("甲", *(1 + n % 3 for n in range(40)))), decimals=0, highlight=0
    ),
    chart("bump", YEARS, *ranks(("甲", 0, -1, 2, 3, 4))),
]
