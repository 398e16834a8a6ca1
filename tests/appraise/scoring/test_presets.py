"""Each preset by its published example and by what must hold whatever the figures are."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.appraise.scoring.attained import Attained
from unitdeck.appraise.scoring.ballots import (
    Ballot,
    GradeBallots,
    RankBallots,
    TwoBallots,
    Void,
    grade_means,
    place_points,
    rank_means,
    two_means,
    void_grades,
    void_ranks,
)
from unitdeck.appraise.scoring.indicators import FourLevel, IndicatorRule, Linear, Rate, Step, points
from unitdeck.appraise.scoring.panel import Panel, Window, deduction, panel_mean, window
from unitdeck.appraise.scoring.total import Scored, Weighted, placed, total, weighted_mean

D = Decimal
RULES: list[IndicatorRule] = [Step(), FourLevel(), Linear(), Rate()]
TENTHS = st.integers(-3000, 3000).map(lambda n: D(n) / 10)
SCORES = st.integers(0, 120_000).map(lambda n: D(n) / 1000)
GRADES = [grade.name for grade in GradeBallots().grades]


@pytest.mark.parametrize(
    ("rule", "lead", "degree", "found"),
    [
        (Step(), "0", "100", "100"),
        (Step(), "3.5", "107", "106"),  # three whole points ahead
        (Step(), "-9.4", "77.4", "82"),
        (Step(), "30", "200", "120"),
        (Step(), "-80", "1", "0"),
        (Step(least=D(60)), "-80", "1", "60"),
        (FourLevel(), "9", "104.5", "104.5"),
        (FourLevel(), "9", "150", "110"),
        (FourLevel(), "0", "100", "100"),
        (FourLevel(), "-9", "77.4", "77.4"),
        (FourLevel(), "-9", "60", "60"),
        (FourLevel(), "-9", "59.9", "0"),
        (Linear(), "0", "115.8", "115.8"),
        (Linear(), "0", "130", "120"),
        (Linear(), "0", "-20", "0"),
        (Rate(), "0", None, "80"),
        (Rate(), "3", None, "81.5"),
        (Rate(), "-9.4", None, "75.3"),
        (Rate(), "60", None, "100"),
    ],
)
def test_points_of_an_indicator(rule: IndicatorRule, lead: str, degree: str | None, found: str) -> None:
    assert points(Attained(D(lead), None if degree is None else D(degree)), rule) == D(found)


@pytest.mark.parametrize("rule", RULES)
def test_nothing_known_gives_no_points(rule: IndicatorRule) -> None:
    assert points(None, rule) is None
    assert (points(Attained(D(0), None), rule) is None) == isinstance(rule, FourLevel | Linear)


@given(rule=st.sampled_from(RULES), lower=TENTHS, higher=TENTHS)
@settings(max_examples=60)
def test_more_is_never_worth_less_and_stays_within_bounds(rule: IndicatorRule, lower: Decimal, higher: Decimal) -> None:
    low, high = sorted((lower, higher))
    less, more = points(Attained(low, low), rule), points(Attained(high, high), rule)
    assert less is not None
    assert more is not None
    assert 0 <= less <= more <= rule.most


def ballots(size: int) -> st.SearchStrategy[list[list[tuple[str, ...]]]]:
    cell = st.one_of(
        st.sampled_from(GRADES).map(lambda grade: (grade,)),
        st.just(()),
        st.just((GRADES[0], GRADES[1])),
    )
    return st.lists(st.lists(cell, min_size=size, max_size=size), max_size=8)


@given(cast=st.integers(1, 5).flatmap(ballots), order=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_grades_are_the_published_sum_over_valid_ballots_in_any_order(cast, order) -> None:  # type: ignore[no-untyped-def]
    valid = [ballot for ballot in cast if void_grades(ballot) is None]
    for ballot in cast:
        one_each = all(len(marks) == 1 for marks in ballot)
        assert (void_grades(ballot) is None) == (one_each and (len(ballot) == 1 or len(set(ballot)) > 1))
    found = grade_means(valid, GradeBallots().grades)
    shuffled = list(valid)
    order.shuffle(shuffled)
    assert grade_means(shuffled, GradeBallots().grades) == found
    if not valid:
        assert found is None
        return
    worth = {"好": 100, "较好": 80, "一般": 60, "较差": 40}
    assert found is not None
    for unit, mean in enumerate(found):
        exact = Fraction(sum(worth[ballot[unit][0]] for ballot in valid), len(valid))
        assert abs(Fraction(mean) - exact) < Fraction(1, 10**15)
        assert 40 <= mean <= 100


def test_a_published_kind_of_count() -> None:
    # 30 good, 10 fair, 5 plain, 5 poor of 50 valid ballots: (3000 + 800 + 300 + 200) ÷ 50.
    first = ["好"] * 30 + ["较好"] * 10 + ["一般"] * 5 + ["较差"] * 5
    second = ["较好"] * 30 + ["好"] * 20
    cast: list[Ballot] = [((a,), (b,)) for a, b in zip(first, second, strict=True)]
    assert grade_means(cast, GradeBallots().grades) == (86, 88)


@pytest.mark.parametrize(
    ("ballot", "why"),
    [
        ([("好",), ("较好",)], None),
        ([("好",), ()], Void("no_mark", 1)),
        ([("好", "较好"), ("一般",)], Void("two_marks", 0)),
        ([("好",), ("好",)], Void("all_same", 0)),
        ([("好",)], None),
        ([], None),
    ],
)
def test_what_makes_a_ballot_void(ballot: Ballot, why: Void | None) -> None:
    assert void_grades(ballot) == why


def test_places_are_worth_a_hundred_and_three_less_each() -> None:
    assert [place_points(place, RankBallots()) for place in (1, 2, 3, 34, 35, 80)] == [100, 97, 94, 1, 0, 0]
    assert void_ranks([("1",), ("2",), ("1",)]) == Void("same_place", 2)
    assert void_ranks([("1",), ()]) == Void("no_mark", 1)
    assert rank_means([[("1",), ("2",)], [("1",), ("2",)], [("2",), ("1",)], [("1",), ("2",)]], RankBallots()) == (
        D("99.25"),
        D("97.75"),
    )
    assert rank_means([], RankBallots()) is None


@given(cast=st.lists(st.permutations(range(1, 6)), min_size=1, max_size=6))
@settings(max_examples=40)
def test_places_given_out_are_worth_the_same_in_sum(cast: list[list[int]]) -> None:
    found = rank_means([[(str(place),) for place in ballot] for ballot in cast], RankBallots())
    assert found is not None
    assert abs(sum(found) - (100 + 97 + 94 + 91 + 88)) < D("1e-15")


def test_leaders_count_sixty_percent() -> None:
    assert two_means(D(90), D(80), TwoBallots()) == 86
    assert two_means(D(90), D(80), TwoBallots(leaders=D(100))) == 90
    assert two_means(D(90), None, TwoBallots()) is None
    assert two_means(None, D(80), TwoBallots()) is None


@pytest.mark.parametrize(
    ("given_points", "mean"),
    [
        (["95", "90", "85", "80", "10"], "85"),  # 95 and 10 dropped
        (["95", "90", "85", "80"], "87.5"),  # four judges: nothing dropped
        (["90", "90", "90", "90", "90"], "90"),
        ([], None),
        (["0"], "0"),
    ],
)
def test_the_mean_of_a_panel(given_points: list[str], mean: str | None) -> None:
    found = panel_mean([D(each) for each in given_points], Panel())
    assert found == (None if mean is None else D(mean))
    scaled = panel_mean([D(each) / 10 for each in given_points], Panel(full=D(10)))
    assert scaled == found


@given(marks=st.lists(SCORES, min_size=1, max_size=9), more=SCORES, order=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_panel_is_fair(marks: list[Decimal], more: Decimal, order) -> None:  # type: ignore[no-untyped-def]
    mean = panel_mean(marks, Panel())
    assert mean is not None
    assert min(marks) <= mean <= max(marks)
    shuffled = list(marks)
    order.shuffle(shuffled)
    assert panel_mean(shuffled, Panel()) == mean
    raised = [max(marks[0], more), *marks[1:]]
    better = panel_mean(raised, Panel())
    assert better is not None
    assert better >= mean
    if len(marks) >= 5:  # one judge alone can move it no further than the others go
        assert panel_mean([D(10**6), *marks[1:]], Panel()) <= max(marks[1:])  # type: ignore[operator]


@pytest.mark.parametrize(
    ("minutes", "taken", "cost"),
    [
        (None, "6", 0),
        (None, "8", 0),
        (None, "5.9", 5),
        (None, "8.1", 5),
        ("10", "7.99", 5),
        ("10", "8", 0),
        ("10", "10.01", 5),
        ("1", "0", 0),
    ],
)
def test_half_a_point_of_ten_outside_the_window(minutes: str | None, taken: str, cost: int) -> None:
    assert deduction(D(taken), window(None if minutes is None else D(minutes))) == cost


def test_the_published_window() -> None:
    assert window(None) == window(D(8)) == Window(D(6), D(8), D("0.5"))
    assert (Window().card, window(D(10)).card) == (7, 9)


PARTS = st.lists(
    st.tuples(st.one_of(st.none(), SCORES), st.integers(0, 100).map(D)).map(lambda pair: Weighted(*pair)), max_size=6
)


@given(parts=PARTS, order=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_weighted_mean_lies_between_what_it_is_of(parts: list[Weighted], order) -> None:  # type: ignore[no-untyped-def]
    counted = [part for part in parts if part.points is not None and part.weight]
    mean = weighted_mean(parts)
    assert (mean is None) == (not counted)
    shuffled = list(parts)
    order.shuffle(shuffled)
    assert weighted_mean(shuffled) == mean
    if mean is None:
        return
    known = [part.points for part in counted if part.points is not None]
    assert min(known) <= mean <= max(known)
    whole = sum(Fraction(part.weight) for part in counted)
    exact = sum(Fraction(part.weight) * Fraction(part.points or 0) for part in counted) / whole
    assert abs(Fraction(mean) - exact) < Fraction(1, 10**15)


def test_a_total_is_none_where_a_part_that_counts_is_missing() -> None:
    ninety, missing = Weighted(D(90), D(60)), Weighted(None, D(40))
    assert total([ninety, missing]) is None
    assert total([ninety, missing._replace(weight=D(0))], D(5)) == 85
    assert total([Weighted(D(3), D(1))], D(5)) == 0
    assert total([Weighted(D(0), D(1))]) == 0
    assert total([]) is None


def test_scores_are_printed_with_two_decimals_and_a_third_on_ties() -> None:
    scores = [D("88.1249"), D("88.1151"), D("88.1151"), None, D("90"), D("88.1151")]
    assert placed(scores) == (
        Scored(D("88.125"), 2),
        Scored(D("88.115"), 3),
        Scored(D("88.115"), 3),
        Scored(None, None),
        Scored(D("90.00"), 1),
        Scored(D("88.115"), 3),
    )


@given(scores=st.lists(st.one_of(st.none(), SCORES), max_size=8))
@settings(max_examples=60)
def test_ties_share_a_place_and_the_next_is_skipped(scores: list[Decimal | None]) -> None:
    found = placed(scores)
    known = [each for each in found if each.score is not None]
    for one in known:
        better = sum(other.place < one.place for other in known if other.place and one.place)
        assert one.place == 1 + better
        same = [other for other in known if other.place == one.place]
        assert len({other.score for other in same}) == 1
        assert all((other.score > one.score) == (other.place < one.place) for other in known)  # type: ignore[operator]
    assert [each.score is None for each in found] == [score is None for score in scores]
