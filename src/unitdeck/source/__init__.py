"""Files into positioned nodes, and nodes into typed values: every error at once, with its place."""
