"""What stays on one line: a figure with its sign and unit, a date, a range.

「12.5|亿元」 or 「2022年|5月」 over two lines is misread from the back of the hall. GB/T 15835 (figures in Chinese
text) asks that a figure is not parted over lines; that its unit goes with it is our decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

# The longest that matches is taken. What is left out of a longer word only lets a line end within it, as in any word.
_WORDS = (
    "个百分点 百分点 个千分点 千分点 个基点 基点 人民币 美元 欧元 港元 日元 英镑 分钱 平方公里 平方千米 平方米 "
    "平方厘米 平米 立方米 公顷 公里 千米 海里 厘米 毫米 微米 纳米 吨标准煤 吨标煤 吨公里 公斤 千克 毫克 微克 千瓦时 "
    "兆瓦时 千瓦 兆瓦 吉瓦 千伏 兆帕 摄氏度 分贝 个工作日 个小时 个季度 个月 周岁 周年 小时 分钟 季度 年度 年代 月份 "
    "人次 人天 户次 车次 班次 架次 航次 批次 频次 例次 标箱"
)
_SIGNS = (
    "元角亩方米里克吨斤瓦伏度升焦年月日号天周秒时岁人名位户家口员个项件起例次宗批套台座所处条辆艘架张份篇册本部"
    "块栋幢间层片只头匹羽株棵根盏枚支组队期届场轮回步级类等版章节款倍折成分点站线路镇乡村县区市省国校院厂店大"
)
_HAN_UNITS = frozenset((*_WORDS.split(), *_SIGNS))
_LENGTHS = sorted({len(unit) for unit in _HAN_UNITS}, reverse=True)
_LATIN_UNIT = r"[A-Za-zμµΩ℃℉°㎡㎥㎞㎏][A-Za-zμµΩ·/²³^0-9㎡㎥-]*"
# A letter may stand for a word as well: with a blank between only these are taken for units.
_SPACED_UNIT = (
    r"(?:[kmcμµn]?[mg]|[hd]m|[kMGT]W(?:·?h)?|[kKMGT]B|[kMG]?Hz|dB|[kM]?Pa|[kK]?V|m?L|[ths]|min|[亿万])"
    r"(?:[²³]|/[A-Za-z]+[²³]?)?(?![A-Za-z])"
)
_TIMES = r"[余多几]?(?:[十百千]?[万亿]{1,2}|[十百千])?[余多]?"
_FIGURE = re.compile(
    r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?"
    rf"(?:[%‰‱％]|{_LATIN_UNIT}|[ \u00a0]{_SPACED_UNIT}|(?P<times>{_TIMES}))"
)
_PER = re.compile(r"/(?:平方公里|平方米|立方米|公里|小时|[元亩人户天年月吨台套]|[A-Za-z]+[²³]?)")
_BEFORE = (frozenset("+-−±＋－≥≤＞＜><≈~～¥￥$€№"), frozenset("约第近超"))
_JOINS = frozenset(("-", "—", "–", "~", "～", "−", "——", "至", "到"))

# An address: renderers break it after marks of their own choice, and LibreOffice does not fill the line before it.
_ADDRESS = re.compile(r"[!-~]{3,}/[!-~]{8,}")
_STEADY = frozenset("0123456789.,ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_STICKS = frozenset("%‰℃％，．")  # every renderer keeps these with the character before


class Group(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of a text; a ``compound`` one is made of several figures."""

    start: int
    end: int
    compound: bool


def groups(text: str) -> list[Group]:
    """Return what stays on one line, by its start; figures within a date or range are groups as well."""
    figures = list(_figures(text))
    found = [*figures]
    start = 0
    for number, (one, two) in enumerate(pairwise([*figures, Group(len(text) + 1, 0, False)]), 1):
        if _go_on(text, one, two):
            if text[one.end - 1] == "月" and one.end == two.start:
                found.append(Group(one.start, two.end, False))
            continue
        if number - start > 1:
            bracket = text[figures[start].end : figures[start + 1].start] == "〕"
            found.append(Group(figures[start].start - bracket, one.end, True))
        start = number
    return sorted(group for group in found if any(True for _ in loose(text, group)))


def loose(text: str, group: Group) -> Iterator[int]:
    """Yield the offsets within a group where some renderer may end a line."""
    for i in range(group.start + 1, group.end):
        if not (text[i] in _STICKS or (text[i] in _STEADY and text[i - 1] in _STEADY)):
            yield i


def addresses(text: str) -> list[tuple[int, int]]:
    """Return where the addresses (https://…) of a text start and end (exclusive)."""
    return [match.span() for match in _ADDRESS.finditer(text)] if "/" in text else []


def _figures(text: str) -> Iterator[Group]:
    """Yield each number with what belongs to it; numbers within Latin words are none."""
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        if text[start - 1 : start].isascii() and (text[start - 1 : start].isalpha() or text[start - 1 : start] == "."):
            continue
        for marks in _BEFORE:
            start -= text[start - 1 : start] in marks
        if match["times"] is not None:
            end = _han_unit(text, end)
        if per := _PER.match(text, end):
            end = per.end()
        yield Group(start, end, False)


def _han_unit(text: str, start: int) -> int:
    """Where the Chinese unit that begins at an offset ends; the offset itself where none does."""
    units = (text[start : start + length] for length in _LENGTHS)
    return next((start + len(unit) for unit in units if unit in _HAN_UNITS), start)


def _go_on(text: str, one: Group, two: Group) -> bool:
    """Whether two figures are parts of one date, range, time or paper's number."""
    between = text[one.end : two.start]
    if between in _JOINS or (two.start == one.end and text[two.start] in _JOINS):
        return True
    figure = text[two.start : two.end]
    if not between and two.start < len(text):
        return text[one.end - 1] in "年月" and len(figure) <= 4 and (figure.isdigit() or figure[-1] in "月份日号")
    if between == "〕":
        return text[one.start - 1 : one.start] == "〔" and figure.endswith("号")
    return between in {":", "："} and text[one.start : one.end].isdigit() and figure.isdigit()
