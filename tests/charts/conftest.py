"""Charts of every kind, placed in frames as a page would give them."""

import pytest

from support.chart_samples import SAMPLES
from support.chart_specs import chart, figures
from unitdeck.base.geometry import Box
from unitdeck.base.units import inches
from unitdeck.layout.placed import PlacedChart


def placed(spec, width=8.0, height=3.5, size_pt=14.0):
    return PlacedChart("图", Box(0, 0, inches(width), inches(height)), spec, size_pt)


@pytest.fixture
def samples():
    return SAMPLES


@pytest.fixture
def place():
    return placed


@pytest.fixture
def make():
    return chart


@pytest.fixture
def numbers():
    return figures
