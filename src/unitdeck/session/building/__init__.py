"""The decks of a session: each unit's and that of the whole, what is built again and where."""
