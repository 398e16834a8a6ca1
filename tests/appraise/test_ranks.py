from decimal import Decimal

import pytest

from unitdeck.appraise.ranks import places, places_of
from unitdeck.outline.model import Named, Rank


def test_ties_share_a_place_and_the_next_is_skipped():
    values = [Decimal(v) for v in (9, 8, 7, 7, 5)]
    assert places_of(values) == (1, 2, 3, 3, 5)
    assert places_of(values, lower_is_better=True) == (5, 4, 2, 2, 1)


def test_what_is_missing_is_not_ranked_and_zero_is():
    assert places_of([Decimal(1), None, Decimal(0)]) == (1, None, 2)


@pytest.mark.parametrize(
    ("rank", "change", "zh_text", "en_text"),
    [
        (Rank("全市", 9, previous=7), -2, "后移2位", "down 2"),
        (Rank("全市", 4, previous=6, of=11, previous_of=11), 2, "前移2位", "up 2"),
        (Rank("全市", 4, previous=4), 0, "位次不变", "unchanged"),
        (Rank("全市", 4), None, "", ""),
        (Rank("全市", 4, previous=6, of=11, previous_of=10), None, "", ""),
        (Rank("全市", 4, previous=6, previous_of=10), None, "", ""),
    ],
)
def test_a_change_is_previous_minus_current_and_only_among_the_same_number(zh, en, rank, change, zh_text, en_text):
    assert places((rank,), zh)[0].change == change
    assert places((rank,), zh)[0].change_text == zh_text
    assert places((rank,), en)[0].change_text == en_text


def test_a_place_is_printed_with_what_it_ranks(zh, en):
    rank = Rank("全市", 9, metric="增幅", peers=(Named("甲", Decimal(0)), Named("乙")))
    assert (places((rank,), zh)[0].text, places((rank,), en)[0].text) == ("第9", "No. 9")
    assert places((rank,), zh)[0].peers == (("甲", Decimal(0)), ("乙", None))
    assert places((rank,), zh, sample=True)[0].sample
