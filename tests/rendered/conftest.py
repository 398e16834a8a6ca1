"""The corpus of rendered decks, shared by all workers of a run."""

from __future__ import annotations

import os

import pytest

from support.corpus import Corpus


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return the decks; each is built once a run, and rendered once a situation."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return Corpus(shared / "corpus")
