from decimal import Decimal

import pytest

from unitdeck.outline.model import Actual, Part, Rank, SeriesPoint, Target
from unitdeck.source.scalars import Percent


def ranked(*ranks: Rank, name: str = "收入") -> Target:
    return Target(name, actual=Actual(Decimal(1)), ranks=ranks)


@pytest.mark.parametrize(
    ("ranks", "zh", "en"),
    [
        (
            [Rank("全市", 9, metric="增幅", previous=7, previous_period="一季度")],
            "收入增幅全市第9，比一季度后移2位",
            "收入 增幅 No. 9 (全市), down 2 from 一季度",
        ),
        ([Rank("全市", 4, previous=6)], "收入全市第4，比上期前移2位", "收入 No. 4 (全市), up 2 from last time"),
        ([Rank("全市", 4, previous=4)], "收入全市第4，位次与上期持平", "收入 No. 4 (全市), unchanged from last time"),
        ([Rank("全市", 4, metric="收入")], "收入全市第4", "收入 No. 4 (全市)"),
        ([Rank("全市", 4)], "收入全市第4", "收入 No. 4 (全市)"),
        ([Rank("全市", 4, of=9, previous=6, previous_of=8)], "收入全市第4", "收入 No. 4 (全市)"),
        ([Rank("全市", 9), Rank("全省", 4)], "收入全省第4，收入全市第9", "收入 No. 4 (全省), 收入 No. 9 (全市)"),
        (
            [Rank("全市", 3, previous=5), Rank("全省", 40, previous=42), Rank("全国", 200, previous=190)],
            "3项排名2项前移、1项后移，收入全市第3",
            "3 ranks: 2 up, 1 down, 收入 No. 3 (全市)",
        ),
        (
            [Rank("全市", 3, previous=5), Rank("全省", 40, previous=42), Rank("全国", 200)],
            "2项可比排名全部前移，收入全市第3",
            "2 comparable ranks: all up, 收入 No. 3 (全市)",
        ),
        (
            [Rank("全市", 3, previous=3), Rank("全省", 40, previous=40)],
            "2项排名均未变化，收入全市第3",
            "2 ranks: all unchanged, 收入 No. 3 (全市)",
        ),
        (
            [Rank("全市", 3, previous=3), Rank("全省", 40, previous=39)],
            "收入全省第40，比上期后移1位",
            "收入 No. 40 (全省), down 1 from last time",
        ),
    ],
)
def test_ranks(appraised, ranks, zh, en):
    assert appraised(ranked(*ranks)).findings.ranks == zh
    assert appraised(ranked(*ranks), lang="en").findings.ranks == en


def test_no_ranks(appraised):
    assert appraised().findings.ranks == ""


def series(*values: str | None, unit: str = "万元", **last) -> Target:
    points = [
        SeriesPoint(f"{n}月", None if v is None else Decimal(v), **(last if n == len(values) else {}))
        for n, v in enumerate(values, 1)
    ]
    return Target("收入", unit=unit, series=tuple(points))


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (series("8000", "6000", "7300", rate=Percent(Decimal("-12.4"))), "3月收入7,300万元，同比下降12.4%"),
        (series("8000", "6000", "7300", last_year=Decimal(7000)), "3月收入7,300万元，同比增长4.3%"),
        (series("8000", "6000", "7300", last_year=Decimal(7300)), "3月收入7,300万元，同比持平"),
        (series("8000", "6000", "7300", last_year=Decimal(0)), "收入由1月的8,000万元降至3月的7,300万元"),
        (series("60", "61", "62.57", unit="%", last_year=Decimal(61)), "3月收入62.57%，同比提高1.57个百分点"),
        (series("60", "61", "62.57", unit="%", last_year=Decimal(63)), "3月收入62.57%，同比降低0.43个百分点"),
        (series("60", "61", "61", unit="%", last_year=Decimal(61)), "3月收入61%，同比持平"),
        (series("8000", "6000", "9000"), "3月收入9,000万元，为1月以来最高"),
        (series("8000", "6000", "0"), "3月收入0万元，为1月以来最低"),
        (series("6000", "8000", "7000"), "收入由1月的6,000万元升至3月的7,000万元"),
        (series("6000", "8000", "6000"), "收入3月为6,000万元，与1月持平"),
        (series("6000", "8000", "6500", None), "收入由1月的6,000万元升至3月的6,500万元"),
    ],
)
def test_a_trend_says_what_its_series_holds(appraised, target, sentence):
    assert appraised(target).findings.trends == (sentence,)


def test_two_figures_are_no_trend(appraised):
    assert appraised(series("1", "2", None)).findings.trends == ()
    assert appraised(series("1", "2", None)).trends == ()


def composed(total: str | None, *values: tuple[str, str | None, str | None]) -> Target:
    parts = tuple(
        Part(name, *(None if figure is None else Decimal(figure) for figure in (value, target)))
        for name, value, target in values
    )
    return Target("收入", unit="万元", actual=None if total is None else Actual(Decimal(total)), parts=parts)


@pytest.mark.parametrize(
    ("target", "sentences"),
    [
        (composed("100", ("税务", "60", "200"), ("财政", "40", "100")), ("税务占60.0%，进度慢11.7个百分点",)),
        (composed(None, ("税务", "60", "200"), ("财政", "40", "100")), ("税务进度慢11.7个百分点",)),
        (composed("100", ("税务", "60", "100"), ("财政", "40", "90")), ("税务占60.0%，进度快18.3个百分点",)),
        (composed("80", ("税务", "5", "12"), ("财政", "75", "180")), ("税务占6.3%，与序时持平",)),
        (composed("100", ("税务", "60", None), ("财政", "40", None)), ("收入中税务占比最高，为60.0%",)),
        (composed(None, ("税务", "60", None), ("财政", "40", None)), ("收入中税务最高，为60万元",)),
        (composed("100", ("税务", "50", None), ("财政", "50", None)), ("收入的2项构成中2项并列最高",)),
        (composed("-5", ("税务", "0", None), ("财政", "-5", None)), ("收入中税务最高，为0万元",)),
        (composed("0", ("税务", "0", None), ("财政", "-5", None)), ()),
        (composed("100", ("税务", "60", None), ("财政", None, None)), ()),
    ],
)
def test_composition(appraised, target, sentences):
    assert appraised(target).findings.parts == sentences


def test_a_part_without_a_figure_is_not_a_part_of_zero(appraised):
    zero, missing = appraised(composed("100", ("零", "0", None), ("缺", None, None))).indicators[0].parts
    assert (zero.actual.text, zero.share.text, zero.status.word) == ("0", "0.0", "不设目标")
    assert (missing.actual.text, missing.share.text, missing.status.word) == ("—", "—", "未报数")


def test_a_running_total_is_said_with_its_whole_period(appraised):
    points = tuple(SeriesPoint(f"{month}月", Decimal(value)) for month, value in ((3, 60), (4, 90), (5, 130)))
    target = Target("支出", unit="万元", actual=Actual(Decimal(130)), series=points)
    assert appraised(target).findings.trends == ("1—5月支出累计130万元",)
    grown = (*points[:-1], points[-1]._replace(last_year=Decimal(100)))
    assert appraised(target._replace(series=grown)).findings.trends == ("1—5月支出130万元，同比增长30.0%",)


def test_a_series_that_falls_is_no_running_total(appraised):
    points = tuple(SeriesPoint(f"{month}月", Decimal(value)) for month, value in ((3, 60), (4, 50), (5, 130)))
    target = Target("支出", unit="万元", actual=Actual(Decimal(130)), series=points)
    assert appraised(target).findings.trends == ("5月支出130万元，为3月以来最高",)


def test_parts_that_do_not_make_up_their_whole_are_no_composition(appraised):
    target = Target("支出", actual=Actual(Decimal(5)), parts=(Part("甲", Decimal(9)), Part("乙", Decimal(3))))
    assert appraised(target).composed == ()
    assert appraised(target._replace(actual=Actual(Decimal(50)))).composed == ()
    assert len(appraised(target._replace(actual=Actual(Decimal("11.95")))).composed) == 1
