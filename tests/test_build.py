"""One deck from end to end: where it goes, what it holds, and what stops it."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import FileFormat
from PIL import Image
from pptx import Presentation

from support.office import FORMATS, faults
from support.outlines import unit, write
from unitdeck.base.diagnostics import BuildError
from unitdeck.build import build_deck, deck_path, draft_deck

OUTLINE = """\
单位: {name: 某某县财政局, short: 县财政局}
数据截至: 2022-05-31
职责: [组织收入, 安排支出]
目标:
  - {指标: 一般公共预算收入, 单位: 万元, 目标: 105600, 完成: 34096}
  - {指标: 一般公共预算支出, 单位: 万元, 目标: 435900, 完成: 195043}
举措:
  - {问题: 收入欠序时, 举措: 走访企业, 责任: 税政股, 时限: 2022-09-30, 对应指标: 一般公共预算收入}
"""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """Return a small outline in the units folder of a session."""
    file = tmp_path / "第一期" / "units" / "01-县财政局.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(OUTLINE, "utf-8")
    (tmp_path / "第一期" / "session.yaml").write_text("会议名称: 第一期汇报会\n", "utf-8")
    return file


def test_a_units_deck_goes_to_the_sessions_out_folder(outline: Path) -> None:
    built = build_deck(outline)
    assert built.path == outline.parents[1] / "out" / "01-县财政局.pptx"
    assert built.path.is_file()


def test_the_count_of_pages_and_charts_is_that_of_the_file(outline: Path) -> None:
    built = build_deck(outline)
    deck = Presentation(str(built.path))
    assert built.pages == len(deck.slides)
    assert built.charts == sum(shape.has_chart for slide in deck.slides for shape in slide.shapes) > 0


def test_the_session_of_the_parent_folder_is_in_the_footer(outline: Path) -> None:
    page = Presentation(str(build_deck(outline).path)).slides[2]
    assert any("第一期汇报会" in shape.text_frame.text for shape in page.shapes if shape.has_text_frame)


def test_the_same_outline_gives_the_same_bytes(outline: Path, tmp_path: Path) -> None:
    files = [build_deck(outline, out=tmp_path / f"{turn}.pptx").path for turn in range(2)]
    first, second = (hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    assert first == second


def test_english_words_for_an_english_reader(outline: Path) -> None:
    titles = [slide.title for slide in draft_deck(outline, lang="en").deck.slides]
    assert any(word in " ".join(titles).lower() for word in ("target", "schedule"))


def test_an_error_writes_nothing_and_keeps_the_old_deck(outline: Path) -> None:
    old = build_deck(outline).path
    before = old.read_bytes()
    outline.write_text(OUTLINE.replace("34096", "许多"), "utf-8")
    with pytest.raises(BuildError) as failure:
        build_deck(outline)
    assert [d.severity for d in failure.value.diagnostics].count("error") == 1
    assert old.read_bytes() == before
    assert [file.name for file in old.parent.iterdir()] == [old.name]


def test_strict_stops_at_a_warning(outline: Path) -> None:
    outline.write_bytes(OUTLINE.encode("gb18030"))
    assert [d.code for d in build_deck(outline).diagnostics] == ["UD105"]
    target = outline.with_name("strict.pptx")
    with pytest.raises(BuildError) as failure:
        build_deck(outline, out=target, strict=True)
    assert [d.code for d in failure.value.diagnostics] == ["UD105"]
    assert not target.exists()


def test_an_unknown_template_is_named_with_its_place(outline: Path) -> None:
    outline.write_text(f"模板: raport\n{OUTLINE}", "utf-8")
    with pytest.raises(BuildError) as failure:
        build_deck(outline)
    (found,) = failure.value.diagnostics
    assert (found.code, found.data["best"]) == ("UD501", "report")
    assert found.span is not None
    assert (found.span.line, found.span.column) == (1, 5)


def test_a_place_that_cannot_be_written(outline: Path) -> None:
    outline.with_name("taken").write_text("", "utf-8")
    with pytest.raises(BuildError) as failure:
        build_deck(outline, out=outline.with_name("taken") / "deck.pptx")
    assert [d.code for d in failure.value.diagnostics] == ["UD702"]


def test_a_deck_open_elsewhere(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)  # as Windows does while WPS holds the file
    with pytest.raises(BuildError) as failure:
        build_deck(outline)
    assert [d.code for d in failure.value.diagnostics] == ["UD701"]
    assert list(deck_path(outline).parent.iterdir()) == []


@pytest.mark.parametrize(
    ("outline_file", "out", "expected"),
    [
        ("s/units/甲.yaml", None, "s/out/甲.pptx"),
        ("甲.yaml", None, "甲.pptx"),
        ("s/units/甲.yaml", "decks", "decks/甲.pptx"),
        ("s/units/甲.yaml", "x/乙.PPTX", "x/乙.PPTX"),
        ('甲:"第1"? .yaml', None, "甲__第1__.pptx"),
        ("a.b.yaml", None, "a.b.pptx"),
    ],
)
def test_where_a_deck_goes(outline_file: str, out: str | None, expected: str) -> None:
    assert deck_path(Path(outline_file), Path(out) if out else None) == Path(expected)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.value)
def test_a_deck_keeps_the_schemas_of_office(tmp_path: Path, root: Path, form: FileFormat) -> None:
    """The fullest of the sample decks: tables, charts, pictures, notes."""
    (outline,) = (root / "decks/2022-05-30-first/units").glob("02-*.yaml")
    assert faults(build_deck(outline, out=tmp_path / "deck.pptx").path, form) == []


def test_nothing_hidden_in_a_photo_reaches_the_deck(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "SECRET"
    exif.get_ifd(0x8825)[29] = "SECRET"
    options = {"exif": exif, "xmp": b"<x:xmpmeta>SECRET</x:xmpmeta>", "comment": b"SECRET"}
    photo = Image.effect_noise((1200, 900), 60)
    for name in ("a.jpg", "b.png", "c.webp", "d.tiff"):
        photo.convert("RGB").save(tmp_path / name, **options)
        assert b"SECRET" in (tmp_path / name).read_bytes()
    photos = [{"file": name} for name in ("a.jpg", "b.png", "c.webp", "d.tiff")]
    deck = build_deck(write(tmp_path, unit(duties=["收支"], photos=photos))).path
    content = deck.read_bytes()
    assert not [mark for mark in (b"SECRET", b"Exif", b"xmpmeta") if mark in content]
    # Not by its three letters, which compressed noise holds by chance: by what a reader finds.
    with zipfile.ZipFile(deck) as package:
        media = [package.read(name) for name in package.namelist() if name.startswith("ppt/media/")]
    assert len(media) >= 4
    for data in media:
        found = Image.open(BytesIO(data)).getexif()
        assert dict(found) == {}
        assert dict(found.get_ifd(0x8825)) == {}
