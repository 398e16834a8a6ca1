"""The colours of parts of a whole."""

# Each differs by 3:1 from the white seam between them, and dark and light take turns: so do the words on them.
FILLS = ("accent", "grey", "sub", "gold")
WORDS_ON = {"accent": "ground", "grey": "ink", "sub": "ground", "gold": "ink"}
