"""Measured widths against text shaped by HarfBuzz in the usual open fonts: never under, and little over the widest.

Kerning is on. Han text comes from Noto Sans CJK SC (the design of Source Han Sans), Latin from each of the fonts. The
gap that LibreOffice sets between scripts is no part of a font: it is left out on both sides.
"""

from __future__ import annotations

import os
import random
from functools import cache
from pathlib import Path

import pytest
import uharfbuzz as hb

from unitdeck.layout.metrics import EM, advances_of, is_han, narrowest_of

FONTS = Path("/usr/share/fonts")
HAN = {False: "opentype/noto/NotoSansCJK-Regular.ttc", True: "opentype/noto/NotoSansCJK-Bold.ttc"}
HAN_FACE = 2  # Noto Sans CJK SC in the collection
LATIN = {
    "Noto Sans CJK SC": HAN,
    "Liberation Sans": {
        False: "truetype/liberation/LiberationSans-Regular.ttf",
        True: "truetype/liberation/LiberationSans-Bold.ttf",
    },
    "Carlito": {
        False: "truetype/crosextra/Carlito-Regular.ttf",
        True: "truetype/crosextra/Carlito-Bold.ttf",
    },
    "DejaVu Sans": {
        False: "truetype/dejavu/DejaVuSans.ttf",
        True: "truetype/dejavu/DejaVuSans-Bold.ttf",
    },
}
PIECES = (
    "全年一般公共预算收入12.5亿元，同比增长8.1%，",
    "高于全市平均水平0.63个百分点；",
    "截至2022年5月31日，1—5月完成固定资产投资53.72亿元，",
    "细颗粒物（PM2.5）平均浓度35μg/m³，",
    "城镇新增就业12314人，完成率98.5%。",
    "GDP突破410亿元，居“全市前10名”。",
    "坚持目标导向、问题导向、结果导向，",
    "推进《2022年重点工作清单》落实，AV、To、WTO、ISO 9001认证，",
    "落实5G基站建设3000座，Wi-Fi全覆盖。",
)


@cache
def font(path: str, number: int = 0) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / path)), number))


def shaped(text: str, latin: str, bold: bool) -> float:
    """The width of a text in 1/1000 em: runs of Han in the Han font, all else in the Latin one."""
    total, start = 0.0, 0
    while start < len(text):
        han, end = is_han(text[start]), start + 1
        while end < len(text) and is_han(text[end]) == han:
            end += 1
        chosen = "Noto Sans CJK SC" if han else latin
        total += _run(text[start:end], chosen, bold)
        start = end
    return total


def _run(text: str, name: str, bold: bool) -> float:
    face = font(LATIN[name][bold], HAN_FACE if name == "Noto Sans CJK SC" else 0)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "zh-Hans"
    hb.shape(face, buffer, {"kern": True})
    assert all(info.codepoint for info in buffer.glyph_infos), f"{name} has not all of {text!r}"
    return sum(position.x_advance for position in buffer.glyph_positions) * EM / face.face.upem


@pytest.fixture(scope="module", autouse=True)
def _fonts_are_there() -> None:
    missing = [path for faces in LATIN.values() for path in faces.values() if not (FONTS / path).is_file()]
    if missing:
        why = "fonts are missing: " + ", ".join(missing)
        if os.environ.get("UNITDECK_REQUIRE_RENDERED"):
            pytest.fail(why)
        pytest.skip(why)


def texts() -> list[str]:
    draw = random.Random(14)
    return [*PIECES, *("".join(draw.choices(PIECES, k=draw.randint(1, 6))) for _ in range(60))]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("latin", LATIN)
def test_measured_text_is_never_narrower_than_shaped(latin: str, bold: bool):
    for text in texts():
        assert sum(advances_of(text, bold)) >= shaped(text, latin, bold), text


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("latin", LATIN)
def test_the_lower_bound_is_never_wider_than_shaped(latin: str, bold: bool):
    for text in [*texts(), *(chr(code) * 8 for code in range(0x21, 0x7F))]:
        assert sum(narrowest_of(text)) <= shaped(text, latin, bold) + 1, text


@pytest.mark.parametrize("bold", [False, True])
def test_measured_text_is_at_most_4_percent_wider_than_the_widest(bold: bool):
    measured = sum(sum(advances_of(text, bold)) for text in texts())
    widest = sum(max(shaped(text, latin, bold) for latin in LATIN) for text in texts())
    assert measured <= 1.04 * widest
