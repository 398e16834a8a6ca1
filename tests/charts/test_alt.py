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


def test_points_among_quadrants_have_both_figures_as_they_were_given(samples):
    text = alt_text(samples["quadrant"][0], "zh")
    assert "城关镇 税收（万元） 4,210 / 同比增速（%） 2.1 第1位，" in text
    assert "青山镇 税收（万元） 960 / 同比增速（%） −3.2。" in text
    assert "丙 税收（万元） — / 同比增速（%） 3。" in alt_text(samples["quadrant"][1], "zh")


def test_sample_data_is_named(samples):
    assert alt_text(samples["gap"][0]._replace(sample=True), "zh").startswith("序时差图（示例数据）：")


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
    assert text.endswith("。" if text.count("单位") == count else "……")
