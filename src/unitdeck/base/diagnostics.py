"""Diagnostics: what is wrong (or doubtful), where, and with which particulars.

A diagnostic carries a code and its particulars, never a sentence: the sentence is looked up in the
message catalogue (:mod:`unitdeck.base.catalog`) in the reader's language when it is shown.

Families of codes: UD1xx the text of a file · UD2xx the shape of an outline · UD3xx figures ·
UD4xx layout and time · UD5xx templates · UD6xx pictures and other files · UD7xx the environment.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Span(NamedTuple):
    """A place in a file: 1-based ``line`` and ``column`` in characters; ``end`` is exclusive, same line."""

    file: str
    line: int = 1
    column: int = 1
    end: int | None = None


class Term(NamedTuple):
    """A word of the catalogue's ``[terms]`` table, so that particulars are in the reader's language too."""

    key: str


def excerpt(text: str, most: int = 40) -> str:
    """Return a text short enough to be quoted within a message."""
    return text if len(text) <= most else text[: most - 1] + "…"


class Diagnostic(NamedTuple):
    """One finding. ``data`` fills the placeholders of the code's message in the catalogue."""

    code: str
    severity: Severity
    span: Span | None
    data: Mapping[str, object]


def error(code: str, span: Span | None, **data: object) -> Diagnostic:
    """Return an error: nothing is written while one stands."""
    return Diagnostic(code, "error", span, data)


def warning(code: str, span: Span | None, **data: object) -> Diagnostic:
    """Return a warning: the deck is written and the reader is told."""
    return Diagnostic(code, "warning", span, data)


class BuildError(Exception):
    """Bad input: carries every diagnostic found so far (errors and warnings), in file order."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(", ".join(d.code for d in diagnostics))
        self.diagnostics = diagnostics
