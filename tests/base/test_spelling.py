from __future__ import annotations

import pytest

from unitdeck.base.spelling import nearest

KNOWN = ["targets", "template", "as_of", "目标", "目标任务", "完成", "税收收入"]


@pytest.mark.parametrize(
    ("word", "best"),
    [("tragets", "targets"), ("Targets", "targets"), ("as-of", "as_of"), ("完城", "完成"), ("税收收人", "税收收入")],
)
def test_the_nearest_word(word: str, best: str) -> None:
    assert nearest(word, KNOWN) == best


@pytest.mark.parametrize("word", ["", "xyz", "职责"])
def test_nothing_is_near(word: str) -> None:
    assert nearest(word, KNOWN) is None
