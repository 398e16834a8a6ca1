"""Chart specs for tests, made in few words."""

from decimal import Decimal

from unitdeck.plan.chart import ChartSpec, Series


def figures(*values):
    return tuple(None if value is None else Decimal(str(value)) for value in values)


NASTY = ("=1+1", "<甲&乙>\v", "𠮷😀㵲", "城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个指标")
MONTHS = tuple(f"{month}月" for month in range(1, 13))


def chart(kind, categories, *series, **more):
    return ChartSpec(kind, "一句话的结论", tuple(categories), series, **more)


def waterfall_of(totals, changes):
    names = [f"第{index}步" for index in range(len(totals))]
    series = (Series("合计", figures(*totals)), Series("增减", figures(*changes), "part"))
    return chart("waterfall", names, *series, decimals=0)


RANKING = chart(
    "ranking",
    "甲乙丙丁",
    Series("增幅", figures(4, None, 2, 1)),
    labels=("四", "", "二", "一"),
    tones=("good", "", "", "bad"),
    highlight=2,
)
