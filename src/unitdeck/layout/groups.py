"""What stays on one line: a figure with its sign and unit, a date, a range.

「12.5|亿元」 or 「2022年|5月」 over two lines is misread from the back of the hall. GB/T 15835 (figures in Chinese
text) asks that a figure is not parted over lines; that its unit goes with it is our decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Longest first where one begins another: the first that matches is taken.
_SHARES = "个百分点|百分点|个千分点|千分点|个基点|基点|成"
_MONEY = "人民币|美元|欧元|港元|日元|英镑|元|角|分钱"
_SPACE = "平方公里|平方千米|平方米|平方厘米|平米|立方米|公顷|公里|千米|海里|厘米|毫米|微米|纳米|亩|方|米|里"
_MASS = "吨标准煤|吨标煤|吨公里|公斤|千克|毫克|微克|克|吨|斤"
_POWER = "千瓦时|兆瓦时|千瓦|兆瓦|吉瓦|千伏|兆帕|摄氏度|分贝|瓦|伏|度|升|焦"
_TIME = "个工作日|个小时|个季度|个月|周岁|周年|小时|分钟|季度|年度|年代|年|月份|月|日|号|天|周|秒|时|岁"
_PEOPLE = "人次|人天|户次|人|名|位|户|家|口|员"
_COUNTS = (
    "车次|班次|架次|航次|批次|频次|例次|标箱|个|项|件|起|例|次|宗|批|套|台|座|所|处|条|辆|艘|架|张|份|篇|册|本|部|"
    "块|栋|幢|间|层|片|只|头|匹|羽|株|棵|根|盏|枚|支|组|队|期|届|场|轮|回|步|级|类|等|版|章|节|款|倍|折|分|点|"
    "站|线|路|镇|乡|村|县|区|市|省|国|校|院|厂|店|大"
)
_HAN_UNIT = "|".join((_SHARES, _MONEY, _SPACE, _MASS, _POWER, _TIME, _PEOPLE, _COUNTS))
_LATIN_UNIT = r"[A-Za-zμµΩ℃℉°㎡㎥㎞㎏][A-Za-zμµΩ·/²³^0-9㎡㎥-]*"
# A letter may stand for a word as well: with a blank between only these are taken for units.
_SPACED_UNIT = (
    r"(?:[kKmMcμµn]?[mg]|h?m|k?m|d?m|[kMGT]W(?:·?h)?|[kKMGT]B|[kMG]?Hz|dB|[kM]?Pa|[kK]?V|t|L|mL|h|s|min|亿|万)"
    r"(?:[²³]|/[A-Za-z]+[²³]?)?(?![A-Za-z])"
)
_NUMBER = r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?"
_SIGN = r"[约第近超]?[+\-−±＋－≥≤＞＜><≈~～¥￥$€№]?"
_PERCENT = r"[%‰‱％]"
_TIMES = r"[余多几]?(?:[十百千]?[万亿]{1,2}|[十百千])?[余多]?"
_UNIT = rf"(?:{_PERCENT}|{_LATIN_UNIT}|[ \u00a0]{_SPACED_UNIT}|{_TIMES}(?:{_HAN_UNIT})?)"
_PER = rf"(?:/(?:{_HAN_UNIT}|[A-Za-z]+[²³]?))?"
_FIGURE = rf"(?<![\d.A-Za-z])(?:{_SIGN}{_NUMBER}{_UNIT}{_PER})"
_JOIN = r"(?:[-—–~～−至到]|——)"

_ATOM = re.compile(_FIGURE)
_DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]")
# A date, a range and a paper's number hold several figures: they are kept whole where the line has room for it.
_COMPOUND = re.compile(
    rf"\d{{2,4}}年(?:\d{{1,2}}{_JOIN})?\d{{1,2}}月(?:份|(?:\d{{1,2}}{_JOIN})?\d{{1,2}}[日号])?"
    rf"|\d{{1,2}}月\d{{1,2}}[日号]?{_JOIN}(?:\d{{1,2}}月)?\d{{1,2}}[日号]"
    r"|〔\d{4}〕\d+号"
    r"|\d{1,2}[:：]\d{2}(?:[-—–~～至]\d{1,2}[:：]\d{2})?"
    rf"|{_FIGURE}{_JOIN}{_SIGN}{_NUMBER}{_UNIT}{_PER}"
)
_DIGIT = re.compile(r"\d")
_STEADY = frozenset("0123456789.,ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_STICKS = frozenset("%‰℃％，．")  # every renderer keeps these with the character before


class Group(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of a text; a ``compound`` one is made of several figures."""

    start: int
    end: int
    compound: bool


def groups(text: str) -> list[Group]:
    """Return what stays on one line, by its start; figures within a date or range are groups as well."""
    if not _DIGIT.search(text):
        return []
    found = [Group(*match.span(), False) for pattern in (_ATOM, _DAY) for match in pattern.finditer(text)]
    found += [Group(*match.span(), True) for match in _COMPOUND.finditer(text)]
    return sorted(group for group in found if any(True for _ in loose(text, group)))


def loose(text: str, group: Group) -> Iterator[int]:
    """Yield the offsets within a group where some renderer may end a line."""
    for i in range(group.start + 1, group.end):
        if not (text[i] in _STICKS or (text[i] in _STEADY and text[i - 1] in _STEADY)):
            yield i
