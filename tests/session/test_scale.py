"""A session's work grows with its units and with nothing else: counted, not timed."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from support.sessions import make_session
from unitdeck.base.diagnostics import BuildError
from unitdeck.build import draft_deck
from unitdeck.outline import load
from unitdeck.session.building import bulk, manifest, worker
from unitdeck.session.building.bulk import Settings, build_session
from unitdeck.session.building.executor import Executor
from unitdeck.session.workspace import open_workspace

sys.path.append(str(Path(__file__).parents[2] / "bench"))  # a script beside the program, not a part of it
from make_session import make_session as draw_session


def sized(folder: Path, count: int) -> Path:
    """Return a session that names all its units in its order and in a group."""
    names = [f"单位{n:03}" for n in range(count)]
    listed = ", ".join(names)
    return make_session(folder, names, session=f"会议名称: 会\n汇报顺序: [{listed}]\n分组: {{市直: [{listed}]}}\n")


def build(folder: Path, tell: Callable[..., object] = lambda *_: None, *, force: bool = False) -> None:
    build_session(open_workspace(folder), Settings("zh", Executor("serial"), force=force, whole=False), tell)


class Counts:
    """How often what costs time is done while a session is built."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: Counter[str] = Counter()
        for module, name in (
            (worker, "draft_deck"),
            (worker, "render_deck"),
            (worker, "sha256"),
            (manifest, "sha256"),
            (manifest, "digest"),
            (bulk, "write_output"),
            (worker, "write_output"),
        ):
            self._count(monkeypatch, module, name)
        load._session.cache_clear()
        self._count(monkeypatch, load, "disorder")  # once each time that a session's file is read anew

    def _count(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        real = getattr(module, name)
        key = f"{module.__name__.rpartition('.')[2]}.{name}"  # type: ignore[attr-defined]

        def counting(*arguments: object, **named: object) -> object:
            self.done[key] += 1
            return real(*arguments, **named)

        monkeypatch.setattr(module, name, counting)


def counts(folder: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Counter[str], Counter[str]]:
    """Return what is done to build a session, and to find that nothing has changed."""
    sized(folder, count)
    with monkeypatch.context() as patch:
        first = Counts(patch)
        build(folder)
    with monkeypatch.context() as patch:
        again = Counts(patch)
        build(folder)
    return first.done, again.done


def test_each_unit_costs_the_same_in_a_large_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (counts(tmp_path / str(count), count, monkeypatch) for count in (5, 20))
    of_a_unit = [{key: (b[key] - a[key]) / 15 for key in b} for a, b in zip(few, many, strict=True)]
    assert of_a_unit[0] == {
        "load.disorder": 0,  # the session's file is read once, not once a unit
        "worker.sha256": 3,  # the outline, the session's file, and what the deck draws on: the outline
        "worker.draft_deck": 1,
        "worker.render_deck": 1,
        "worker.write_output": 1,
        "bulk.write_output": 0,  # the manifest
    }
    assert few[0]["load.disorder"] == few[0]["bulk.write_output"] == 1
    assert of_a_unit[1] == {"load.disorder": 0, "manifest.sha256": 2, "manifest.digest": 0, "bulk.write_output": 0}
    assert few[1]["manifest.digest"] == 1


def test_memory_stays_flat(tmp_path: Path) -> None:
    """The most that is held at a time, once caches are warm: what a unit leaves behind is its result."""

    def peak(count: int) -> int:
        folder = sized(tmp_path / str(count), count)
        build(folder)
        gc.collect()
        gc.freeze()  # so that what is only garbage is soon found: it does not count as held
        tracemalloc.start()
        build(folder, lambda *_: gc.collect(), force=True)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        gc.unfreeze()
        return most

    few, many = peak(5), peak(20)
    assert many - few < 15 * 8_000, f"a unit leaves {(many - few) / 15:.0f} bytes"


def test_the_drawn_session_is_the_same_each_time_and_has_all_kinds_of_units(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, count in ((one, 300), (two, 320)):
        draw_session(folder, count, seed=3)
    outlines = {file.name: file.read_bytes() for file in (one / "units").iterdir()}
    assert all((two / "units" / name).read_bytes() == data for name, data in outlines.items())
    workspace = open_workspace(one)
    assert len(workspace.units) == 300
    assert 1 <= len(workspace.missing) <= 15
    pages = []
    for outline in sorted((one / "units").iterdir())[60:120]:
        with suppress(BuildError):
            pages.append(len(draft_deck(outline).deck.slides))
    assert 54 <= len(pages) < 60
    assert max(pages) >= min(pages) + 5
    assert {unit.group for unit in workspace.units} == {"市直", "镇办", "园区", "垂管"}
    assert any(b"Bureau" in data for data in outlines.values())
    assert all("示例".encode() in data or b"sample" in data or not data for data in outlines.values())
