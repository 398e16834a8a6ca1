"""What PyYAML says of broken YAML, as diagnostics with the place that a person has to mend."""

from __future__ import annotations

from yaml import MarkedYAMLError, YAMLError

from unitdeck.base.diagnostics import Diagnostic, Span, error
from unitdeck.source.text import SourceText

# Words of libyaml's messages, and of the pure parser's where they differ → code; the first that fits counts.
# The place is the problem's, or the context's (where the thing that is not finished began).
_MEANING: tuple[tuple[str, str, bool], ...] = (
    ("violates indentation", "UD111", False),
    ("mapping values are not allowed", "UD121", False),
    ("sequence entries are not allowed", "UD122", False),
    ("expected ',' or", "UD123", True),
    ("unexpected end of stream", "UD124", True),
    ("unexpected document", "UD124", True),
    ("cannot start any token", "UD125", False),
    ("directive", "UD125", True),
    ("alphabetic or numeric character", "UD130", True),
    ("could not find expected ':'", "UD126", True),
    ("escape character", "UD127", False),
    ("hexdecimal", "UD127", False),  # so spelt in libyaml
    ("tag", "UD131", True),
    ("expected key", "UD128", False),
    ("expected '-' indicator", "UD128", False),
    ("expected <block end>", "UD128", False),
    ("node content", "UD125", False),
    ("chomping", "UD129", False),
    ("comment or line break", "UD129", False),
)


def syntax_error(failure: YAMLError, source: SourceText) -> Diagnostic:
    """Return the diagnostic (UD111, UD120–UD131) for what PyYAML could not read."""
    if not isinstance(failure, MarkedYAMLError):
        return error("UD120", Span(source.file))
    problem = f"{failure.context} {failure.problem}"
    code, at_context = next(((c, at) for words, c, at in _MEANING if words in problem), ("UD120", False))
    mark = (at_context and failure.context_mark) or failure.problem_mark or failure.context_mark
    if mark is None:
        return error(code, Span(source.file))
    lines = source.text.split("\n")
    line, column = mark.line, mark.column
    if line >= len(lines) or (not lines[line] and line == len(lines) - 1):  # the end of the file: its last line
        line = max((number for number, text in enumerate(lines) if text.strip()), default=0)
        column = len(lines[line])
    character = lines[line][column : column + 1]
    if character == "\t":
        code = "UD111"
    return error(code, Span(source.file, line + 1, column + 1, column + 2), character=character)
