"""Calm and nasty charts of this kind."""

from support.chart_specs import NASTY, chart, figures
from unitdeck.plan.chart import Series

SAMPLES = [
    chart("doughnut", ("税务部门", "财政部门"), Series("收入", figures(21334, 12762), "part")),
    chart("doughnut", (*NASTY, "戊", "己"), Series("收入", figures(90, 1, None, 0, 5, 2), "part")),
    chart("doughnut", ("甲", "乙"), Series("收入", figures(0, None), "part")),
]
