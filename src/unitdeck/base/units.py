"""Lengths: English Metric Units (int) for places, points (float) for type. 1 pt = 12,700 EMU."""

from __future__ import annotations

EMU_PER_PT = 12_700
EMU_PER_INCH = 914_400


def emu(points: float) -> int:
    """Return a length in EMU, rounded to a whole one."""
    return round(points * EMU_PER_PT)


def pt(length_emu: int) -> float:
    """Return a length in points."""
    return length_emu / EMU_PER_PT


def inches(value: float) -> int:
    """Return a length in EMU from inches."""
    return round(value * EMU_PER_INCH)
