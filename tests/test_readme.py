"""The commands and examples of the READMEs and manuals do what they say."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from unitdeck.outline.load import load_outline

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh.md")
MANUALS = (*READMES, "docs/zh/outline.md", "docs/en/outline.md")

PAGES = (
    "docs/zh/session.md",
    "docs/en/session.md",
    "docs/zh/templates.md",
    "docs/en/templates.md",
    "CONTRIBUTING.md",
    "docs/architecture.md",
)


def blocks(document: str, language: str) -> list[str]:
    """Return the code blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / document).read_text("utf-8"), re.MULTILINE | re.DOTALL)


EXAMPLES = [(document, text) for document in MANUALS for text in blocks(document, "yaml")]


def test_both_readmes_give_the_same_commands() -> None:
    assert blocks(READMES[0], "sh") == blocks(READMES[1], "sh")


def test_the_first_block_is_one_command_line_from_nothing_to_decks() -> None:
    first = blocks("README.md", "sh")[0]
    assert first.count("\n") == 1
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt . && ")


def test_the_second_block_passes_the_tests_as_ci_does() -> None:
    assert blocks("README.md", "sh")[1] == "sh tests/all.sh\n"
    assert "exec sh tests/all.sh" in (ROOT / ".ci/run").read_text("utf-8")


def test_the_build_of_the_first_block_writes_every_deck(tmp_path: Path) -> None:
    command = shlex.split(blocks("README.md", "sh")[0].rpartition("&&")[2])
    assert command[:2] == [".venv/bin/unitdeck", "build"]
    folders = command[2:]
    outlines = [outline for folder in folders for outline in (ROOT / folder / "units").glob("*.yaml")]
    assert len(outlines) >= 11
    done = subprocess.run(
        [sys.executable, "-m", "unitdeck", *command[1:], "-o", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert {deck.stem for deck in tmp_path.glob("*.pptx")} == {outline.stem for outline in outlines}


@pytest.mark.parametrize(
    ("document", "text"), EXAMPLES, ids=[f"{document}-{n}" for n, (document, _) in enumerate(EXAMPLES)]
)
def test_outline_examples_load(document: str, text: str, tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    outline.write_text(text, "utf-8")
    assert load_outline(outline).value.unit.name


@pytest.mark.parametrize("document", [*MANUALS, *PAGES])
def test_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("https://")]
    broken = [link for link in links if not (ROOT / document).parent.joinpath(link).exists()]
    assert not broken
