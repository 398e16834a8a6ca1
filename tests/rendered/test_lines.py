"""Lines as LibreOffice breaks them: figures stay with their units, marks where they belong, and nothing hangs over.

The same boxes in two fonts: what the theme names, and the widest Latin. Each box is a page of its own.
"""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.base.units import emu
from unitdeck.build import draft_deck
from unitdeck.layout.groups import groups, loose
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import PlacedParagraph, PlacedShape, PlacedText
from unitdeck.layout.stops import NO_END, NO_START
from unitdeck.layout.typeset import set_paragraph
from unitdeck.render.pptx import render

pytestmark = pytest.mark.rendered

DECK = next((Path(__file__).parents[2] / "decks").glob("*/units/01*.yaml"))
FONTS = {"Arial": "Microsoft YaHei", "DejaVu Sans": "Noto Sans CJK SC"}
SIZE, LEFT = 18.0, 20.0
INK = 1.0  # points: ink of a glyph may stand out of its advance by so much
PIECES = (
    *("全年一般公共预算收入12.5亿元，", "同比增长8.1%，", "高于全市平均水平0.63个百分点，", "截至2022年5月31日，"),
    *("1—5月完成固定资产投资53.72亿元，", "占年度任务的44.74%，", "居全市第12位；", "接待游客1.2万人次。"),
    *("细颗粒物（PM2.5）平均浓度35μg/m³，", "城镇新增就业12314人，", "新建改建农村公路300余公里，"),
    *("其中：税务部门21334万元、财政部门12762万元。", "GDP突破410亿元，", "力争3年内进入“全省前10名”。"),
    *("人口自然增长率3.5‰，", "最高气温达到38℃，", "签约项目16个（亿元以上8个），", "总投资1,234.5万元；"),
    *("推进《2022年重点工作清单》落实，", "坚持目标导向、问题导向、结果导向，", "全面提升服务质量和办事效率，"),
)


class Case(NamedTuple):
    """A text in a width: as it is, and as it was set."""

    text: str
    width_pt: float
    paragraph: PlacedParagraph


class Lines(NamedTuple):
    """A text as rendered: where its lines end in the text, and the right edge of each in points from its left."""

    ends: list[int]
    rights: list[float]


def cases() -> list[Case]:
    draw = random.Random(7)
    made = []
    for ems in range(10, 46):
        text = ""
        while len(text) < min(ems * 10, 400):
            text += draw.choice(PIECES)
        width = (ems + draw.random()) * SIZE
        paragraph = set_paragraph((Run(text),), emu(width), SIZE, 1.25, draw.random() < 0.3)
        made.append(Case(text, width, paragraph))
    return made


def _deck(made: list[Case], folder: Path, name: str, latin: str, held: bool) -> Path:
    draft = draft_deck(DECK)
    slides = []
    for number, case in enumerate(made, 1):
        paragraph = case.paragraph if held else case.paragraph._replace(runs=(Run(case.text),))
        box = Box(emu(LEFT), emu(5), emu(case.width_pt), emu(530))
        shape = PlacedShape("text", box, text=PlacedText((paragraph,)))
        page = draft.deck.slides[3]
        slides.append(page._replace(id=f"s{number}", items=(shape,), notes=(), number=number, total=len(made)))
    raw, file = folder / f"{name}.zip", folder / f"{name}.pptx"
    raw.write_bytes(render(draft.deck._replace(slides=tuple(slides)), draft.pack))
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(file, "w") as target:
        for part in source.namelist():
            data = source.read(part)
            if "theme" in part:
                data = data.replace(b'typeface="Arial"', f'typeface="{latin}"'.encode())
                data = data.replace(b'typeface="Microsoft YaHei"', f'typeface="{FONTS[latin]}"'.encode())
            target.writestr(part, data)
    return file


def _lines(page: pypdfium2.PdfPage, text: str) -> Lines:
    words = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    inked = [index for index, char in enumerate(text) if char.strip()]
    ends: list[int] = []
    rights: list[float] = []
    base, at = None, 0
    for index in range(words.count_chars()):
        char = chr(pypdfium2.raw.FPDFText_GetUnicode(words, index))
        if not char.strip():
            continue
        assert char == text[inked[at]], text
        pypdfium2.raw.FPDFText_GetCharOrigin(words, index, ctypes.byref(x), ctypes.byref(y))
        if base is None or abs(y.value - base) > SIZE / 3:
            base = y.value
            ends.append(inked[at])
            rights.append(0.0)
        rights[-1] = max(rights[-1], words.get_charbox(index)[2] - LEFT)
        at += 1
    assert at == len(inked), text
    return Lines([*ends[1:], len(text)], rights)


@pytest.fixture(scope="module")
def boxes() -> list[Case]:
    return cases()


@pytest.fixture(scope="module")
def lines(boxes: list[Case], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, bool], list[Lines]]:
    """Return every case's lines, by Latin font, and as set (True) or left to flow."""
    folder = tmp_path_factory.mktemp("lines")
    wanted = [(latin, held) for latin in FONTS for held in (True, False)]
    files = [_deck(boxes, folder, f"{n}", latin, held) for n, (latin, held) in enumerate(wanted)]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    done = subprocess.run(
        [*command, str(folder), *map(str, files)],
        capture_output=True,
        timeout=240,
        check=False,
        env=os.environ | {"HOME": str(folder)},
    )
    found = {}
    for key, file in zip(wanted, files, strict=True):
        pdf = file.with_suffix(".pdf")
        assert pdf.is_file(), done.stderr.decode(errors="replace")
        document = pypdfium2.PdfDocument(pdf)
        found[key] = [_lines(document[index], case.text) for index, case in enumerate(boxes)]
    return found


def parted(case: Case, ends: list[int]) -> list[str]:
    """The groups that a line's end falls into, of those that had to be kept in so wide a line."""
    bold = case.paragraph.bold
    return [
        case.text[group.start : group.end]
        for group in groups(case.text)
        if width_pt(case.text[group.start : group.end], SIZE, bold) <= case.width_pt / (2 if group.compound else 1)
        if {*loose(case.text, group)} & {*ends}
    ]


def test_no_line_ends_within_a_figure_and_its_unit(boxes, lines):
    for latin in FONTS:
        faults = [parted(case, found.ends) for case, found in zip(boxes, lines[latin, True], strict=True)]
        assert not any(faults), (latin, faults)


def test_left_to_flow_the_same_figures_are_parted(boxes, lines):
    """Else the test above would prove nothing."""
    for latin in FONTS:
        count = Counter(
            text for case, found in zip(boxes, lines[latin, False], strict=True) for text in parted(case, found.ends)
        )
        assert count.total() > 40, latin


def test_no_closing_mark_starts_a_line_and_no_opening_mark_ends_one(boxes, lines):
    for (latin, held), all_lines in lines.items():
        for case, found in zip(boxes, all_lines, strict=True):
            for end in found.ends[:-1] if held else ():
                assert case.text[end] not in NO_START, (latin, case.text[:end])
                assert case.text[end - 1] not in NO_END, (latin, case.text[:end])


def test_no_text_takes_more_lines_than_measured(boxes, lines):
    for latin in FONTS:
        for case, found in zip(boxes, lines[latin, True], strict=True):
            assert len(found.ends) <= case.paragraph.lines, (latin, case.text)


def test_no_mark_hangs_over_the_right_edge(boxes, lines):
    for all_lines in lines.values():
        for case, found in zip(boxes, all_lines, strict=True):
            assert max(found.rights) <= case.width_pt + INK, case.text


def test_lines_are_full_but_for_the_figure_that_begins_the_next(boxes, lines):
    for latin in FONTS:
        for case, found in zip(boxes, lines[latin, True], strict=True):
            filled = [right / case.width_pt for right in found.rights[:-1]]
            assert min(filled, default=1) >= 0.3, (latin, case.text)
            assert sum(filled) >= 0.75 * len(filled), (latin, case.text)
