"""``unitdeck doctor``: whether this computer can build decks, and what to do where it cannot."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

import click

import unitdeck
from unitdeck.base.catalog import message
from unitdeck.base.diagnostics import BuildError
from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.cli.command import Command
from unitdeck.cli.words import speaker
from unitdeck.template.cache import cache_dir
from unitdeck.template.locate import DEFAULT, find, load, search_path

LIBRARIES = ("click", "jinja2", "pydantic", "pillow", "python-calamine", "python-pptx", "pyyaml", "xlsxwriter")
_MARKS = {"ok": "✓", "todo": "✗", "optional": "·"}


class Finding(NamedTuple):
    """One thing looked at: well, to be put right, or not needed for building."""

    state: Literal["ok", "todo", "optional"]
    text: str


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    return Command("doctor", lang, callback=partial(run, lang=lang), params=[])


def run(*, lang: Lang) -> int:
    """Print every finding and return 1 where something has to be put right."""
    say = speaker(lang)
    findings = list(examine(say, lang))
    for finding in findings:
        click.echo(f"{_MARKS[finding.state]} {say(finding.state)}  {finding.text}")
    return int(any(finding.state == "todo" for finding in findings))


def examine(say: Say, lang: Lang) -> Iterator[Finding]:
    """Yield a finding for Python, the package, its libraries, the template, the cache, fonts and LibreOffice."""
    yield Finding("ok", say("doctor_python", version=platform.python_version()))
    yield Finding("ok", say("doctor_package", version=unitdeck.__version__, place=Path(unitdeck.__file__).parent))
    yield from (_library(name, say) for name in LIBRARIES)
    yield _template(say, lang)
    yield _cache(say)
    yield _fonts(say)
    yield _office(say)


def _library(name: str, say: Say) -> Finding:
    try:
        return Finding("ok", say("doctor_library", name=name, version=importlib.metadata.version(name)))
    except importlib.metadata.PackageNotFoundError:
        return Finding("todo", say("doctor_library_do", name=name))


def _template(say: Say, lang: Lang) -> Finding:
    try:
        found = find(DEFAULT, search_path(None))
        pack = load(DEFAULT, search_path(None)).pack
    except BuildError as fault:
        return Finding("todo", say("doctor_template_do", reason=message(fault.diagnostics[0], lang).message))
    return Finding("ok", say("doctor_template", name=pack.name, layouts=len(pack.layouts), place=found.folder))


def _cache(say: Say) -> Finding:
    place = cache_dir()
    try:
        place.mkdir(parents=True, exist_ok=True)
        writable = os.access(place, os.W_OK)
    except OSError:
        writable = False
    return (
        Finding("ok", say("doctor_cache", place=place))
        if writable
        else Finding("todo", say("doctor_cache_do", place=place))
    )


def _fonts(say: Say) -> Finding:
    lister = shutil.which("fc-list")
    if lister is None:
        return Finding("optional", say("doctor_fonts_unknown"))
    # The program's path comes from the search path, its arguments from here.
    listed = subprocess.run([lister, ":lang=zh-cn", "family"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    names = sorted({line.split(",")[0].strip() for line in listed.splitlines() if line.strip()})
    if not names:
        return Finding("optional", say("doctor_fonts_do"))
    return Finding("ok", say("doctor_fonts", names=", ".join(names[:4])))


def _office(say: Say) -> Finding:
    place = shutil.which("soffice") or shutil.which("libreoffice")
    return Finding("ok", say("doctor_office", place=place)) if place else Finding("optional", say("doctor_office_do"))
