"""The words of the workbooks around a meeting, in Chinese and English; those of its texts stand in the template."""

from __future__ import annotations

from unitdeck.base.language import Lang
from unitdeck.session.words import Say

_WORDS: dict[str, tuple[str, str]] = {
    "comments": ("点评记录", "Comments"),
    "lists": ("名单", "Lists"),
    "about_comments": (
        "浅黄色的格当场填写；可以加行，单位从下拉里选。一行一条意见，没有意见的行空着。",
        "Fill in the pale yellow cells. Rows may be added; pick the unit from the list. One comment a row.",
    ),
    "pick_unit": ("请从名单里选单位", "Pick a unit of this session"),
    "pick_status": ("请选：{known}", "One of: {known}"),
    "due_title": ("时限", "Due"),
    "due_day": ("写日期，例如 2022-09-30", "A date, such as 2022-09-30"),
    "comma": ("、", ", "),
}


def speaker(lang: Lang) -> Say:
    """Return ``say(key, **particulars)``: the words of ``key`` in that language, with its placeholders filled."""
    index = 0 if lang == "zh" else 1

    def say(key: str, **particulars: object) -> str:
        return _WORDS[key][index].format(**particulars)

    return say
