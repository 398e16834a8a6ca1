from unitdeck.base.diagnostics import Term

YAML = "单位: 财政局\n举措:\n  - {{问题: 慢, 举措: 会商{more}}}\n"


def test_what_is_lacking(findings):
    (found,) = findings("UD432", YAML.format(more=""))
    assert found.data == {"problem": "慢", "lacking": [Term("measure_owner"), Term("measure_due")]}
    assert found.span.line == 3
    (found,) = findings("UD432", YAML.format(more=", 责任: 税务局"))
    assert found.data["lacking"] == [Term("measure_due")]


def test_whole_or_finished_ones(findings):
    assert findings("UD432", YAML.format(more=", 责任: 税务局, 时限: 2022-09-30")) == ()
    assert findings("UD432", YAML.format(more=", 状态: 已完成")) == ()
