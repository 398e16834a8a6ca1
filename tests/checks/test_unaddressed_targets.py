YAML = """单位: 财政局
数据截至: 2022-05-31
目标:
  - {名称: 税收, 计量单位: 万元, 目标: 100, 完成: 20}
  - {名称: 支出, 计量单位: 万元, 目标: 100, 完成: 60}
  - {名称: 非税, 计量单位: 万元, 目标: 100, 完成: 10}
举措:
  - {问题: 进度慢, 举措: 会商, 对应指标: 非税}
"""


def test_a_target_behind_that_no_measure_names(findings):
    (found,) = findings("UD431", YAML)
    assert (found.data["name"], found.span.line) == ("税收", 4)
    assert "21.7" in found.data["pace"]


def test_none_where_each_has_its_measure(findings):
    assert findings("UD431", YAML + "  - {问题: 慢, 举措: 会商, 对应指标: 税收}\n") == ()
