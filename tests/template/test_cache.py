import os
import subprocess
import sys
from pathlib import Path

import pytest

from unitdeck.base.geometry import Box
from unitdeck.template import cache
from unitdeck.template.pack import LayoutInfo, Part, Placeholder, TemplatePack
from unitdeck.template.style import Size, Style

PLACEHOLDER = Placeholder("kicker", "body", 20, Box(1, 2, 3, 4), 15.5, True, "t", (0, 1, 2, 3))
PACK = TemplatePack(
    name="report",
    version="1.0.0",
    digest="0" * 64,
    size=(12_192_000, 6_858_000),
    parts=(
        Part("/ppt/theme/theme1.xml", "application/x+xml", b"<theme/>\0\xff", b""),
        Part("/b", "b", b"", b"<rels/>"),
    ),
    masters=(("/ppt/slideMasters/slideMaster1.xml", 2**31),),
    notes_master="/ppt/notesMasters/notesMaster1.xml",
    layouts=(LayoutInfo("content", "/ppt/slideLayouts/slideLayout1.xml", (PLACEHOLDER,)),),
    style=Style(
        ("zh", "en"), {"title": Size(30.0, 24.0)}, 1.4, 219_456, 237_744, ("cover",), {"zh": {"gap": "序时差"}}, 220
    ),
    files={"slides/cover.yaml.j2": "标题：{{ title }}\n𠮷"},
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNITDECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_saved_is_loaded() -> None:
    assert cache.load(PACK.digest) is None
    cache.save(PACK)
    loaded = cache.load(PACK.digest)
    assert loaded == PACK
    assert loaded is not None
    assert isinstance(loaded.layouts[0].placeholders[0].box, Box)
    assert isinstance(loaded.style.sizes["title"], Size)


def test_another_template_has_another_file(folder: Path) -> None:
    cache.save(PACK)
    cache.save(PACK._replace(digest="1" * 64, name="blue"))
    assert len(list(folder.iterdir())) == 2
    other = cache.load("1" * 64)
    assert other is not None
    assert other.name == "blue"


def test_every_damaged_byte_is_noticed(folder: Path) -> None:
    cache.save(PACK)
    file = only_file(folder)
    whole = file.read_bytes()
    for at in range(0, len(whole), 7):
        file.write_bytes(whole[:at] + bytes((whole[at] ^ 0x55,)) + whole[at + 1 :])
        assert cache.load(PACK.digest) is None
    for end in (0, 1, 20, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:end])
        assert cache.load(PACK.digest) is None


def test_a_file_of_another_version_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.save(PACK)
    monkeypatch.setattr(cache, "_HEAD", cache._HEAD.replace(b"unitdeck pack ", b"unitdeck pack 9"))
    assert cache.load(PACK.digest) is None


def test_a_cache_that_cannot_be_written_is_no_error(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    cache.save(PACK)
    assert cache.load(PACK.digest) is None


def test_only_the_last_packs_are_kept(folder: Path) -> None:
    for number in range(30):
        cache.save(PACK._replace(digest=f"{number:064d}"))
        os.utime(folder / f"{number:064d}-{cache.__version__}.pack", (number, number))
    kept = sorted(file.name[62:64] for file in folder.iterdir())
    assert len(kept) == 24
    assert "29" in kept
    assert "00" not in kept


def test_nothing_is_left_behind_but_the_pack(folder: Path) -> None:
    cache.save(PACK)
    cache.save(PACK)
    assert only_file(folder).suffix == ".pack"


def test_the_digest_is_over_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a" / "slides").mkdir(parents=True)
    (tmp_path / "a" / "template.yaml").write_text("name: a", encoding="utf-8")
    first = cache.digest(tmp_path / "a")
    assert cache.digest(tmp_path / "a") == first
    (tmp_path / "a" / "slides" / "x.j2").write_text("", encoding="utf-8")
    second = cache.digest(tmp_path / "a")
    (tmp_path / "a" / "slides" / "x.j2").write_text("1", encoding="utf-8")
    third = cache.digest(tmp_path / "a")
    (tmp_path / "a" / "slides" / "x.j2").rename(tmp_path / "a" / "slides" / "y.j2")
    assert len({first, second, third, cache.digest(tmp_path / "a")}) == 4


def test_hidden_and_lock_files_do_not_change_the_digest(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    before = cache.digest(folder)
    for name in (".DS_Store", "~$base.pptx"):
        (folder / name).write_text("x", encoding="utf-8")
    assert cache.digest(folder) == before


def test_folders_that_extend_each_other_count_in_order(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "template.yaml").write_text(name, encoding="utf-8")
    a, b = tmp_path / "a", tmp_path / "b"
    assert len({cache.digest(a), cache.digest(b), cache.digest(a, b), cache.digest(b, a)}) == 4


@pytest.mark.parametrize(
    ("platform", "variables", "place"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/unitdeck"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/clerk/.cache/unitdeck"),
        ("linux", {}, "/home/clerk/.cache/unitdeck"),
        ("darwin", {}, "/home/clerk/Library/Caches/unitdeck"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/unitdeck"),
    ],
)
def test_the_systems_own_place(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], place: str
) -> None:
    for name in ("UNITDECK_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"HOME": "/home/clerk"} | variables).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.cache_dir().as_posix() == place


def test_loading_needs_no_xml_library() -> None:
    cache.save(PACK)
    script = (
        "import sys; from unitdeck.template.cache import load; "
        f"assert load('{PACK.digest}') is not None; "
        "print([m for m in ('lxml', 'pptx', 'zipfile', 'pickle') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
