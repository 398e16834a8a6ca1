"""``unitdeck template migrate``: outlines and sessions to another version of a template, word by word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import click

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.base.files import write_atomically
from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.cli.command import Command, format_option, template_path_option
from unitdeck.cli.inputs import outlines
from unitdeck.cli.output import show
from unitdeck.cli.words import speaker
from unitdeck.outline.load import SESSION_FILE, session_file
from unitdeck.source.splice import decoded
from unitdeck.template.folder import said_of
from unitdeck.template.heading import heading
from unitdeck.template.locate import find, search_path
from unitdeck.template.migrate import Moved, Target, migrated, read_pin, unknown_paths
from unitdeck.template.settings import read_migrations
from unitdeck.template.style import SETTINGS


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    return Command(
        "template migrate",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=say("FILES")),
            click.Option(["--to"], required=True, metavar="NAME@N", help=say("--to")),
            click.Option(["--dry-run"], is_flag=True, help=say("--dry-run")),
            click.Option(["--diff", "as_diff"], is_flag=True, help=say("--diff")),
            template_path_option(say),
            format_option(say),
        ],
    )


def run(*, files: tuple[Path, ...], to: str, dry_run: bool, as_diff: bool, output_format: str, lang: Lang) -> int:
    """Move each file, tell what changed, and return the exit code: 1 where one could not be moved."""
    say = speaker(lang)
    found, faults = _files(files)
    targets: dict[Path, Target] = {}
    for file in found:
        home = session_file(file.parent)
        root = home.parent if home else file.parent
        try:
            if root not in targets:
                targets[root] = _target(to, root)
            moved = migrated(file, targets[root], read_pin(home) if home and file.name != SESSION_FILE else "")
            if moved.after != moved.before and not dry_run:
                _write(moved)
        except BuildError as bad:
            faults += bad.diagnostics
            continue
        click.echo(_line(moved, targets[root], say, dry_run=dry_run))
        if as_diff:
            click.echo("".join(_diff(moved)), nl=False)
    show(tuple(faults), form=output_format, lang=lang)
    return 1 if faults else 0


def _files(paths: Iterable[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The files to move: of a session's folder its own file and its outlines."""
    homes = [home for path in paths if path.is_dir() and (home := session_file(path))]
    found, faults = outlines(paths)
    # Units without an outline have nothing to move.
    return list(dict.fromkeys((*found, *homes))), [fault for fault in faults if fault.code == "UD704"]


def _target(spec: str, root: Path) -> Target:
    """The template to move to; raises BuildError where there is none, or its migrations are wrong."""
    place = find(spec, search_path(root)).folder
    said, _ = said_of([place])
    file = str(place / SETTINGS)
    steps = read_migrations(said[0], file)
    if wrong := unknown_paths(steps, Span(file)):
        raise BuildError(wrong)
    major = heading(place).version.partition(".")[0]
    if not major.isdecimal():
        reason = "version: 1.0.0"
        raise BuildError((error("UD502", Span(file), key="version", found=heading(place).version, reason=reason),))
    return Target(spec.rpartition("@")[0] or spec, int(major), steps)


def _write(moved: Moved) -> None:
    """Write the file whole or not at all, through a link and with the rights that it has."""
    file = moved.file.resolve()
    try:
        rights = file.stat().st_mode
        write_atomically(file, moved.after)
        file.chmod(rights)
    except PermissionError as refusal:
        raise BuildError((error("UD701", None, path=str(moved.file)),)) from refusal
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BuildError((error("UD702", None, path=str(moved.file), reason=reason),)) from failure


def _line(moved: Moved, target: Target, say: Say, *, dry_run: bool) -> str:
    if moved.after == moved.before:
        return say("unmoved" if moved.pinned else "unpinned", path=moved.file, pin=moved.pinned)
    key = ("would_move" if dry_run else "moved") + ("" if moved.pinned else "_words")
    return say(key, path=moved.file, old=moved.pinned, new=target.pin, count=len(moved.edits))


def _diff(moved: Moved) -> Iterator[str]:
    old, new = (decoded(data)[2].splitlines(keepends=True) for data in (moved.before, moved.after))
    name = moved.file.as_posix()
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
