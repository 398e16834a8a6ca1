"""A cache of each test's own: pictures are made by the code as it is."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the cache's folder, which is not there yet."""
    monkeypatch.setenv("UNITDECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"
