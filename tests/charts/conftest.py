"""Charts of every kind, calm and nasty, placed in frames as a page would give them."""

from decimal import Decimal

import pytest

from unitdeck.base.geometry import Box
from unitdeck.base.units import inches
from unitdeck.layout.placed import PlacedChart
from unitdeck.plan.chart import ChartSpec, Series


def figures(*values):
    return tuple(None if value is None else Decimal(str(value)) for value in values)


NASTY = ("=1+1", "<甲&乙>\v", "𠮷😀㵲", "城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个指标")
MONTHS = tuple(f"{month}月" for month in range(1, 13))


def bullet(categories, actual, schedule, **more):
    series = (
        Series("完成率", figures(*actual)),
        Series("年度目标", figures(*[100] * len(categories)), "target"),
        Series("序时进度", figures(*schedule), "schedule"),
    )
    return ChartSpec("bullet", "税务部门收入差12.8个百分点", tuple(categories), series, unit="%", **more)


def chart(kind, categories, *series, **more):
    return ChartSpec(kind, "一句话的结论", tuple(categories), series, **more)


SAMPLES = {
    "bullet": [
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
    ],
    "gap": [
        chart("gap", ("支出", "收入", "持平"), Series("序时差", figures(3.1, -9.4, 0)), tones=("good", "bad", "near")),
        chart("gap", NASTY, Series("序时差", figures(None, -0.04, -41, -3)), labels=("", "", "−41.0", "")),
        chart("gap", ("甲", "乙"), Series("序时差", figures(5, 5))),
    ],
    "ranking": [
        chart("ranking", NASTY, Series("增幅", figures(9.8, 1, 0, -12.9)), unit="%", signed=True, highlight=3),
        chart("ranking", ("甲", "乙"), Series("增幅", figures(-1, -22)), highlight=0),
        chart("ranking", ("甲",), Series("增幅", figures(5)), highlight=0),
        chart("ranking", ("甲", "乙"), Series("增幅", figures(0, None))),
    ],
    "line": [
        chart(
            "line",
            MONTHS,
            Series("本年", figures(6100, 13200, 20100, 0, 34096, *[None] * 7)),
            Series("上年", figures(*range(7000, 19000, 1000)), "last_year"),
            Series("计划", figures(*range(8000, 20000, 1000)), "plan"),
            unit="万元",
            decimals=0,
        ),
        chart("line", NASTY, Series("=增速", figures(-3.1, None, 0, 5), "rate"), unit="%", signed=True),
        chart("line", ("1月",), Series("本年", figures(5))),
        chart("line", ("1月", "2月"), Series("本年", figures(None, None))),
    ],
    "column": [
        chart("column", MONTHS, Series("本年", figures(61, 71, 0, None, 5, 6, 7, 8, 9, 10, 11, 12000)), decimals=0),
        chart(
            "column", NASTY, Series("本年", figures(1, -2, 0, 4)), Series("上年", figures(3, None, 5, 6), "last_year")
        ),
        chart("column", ("甲", "乙"), Series("本年", figures(5, 5)), labels=("五", "")),
    ],
    "stacked": [
        chart("stacked", ("收入",), Series("税务", figures(21334), "part"), Series("财政<", figures(12762), "part")),
        chart(
            "stacked", ("收入",), *(Series(f"项{i}", figures(v), "part") for i, v in enumerate((12000, 50, 30, 90, 9)))
        ),
        chart(
            "stacked", ("城区", "=园区"), Series("一", figures(10, None), "part"), Series("二", figures(0, 90), "part")
        ),
    ],
    "doughnut": [
        chart("doughnut", ("税务部门", "财政部门"), Series("收入", figures(21334, 12762), "part")),
        chart("doughnut", (*NASTY, "戊", "己"), Series("收入", figures(90, 1, None, 0, 5, 2), "part")),
        chart("doughnut", ("甲", "乙"), Series("收入", figures(0, None), "part")),
    ],
}


def placed(spec, width=8.0, height=3.5, size_pt=14.0):
    return PlacedChart("图", Box(0, 0, inches(width), inches(height)), spec, size_pt)


@pytest.fixture
def samples():
    return SAMPLES


@pytest.fixture
def place():
    return placed


@pytest.fixture
def make():
    return chart


@pytest.fixture
def numbers():
    return figures
