"""The string layer: one pure function a thing, one escaping function."""
