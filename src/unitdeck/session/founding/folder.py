"""A new session's folder: its ``session.yaml``, and a starter outline a unit. What is there is never touched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, error
from unitdeck.base.language import Lang
from unitdeck.outline.load import SESSION_FILE, UNITS_FOLDER
from unitdeck.session.founding.starter import starter
from unitdeck.session.founding.unit_list import ListedUnit
from unitdeck.session.workspace import open_workspace, unnumbered

# How the starters and session.yaml call things, in each language.
_KEYS: dict[Lang, dict[str, str]] = {
    "zh": {
        "name": "名称",
        "short": "简称",
        "group": "组别",
        "speaker": "汇报人",
        "as_of": "数据截至",
        "order": "汇报顺序",
        "groups": "分组",
        "day": "# 数据截至：用会议规定的（session.yaml）",
        "about_groups": "# 分组：同组之间才比较；和各单位提纲里的组别不一致时，以这里为准。",
    },
    "en": {
        "name": "name",
        "short": "short",
        "group": "group",
        "speaker": "speaker",
        "as_of": "as_of",
        "order": "order",
        "groups": "groups",
        "day": "# as_of: the session's (session.yaml)",
        "about_groups": "# Units are compared within their group; what stands here goes before their outlines.",
    },
}
_PLAIN = re.compile(r"[^\W\d_][\w（）·—]*")  # a name that YAML and a reader's eye take as it is


class Founded(NamedTuple):
    """What was written, what was there already, and units that the order of a ``session.yaml`` kept does not name."""

    session: Path
    outlines: tuple[Path, ...]
    kept: tuple[Path, ...]
    unplaced: tuple[str, ...]


def found_session(folder: Path, units: Sequence[ListedUnit], lang: Lang) -> Founded:
    """Write a session's folder and return what was written; raise BuildError where it cannot be (UD702).

    A unit that has an outline, under whichever number, keeps it.
    """
    width = max(2, len(str(len(units))))
    inner = folder / UNITS_FOLDER
    there = {unit.name: unit.outline for unit in open_workspace(folder).units if unit.outline} if inner.is_dir() else {}
    stems = [f"{place:0{width}}-{unit.file_name}" for place, unit in enumerate(units, 1)]
    written: list[Path] = []
    kept: list[Path] = []
    session = folder / SESSION_FILE
    try:
        inner.mkdir(parents=True, exist_ok=True)
        for stem, unit in zip(stems, units, strict=True):
            file = there.get(unnumbered(stem)) or inner / f"{stem}.yaml"
            (written if write_new(file, starter_of(unit, lang)) else kept).append(file)
        if not write_new(session, _session([unnumbered(stem) for stem in stems], units, lang)):
            kept.append(session)
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BuildError((error("UD702", None, path=failure.filename or str(folder), reason=reason),)) from failure
    order = open_workspace(folder).session.order
    unplaced = tuple(name for name in map(unnumbered, stems) if order and name not in order)
    return Founded(session, tuple(written), tuple(kept), unplaced)


def write_new(file: Path, text: str) -> bool:
    """Write a file that is not there yet and return True; False where it is. Raises OSError."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        return False
    return True


def starter_of(unit: ListedUnit, lang: Lang) -> str:
    """Return the starter with what the list tells of the unit; what the list does not tell is left to be filled in."""
    keys = _KEYS[lang]
    text = re.sub(rf"^{keys['as_of']}:.*$", lambda _: keys["day"], starter(lang), count=1, flags=re.MULTILINE)
    for field in ("name", "short", "group", "speaker"):
        line = re.compile(rf"^(  {keys[field]}:)[^#\n]*?( *#.*)?$", re.MULTILINE)
        found = line.search(text)
        assert found is not None  # noqa: S101 (the starter is ours)
        said = f"{found[1]} {_scalar(getattr(unit, field))}".rstrip()
        text = text[: found.start()] + said + (found[2] or "") + text[found.end() :]
    return text


def _session(names: Sequence[str], units: Sequence[ListedUnit], lang: Lang) -> str:
    keys = _KEYS[lang]
    groups: dict[str, list[str]] = {}
    for name, unit in zip(names, units, strict=True):
        if unit.group:
            groups.setdefault(unit.group, []).append(name)
    order = [f"{keys['order']}:", *_items(names, "  ")]
    if groups:
        order += ["", keys["about_groups"], f"{keys['groups']}:"]
        for group, members in groups.items():
            order += [f"  {_scalar(group)}:", *_items(members, "    ")]
    text = Path(__file__).with_name(f"session.{lang}.yaml").read_text("utf-8")
    return text.replace("@order@", "\n".join(order))


def _items(names: Iterable[str], indent: str) -> list[str]:
    return [f"{indent}- {_scalar(name)}" for name in names]


def _scalar(text: str) -> str:
    """Return a text as YAML: in quotes where it could be taken for something else."""
    return text if not text or _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
