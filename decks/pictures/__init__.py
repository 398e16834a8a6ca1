"""The sample pictures: drawn, not taken; no people, no real places, no text."""
