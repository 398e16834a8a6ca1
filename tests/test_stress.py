"""Whatever outlines say, on pages of every size: nothing runs out, nothing is lost. Placed only; not rendered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support import stress
from support.outlines import Plain, strings, write
from support.pages import faults, lost, told
from support.sizes import SIZES, template
from unitdeck.base.units import pt
from unitdeck.build import draft_deck

NOT_SHOWN = ("id", "group", "region", "template")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an album and the templates of every size."""
    folder = tmp_path_factory.mktemp("stress")
    stress.album(folder)
    for size in SIZES:
        template(folder, size)
    return folder


def check(folder: Path, outline: Plain, size: str) -> None:
    """Place an outline on pages of a size and look for what must not be."""
    draft = draft_deck(write(folder, outline), template=str(template(folder, size)))
    assert tuple(round(pt(length) / 72, 2) for length in draft.deck.size) == tuple(round(x, 2) for x in SIZES[size])
    assert faults(draft.deck, draft.pack) == []
    assert lost(strings(outline, *NOT_SHOWN), told(draft.deck)) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", stress.rendered_outlines())
def test_outlines_made_by_hand(desk: Path, name: str, size: str) -> None:
    check(desk, stress.rendered_outlines()[name], size)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(outline=stress.outlines(), size=st.sampled_from(sorted(SIZES)))
def test_outlines_drawn_at_random(desk: Path, outline: Plain, size: str) -> None:
    check(desk, outline, size)
