"""How large a label of a chart is: layout leaves that room, and charts count on it."""

from __future__ import annotations

from unitdeck.layout.metrics import width_pt

LINE_EM = 1.25  # a line of a label
INSETS_PT = 6.0  # left and right together
_INSETS_UPRIGHT_PT = 3.0  # above and below together


def line_pt(size_pt: float) -> float:
    """Return the height of a label of one line, with its insets."""
    return LINE_EM * size_pt + _INSETS_UPRIGHT_PT


def label_pt(text: str, size_pt: float, *, bold: bool = False) -> float:
    """Return how wide a label of that text is, with its insets."""
    return width_pt(text, size_pt, bold) + INSETS_PT
