"""Calm and nasty charts of this kind."""

from datetime import date

from support.chart_specs import NASTY
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.gantt import serial

TODAY = "2022-05-31"


def days(*values):
    return tuple(None if value is None else serial(date.fromisoformat(value)) for value in values)


def gantt(categories, rows, as_of=TODAY, **more):
    """Rows are (start, end, done), ISO dates or None; without ``as_of`` the chart has no data date."""
    columns = zip(*rows, strict=True)
    series = [
        Series(name, days(*values), role)
        for (name, role), values in zip(
            (("开工", "start"), ("计划完工", "end"), ("已完成至", "done")), columns, strict=True
        )
    ]
    if as_of:
        series.append(Series("数据截至", days(*[as_of] * len(categories)), "as_of"))
    return ChartSpec("gantt", "城东水厂逾期26天未完工", tuple(categories), tuple(series), decimals=0, **more)


CALM = gantt(
    ("人民医院综合楼", "城东水厂扩建", "旅游公路", "可研批复", "竣工备案"),
    [
        ("2022-01-10", "2022-09-30", "2022-06-05"),
        ("2022-01-05", "2022-05-05", "2022-04-10"),
        ("2022-03-01", "2022-10-31", None),
        (None, "2022-01-20", "2022-01-18"),
        (None, "2022-11-30", None),
    ],
    tones=("good", "bad", "", "", ""),
)
NOTHING = (None, None, None)

SAMPLES = [
    CALM,
    CALM._replace(labels=("9月30日　按期", "5月5日　逾期26天", "10月31日", "", "")),
    gantt(("甲",), [("2022-04-01", "2022-10-20", "2022-05-18")]),
    gantt(("甲",), [(None, "2022-10-20", None)], as_of=None),
    gantt(("甲", "乙"), [NOTHING, NOTHING], as_of=None),
    gantt(
        NASTY,
        [
            ("2018-04-01", "2025-12-31", "2022-05-18"),
            ("2022-04-01", None, "2022-05-01"),
            ("2022-05-20", "2022-05-20", None),
            NOTHING,
        ],
    ),
    gantt([f"第{n}项工程" for n in range(40)], [("2022-01-01", "2022-12-31", "2022-05-31")] * 40),
    gantt(("早", "晚"), [("1900-03-01", "1999-01-01", None), (None, None, "9999-12-31")]),
]
