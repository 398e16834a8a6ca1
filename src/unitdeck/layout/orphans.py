"""Last lines of one or two characters: a box that is a little narrower breaks its lines more evenly."""

from __future__ import annotations

from collections.abc import Callable

from unitdeck.base.units import emu, pt
from unitdeck.layout.breaking import last_line_pt
from unitdeck.layout.sheet import Setting

SHORT_EM = 2.3  # a last line no wider is an orphan


def has_orphan(setting: Setting, width: int, ending: float = 0.0) -> bool:
    """Whether a paragraph set at a width (EMU) ends in a line of one or two characters, ``ending`` em not counted."""
    for paragraph in setting.paragraphs:
        if paragraph.lines > 1:
            room = pt(width) - paragraph.hang_pt
            last = last_line_pt(paragraph.runs, room, paragraph.size_pt, paragraph.bold)
            if last <= (SHORT_EM + ending) * paragraph.size_pt:
                return True
    return False


def evened(make: Callable[[int], Setting], width: int, most: int, ending: float = 0.0) -> tuple[Setting, int]:
    """Return text without orphans and the width (EMU) that it is set at: up to ``most`` em less, in as many lines.

    Where no such width helps, ``ending`` is let go, then it is set at the whole width.
    """
    setting = make(width)
    if not has_orphan(setting, width, ending):
        return setting, width
    em = emu(max(paragraph.size_pt for paragraph in setting.paragraphs))
    best = setting, width
    for step in range(1, most + 1):
        narrower = width - step * em
        if narrower <= width // 2:
            break
        trial = make(narrower)
        if trial.height > setting.height:
            break
        if not has_orphan(trial, narrower, ending):
            return trial, narrower
        if ending and has_orphan(best[0], best[1]) and not has_orphan(trial, narrower):
            best = trial, narrower
    return best
