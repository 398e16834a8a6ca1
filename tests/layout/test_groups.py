"""What stays on one line, and where a renderer could part it."""

import pytest

from unitdeck.layout.groups import groups, loose


def parts(text: str) -> list[str]:
    """The groups that lie in no other one."""
    found = groups(text)
    return [
        text[g.start : g.end]
        for g in found
        if not any(o is not g and o.start <= g.start and g.end <= o.end for o in found)
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("全年一般公共预算收入12.5亿元，", ["12.5亿元"]),
        ("低于控制目标0.63个百分点", ["0.63个百分点"]),
        ("截至2022年5月31日前", ["2022年5月31日"]),
        ("1—5月完成3—5个项目", ["1—5月", "3—5个"]),
        ("增速在10%—15%之间", ["10%—15%"]),
        ("细颗粒物（PM2.5）浓度35μg/m³", ["35μg/m³"]),
        ("居全市第12位、全省21市第7", ["第12位", "21市", "第7"]),
        ("接待1.2万人次，300余家，20多个", ["1.2万人次", "300余家", "20多个"]),
        ("总投资1,234.5万元/亩、1.2万亿元", ["1,234.5万元/亩", "1.2万亿元"]),
        ("全长35 km、3千公里", ["35 km", "3千公里"]),
        ("达标率≥90%，约3000人，-9.4%", ["≥90%", "约3000人", "-9.4%"]),
        ("鄂发〔2022〕12号", ["〔2022〕12号"]),
        ("8：30—12：00", ["8：30—12：00"]),
        ("１２．５亿元", ["１２．５亿元"]),
    ],
)
def test_figures_go_with_their_units(text: str, kept: list[str]):
    assert parts(text) == kept


def test_a_figure_that_no_renderer_parts_needs_nothing():
    assert groups("同比增长8.1%，增长率3.5‰，38℃，12345热线，GDP") == []


def test_words_are_no_groups():
    assert groups("五个百分点，国内生产总值") == []


def test_figures_within_a_date_are_groups_too():
    text = "2022年5月31日"
    assert {text[g.start : g.end] for g in groups(text) if not g.compound} == {"2022年", "5月", "31日", "5月31日"}


def test_a_group_may_part_between_figure_and_unit_but_not_within_either_digits():
    text = "12.5亿元"
    (group,) = groups(text)
    assert list(loose(text, group)) == [4, 5]
