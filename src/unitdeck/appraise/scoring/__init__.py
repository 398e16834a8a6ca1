"""计分: presets by which an organiser turns indicators, ballots and judges' points into one score out of 100.

Pure functions over exact numbers. Nothing is scored unless a session asks for it. What a preset takes from published
rules and what is our decision stands in the docstring of its parameters. A figure is rounded twice by name and nowhere
else: what an indicator has reached counts as printed, with one decimal (:mod:`attained`), and a score is printed
with two, a third where two units tie (:mod:`total`).
"""
