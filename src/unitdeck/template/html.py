"""Pages of HTML that the program itself writes: every text of an outline is escaped."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined


def html_environment(files: Mapping[str, str]) -> Environment:
    """Return the environment of our own HTML files, by name; what they print is escaped, what is missing raises."""
    return Environment(
        loader=DictLoader(dict(files)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
