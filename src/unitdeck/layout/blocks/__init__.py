"""One module a kind of block: how high it is, how it is drawn, where it may be cut."""
