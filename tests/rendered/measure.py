"""Measures how far layout and rendered pages part, prints it, and writes it to docs/zh/fit.md and docs/en/fit.md.

``python tests/rendered/measure.py`` (needs LibreOffice and the fonts of tests/all.sh). ``--faults`` prints every fault
and every number that is parted from its unit.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "src")]

from support.corpus import EVERYWHERE, Corpus  # noqa: E402
from support.examining import Examined, Measured, examine  # noqa: E402
from support.figures import page  # noqa: E402


def main() -> None:
    """Render the corpus in every situation, print and write the figures."""
    figures: dict[tuple[str, str], Measured] = {}
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder) / "corpus")
        placed = {deck.name: deck.placed() for deck in corpus.decks}
        for situation, size in EVERYWHERE:
            total = Measured()
            for deck in corpus.decks:
                if deck.size == size:
                    examined = examine(placed[deck.name], corpus.pdf(deck, situation), situation)
                    total = total.plus(examined.measured)
                    if "--faults" in sys.argv:
                        tell(situation, deck.name, examined)
            figures[situation, size] = total
    for lang in ("zh", "en"):
        (TESTS.parent / "docs" / lang / "fit.md").write_text(page(figures, lang), "utf-8")
    print(page(figures, "en"))


def tell(situation: str, deck: str, examined: Examined) -> None:
    """Print what is wrong with a deck."""
    for found in (*examined.faults, *examined.marks, *examined.splits):
        print(f"{situation} · {deck}: {found}".encode(errors="backslashreplace").decode())


if __name__ == "__main__":
    main()
