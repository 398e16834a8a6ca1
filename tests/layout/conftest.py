"""The report template's style, for tests that set blocks in its type."""

import pytest

from unitdeck.layout.sheet import Sheet
from unitdeck.template.locate import load, search_path
from unitdeck.template.pack import TemplatePack


@pytest.fixture(scope="session")
def pack() -> TemplatePack:
    """Return the report template, compiled."""
    return load("report", search_path(None)).pack


@pytest.fixture(scope="session")
def sheet(pack: TemplatePack) -> Sheet:
    """Return its type at the preferred sizes, in Chinese."""
    return Sheet(pack.style, 0.0, "zh", {})
