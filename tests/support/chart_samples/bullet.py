"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import ChartSpec, Series


def bullet(categories, actual, schedule, **more):
    series = (
        Series("完成率", figures(*actual)),
        Series("年度目标", figures(*[100] * len(categories)), "target"),
        Series("序时进度", figures(*schedule), "schedule"),
    )
    return ChartSpec("bullet", "税务部门收入差12.8个百分点", tuple(categories), series, unit="%", **more)


SAMPLES = [
    bullet(
        ("一般公共预算支出", "财政部门收入"),
        (44.74, 40.4),
        ["41.66666666666666666666666667"] * 2,
        labels=("44.7%  快3.1", "40.4%  慢1.3"),
        tones=("good", "near"),
    ),
    bullet(NASTY, (300, 0, None, 130), (41.7,) * 4, tones=("good", "bad", "", "near")),
    bullet(("甲", "乙"), (30, 70), (41.7, None)),
    chart("bullet", ("甲",), Series("完成率", figures(30)), unit="%"),
]
