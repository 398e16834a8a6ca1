"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Place, Series

TILES = (Place("城关镇", (0, 1)), Place("龙山街道", (1, 0)), Place("周党镇", (1, 1)), Place("青山镇", (1, 3)))


def square(left, bottom, side):
    return ((left, bottom), (left + side, bottom), (left + side, bottom + side), (left, bottom + side))


REGIONS = (
    Place("城关镇", rings=(square(114, 32, 0.3), square(114.1, 32.1, 0.02)[::-1])),
    Place("龙山街道", rings=(square(114.3, 32, 0.3),)),
    Place("周党镇", rings=(square(114.6, 32, 0.04),)),
    Place("青山镇", rings=(square(114.6, 32.1, 0.2), square(114.9, 32, 0.1))),
)


def towns(places, values, **more):
    return chart("town_map", [place.name for place in places], Series("完成率", values), places=places, **more)


SAMPLES = [
    towns(TILES, figures(44.7, 52.3, 0, None), unit="%", highlight=0),
    towns(REGIONS, figures(44.7, 52.3, 0, None), unit="%", highlight=2),
    towns(TILES, figures(-5, 0, 3.2, 7), signed=True, labels=("−5.0 慢", "", "", "")),
    towns(tuple(Place(name, (0, index)) for index, name in enumerate(NASTY)), figures(1, 1, 1, 1)),
    towns((Place("甲", (3, 7)),), figures(5), highlight=0),
    towns(REGIONS[:1], figures(None)),
    towns(tuple(Place(f"第{index}个乡镇", divmod(index, 8)) for index in range(40)), figures(*range(40)), highlight=5),
    towns(
        tuple(Place(f"第{index}个乡镇", rings=(square(index % 8 * 10, index // 8 * 10, 9.9),)) for index in range(40)),
        figures(*range(40)),
        highlight=5,
    ),
]
