"""The fonts of drawn charts hold what reports are written in, and go out with their licence."""

import tomllib
import unicodedata

import pytest
from matplotlib.ft2font import FT2Font

from unitdeck.charts.canvas.figure import FONTS
from unitdeck.layout.metrics import width_pt


@pytest.fixture(scope="module", params=["Regular", "Bold"])
def font(request):
    return FT2Font(str(FONTS / f"UnitdeckSansSC-{request.param}.otf"))


@pytest.fixture(scope="module")
def characters(font):
    return set(map(chr, font.get_charmap()))


def test_all_of_gb2312(characters):
    rows, cells = range(0xA1, 0xF8), range(0xA1, 0xFF)
    known = {bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells} - {""}
    assert len(known) == 7445
    assert known <= characters


def test_all_8105_standard_characters(characters, root):
    lines = (root / "tools/standard_characters.txt").read_text("utf-8").splitlines()
    standard = "".join(line for line in lines if not line.startswith("#"))
    assert len(standard) == len(set(standard)) == 8105
    assert set(standard) <= characters
    assert set("镕喆堃珺玥㵲𠮷") <= characters


def test_what_our_own_pages_print(characters):
    assert set("—–…·•●▲▼◆■□★☆←→↑↓≤≥±×÷−‰℃㎡№％（）《》「」①⑩¥€°") <= characters
    ascii_and_latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0x100))}
    assert {char for char in ascii_and_latin if unicodedata.category(char)[0] not in "C"} <= characters


def test_the_family_bears_its_own_name_and_its_licence(font, root):
    assert font.family_name == "Unitdeck Sans SC"
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    assert licence.startswith("Copyright 2014-2021 Adobe")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    assert "src/unitdeck/charts/canvas/fonts/OFL.txt" in project["project"]["license-files"]
    assert "OFL-1.1" in project["project"]["license"]
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["src/unitdeck"]


@pytest.mark.parametrize("text", ["城关镇44.7%", "−12.8", "第9位（升2位）", "0123456789", "GDP 3.2%"])
def test_layout_reckons_with_these_widths(font, text):
    bold = font.style_name == "Bold"
    font.set_size(100, 72)
    font.set_text(text)
    assert font.get_width_height()[0] / 64 <= width_pt(text, 100, bold)
