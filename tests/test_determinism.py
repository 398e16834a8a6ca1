"""The same outline gives the same bytes: in whatever process, place, language and time, first or hundredth."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.outlines import everything, unit, write
from unitdeck.build import build_deck

SESSION = Path(__file__).parents[1] / "decks" / "2022-05-30-first"
WITH_CHARTS = "units/01-市财政局.yaml"
WITH_PICTURES = "units/02-城郊街道办事处.yaml"
BUILD = "import sys; from unitdeck.cli.main import main; sys.exit(main(sys.argv[1:]))"
ENVIRONMENTS: dict[str, dict[str, str]] = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 4711": {"PYTHONHASHSEED": "4711"},
    "west of Greenwich": {"TZ": "America/Los_Angeles"},
    "east of Greenwich": {"TZ": "Pacific/Kiritimati"},
    "locale C": {"LC_ALL": "C", "LANG": "C", "UNITDECK_LANG": "zh"},
    "locale of China": {"LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"},
}


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def built(outline: Path, out: Path) -> str:
    return digest(build_deck(outline, out=out).path)


def built_apart(outline: Path | str, out: Path, cwd: Path, **environment: str) -> str:
    """Build in a process of its own, whose template cache is cold unless the environment names a warm one."""
    settings = os.environ | {"UNITDECK_LANG": "zh", "UNITDECK_CACHE_DIR": str(out.parent / "cache")} | environment
    command = [sys.executable, "-c", BUILD, "build", str(outline), "-o", str(out)]
    run = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode(errors="replace")
    return digest(out)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample session with one outline that holds everything."""
    copy = tmp_path_factory.mktemp("session") / "第一期"
    shutil.copytree(SESSION, copy, ignore=shutil.ignore_patterns("out"))
    write(copy / "units", everything(), "99-全.yaml")
    return copy


@pytest.fixture(scope="module")
def usual(session: Path) -> dict[str, str]:
    """Return the digests of the decks built here, one after the other."""
    return {f"units/{file.name}": built(file, session / "usual.pptx") for file in sorted(session.glob("units/*.yaml"))}


def test_twice_in_one_process(session: Path, usual: dict[str, str], tmp_path: Path) -> None:
    again = {name: built(session / name, tmp_path / "again.pptx") for name in usual}
    assert again == usual


def test_in_whatever_order(session: Path, usual: dict[str, str], tmp_path: Path) -> None:
    backwards = {name: built(session / name, tmp_path / "deck.pptx") for name in reversed(usual)}
    assert backwards == usual


def test_alone_as_after_all_others(session: Path, usual: dict[str, str], tmp_path: Path) -> None:
    for name in (WITH_CHARTS, WITH_PICTURES, "units/99-全.yaml"):
        assert built_apart(session / name, tmp_path / "alone.pptx", tmp_path) == usual[name]


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_in_whatever_environment(
    environment: dict[str, str], session: Path, usual: dict[str, str], tmp_path: Path
) -> None:
    assert built_apart(session / WITH_PICTURES, tmp_path / "deck.pptx", tmp_path, **environment) == usual[WITH_PICTURES]


def test_from_a_cold_cache_a_warm_one_and_none(session: Path, usual: dict[str, str], tmp_path: Path) -> None:
    cache = tmp_path / "packs"
    cold = built_apart(session / WITH_CHARTS, tmp_path / "cold.pptx", tmp_path, UNITDECK_CACHE_DIR=str(cache))
    assert list(cache.glob("*"))
    warm = built_apart(session / WITH_CHARTS, tmp_path / "warm.pptx", tmp_path, UNITDECK_CACHE_DIR=str(cache))
    none = built_apart(session / WITH_CHARTS, tmp_path / "none.pptx", tmp_path, UNITDECK_CACHE_DIR="/dev/null/none")
    assert {cold, warm, none} == {usual[WITH_CHARTS]}


def test_from_whatever_folder_by_whatever_path(session: Path, usual: dict[str, str], tmp_path: Path) -> None:
    relative = built_apart(WITH_PICTURES, tmp_path / "1.pptx", session)
    beside = built_apart(Path(WITH_PICTURES).name, tmp_path / "2.pptx", session / "units")
    roundabout = built_apart(f"../{session.name}/{WITH_PICTURES}", tmp_path / "3.pptx", session)
    assert {relative, beside, roundabout} == {usual[WITH_PICTURES]}


def test_wherever_the_session_lies_and_whenever_its_files_were_written(
    session: Path, usual: dict[str, str], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "a folder" / "另一处"
    shutil.copytree(session, elsewhere, copy_function=shutil.copyfile)
    for number, file in enumerate(sorted(elsewhere.rglob("*"))):
        os.utime(file, (10**9 + number, 10**9 + number))
    assert built(elsewhere / WITH_PICTURES, tmp_path / "deck.pptx") == usual[WITH_PICTURES]


def test_the_name_of_the_file_written_is_not_in_it(session: Path, usual: dict[str, str], tmp_path: Path) -> None:
    assert built(session / WITH_CHARTS, tmp_path / "另一个名字.pptx") == usual[WITH_CHARTS]


def test_another_outline_gives_another_deck(tmp_path: Path) -> None:
    decks = {built(write(tmp_path, unit(duties=[duty])), tmp_path / "deck.pptx") for duty in ("甲", "乙")}
    assert len(decks) == 2
