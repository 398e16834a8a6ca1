"""Rich text: runs and paragraphs. Colours are theme tokens (see :mod:`unitdeck.base.tokens`)."""

from __future__ import annotations

from typing import Literal, NamedTuple

Align = Literal["l", "ctr", "r"]


class Run(NamedTuple):
    """Characters of one look. ``color`` is a theme token or None (the paragraph's); ``scale`` multiplies its size."""

    text: str
    bold: bool | None = None
    color: str | None = None
    scale: float = 1.0


class Paragraph(NamedTuple):
    """One paragraph of runs. ``bullet`` draws a bullet and hangs the following lines."""

    runs: tuple[Run, ...]
    bullet: bool = False

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)


def plain(text: str, *, bold: bool | None = None, color: str | None = None) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph((Run(text, bold, color),))
