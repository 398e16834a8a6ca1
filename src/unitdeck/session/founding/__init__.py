"""A new session's folder, from an organiser's list of units."""
