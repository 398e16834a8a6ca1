"""A figure has the same digits in its title, its table and its chart."""

from decimal import Decimal

import pytest

from unitdeck.appraise.align import aligned_parts, aligned_series
from unitdeck.outline.model import Actual, Part, SeriesPoint, Target


def points(*values: str | None) -> tuple[SeriesPoint, ...]:
    return tuple(SeriesPoint(f"{n}月", None if v is None else Decimal(v)) for n, v in enumerate(values, 1))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (("0.15", "1", "2.0"), ["0.15", "1.00", "2.00"]),
        (("1", "2", "3"), ["1", "2", "3"]),
        (("0", None, "1.5"), ["0.0", "None", "1.5"]),
        ((), []),
    ],
)
def test_all_have_the_digits_of_the_most_exact_and_missing_stays_missing(typed, shown):
    assert [str(point.value) for point in aligned_series(points(*typed))] == shown
    assert [str(part.value) for part in aligned_parts(tuple(Part(p.label, p.value) for p in points(*typed)))] == shown


def test_last_year_and_plan_count_too():
    (point,) = aligned_series((SeriesPoint("1月", Decimal(2), Decimal("1.5"), Decimal("2.25")),))
    assert [str(value) for value in (point.value, point.last_year, point.plan)] == ["2.00", "1.50", "2.25"]


def test_nothing_is_rounded_however_long_the_figure():
    typed = ("12345678901234567890.5", "0.123456789012")
    assert [point.value for point in aligned_series(points(*typed))] == [Decimal(each) for each in typed]


def test_the_last_figure_is_the_same_in_title_and_table(appraised):
    target = Target("投资", unit="亿元", actual=Actual(Decimal("2.0")), series=points("0.15", "1.1", "2.0"))
    appraisal = appraised(target)
    (indicator,) = appraisal.indicators
    assert indicator.actual == (Decimal("2.0"), "2.00")
    assert appraisal.findings.trends == ("1—5月投资累计2.00亿元",)
    other = appraised(target._replace(actual=Actual(Decimal("3.3")))).indicators[0]
    assert other.actual.text == "3.3"  # not of the series: as typed


def test_parts_are_the_same_in_table_and_chart(appraised):
    parts = (Part("甲", Decimal("1.25")), Part("乙", Decimal(2)))
    (indicator,) = appraised(Target("投资", actual=Actual(Decimal("3.25")), parts=parts)).indicators
    assert [part.actual.text for part in indicator.parts] == ["1.25", "2.00"]
