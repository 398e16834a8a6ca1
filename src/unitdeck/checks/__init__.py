"""Doubts about a deck before it is built; one module a check."""
