"""Charts of every kind to test with: one module a kind, found by the kind's name."""

import importlib

from unitdeck.plan.chart_kinds import CHART_KINDS

SAMPLES = {kind: importlib.import_module(f"support.chart_samples.{kind}").SAMPLES for kind in CHART_KINDS}
NATIVE = tuple(kind for kind in CHART_KINDS if CHART_KINDS[kind].room == "native")
DRAWN = tuple(kind for kind in CHART_KINDS if CHART_KINDS[kind].room == "drawn")
