"""The arithmetic of indicators: every figure is computed once, here, and printed the same everywhere."""
