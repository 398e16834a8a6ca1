from unitdeck.appraise.names import spoken_names

REVENUE, SPENDING = "一般公共预算收入", "一般公共预算支出"


def test_the_fields_short_forms_are_used():
    names = spoken_names((REVENUE, SPENDING, "固定资产投资", "规模以上工业增加值"), (), "zh")
    assert list(names.values()) == ["收入", "支出", "固投", "规上工业增加值"]


def test_a_short_form_that_could_mean_another_indicator_is_not():
    assert spoken_names((REVENUE, "税收收入"), (), "zh")[REVENUE] == REVENUE
    assert spoken_names((REVENUE,), ("税务部门收入",), "zh")[REVENUE] == REVENUE
    assert spoken_names((REVENUE, "一般公共预算收入增幅"), (), "zh")[REVENUE] == REVENUE


def test_english_sentences_keep_the_names():
    assert spoken_names((REVENUE,), (), "en") == {REVENUE: REVENUE}


def test_names_lose_closing_punctuation():
    assert spoken_names(("新增就业：",), (), "zh") == {"新增就业：": "新增就业"}
