"""Placed decks into files."""
