"""What a unit fills in, as typed values: the outline, its session, and how both are loaded."""
