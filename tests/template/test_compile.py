"""Templates are made small here, by python-pptx, and spoiled by rewriting the zip."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest
from lxml import etree
from pptx.util import Inches

from unitdeck.base.diagnostics import BuildError, Term
from unitdeck.base.geometry import Box
from unitdeck.template import compile as compiling
from unitdeck.template.compile import compile_pack
from unitdeck.template.pack import TemplatePack
from unitdeck.template.style import Style

STYLE = Style(("zh",), {}, 1.4, 1, 1, (), {}, 220)
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"


def base(folder: Path, *, slides: int = 1) -> Path:
    deck = pptx.Presentation()
    for _ in range(slides):
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "示例"
    layout = deck.slide_layouts[0]
    layout.name = "title"
    kicker = layout.placeholders[1]
    kicker.name = " Kicker "
    file = folder / "base.pptx"
    deck.save(str(file))
    return file


def compiled(folder: Path) -> TemplatePack:
    return compile_pack(folder, "t", "1.0.0", STYLE, files={"slides/a.yaml.j2": "x"}, digest="abc")


def rewrite(file: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in entries.items():
            archive.writestr(name, blob)


def link(entries: dict[str, bytes], kind: str, target: str, *, external: bool = False, used: bool = True) -> None:
    mode = ' TargetMode="External"' if external else ""
    rel = f'<Relationship Id="rId90" Type="{R}/{kind}" Target="{target}"{mode}/></Relationships>'
    entries[LAYOUT_RELS] = entries[LAYOUT_RELS].replace(b"</Relationships>", rel.encode())
    if used:
        spot = b'<p:cSld name="title">'
        assert spot in entries[LAYOUT]
        background = (
            f'{spot.decode()}<p:bg><p:bgPr><a:blipFill><a:blip r:link="rId90" xmlns:r="{R}"/></a:blipFill>'
            "<a:effectLst/></p:bgPr></p:bg>"
        )
        entries[LAYOUT] = entries[LAYOUT].replace(spot, background.encode())


def refusal(folder: Path) -> tuple[str, dict[str, object]]:
    with pytest.raises(BuildError) as caught:
        compiled(folder)
    (found,) = caught.value.diagnostics
    assert found.span is not None
    assert found.span.file.endswith("base.pptx")
    return found.code, dict(found.data)


def test_slides_and_what_only_they_use_are_left_behind(tmp_path: Path) -> None:
    base(tmp_path, slides=3)
    names = [part.name for part in compiled(tmp_path).parts]
    assert not [name for name in names if "/slides/" in name or "printer" in name.lower() or "docProps" in name]
    assert len(names) == len(set(names))
    assert sum("/slideLayouts/" in name for name in names) == 11


def test_every_relationship_of_a_kept_part_leads_to_a_kept_part(tmp_path: Path) -> None:
    base(tmp_path)
    pack = compiled(tmp_path)
    names = {part.name.rpartition("/")[2] for part in pack.parts}
    for part in pack.parts:
        if part.rels:
            assert {rel.get("Target").rpartition("/")[2] for rel in etree.fromstring(part.rels)} <= names


def test_a_notes_master_is_made_where_there_is_none(tmp_path: Path) -> None:
    base(tmp_path)
    pack = compiled(tmp_path)
    assert pack.notes_master == "/ppt/notesMasters/notesMaster1.xml"
    themes = [part.name for part in pack.parts if "/theme/" in part.name]
    assert len(themes) == 2


def test_master_and_layout_ids_are_numbered_anew(tmp_path: Path) -> None:
    def collide(entries: dict[str, bytes]) -> None:
        name = "ppt/slideMasters/slideMaster1.xml"
        root = etree.fromstring(entries[name])
        for item in root.iter("{*}sldLayoutId"):
            item.set("id", "2147483648")
        entries[name] = etree.tostring(root)

    rewrite(base(tmp_path), collide)
    pack = compiled(tmp_path)
    master = next(part for part in pack.parts if part.name == pack.masters[0][0])
    ids = [pack.masters[0][1], *(int(item.get("id")) for item in etree.fromstring(master.blob).iter("{*}sldLayoutId"))]
    assert ids == list(range(2**31, 2**31 + 12))


def test_a_layout_that_the_master_does_not_list_is_dropped(tmp_path: Path) -> None:
    def unlist(entries: dict[str, bytes]) -> None:
        name = "ppt/slideMasters/slideMaster1.xml"
        root = etree.fromstring(entries[name])
        last = list(root.iter("{*}sldLayoutId"))[-1]
        last.getparent().remove(last)
        entries[name] = etree.tostring(root)

    rewrite(base(tmp_path), unlist)
    pack = compiled(tmp_path)
    assert len(pack.layouts) == 10
    assert sum("/slideLayouts/" in part.name for part in pack.parts) == 10


def test_placeholders_are_keyed_by_type_or_name(tmp_path: Path) -> None:
    base(tmp_path)
    layout = compiled(tmp_path).layout("title")
    assert layout is not None
    # python-pptx's first layout has a subtitle, whose type goes before its name.
    assert [ph.key for ph in layout.placeholders] == ["title", "subtitle", "date", "footer", "number"]
    assert [ph.type for ph in layout.placeholders] == ["ctrTitle", "subTitle", "dt", "ftr", "sldNum"]
    content = compiled(tmp_path).layouts[1]
    assert content.placeholders[1].key == "content placeholder 2"
    assert (content.placeholders[1].type, content.placeholders[1].idx) == ("", 1)


def test_box_size_bold_anchor_and_insets_are_inherited(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    master = deck.slide_master
    title = next(ph for ph in master.placeholders if ph.placeholder_format.type == 1)
    title.left, title.top, title.width, title.height = (Inches(n) for n in (1, 2, 3, 4))
    body = title._element.txBody.bodyPr
    body.set("anchor", "b")
    body.set("lIns", "0")
    look = master._element.xpath("p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr")[0]
    look.set("sz", "3600")
    look.set("b", "1")
    layout = deck.slide_layouts[1]
    xfrm = layout.placeholders[0]._element.spPr.find("{*}xfrm")
    if xfrm is not None:
        xfrm.getparent().remove(xfrm)
    deck.save(str(tmp_path / "base.pptx"))
    found = compiled(tmp_path).layouts[1].placeholder("title")
    assert found is not None
    assert found.box == Box(*(914_400 * n for n in (1, 2, 3, 4)))
    assert (found.size_pt, found.bold, found.anchor) == (36.0, True, "b")
    assert found.insets == (0, 45_720, 91_440, 45_720)


def test_a_layouts_own_text_style_goes_before_the_masters(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    styles = deck.slide_layouts[1].placeholders[0]._element.txBody.find("{*}lstStyle")
    level = etree.SubElement(styles, "{http://schemas.openxmlformats.org/drawingml/2006/main}lvl1pPr")
    etree.SubElement(level, "{http://schemas.openxmlformats.org/drawingml/2006/main}defRPr", sz="1550", b="1")
    deck.save(str(tmp_path / "base.pptx"))
    found = compiled(tmp_path).layouts[1].placeholder("title")
    assert found is not None
    assert (found.size_pt, found.bold) == (15.5, True)


def test_compiling_twice_gives_the_same(tmp_path: Path) -> None:
    base(tmp_path)
    assert compiled(tmp_path) == compiled(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path)[0] == "UD530"


@pytest.mark.parametrize("blob", [b"", b"not a zip", b"\xd0\xcf\x11\xe0 an encrypted file", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_pptx_is_refused(tmp_path: Path, blob: bytes) -> None:
    (tmp_path / "base.pptx").write_bytes(blob)
    assert refusal(tmp_path)[0] == "UD531"


@pytest.mark.parametrize("spoil", ["ppt/presentation.xml", "[Content_Types].xml", "ppt/slideMasters/slideMaster1.xml"])
def test_a_damaged_part_is_refused(tmp_path: Path, spoil: str) -> None:
    rewrite(base(tmp_path), lambda entries: entries.update({spoil: b"<broken"}))
    assert refusal(tmp_path)[0] == "UD531"


@pytest.mark.parametrize("part", ["ppt/theme/theme1.xml", "ppt/slideLayouts/slideLayout3.xml"])
def test_a_missing_part_is_refused(tmp_path: Path, part: str) -> None:
    rewrite(base(tmp_path), lambda entries: entries.pop(part))
    assert refusal(tmp_path)[0] == "UD531"


def test_a_document_of_another_kind_is_refused(tmp_path: Path) -> None:
    def template(entries: dict[str, bytes]) -> None:
        kind = b"presentationml.presentation.main+xml"
        entries["[Content_Types].xml"] = entries["[Content_Types].xml"].replace(
            kind, b"presentationml.template.main+xml"
        )

    rewrite(base(tmp_path), template)
    assert refusal(tmp_path)[0] == "UD531"


def test_macros_are_refused(tmp_path: Path) -> None:
    rewrite(base(tmp_path), lambda entries: entries.update({"ppt/vbaProject.bin": b"x"}))
    assert refusal(tmp_path) == ("UD532", {"part": "ppt/vbaProject.bin"})


def test_controls_are_refused(tmp_path: Path) -> None:
    rewrite(base(tmp_path), lambda entries: entries.update({"ppt/activeX/activeX1.xml": b"<a/>"}))
    assert refusal(tmp_path)[0] == "UD533"


def test_embedded_objects_are_refused(tmp_path: Path) -> None:
    def embed(entries: dict[str, bytes]) -> None:
        link(entries, "package", "../embeddings/sheet.xlsx")
        entries["ppt/embeddings/sheet.xlsx"] = b"PK"
        extension = b'<Default Extension="xlsx" ContentType="application/octet-stream"/></Types>'
        entries["[Content_Types].xml"] = entries["[Content_Types].xml"].replace(b"</Types>", extension)

    rewrite(base(tmp_path), embed)
    assert refusal(tmp_path) == ("UD533", {"part": "/" + LAYOUT, "kind": "package"})


def test_a_link_to_the_outside_is_refused(tmp_path: Path) -> None:
    rewrite(base(tmp_path), lambda entries: link(entries, "image", "http://example.test/a.png", external=True))
    assert refusal(tmp_path) == ("UD534", {"part": "/" + LAYOUT, "target": "http://example.test/a.png"})


def test_an_outside_link_that_nothing_uses_is_dropped(tmp_path: Path) -> None:
    rewrite(
        base(tmp_path),
        lambda entries: link(entries, "hyperlink", "http://example.test/", external=True, used=False),
    )
    part = next(part for part in compiled(tmp_path).parts if part.name == "/" + LAYOUT)
    assert b"example.test" not in part.rels


def test_hyperlinks_and_jumps_on_layouts_are_dropped(tmp_path: Path) -> None:
    def click(entries: dict[str, bytes]) -> None:
        link(entries, "hyperlink", "http://example.test/", external=True, used=False)
        spot = b'<p:cNvPr id="2" name="Title 1"/>'
        assert spot in entries[LAYOUT]
        jump = f'<a:hlinkClick xmlns:r="{R}" r:id="rId90" action="ppaction://program"/>'
        entries[LAYOUT] = entries[LAYOUT].replace(spot, spot[:-2] + f">{jump}</p:cNvPr>".encode())

    rewrite(base(tmp_path), click)
    part = next(part for part in compiled(tmp_path).parts if part.name == "/" + LAYOUT)
    assert b"hlinkClick" not in part.blob
    assert b"example.test" not in part.rels


def test_more_layouts_than_anyone_could_choose_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base(tmp_path)
    monkeypatch.setattr(compiling, "MOST_LAYOUTS", 10)
    assert refusal(tmp_path) == ("UD552", {"found": 11, "most": 10})


def test_a_zip_bomb_is_refused_by_its_declared_size(tmp_path: Path) -> None:
    rewrite(base(tmp_path), lambda entries: entries.update({"ppt/media/bomb.png": bytes(33 * 2**20)}))
    code, data = refusal(tmp_path)
    assert code == "UD535"
    assert data["part"] == "ppt/media/bomb.png"


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/evil.xml", "ppt/../../evil.xml", "c:/evil.xml", "PPT/presentation.xml"]
)
def test_unsafe_names_are_refused(tmp_path: Path, name: str) -> None:
    rewrite(base(tmp_path), lambda entries: entries.update({name: b"<a/>"}))
    assert refusal(tmp_path) == ("UD536", {"part": name})


def test_an_entity_in_a_part_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")

    def entity(entries: dict[str, bytes]) -> None:
        xml = entries[LAYOUT].replace(b"Click to edit Master title style", b"&x;")
        doctype = f'<!DOCTYPE p:sldLayout [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
        head, rest = xml.split(b"?>", 1)
        entries[LAYOUT] = head + b"?>" + doctype + rest

    rewrite(base(tmp_path), entity)
    assert refusal(tmp_path) == ("UD551", {"part": LAYOUT, "problem": Term("xml_doctype")})


def test_the_real_template_compiles(root: Path) -> None:
    folder = root / "templates" / "report"
    pack = compile_pack(folder, "report", "1.0.0", STYLE, files={}, digest="d")
    assert {"title", "content", "section", "closing"} <= {layout.name for layout in pack.layouts}
    content = pack.layout("content")
    assert content is not None
    for key in ("title", "kicker", "footer", "source", "number"):
        found = content.placeholder(key)
        assert found is not None
        assert found.size_pt >= 12
    with zipfile.ZipFile(io.BytesIO((folder / "base.pptx").read_bytes())) as archive:
        assert len(pack.parts) <= len(archive.namelist()) + 2
