"""Waterfall in rows: the same as :mod:`unitdeck.charts.native.waterfall`, a row a step, for long names."""

from __future__ import annotations

from unitdeck.charts.native.waterfall import draw_rows as draw

__all__ = ("draw",)
