from datetime import date
from decimal import Decimal

import pytest

from unitdeck.outline.model import Actual, Target
from unitdeck.source.scalars import When

MARCH = When("2022-03-31", date(2022, 3, 31), "day")
SEPTEMBER = When("2022-09", date(2022, 9, 30), "month")


@pytest.mark.parametrize(
    ("actual", "due", "word", "verdict"),
    [
        (Actual(text="已完成。"), MARCH, "已完成", "已完成"),
        (Actual(text="已建成投用"), SEPTEMBER, "已完成", "已完成"),
        (Actual(value=Decimal(1)), MARCH, "已完成", "已完成"),
        (Actual(text="已完成主体施工"), MARCH, "已逾期", "应于2022年3月31日完成，尚未完成"),
        (Actual(text="未完成"), MARCH, "已逾期", "应于2022年3月31日完成，尚未完成"),
        (Actual(value=Decimal(0)), SEPTEMBER, "未到期", "时限2022年9月，尚未完成"),
        (Actual(text="正在施工"), When("三季度。", None, "text"), "未到期", "时限三季度，尚未完成"),
        (Actual(text="正在施工"), None, "未到期", "尚未完成"),
        (Actual(text=""), MARCH, "未报数", ""),
        (None, MARCH, "未报数", ""),
    ],
)
def test_a_milestone_is_done_overdue_or_open(appraised, actual, due, word, verdict):
    [figures] = appraised(Target("大桥通车", kind="milestone", actual=actual, due=due)).indicators
    assert (figures.status.word, figures.verdict) == (word, verdict)


def test_progress_in_percent_is_done_at_a_hundred(appraised):
    words = [
        appraised(Target("x", kind="milestone", unit="%", actual=Actual(Decimal(v)), due=MARCH))
        .indicators[0]
        .status.word
        for v in ("99", "100")
    ]
    assert words == ["已逾期", "已完成"]


def test_without_a_data_date_nothing_is_overdue(appraised):
    target = Target("x", kind="milestone", actual=Actual(text="在建"), due=MARCH)
    assert appraised(target, as_of=None).indicators[0].status.word == "未到期"
