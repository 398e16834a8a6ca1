from decimal import Decimal

import pytest

from support.chart_samples import DRAWN, NATIVE
from unitdeck.charts.alt import LIMIT, alt_text
from unitdeck.plan.chart import ChartSpec, Series


def test_it_says_kind_finding_and_labels(samples):
    assert alt_text(samples["bullet"][0], "zh") == (
        "完成率对比图：税务部门收入差12.8个百分点。一般公共预算支出 44.7% 快3.1，财政部门收入 40.4% 慢1.3。"
    )


def test_figures_of_several_series_with_zero_and_missing():
    series = (Series("本年", (Decimal(0), None)), Series("上年", (Decimal(7), Decimal(8)), "last_year"))
    spec = ChartSpec("column", "Revenue fell.", ("Jan", "Feb"), series, unit="CNY", decimals=0)
    assert alt_text(spec, "en") == ("Column chart: Revenue fell. Unit: CNY. Jan 本年 0 / 上年 7, Feb 本年 — / 上年 8.")


def test_the_own_units_course_comes_first():
    series = (Series("光山县", (Decimal(3), Decimal(3)), "rank"), Series("罗山县", (Decimal(9), None), "rank"))
    spec = ChartSpec("slope", "缺报。", ("2021年", "2022年"), series, decimals=0, highlight=1)
    assert alt_text(spec, "zh") == "坡度图：缺报。罗山县 2021年 9 / 2022年 —，光山县 2021年 3 / 2022年 3。"


def test_points_among_quadrants_have_both_figures_as_they_were_given(samples):
    text = alt_text(samples["quadrant"][0], "zh")
    assert "城关镇 税收（万元） 4,210 / 同比增速（%） 2.1 第1位，" in text
    assert "青山镇 税收（万元） 960 / 同比增速（%） −3.2。" in text
    assert "丙 税收（万元） — / 同比增速（%） 3。" in alt_text(samples["quadrant"][1], "zh")


def test_sample_data_is_named(samples):
    assert alt_text(samples["gap"][0]._replace(sample=True), "zh").startswith("序时差图（示例数据）：")


def test_dates_are_told_as_they_are_printed(samples):
    told = alt_text(samples["gantt"][0], "zh")
    assert told.startswith(
        "甘特图：城东水厂逾期26天未完工。人民医院综合楼 开工 1月10日 / 计划完工 9月30日 / 已完成至 6月5日，"
    )
    assert "可研批复 开工 — / 计划完工 1月20日 / 已完成至 1月18日" in told
    assert "开工 10 January" in alt_text(samples["gantt"][0], "en")


@pytest.mark.parametrize("kind", (*NATIVE, *DRAWN))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_has_words(kind, lang, samples):
    for spec in samples[kind]:
        assert spec.finding in alt_text(spec, lang)


@pytest.mark.parametrize("count", [1, 40, 200])
@pytest.mark.parametrize("finding", ["短", "长" * 490, "很长" * 300])
def test_it_is_bounded_and_holds_whole_figures_only(count, finding):
    values = tuple(Decimal(index) for index in range(count))
    spec = ChartSpec("ranking", finding, tuple(f"第{index}个单位" for index in range(count)), (Series("增幅", values),))
    text = alt_text(spec, "zh")
    assert len(text) <= LIMIT
    told = text.count("单位")
    more = f"……另有{count - told}项。"
    assert text.endswith("。" if told == count else more) or (told == 0 and len(text) + len(more) > LIMIT)


def test_it_says_the_period_and_how_many_more(samples):
    values = tuple(Decimal(index) for index in range(60))
    names = tuple(f"Township number {index}" for index in range(60))
    spec = ChartSpec("ranking", "Ours is third.", names, (Series("growth", values),), period="Jan–May 2022")
    text = alt_text(spec, "en")
    told = text.count("Township")
    assert text.startswith("Ranking bar chart: Ours is third. Jan–May 2022. Township number 0 0.0, ")
    assert text.endswith(f" … and {60 - told} more.")
    assert LIMIT - 30 < len(text) <= LIMIT
