"""A small deck for checks: an outline from YAML, with its real places, appraised; pages as the test gives them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from unitdeck.appraise.appraise import appraise
from unitdeck.base.diagnostics import Diagnostic
from unitdeck.checks import CHECKS
from unitdeck.checks.subject import Subject
from unitdeck.layout.placed import Placed, PlacedDeck, PlacedSlide
from unitdeck.outline.load import load_outline
from unitdeck.outline.model import EMPTY_SESSION, Session
from unitdeck.template.style import Style

Found = list[tuple[str, int, int]]
Run = Callable[..., tuple[Diagnostic, ...]]


def deck(*pages: tuple[tuple[Placed, ...], tuple[str, ...]]) -> PlacedDeck:
    slides = tuple(
        PlacedSlide(f"s{number}", "content", "题", items, notes, number, len(pages))
        for number, (items, notes) in enumerate(pages, 1)
    )
    return PlacedDeck(slides, (12_192_000, 6_858_000), "题", "单位", "zh", "")


def style(rate: int) -> Style:
    """A template's style as far as checks look at it."""
    return Style(("zh",), {}, 1.4, 0, 0, (), {}, characters_per_minute=rate)


@pytest.fixture
def findings(tmp_path: Path) -> Run:
    """Return a function: code, YAML text, pages (items, notes) → the check's diagnostics."""

    def run(
        code: str,
        text: str,
        *pages: tuple[tuple[Placed, ...], tuple[str, ...]],
        session: Session = EMPTY_SESSION,
        rate: int = 220,
    ) -> tuple[Diagnostic, ...]:
        path = tmp_path / "unit.yaml"
        path.write_text(text, encoding="utf-8")
        loaded = load_outline(path)
        appraisal = appraise(loaded.value, session, loaded.positions, "zh")
        return tuple(CHECKS[code](Subject(appraisal, deck(*pages), loaded.positions, style(rate))))

    return run
