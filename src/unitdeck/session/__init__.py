"""A whole session: what its units reached, side by side."""
