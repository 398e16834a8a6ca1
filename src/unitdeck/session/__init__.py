"""A whole session: its folder, who reports in which order, and the decks of all its units."""
