"""The decks that are rendered, built once and turned into pages once in each situation, whoever asks first."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from support import stress
from support.fonts import SITUATIONS
from support.outlines import write
from support.rendering import render
from support.sizes import SIZES, template
from unitdeck.build import build_deck, draft_deck
from unitdeck.layout.placed import PlacedDeck

SAMPLES = sorted((Path(__file__).parents[2] / "decks").glob("*/units/*.yaml"))
# Latin that is wider parts lines elsewhere on every size of page; another Chinese face does not.
EVERYWHERE = tuple(
    (situation, size)
    for situation in SITUATIONS
    for size in (SIZES if situation in {"usual fonts", "wide Latin"} else ("16:9",))
)
EXTENDING = ("report-blue", "problem-first")  # shipped templates that extend report: one sample deck each
_PATIENCE = 600  # seconds that another worker may take to render a situation
_STEP = 0.2


class Deck(NamedTuple):
    """A deck of the corpus: its name, its outline, the template for its pages' size, and the size."""

    name: str
    outline: Path
    template: str | None
    size: str

    def placed(self) -> PlacedDeck:
        """Return its pages as they were placed."""
        return draft_deck(self.outline, template=self.template).deck


class Corpus:
    """The decks in a folder that several processes share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._once("outlines", self._write)
        self.decks = tuple(
            Deck(name, Path(outline), ready, size)
            for name, outline, ready, size in json.loads((folder / "outlines" / "decks.json").read_text("utf-8"))
        )

    def pdf(self, deck: Deck, situation: str) -> Path:
        """Return a deck's PDF in a situation, rendered with all others of it if no process has done that yet."""
        wanted = self._rendering(situation)
        if not self._once(*wanted, wait=False):
            # Another process is at it. Rather than wait, render what nobody has begun.
            for other in SITUATIONS:
                self._once(*self._rendering(other), wait=False)
            self._once(*wanted)
        return self.folder / wanted[0] / "rendered" / "pdf" / f"{deck.name}.pdf"

    def _rendering(self, situation: str) -> tuple[str, Callable[[Path], None]]:
        sizes = {size for name, size in EVERYWHERE if name == situation}
        decks = [self.folder / "outlines" / f"{deck.name}.pptx" for deck in self.decks if deck.size in sizes]

        def made(folder: Path) -> None:
            render(decks, SITUATIONS[situation], folder / "rendered")

        return situation.replace(" ", "-"), made

    def _once(self, name: str, make: Callable[[Path], None], *, wait: bool = True) -> bool:
        """Have a folder filled by whichever process comes first; return whether it is filled."""
        folder = self.folder / name
        end = folder / "end"
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            until = time.monotonic() + _PATIENCE * wait
            while not end.is_file() and time.monotonic() < until:
                time.sleep(_STEP)
            if wait and (not end.is_file() or end.read_text("utf-8")):
                raise RuntimeError(f"{name}: {end.read_text('utf-8') if end.is_file() else 'took too long'}") from None
            return end.is_file()
        try:
            make(folder)
        except Exception as failure:
            end.write_text(str(failure) or repr(failure), "utf-8")
            raise
        end.write_text("", "utf-8")
        return True

    def _write(self, folder: Path) -> None:
        """Write the outlines of every size and build their decks."""
        stress.album(folder)
        decks = [Deck(f"{f.parent.parent.name}-{f.stem[:2]}", f, None, "16:9") for f in SAMPLES]
        decks += [Deck(f"{name}-{f.stem[:2]}", f, name, "16:9") for name, f in zip(EXTENDING, SAMPLES, strict=False)]
        for size in SIZES:
            ready = str(template(folder, size))
            for name, outline in stress.rendered_outlines().items():
                title = f"{name} {size}".replace(" ", "-").replace(":", "x")
                decks.append(Deck(title, write(folder, outline, f"{title}.yaml"), ready, size))
        for deck in decks:
            build_deck(deck.outline, out=folder / f"{deck.name}.pptx", template=deck.template)
        rows = [(deck.name, str(deck.outline), deck.template, deck.size) for deck in decks]
        (folder / "decks.json").write_text(json.dumps(rows), "utf-8")
