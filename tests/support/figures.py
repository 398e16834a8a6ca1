"""The figures of rendered decks as a page of the manual, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from support.examining import Measured

_NAMES = {
    "usual fonts": "思源黑体、Liberation Sans",
    "wide Latin": "思源黑体、DejaVu Sans（西文宽）",
    "no Chinese bold": "只有思源黑体常规体",
    "serif Chinese": "思源宋体、Liberation Sans",
}
_ENGLISH = {
    "usual fonts": "Noto Sans CJK, Liberation Sans",
    "wide Latin": "Noto Sans CJK, DejaVu Sans (wide Latin)",
    "no Chinese bold": "Noto Sans CJK without a bold face",
    "serif Chinese": "Noto Serif CJK, Liberation Sans",
}
_TEXT = {
    "zh": """# 版面与实际渲染的差距

由 `python tests/rendered/measure.py` 生成：样例和极端文稿用 LibreOffice 渲染，逐框、逐格与排版结果比较。

**怎么看。** “问题”是出框、出页、压页脚、互相重叠、表格行被撑高、缺字的处数，“多行”是渲染行数多于测算行数的文本框，
都应当为 0。高度、宽度是渲染值占测算值的百分比：不到 100% 的部分，是为别的字体留的余量。

## 数量与问题

{counts}

## 差距

{gaps}
""",
    "en": """# How far layout and rendered pages part

Written by `python tests/rendered/measure.py`: sample outlines and extreme ones, rendered by LibreOffice and compared
with the layout box by box and cell by cell.

**How to read it.** “Faults” counts text outside its box or slide, over the footer or another block, table rows that
grew, and characters that are missing; it should be 0, as should “more”, the texts that took more lines than measured.
Heights and widths are rendered ones in per cent of the measured ones: what lacks to 100 % is kept for other fonts.

## What was checked

{counts}

## Deviation

{gaps}
""",
}
_COUNTS = {
    "zh": "字体 | 页面 | 文稿 | 页 | 文本框 | 单元格 | 字符 | 问题 | 行首行尾标点 | 省略号分行 | 数与单位分行",
    "en": "Fonts | Page | Decks | Pages | Boxes | Cells | Characters | Faults | Marks | …… parted | Numbers parted",
}
_GAPS = {
    "zh": "字体 | 页面 | 少行 | 同行 | 多行 | 总高度 | 最多高出 | 行宽平均 | 行宽最大 | 左右出框 | 上下出框 | 行线偏移",
    "en": (
        "Fonts | Page | Fewer lines | Equal | More | Height | Most over | Mean line | Widest line | Beside box "
        "| Above or below | Row off"
    ),
}


def page(figures: Mapping[tuple[str, str], Measured], lang: str) -> str:
    """Return the page in a language ('zh', 'en') of figures by situation and size."""
    names = _NAMES if lang == "zh" else _ENGLISH
    counts = [(names[situation], size, *_count(found)) for (situation, size), found in figures.items()]
    gaps = [(names[situation], size, *_gap(found)) for (situation, size), found in figures.items()]
    return _TEXT[lang].format(counts=_table(_COUNTS[lang], counts), gaps=_table(_GAPS[lang], gaps))


def _count(found: Measured) -> tuple[str, ...]:
    checked = (found.decks, found.pages, found.boxes, found.cells, found.words)
    values = (*checked, found.faults, found.marks, found.dots, found.splits)
    return tuple(f"{value:,}" for value in values)


def _gap(found: Measured) -> tuple[str, ...]:
    return (
        f"{found.fewer:,}",
        f"{found.equal:,}",
        f"{found.more:,}",
        f"{found.rendered_pt / found.measured_pt:.1%}",
        f"{found.height_over:.1f} pt",
        f"{found.width_sum / found.width_count:.1%}",
        f"{found.width_most:.1%}",
        f"{max(found.beside, 0):.1f} pt",
        f"{max(found.above, 0):.1f} pt",
        f"{found.row_off:.1f} pt",
    )


def _table(head: str, rows: Sequence[Sequence[str]]) -> str:
    rules = " | ".join(("---", "---", *("---:" for _ in rows[0][2:])))
    return "\n".join(f"| {row} |" for row in (head, rules, *(" | ".join(row) for row in rows)))
