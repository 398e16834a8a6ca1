"""What every test may lean on: the project's folder, and the rule for tests that need LibreOffice."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run and machine; UNITDECK_EXPLORE=1 looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("default" if os.environ.get("UNITDECK_EXPLORE") else "steady")

ROOT = Path(__file__).resolve().parent.parent
RENDERERS = ("soffice", "pdftoppm")


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers."""
    config.addinivalue_line("markers", "rendered: needs LibreOffice and poppler to turn a deck into pictures")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out tests marked ``rendered`` where nothing can render; where rendering is required (CI), fail them."""
    absent = [name for name in RENDERERS if shutil.which(name) is None]
    if not absent or item.get_closest_marker("rendered") is None:
        return
    reason = f"not installed: {', '.join(absent)} (sh tests/all.sh as root on Debian installs them)"
    if os.environ.get("CI") or os.environ.get("UNITDECK_REQUIRE_RENDERED"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the project."""
    return ROOT
