"""The whole package: read back by python-pptx and openpyxl, proved part by part, opened by LibreOffice."""

import io
import os
import posixpath
import re
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from decimal import Decimal
from pathlib import Path

import openpyxl
import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.base.units import emu
from unitdeck.layout.placed import (
    PlacedCell,
    PlacedChart,
    PlacedDeck,
    PlacedParagraph,
    PlacedPicture,
    PlacedRow,
    PlacedShape,
    PlacedSlide,
    PlacedTable,
    PlacedText,
)
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.render.pptx import render
from unitdeck.template.compile import compile_pack
from unitdeck.template.pack import TemplatePack
from unitdeck.template.style import Style

ROOT = Path(__file__).resolve().parents[2]
NASTY = '<b>&amp; "引号" \'👩🏽‍🌾 𠮷㵲 a\x0bb\x00\ud800]]>=1+1'
READ = '<b>&amp; "引号" \'👩🏽‍🌾 𠮷㵲 a'
NOTE = "各位领导，" + "下面汇报收支情况。" * 12
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
STYLE = Style(("zh",), {}, 1.4, 1, 1, (), {}, 220)

# Children in the order of ECMA-376's schemas (pml.xsd, dml-main.xsd); only what we write.
ORDER = {
    "p:presentation": "sldMasterIdLst notesMasterIdLst sldIdLst sldSz notesSz defaultTextStyle",
    "p:sld": "cSld clrMapOvr",
    "p:notes": "cSld clrMapOvr",
    "p:sp": "nvSpPr spPr txBody",
    "p:cxnSp": "nvCxnSpPr spPr",
    "p:pic": "nvPicPr blipFill spPr",
    "p:graphicFrame": "nvGraphicFramePr xfrm graphic",
    "p:nvSpPr": "cNvPr cNvSpPr nvPr",
    "p:spPr": "xfrm prstGeom noFill solidFill ln",
    "p:txBody": "bodyPr lstStyle p",
    "p:blipFill": "blip srcRect stretch",
    "a:txBody": "bodyPr lstStyle p",
    "a:p": "pPr fld r br endParaRPr",
    "a:pPr": "lnSpc spcBef spcAft buClr buFont buNone buChar",
    "a:rPr": "solidFill latin ea",
    "a:r": "rPr t",
    "a:fld": "rPr t",
    "a:tbl": "tblPr tblGrid tr",
    "a:tc": "txBody tcPr",
    "a:tcPr": "lnB noFill solidFill",
}


def pack() -> TemplatePack:
    return compile_pack(ROOT / "templates" / "report", "report", "1.0.0", STYLE, files={}, digest="digest")


def text(*lines: str, size: float = 20, **look: object) -> PlacedText:
    return PlacedText(tuple(PlacedParagraph((Run(line),), size, size * 1.4, 1, **look) for line in lines))


def filled(key: str, content: str, template: TemplatePack, layout: str = "content") -> PlacedShape:
    info = template.layout(layout)
    assert info is not None
    ph = info.placeholder(key)
    assert ph is not None
    look = PlacedParagraph((Run(content),), ph.size_pt, ph.size_pt * 1.3, 1, bold=ph.bold)
    return PlacedShape(key, ph.box, text=PlacedText((look,), ph.anchor, ph.insets), placeholder=key)


def inch_box(x: float, y: float, cx: float, cy: float) -> Box:
    return Box(*(round(value * 914_400) for value in (x, y, cx, cy)))


def sample_chart() -> PlacedChart:
    values = tuple(Decimal(value) for value in ("32.3", "44.74", "0"))
    series = (Series("完成率", (*values[:2], None), "actual"), Series(NASTY, values, "last_year"))
    spec = ChartSpec("column", f"图{NASTY}", ("一般公共预算收入", NASTY, "支出"), series, unit="%")
    return PlacedChart("图表", inch_box(7, 2, 5.5, 4), spec, 14)


def sample_table() -> PlacedTable:
    head = PlacedRow(
        emu(30), tuple(PlacedCell(text(w, size=14, bold=True)) for w in ("指标", "目标", "完成率")), "ink", 1.5
    )
    rows = [
        PlacedRow(emu(34), tuple(PlacedCell(text(w, size=14), "pale" if n % 2 else "") for w in (name, "0", "—")))
        for n, name in enumerate(("一般公共预算收入", NASTY, "税收收入"))
    ]
    return PlacedTable(
        "表格", Box(548_640, emu(110), 6 * 914_400, emu(132)), (3 * 914_400, 1371600, 1371600), (head, *rows), NASTY
    )


def sample_deck(template: TemplatePack, photo: Path) -> PlacedDeck:
    number = filled("number", "2 / 3", template)
    furniture = (filled("kicker", "目标完成", template), filled("footer", NASTY, template), number)
    picture = PlacedPicture("照片", inch_box(6, 1.6, 3, 1.5), str(photo), f"照片{NASTY}")
    shapes = (
        PlacedShape("底", inch_box(0.6, 1.6, 3, 2), "roundRect", "pale", "line", 0.75),
        PlacedShape("线", inch_box(0.6, 4, 6, 0), "line", stroke="accent", stroke_pt=1.5),
        PlacedShape("圆", inch_box(4, 2, 1, 1), "ellipse", "accent", text=text("1", color="ground", align="ctr")),
        PlacedShape("正文", inch_box(0.6, 4.2, 6, 2), text=text(f"要点{NASTY}", "第二条", hang_pt=18)),
        PlacedShape("无此占位符", inch_box(7, 6, 4, 0.5), text=text("落款"), placeholder="nowhere"),
    )
    slides = (
        PlacedSlide(
            "cover",
            "title",
            "县财政局工作汇报",
            (filled("subtitle", "副题", template, "title"), filled("title", f"县财政局{NASTY}", template, "title")),
            (NOTE, NASTY),
            1,
            3,
        ),
        PlacedSlide(
            "overview",
            "content",
            "8项指标6项达序时",
            (*furniture, filled("title", "8项指标6项达序时", template), sample_table(), sample_chart()),
            (NOTE,),
            2,
            3,
        ),
        PlacedSlide(
            "photos",
            "content",
            "形状与照片",
            (
                filled("title", "形状与照片", template),
                *shapes,
                picture,
                picture._replace(box=inch_box(9.4, 1.6, 3, 1.5), name="照片2"),
            ),
            (),
            3,
            3,
        ),
    )
    return PlacedDeck(slides, template.size, f"汇报{NASTY}", "罗山县财政局", "zh", "2022-05-31")


def write_photo(path: Path) -> Path:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"".join(bytes((x * 6, y * 12, 120)) for x in range(40)) for y in range(20))
    header = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )
    return path


def sample_bytes(folder: Path) -> bytes:
    template = pack()
    return render(sample_deck(template, write_photo(folder / "photo.png")), template)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("deck")


@pytest.fixture(scope="module")
def blob(folder: Path) -> bytes:
    return sample_bytes(folder)


@pytest.fixture(scope="module")
def parts(blob: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len({name.lower() for name in names})
        return {name: archive.read(name) for name in names}


def links(parts: dict[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """Relationship id → (kind, target part name) of a part ('' for the package's own)."""
    folder, name = posixpath.split(part)
    rels = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if rels is None:
        return {}
    found = {}
    for rel in etree.fromstring(rels):
        assert rel.get("TargetMode") is None
        target = posixpath.normpath(posixpath.join("/" + folder, rel.get("Target")))
        assert rel.get("Id") not in found
        found[rel.get("Id")] = (rel.get("Type").rpartition("/")[2], target[1:])
    return found


def test_python_pptx_reads_titles_from_title_placeholders(blob: bytes) -> None:
    deck = pptx.Presentation(io.BytesIO(blob))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0].startswith(f"县财政局{READ}")
    assert titles[1:] == ["8项指标6项达序时", "形状与照片"]
    assert [slide.slide_layout.name for slide in deck.slides] == ["title", "content", "content"]


def test_the_title_is_read_first(blob: bytes) -> None:
    for slide in pptx.Presentation(io.BytesIO(blob)).slides:
        first = next(iter(slide.shapes))
        assert first.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


def test_no_placeholder_is_left_empty(blob: bytes) -> None:
    for slide in pptx.Presentation(io.BytesIO(blob)).slides:
        assert all(shape.text_frame.text for shape in slide.placeholders)


def test_placeholders_take_their_place_from_the_layout(blob: bytes) -> None:
    slide = pptx.Presentation(io.BytesIO(blob)).slides[1]
    title = slide.shapes.title
    assert title._element.spPr.xfrm is None
    assert not title._element.xpath(".//a:rPr/@sz | .//a:rPr/@b | .//a:rPr/a:solidFill")
    assert (title.left, title.top) == (548_640, 566_928)


def test_the_page_number_is_a_field_before_the_total(blob: bytes) -> None:
    slide = pptx.Presentation(io.BytesIO(blob)).slides[1]
    number = next(s for s in slide.placeholders if s.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER)
    assert number._element.xpath(".//a:fld/@type") == ["slidenum"]
    assert number._element.xpath("string(.//a:p)") == "2 / 3"


def test_alternative_texts_and_decoration(parts: dict[str, bytes]) -> None:
    described = {}
    decorative = set()
    for number in (1, 2, 3):
        for item in etree.fromstring(parts[f"ppt/slides/slide{number}.xml"]).iter(f"{P}cNvPr"):
            described[item.get("name")] = item.get("descr")
            if b"adec:decorative" in etree.tostring(item):
                decorative.add(item.get("name"))
    assert described["表格"].startswith(READ)
    assert f"图{READ}" in described["图表"]
    assert "44.7" in described["图表"]
    assert described["照片"].startswith(f"照片{READ}")
    assert decorative == {"底", "线"}


def test_notes_carry_the_script(blob: bytes) -> None:
    slides = pptx.Presentation(io.BytesIO(blob)).slides
    assert [slide.has_notes_slide for slide in slides] == [True, True, False]
    paragraphs = slides[0].notes_slide.notes_text_frame.paragraphs
    assert paragraphs[0].text == NOTE
    assert paragraphs[1].text.startswith(READ)


def test_tables_keep_heights_widths_header_and_zero(blob: bytes) -> None:
    slide = pptx.Presentation(io.BytesIO(blob)).slides[1]
    frame = next(shape for shape in slide.shapes if shape.has_table)
    table = frame.table
    assert [row.height for row in table.rows] == [emu(30), emu(34), emu(34), emu(34)]
    assert sum(column.width for column in table.columns) == frame.width
    assert table.first_row
    assert [table.cell(1, column).text for column in range(3)] == ["一般公共预算收入", "0", "—"]
    assert table.cell(2, 0).text.startswith(READ)


def test_charts_and_their_workbooks_tell_the_same(blob: bytes) -> None:
    slide = pptx.Presentation(io.BytesIO(blob)).slides[1]
    chart = next(shape for shape in slide.shapes if shape.has_chart).chart
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    rows = list(book.active.iter_rows(values_only=True))
    assert list(chart.plots[0].series[0].values) == [32.3, 44.74, None]
    assert [row[1] for row in rows[1:]] == [32.3, 44.74, None]
    assert rows[3][2] == 0


def test_identical_media_are_stored_once(parts: dict[str, bytes]) -> None:
    pictures = [name for name in parts if name.startswith("ppt/media/")]
    assert len(pictures) == 1
    uses = etree.fromstring(parts["ppt/slides/slide3.xml"]).iter(f"{A}blip")
    assert len({blip.get(f"{R}embed") for blip in uses}) == 1


def test_properties_come_from_the_deck(blob: bytes) -> None:
    properties = pptx.Presentation(io.BytesIO(blob)).core_properties
    assert properties.title.startswith(f"汇报{READ}")
    assert (properties.author, properties.language) == ("罗山县财政局", "zh-CN")
    assert properties.created.isoformat()[:19] == "2022-05-31T00:00:00"


def test_every_part_is_well_formed_typed_and_reached(parts: dict[str, bytes]) -> None:
    types = etree.fromstring(parts["[Content_Types].xml"])
    extensions = {item.get("Extension") for item in types if item.tag.endswith("Default")}
    overrides = [item.get("PartName")[1:] for item in types if item.tag.endswith("Override")]
    assert len(overrides) == len(set(overrides))
    content = {name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert set(overrides) <= content
    assert {name for name in content if name.endswith(".xml")} <= set(overrides)
    assert {name.rpartition(".")[2] for name in content} <= extensions
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    reached, waiting = set(), [""]
    while waiting:
        for _, target in links(parts, waiting.pop()).values():
            assert target in parts
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    assert reached == content


def test_every_relationship_is_used_and_every_use_resolves(parts: dict[str, bytes]) -> None:
    implicit = {"slideLayout", "slideMaster", "notesSlide", "notesMaster", "slide", "theme", "presProps", "viewProps"}
    for name in [name for name in parts if name.startswith("ppt/") and name.endswith(".xml")]:
        known = links(parts, name)
        root = etree.fromstring(parts[name])
        used = {value for element in root.iter() for key, value in element.items() if key.startswith(R)}
        assert used <= known.keys(), name
        assert {kind for rel, (kind, _) in known.items() if rel not in used} <= implicit | {"tableStyles"}, name


def test_ids_are_unique(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", name)]:
        ids = [item.get("id") for item in etree.fromstring(parts[name]).iter(f"{P}cNvPr")]
        assert len(ids) == len(set(ids)), name
    presentation = etree.fromstring(parts["ppt/presentation.xml"])
    masters = [item.get("id") for item in presentation.iter(f"{P}sldMasterId")]
    for name in [name for name in parts if re.fullmatch(r"ppt/slideMasters/\w+\.xml", name)]:
        masters += [item.get("id") for item in etree.fromstring(parts[name]).iter(f"{P}sldLayoutId")]
    assert len(masters) == len(set(masters))
    assert min(map(int, masters)) >= 2**31
    assert [item.get("id") for item in presentation.iter(f"{P}sldId")] == ["256", "257", "258"]


def test_children_stand_in_the_order_of_the_schema(parts: dict[str, bytes]) -> None:
    seen = set()
    for name in [name for name in parts if re.fullmatch(r"ppt/(slides/\w+|notesSlides/\w+|presentation)\.xml", name)]:
        for element in etree.fromstring(parts[name]).iter(etree.Element):
            tag = f"{element.prefix}:{etree.QName(element).localname}"
            if tag not in ORDER:
                continue
            seen.add(tag)
            order = ORDER[tag].split()
            children = [etree.QName(child).localname for child in element]
            if tag == "a:p":  # runs, breaks and fields come in any order
                order = ["pPr", "fld", "endParaRPr"]
                children = ["fld" if child in ("r", "br") else child for child in children]
            assert children == sorted(children, key=order.index), (name, tag)
    assert seen == ORDER.keys()


def test_every_run_names_its_languages(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", name)]:
        for run in etree.fromstring(parts[name]).iter(f"{A}rPr", f"{A}endParaRPr"):
            assert (run.get("lang"), run.get("altLang")) == ("zh-CN", "en-US")


def test_free_text_names_its_east_asian_font(parts: dict[str, bytes]) -> None:
    slide = etree.fromstring(parts["ppt/slides/slide2.xml"])
    for run in slide.iter(f"{A}tc"):
        assert {font.get("typeface") for font in run.iter(f"{A}ea")} == {"+mn-ea"}


def test_the_same_deck_gives_the_same_bytes(blob: bytes, folder: Path) -> None:
    assert sample_bytes(folder) == blob


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.GB18030"},
        {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LC_ALL": "C"},
    ],
)
def test_another_process_gives_the_same_bytes(
    blob: bytes, tmp_path: Path, environment: dict[str, str], folder: Path
) -> None:
    script = (
        "import runpy, sys, pathlib; "
        "made = runpy.run_path(sys.argv[1])['sample_bytes'](pathlib.Path(sys.argv[2])); "
        "pathlib.Path(sys.argv[3]).write_bytes(made)"
    )
    out = tmp_path / "deck.pptx"
    command = [sys.executable, "-c", script, __file__, str(folder), str(out)]
    subprocess.run(command, env=os.environ | environment, check=True)
    assert out.read_bytes() == blob


def test_the_build_path_imports_no_xml_library() -> None:
    script = (
        "import sys, unitdeck.render.pptx, unitdeck.template.cache; "
        "print([m for m in ('lxml', 'pptx', 'xml', 'openpyxl', 'xlsxwriter', 'PIL', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.rendered
def test_libreoffice_opens_every_page(blob: bytes, tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(blob)
    office = shutil.which("soffice")
    assert office is not None
    profile = (tmp_path / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(deck)], check=True, capture_output=True, timeout=120)
    pdf = (tmp_path / "deck.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 3
