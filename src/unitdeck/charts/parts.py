"""The colours of parts of a whole."""

# Dark and light take turns, so that neighbours differ by 3:1 without a legend; the words on them take turns too.
FILLS = ("accent", "grey", "sub", "range2", "gold")
WORDS_ON = {"accent": "ground", "sub": "ground", "grey": "ink", "range2": "ink", "gold": "ink"}
