from __future__ import annotations

import pytest

from unitdeck.base.language import reader_language


@pytest.mark.parametrize(
    ("asked", "environ", "lang"),
    [
        (None, {}, "zh"),
        ("en", {"UNITDECK_LANG": "zh", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"UNITDECK_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LC_ALL": "zh_CN", "LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "zh"),
        (None, {"LC_ALL": "C", "LANG": "en_US"}, "zh"),
        (None, {"LANG": "fr_FR.UTF-8"}, "zh"),
        ("xx", {"UNITDECK_LANG": "??"}, "zh"),
    ],
)
def test_what_was_asked_then_the_environment_then_chinese(
    asked: str | None, environ: dict[str, str], lang: str
) -> None:
    assert reader_language(asked, environ) == lang
