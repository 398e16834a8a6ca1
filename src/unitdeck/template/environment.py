"""The sandbox in which a template's Jinja2 files run: templates come from others.

Two environments share one sandbox: slide files give YAML, where every ``{{ }}`` is written as JSON so that any text
is one valid YAML scalar; script files give plain text. Neither sees files, attributes that start with an underscore,
or more memory than :data:`OUTPUT_LIMIT` characters of output.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, FileSystemBytecodeCache, StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

OUTPUT_LIMIT = 400_000
_DROPPED_GLOBALS = ("lipsum", "cycler", "joiner")
_DROPPED_FILTERS = ("safe", "attr", "pprint", "xmlattr", "urlize", "random")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's immutable sandbox with repetition bounded (``"x" * 10**8`` would pass the stock one)."""

    intercepted_binops = frozenset({"*", "**"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; the fields of our own frozen values need no further question."""
        if attribute in getattr(type(obj), "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return the product of two small numbers; raises SecurityError for anything that could fill the memory."""
        if operator == "**" or not all(isinstance(side, int | float | Decimal) for side in (left, right)):
            raise SecurityError(f"'{operator}' is not allowed here")
        if abs(left) > 10**9 or abs(right) > 10**9:
            raise SecurityError("number too large")
        return left * right


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"{type(value).__name__} cannot be written into a slide file")


def _escaped(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else f"\\u{ord(found[0]):04x}"


# What JSON lets stand in a text, but YAML takes for a line break or refuses; half a character is no character.
_UNFIT = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ENCODE = json.JSONEncoder(ensure_ascii=False, default=_plain).encode


def _as_json(value: object) -> object:
    if isinstance(value, Undefined):
        str(value)  # StrictUndefined raises here, naming the variable
    if isinstance(value, Markup):
        return value  # a macro's output is YAML already
    if isinstance(value, Decimal):
        return Markup(format(value, "f"))  # noqa: S704 (digits)
    return Markup(_UNFIT.sub(_escaped, _ENCODE(value)))  # noqa: S704 (a quoted YAML scalar)


def _environment(files: Mapping[str, str], cache: Path | None, *, slides: bool) -> Sandbox:
    sandbox = Sandbox(
        loader=DictLoader(dict(files)),
        undefined=StrictUndefined,
        autoescape=slides,
        finalize=_as_json if slides else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(cache), "slides-%s" if slides else "script-%s") if cache else None,
    )
    for name in _DROPPED_GLOBALS:
        sandbox.globals.pop(name, None)
    for name in _DROPPED_FILTERS:
        sandbox.filters.pop(name, None)
    return sandbox


def slide_environment(files: Mapping[str, str], cache: Path | None) -> Sandbox:
    """Return the environment for ``slides/*.yaml.j2``; ``cache`` is a folder for compiled bytecode or None."""
    return _environment(files, cache, slides=True)


def script_environment(files: Mapping[str, str], cache: Path | None) -> Sandbox:
    """Return the environment for ``script/*.j2``."""
    return _environment(files, cache, slides=False)


def render(sandbox: Sandbox, file: str, context: Mapping[str, object]) -> str:
    """Return the output of one template file; raises SecurityError when it grows over the limit."""
    pieces: list[str] = []
    size = 0
    stream: Callable[..., Any] = sandbox.get_template(file).generate
    for piece in stream(context):
        size += len(piece)
        if size > OUTPUT_LIMIT:
            raise SecurityError(f"more than {OUTPUT_LIMIT} characters of output")
        pieces.append(piece)
    return "".join(pieces)
