"""The kinds that PowerPoint draws itself, one module a kind: its ``draw`` gives the chart as a frame asks for it."""
