from support.chart_specs import waterfall_of as steps
from unitdeck.plan.waterfall import fold_steps


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
