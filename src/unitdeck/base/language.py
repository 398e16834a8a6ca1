"""The reader's language: what was asked for, then the environment, then Chinese."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

Lang = Literal["zh", "en"]

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def reader_language(asked: str | None = None, environ: Mapping[str, str] | None = None) -> Lang:
    """Return the language of ``--lang``, else of UNITDECK_LANG, else of the locale's first set variable, else zh."""
    environ = os.environ if environ is None else environ
    locale = next((environ[name] for name in _LOCALE if environ.get(name)), "")
    for wish in (asked, environ.get("UNITDECK_LANG"), locale):
        match (wish or "")[:2].lower():
            case "en":
                return "en"
            case "zh":
                return "zh"
    return "zh"
