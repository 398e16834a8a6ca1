"""Writes docs/zh/charts.md, docs/en/charts.md and their pictures from the gallery of the report template.

``python docs/make_charts.py`` needs LibreOffice and poppler. Each kind has the words of ``charts.toml``, the picture of
its light page and the YAML of that page. A picture carries the digest of its YAML, so that a test can tell when the two
have parted.
"""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import NamedTuple

from PIL import Image, PngImagePlugin

from unitdeck.layout.place import place
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.render.pptx import render
from unitdeck.source.plain import item_lines
from unitdeck.template.gallery import gallery
from unitdeck.template.locate import load, search_path

DOCS = Path(__file__).parent
GALLERY = DOCS.parent / "templates" / "report" / "gallery"
PICTURES = DOCS / "pictures" / "charts"
DIGEST = "unitdeck-yaml"
WIDTH = 800
COLORS = 64
LANGS = ("zh", "en")


class Sample(NamedTuple):
    """A kind's light page: its YAML as it stands in the gallery's file, and its title."""

    kind: str
    yaml: str
    title: str

    @property
    def digest(self) -> str:
        """A hash of the YAML."""
        return hashlib.sha256(self.yaml.encode()).hexdigest()


def samples() -> dict[str, Sample]:
    """Return the light page of every kind that has one, in the order of the kinds."""
    titles = {slide.id: slide.title for slide in gallery(load("report", search_path(None))).plan.slides}
    found = {}
    for kind in CHART_KINDS:
        name = f"{kind}-light"
        if name in titles:
            found[kind] = Sample(kind, _item((GALLERY / f"{kind}.yaml").read_text("utf-8"), name), titles[name])
    return found


def _item(text: str, name: str) -> str:
    """The lines of the slide of that id."""
    lines = text.splitlines(keepends=True)
    starts = [line - 1 for line in item_lines(text)]
    pieces = ["".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return next(piece for piece in pieces if f"id: {name}\n" in piece)


def manual(lang: str) -> str:
    """Return the manual in ``zh`` or ``en``."""
    sayings = tomllib.loads((DOCS / "charts.toml").read_text("utf-8"))
    words = sayings["manual"][lang]
    made = samples()
    rows, sections = [], []
    for kind, sample in made.items():
        known = CHART_KINDS[kind]
        name = known.zh if lang == "zh" else known.en
        rows.append(f"| [{name}](#{kind}) | `{kind}` | {words[known.room]} |")
        picture = f"../pictures/charts/{kind}.png"
        sections.append(
            f'<a id="{kind}"></a>\n\n## {name}\n\n{sayings[kind][lang]}\n\n'
            f"![{sample.title}]({picture})\n\n```yaml\n{sample.yaml}```\n"
        )
    table = "\n".join([words["row"], "|---|---|---|", *rows])
    return "\n".join([f"# {words['title']}\n\n{words['head']}\n\n{table}\n", *sections])


def draw_pictures(folder: Path) -> None:
    """Draw the light pages into docs/pictures/charts; ``folder`` is for what is thrown away."""
    ready = load("report", search_path(None))
    made = samples()
    whole = gallery(ready).plan
    pages = tuple(slide for slide in whole.slides if slide.id in {f"{kind}-light" for kind in made})
    deck = place(whole._replace(slides=pages), ready.pack)
    (folder / "gallery.pptx").write_bytes(render(deck, ready.pack))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(folder / "gallery.pptx")], check=True, capture_output=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for kind, sample in made.items():
        number = next(slide.number for slide in deck.slides if slide.id == f"{kind}-light")
        place_of = ["-f", str(number), "-l", str(number), "-singlefile", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        page = folder / kind
        subprocess.run(["pdftoppm", *place_of, "-png", str(folder / "gallery.pdf"), str(page)], check=True)
        noted = PngImagePlugin.PngInfo()
        noted.add_text(DIGEST, sample.digest)
        with Image.open(page.with_suffix(".png")) as drawn:
            drawn.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(
                PICTURES / f"{kind}.png", optimize=True, pnginfo=noted
            )


def main() -> None:
    """Write both manuals and all pictures."""
    for lang in LANGS:
        (DOCS / lang / "charts.md").write_text(manual(lang), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        draw_pictures(Path(folder))


if __name__ == "__main__":
    main()
