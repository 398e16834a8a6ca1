"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series


def points(names, across, up, **more):
    return chart("quadrant", names, Series("税收（万元）", across), Series("同比增速（%）", up), **more)


CORNERS = ("大而快", "小而快", "小而慢", "大而慢")
SAMPLES = [
    points(
        ("城关镇", "龙山街道", "周党镇", "青山镇"),
        figures(4210, 3120, 2480, 960),
        figures(2.1, 6.8, 4.4, -3.2),
        highlight=0,
        corners=CORNERS,
        labels=("第1位", "", "", ""),
    ),
    points(("甲", "乙", "丙"), figures(1, 2, None), figures(0, None, 3), limits=figures(1.5, 2)),
    points(NASTY, figures(-1, 0, 0, 5), figures(3, 3, 3.01, 3), highlight=3),
    points(("甲",), figures(7), figures(7), highlight=0),
    points(("甲", "乙"), figures(None, None), figures(None, None)),
    points(("甲", "乙"), figures(5, 5), figures(5, 5), corners=CORNERS),
    points(
        [f"第{index}个乡镇" for index in range(40)],
        figures(*(index * 37 % 41 for index in range(40))),
        figures(*(index * 17 % 23 for index in range(40))),
        highlight=17,
        corners=CORNERS,
    ),
]
