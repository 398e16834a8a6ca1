"""The template folder: found, proved, compiled once, and expanded into slide plans."""
