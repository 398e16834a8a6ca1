"""The same charts as in columns."""

from support.chart_samples.waterfall import SAMPLES as COLUMNS

SAMPLES = [spec._replace(kind="waterfall_rows") for spec in COLUMNS]
