from decimal import Decimal

import pytest

from support.chart_specs import MONTHS, chart, figures
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_adapt import adapted, are_periods, em, fold_steps
from unitdeck.plan.figures import figure_texts

WIDTH, SIZE = 870, 14


def column(names, *values, **more):
    return chart("column", names, Series("本年", figures(*values)), decimals=0, **more)


def steps(totals, changes):
    names = [f"第{index}步" for index in range(len(totals))]
    series = (Series("合计", figures(*totals)), Series("增减", figures(*changes), "part"))
    return chart("waterfall", names, *series, decimals=0)


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


def kind(spec, width=WIDTH):
    return adapted(spec, width, SIZE, "zh").kind


def test_forty_periods_stay_columns_and_forty_units_become_rows():
    quarters = [f"{2012 + index // 4}年{index % 4 + 1}季度" for index in range(40)]
    assert kind(column(quarters, *range(40))) == "column"
    assert kind(column([f"第{index}乡" for index in range(40)], *range(40))) == "bar"


def test_names_may_take_two_lines_under_a_column():
    thirty = "城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个指标"
    assert kind(column((thirty, "乙"), 1, 2)) == "column"
    assert kind(column((thirty, "乙", "丙"), 1, 2, 3)) == "column"
    assert kind(column((thirty, *"乙丙丁"), 1, 2, 3, 4)) == "bar"


def test_figures_wider_than_their_column_ask_for_rows():
    names = [f"乡{index}" for index in range(12)]
    assert kind(column(names, *range(12)), 400) == "column"
    assert kind(column(names, *[123456] * 12), 400) == "bar"
    assert kind(column(names, *range(12), labels=("一二三四五六七",) * 12), 400) == "bar"


def test_what_is_kept_and_what_changes():
    spec = column([f"第{index}乡镇" for index in range(40)], *range(40), highlight=3)
    assert adapted(spec, WIDTH, SIZE, "zh") == spec._replace(kind="bar")
    ranking = spec._replace(kind="ranking")
    assert adapted(ranking, WIDTH, SIZE, "zh") == ranking
    nothing = column(())
    assert adapted(nothing, WIDTH, SIZE, "zh") == nothing


def test_a_waterfall_of_long_names_becomes_rows():
    spec = steps((5, None, 6), (None, 1, None))
    assert kind(spec) == "waterfall"
    long = spec._replace(categories=("年初", "上级专项转移支付增加安排的基本公共服务支出" * 3, "年末"))
    assert kind(long) == "waterfall_rows"


@pytest.mark.parametrize("name", ["waterfall", "waterfall_rows"])
def test_many_steps_are_folded_between_their_totals(name):
    spec = steps((100, *[None] * 18, 290, *[None] * 19, 480), (None, *range(1, 19), None, *range(19, 0, -1), None))
    spec = spec._replace(kind=name)
    short = adapted(spec, WIDTH, SIZE, "zh")
    assert len(short.categories) <= 14
    totals, changes = (one.values for one in short.series)
    assert [value for value in totals if value is not None] == [100, 290, 480]
    middle = totals.index(290)
    assert sum(changes[1:middle]) == sum(range(1, 19))
    assert sum(changes[middle + 1 : -1]) == sum(range(1, 20))
    assert short.categories[middle - 1].startswith("其余")
    assert short.categories[-2].startswith("其余")
    assert max(value for value in changes if value is not None) >= 19


def test_folding_names_how_many_and_keeps_few_as_they_are():
    spec = steps((None,) * 6, (5, -1, 1, 7, 2, -9))
    assert fold_steps(spec, 6, "zh") == spec
    short = fold_steps(spec, 4, "en")
    assert short.categories == ("第0步", "第3步", "第5步", "3 others")
    assert short.series[1].values == (5, 7, -9, 2)


def test_a_step_left_alone_keeps_its_name():
    spec = steps((1, None, 2, None, 3), (None, 1, None, 1, None))
    short = fold_steps(spec, 4, "zh")
    assert short.categories == spec.categories


def test_widths_for_measuring():
    assert em("城郊A1") == pytest.approx(3.2)
    panel = chart("panel", ("1月",), Series("额", figures(1234)), Series("率", figures(-3.25), "rate"), decimals=0)
    assert figure_texts(panel) == ["1,234", "−3.3%"]
    assert figure_texts(steps((5, None), (None, 5))) == ["5", "+5"]
    assert figure_texts(column(("甲",), Decimal("-1.5"))) == ["−2"]
