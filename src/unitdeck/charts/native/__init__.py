"""One module a chart kind."""
