"""Kinds that PowerPoint has no chart for, as marks of a picture. The module's name is the kind's."""
