"""Calm and nasty charts of this kind."""

from support.chart_specs import chart, figures
from unitdeck.plan.chart import Series

SAMPLES = [
    chart("stacked", ("收入",), Series("税务", figures(21334), "part"), Series("财政<", figures(12762), "part")),
    chart("stacked", ("收入",), *(Series(f"项{i}", figures(v), "part") for i, v in enumerate((12000, 50, 30, 90, 9)))),
    chart("stacked", ("城区", "=园区"), Series("一", figures(10, None), "part"), Series("二", figures(0, 90), "part")),
]
