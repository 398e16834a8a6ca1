"""The sandbox in which a template's Jinja2 files run: templates come from others.

Three environments share one sandbox: slide files give YAML, where every ``{{ }}`` is written as JSON so that any text
is one valid YAML scalar; script files give plain text; paper files give text with marks at the start of lines, where
every ``{{ }}`` is set between :data:`OPEN` and :data:`CLOSE` so that no text of an outline is taken for a mark. None
sees files or attributes that start with an underscore, nor makes a long text out of a short one in one step, nor gives
more characters than its limit. Time is not bounded: a template is chosen by the organiser, an outline only
fills it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache, FunctionLoader, StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import do_indent
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

OPEN, CLOSE = "\x02", "\x03"  # around what a paper file prints: control characters, which no outline holds
OUTPUT_LIMIT = 400_000
MOST_INDENT = 80
_DROPPED_GLOBALS = ("lipsum", "cycler", "joiner")
_MARKING_FILTERS = ("safe", "e", "escape", "forceescape", "tojson", "urlize", "xmlattr")
_WIDENING_FILTERS = ("center", "format", "slice", "wordwrap")
_DROPPED_FILTERS = (*_MARKING_FILTERS, *_WIDENING_FILTERS, "attr", "pprint", "random")
_WIDENING_METHODS = frozenset(("center", "expandtabs", "format", "format_map", "ljust", "rjust", "zfill"))
_SAFE: dict[tuple[type, str], bool] = {}  # whether an attribute of a type may be used
_BYTECODE = 2  # to be raised whenever Jinja2 makes other code of the same file here


class _Yaml(str):
    """What a macro gave: written already. Joined with a text it is a text again, and is quoted."""

    __slots__ = ()


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's immutable sandbox with repetition bounded (``"x" * 10**8`` would pass the stock one)."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; the fields of our own frozen values need no further question."""
        if attribute in getattr(type(obj), "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item, or such a field by its name, as ``map(attribute=…)`` asks."""
        if argument in getattr(type(obj), "_fields", ()):
            return getattr(obj, argument)
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> None:
        """Return no safe stand-in for ``str.format``: its widths fill the memory, so it is refused as an attribute."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may use an attribute: none that pads a text to a width of its choice.

        The answer is the same for all objects of a type.
        """
        key = (type(obj), attr)
        if key not in _SAFE:
            widens = isinstance(obj, str) and attr in _WIDENING_METHODS
            _SAFE[key] = not widens and super().is_safe_attribute(obj, attr, value)
        return _SAFE[key]

    def call(self, *args: Any, **kwargs: Any) -> Any:
        """Return what a call gives (context, callable, its arguments); a macro's output keeps its kind."""
        result = super().call(*args, **kwargs)
        return _Yaml(result) if isinstance(args[1], Macro) else result

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return what comes of two small numbers; raises SecurityError for anything that could fill the memory."""
        if operator == "**" or not all(isinstance(side, int | float | Decimal) for side in (left, right)):
            raise SecurityError(f"'{operator}' is not allowed here")
        if abs(left) > 10**9 or abs(right) > 10**9:
            raise SecurityError("number too large")
        return left % right if operator == "%" else left * right


def _indented(text: str, width: int = 4, first: bool = False) -> str:
    """Jinja2's ``indent`` with its width bounded; a macro's output stays YAML."""
    if width > MOST_INDENT:
        raise SecurityError(f"indented by more than {MOST_INDENT}")
    result = do_indent(text, width, first)
    return _Yaml(result) if isinstance(text, _Yaml) else result


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"{type(value).__name__} cannot be written into a slide file")


def _escaped(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else f"\\u{ord(found[0]):04x}"


# What JSON lets stand in a text, but YAML takes for a line break or refuses; half a character is no character.
_UNFIT = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # what XML refuses
_ENCODE = json.JSONEncoder(ensure_ascii=False, default=_plain).encode


def _as_json(value: object) -> object:
    if isinstance(value, Undefined):
        str(value)  # StrictUndefined raises here, naming the variable
    if isinstance(value, _Yaml):
        return value
    return format(value, "f") if isinstance(value, Decimal) else _UNFIT.sub(_escaped, _ENCODE(value))


def _as_words(value: object) -> object:
    if isinstance(value, Undefined):
        str(value)  # StrictUndefined raises here, naming the variable
    if isinstance(value, _Yaml):  # what a macro of a paper file gave: its own values are set apart already
        return value
    text = format(value, "f") if isinstance(value, Decimal) else "" if value is None else str(value)
    return f"{OPEN}{_UNPRINTABLE.sub('', text)}{CLOSE}" if text else ""


def _environment(
    files: Mapping[str, str], cache: Path | None, room: str, finalize: Callable[[object], object] | None
) -> Sandbox:
    def source(name: str) -> tuple[str, str, None] | None:
        # Named by its path, so that a traceback tells in which of the files it failed.
        return (files[name], name, None) if name in files else None

    sandbox = Sandbox(
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        autoescape=False,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(cache), f"{room}{_BYTECODE}-%s") if cache else None,
    )
    for name in _DROPPED_GLOBALS:
        sandbox.globals.pop(name, None)
    for name in _DROPPED_FILTERS:
        sandbox.filters.pop(name, None)
    sandbox.filters["indent"] = _indented
    return sandbox


def slide_environment(files: Mapping[str, str], cache: Path | None) -> Sandbox:
    """Return the environment for ``slides/*.yaml.j2``; ``cache`` is a folder for compiled bytecode or None."""
    return _environment(files, cache, "slides", _as_json)


def script_environment(files: Mapping[str, str], cache: Path | None) -> Sandbox:
    """Return the environment for ``script/*.j2``."""
    return _environment(files, cache, "script", None)


def paper_environment(files: Mapping[str, str]) -> Sandbox:
    """Return the environment for ``papers/*/*.j2``."""
    return _environment(files, None, "papers", _as_words)


def render(sandbox: Sandbox, file: str, context: Mapping[str, object], limit: int = OUTPUT_LIMIT) -> str:
    """Return the output of one template file; raises SecurityError when it grows over the limit (characters)."""
    pieces: list[str] = []
    size = 0
    stream: Callable[..., Any] = sandbox.get_template(file).generate
    for piece in stream(context):
        size += len(piece)
        if size > limit:
            raise SecurityError(f"more than {limit} characters of output")
        pieces.append(piece)
    return "".join(pieces)
