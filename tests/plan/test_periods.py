import pytest

from support.chart_specs import MONTHS
from unitdeck.plan.periods import are_periods


@pytest.mark.parametrize(
    "names",
    [
        MONTHS,
        ("1—2月", "1—3月", "1-5月", "1～9月"),
        ("2018年", "2019年", "2022年"),
        ("2018", "2019", "2022"),
        ("2021年12月", "2022年1月"),
        ("一季度", "二季度", "前三季度", "第四季度"),
        ("上半年", "全年"),
        ("5月上旬", "5月中旬"),
        ("2022-05", "2022-06"),
        ("Q1", "Q2 2022", "2022Q3"),
        ("Jan", "February", "Mar. 2022"),
        ("5月30日", "5月31日"),
        ("年初", "5月末", "年末"),
    ],
)
def test_periods(names):
    assert are_periods(names)


@pytest.mark.parametrize(
    "names",
    [(), ("",), ("1月", "城郊街道"), ("城郊街道",), ("第1项",), ("3个月以内",), ("月",), ("甲", "乙"), ("1号楼",)],
)
def test_names_of_other_things(names):
    assert not are_periods(names)
