from decimal import Decimal

from support.chart_specs import chart, figures, waterfall_of
from unitdeck.plan.chart import Series
from unitdeck.plan.figures import figure_texts


def test_each_series_is_printed_in_its_own_unit_and_sign():
    panel = chart("panel", ("1月",), Series("额", figures(1234)), Series("率", figures(-3.25), "rate"), decimals=0)
    assert figure_texts(panel) == ["1,234", "−3.3%"]
    assert figure_texts(waterfall_of((5, None), (None, 5))) == ["5", "+5"]
    column = chart("column", ("甲",), Series("本年", (Decimal("-1.5"),)), decimals=0)
    assert figure_texts(column) == ["−2"]
