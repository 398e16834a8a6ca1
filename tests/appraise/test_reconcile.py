from datetime import date
from decimal import Decimal

import pytest

from unitdeck.appraise.appraise import appraise
from unitdeck.base.catalog import message
from unitdeck.base.diagnostics import Span
from unitdeck.outline.model import (
    EMPTY_SESSION,
    Actual,
    Declared,
    Growth,
    Measure,
    Named,
    Outline,
    Part,
    Rank,
    Target,
    TargetValue,
    Trajectory,
    Unit,
)
from unitdeck.source.scalars import Percent, When

MAY = When("2022-05-31", date(2022, 5, 31), "day")


class Paths:
    """Positions whose file name is the path that was asked for."""

    def at(self, *path: str | int) -> Span:
        return Span("/".join(map(str, path)))


def warned(*targets: Target, as_of: When | None = MAY, **sections) -> list[tuple[str, str]]:
    outline = Outline(**{"unit": Unit("某局", region="本县"), "as_of": as_of, "targets": targets, **sections})
    appraisal = appraise(outline, EMPTY_SESSION, Paths(), "zh")
    assert all(found.severity == "warning" for found in appraisal.diagnostics)
    return [(found.code, found.span.file) for found in appraisal.diagnostics]


def target(actual: str = "50", period: str = "", **fields) -> Target:
    return Target(**{"name": "指标", "unit": "个", "actual": Actual(Decimal(actual), period), **fields})


def of(value: str) -> TargetValue:
    return TargetValue(Decimal(value))


def declared(**figures: str) -> Declared:
    return Declared(**{key: Percent(Decimal(value)) for key, value in figures.items()})


@pytest.mark.parametrize(("printed", "found"), [("114", True), ("114.5", False), ("114.4", False), ("114.39", True)])
def test_a_published_completion_that_differs(printed, found):
    rows = warned(target("1374", target=of("1200"), declared=declared(completion=printed)))
    assert rows == ([("UD301", "targets/0/declared/completion")] if found else [])


def test_the_computed_figure_is_kept_and_the_warning_names_both():
    row = target("1374", target=of("1200"), declared=declared(completion="114"))
    appraisal = appraise(Outline(Unit("x"), as_of=MAY, targets=(row,)), EMPTY_SESSION, None, "zh")
    assert appraisal.indicators[0].completion.text == "114.5"
    assert appraisal.diagnostics[0].data == {"name": "指标", "declared": "114", "computed": "114.5"}
    assert appraisal.diagnostics[0].span is None


def test_a_published_gap_that_differs():
    assert warned(target(target=of("100"), declared=declared(gap="8.3"))) == []
    assert warned(target(target=of("100"), declared=declared(gap="9"))) == [("UD302", "targets/0/declared/gap")]


def test_a_part_is_reconciled_like_the_whole():
    parts = (Part("甲", Decimal(20), Decimal(50), declared=declared(completion="45")), Part("乙", Decimal(30)))
    assert warned(target(target=of("100"), parts=parts)) == [("UD301", "targets/0/parts/0/declared/completion")]


def test_growth_that_does_not_agree_with_its_base():
    def growing(value: str, basis: str = "") -> Target:
        return target("110", base=Decimal(100), yoy=(Growth(Percent(Decimal(value)), basis),))

    assert warned(growing("10.05")) == []
    assert warned(growing("15")) == [("UD303", "targets/0/yoy/0/value")]
    assert warned(growing("15", "名义")) == [("UD303", "targets/0/yoy/0/value")]
    assert warned(growing("15", "可比")) == []
    assert warned(target("110", base=Decimal(100), declared=declared(yoy="12"))) == [
        ("UD303", "targets/0/declared/yoy")
    ]


def test_no_growth_is_computed_from_a_base_of_zero_or_below():
    for base in ("0", "-5"):
        assert warned(target(base=Decimal(base), yoy=(Growth(Percent(Decimal(15))),))) == []


@pytest.mark.parametrize(
    ("total", "values", "found"),
    [
        ("34096", ("21334", "12762"), False),
        ("34096", ("21334", "12761"), True),
        ("10.0", ("3.3", "6.8"), False),  # each rounded to one decimal
        ("10.0", ("3.3", "7.2"), True),
        ("34096", ("21334", None), False),
        ("34096", ("21334",), False),
        ("0", ("-5", "5"), False),
    ],
)
def test_parts_that_do_not_add_up(total, values, found):
    parts = tuple(Part(str(n), None if value is None else Decimal(value)) for n, value in enumerate(values))
    assert warned(target(total, parts=parts)) == ([("UD304", "targets/0/parts")] if found else [])


@pytest.mark.parametrize(
    ("actual", "unit", "fields", "found"),
    [
        ("34096", "万元", {"target": of("10.556")}, True),
        ("3.4096", "亿元", {"target": of("105560")}, True),
        ("34096", "万元", {"base": Decimal("3.79")}, True),
        ("34096", "万元", {"target": of("105560"), "base": Decimal(37960)}, False),
        ("1", "人", {"target": of("5000")}, False),
        ("0", "万元", {"target": of("5000")}, False),
        ("5", "万元", {"target": of("0")}, False),
    ],
)
def test_a_slip_of_units(actual, unit, fields, found):
    assert warned(target(actual, unit=unit, **fields)) == ([("UD305", "targets/0/actual")] if found else [])


def ranked(rank: int, *peers: tuple[str, str | None], of_: int | None = None) -> Target:
    rows = tuple(Named(name, None if value is None else Decimal(value)) for name, value in peers)
    return target(ranks=(Rank("全市", rank, of=of_, peers=rows),))


def test_a_rank_that_the_peers_figures_do_not_give():
    tie = (("甲", "9"), ("乙", "7"), ("本县", "7"), ("丙", "5"))
    assert warned(ranked(2, *tie)) == []
    assert warned(ranked(3, *tie)) == [("UD306", "targets/0/ranks/0/rank")]
    assert warned(ranked(3, *tie, of_=9)) == []  # not all of the nine are there
    assert warned(ranked(1, ("甲", "9"), ("本县", None))) == []
    assert warned(ranked(1, ("甲", "9"), ("乙", "8"))) == []


def test_a_rank_from_the_low_end_is_a_rank_too():
    assert warned(ranked(3, ("甲", "9"), ("本县", "7"), ("乙", "6"), ("丙", "5"))) == []


def test_a_data_date_within_the_month():
    mid = When("2022-05-10", date(2022, 5, 10), "day")
    assert warned(target(target=of("100")), as_of=mid) == [("UD307", "as_of")]
    assert warned(target(target=of("100"), trajectory=Trajectory("day")), as_of=mid) == []
    assert warned(target(), Target("y", kind="qualitative"), as_of=When("2022-05", date(2022, 5, 31), "month")) == []


@pytest.mark.parametrize(
    ("period", "found"),
    [("1—5月", False), ("1—4月", True), ("一季度", True), ("上半年", True), ("5月", False), ("近期", False)],
)
def test_a_figure_of_another_period(period, found):
    row = target(target=of("100"), period=period)
    assert warned(row) == ([("UD308", "targets/0/actual/period")] if found else [])


def test_no_data_date():
    assert warned(target(target=of("100")), as_of=None) == [("UD309", "targets")]
    assert warned(target(), as_of=None) == []


def test_a_measure_past_its_date():
    past, ahead = When("4月底", date(2022, 4, 30), "day"), When("", date(2022, 6, 30), "day")
    rows = (
        Measure("a", due=past, status="under_way"),
        Measure("b", due=past),
        Measure("c", due=past, status="done"),
        Measure("d", due=past, status="overdue"),
        Measure("e", due=ahead, status="at_risk"),
        Measure("f"),
    )
    assert warned(measures=rows) == [("UD310", "measures/0/due"), ("UD310", "measures/1/due")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_warning_has_its_sentences(lang):
    mid = When("2022-05-10", date(2022, 5, 10), "day")
    wrong = target(
        "34096",
        unit="万元",
        period="1—4月",
        target=of("10.5"),
        base=Decimal(30000),
        yoy=(Growth(Percent(Decimal(5))),),
        declared=declared(completion="32", gap="1"),
        parts=(Part("甲", Decimal(1)), Part("乙", Decimal(2))),
        ranks=(Rank("全市", 1, peers=(Named("甲", Decimal(9)), Named("本县", Decimal(7)), Named("乙", Decimal(1)))),),
    )
    fine = target(target=of("100"))
    measures = (Measure("税收短收", due=When("4月底", date(2022, 4, 30), "day")),)
    found = []
    for targets, as_of in (((wrong, fine), mid), ((fine,), mid), ((fine,), None)):
        outline = Outline(Unit("某局", region="本县"), as_of=as_of, targets=targets, measures=measures)
        found += appraise(outline, EMPTY_SESSION, None, "zh").diagnostics
    assert {d.code for d in found} == {f"UD{number}" for number in range(301, 311)}
    for diagnostic in found:
        sentences = message(diagnostic, lang)
        assert all((sentences.title, sentences.message, sentences.expected, sentences.do, sentences.explain))
        assert not any("{" in text for text in (sentences.message, sentences.expected, sentences.do))
