from collections import defaultdict
from decimal import Decimal

import pytest

from unitdeck.appraise.status import LOOKS, PRESETS, schedule_class, status


def word(preset: str, completion: str, gap: str | None, zh) -> str:
    given = None if gap is None else Decimal(gap)
    return status(schedule_class(PRESETS[preset], Decimal(completion), given), zh).word


@pytest.mark.parametrize(
    ("completion", "gap", "expected"),
    [
        ("100", "58.3", "已完成"),
        ("300", "258.3", "已完成"),
        ("99.99", "58.3", "超序时"),
        ("41.8", "0.1", "超序时"),
        ("41.7", "0.0333", "达序时"),
        ("41.66", "-0.0067", "达序时"),
        ("41.6", "-0.0667", "欠序时"),
        ("0", "-41.7", "欠序时"),
        ("100", None, "已完成"),
        ("50", None, "不适用"),
    ],
)
def test_jinzhai(zh, completion, gap, expected):
    assert word("jinzhai", completion, gap, zh) == expected


@pytest.mark.parametrize(
    ("gap", "expected", "tone"),
    [
        ("0", "达序时", "good"),
        ("-0.1", "基本达序时", "near"),
        ("-9.9", "基本达序时", "near"),
        ("-10", "欠序时", "warn"),
        ("-30", "欠序时", "warn"),
        ("-30.1", "严重欠序时", "bad"),
    ],
)
def test_yinchuan(zh, gap, expected, tone):
    assert word("yinchuan", "20", gap, zh) == expected
    assert status(schedule_class(PRESETS["yinchuan"], Decimal(20), Decimal(gap)), zh).tone == tone


def test_two_classes(zh):
    assert word("two_class", "91.7", "0.033", zh) == "达序时"
    assert word("two_class", "91.6", "-0.067", zh) == "未达序时"


def test_a_word_agrees_with_the_gap_as_printed(zh):
    assert word("yinchuan", "31.7", "-9.96", zh) == "欠序时"  # prints −10.0
    assert word("two_class", "41.63", "-0.037", zh) == "达序时"  # prints 0.0


def test_statuses_of_different_tone_never_share_a_mark(zh, en):
    tones = defaultdict(set)
    for key, (tone, mark) in LOOKS.items():
        tones[mark].add(tone)
        assert status(key, zh).word
        assert status(key, en).word
        assert mark.encode("gbk")
    assert all(len(found) == 1 for found in tones.values())
