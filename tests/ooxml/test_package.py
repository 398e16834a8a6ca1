import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from unitdeck.ooxml.package import Relationship, relationships, rels_name, stored_zip, write_package
from unitdeck.template.pack import Part

NAMES = st.lists(st.text("abc/照片", min_size=1, max_size=12), unique=True, max_size=8)


@settings(max_examples=50, deadline=None)
@given(names=NAMES, blob=st.binary(max_size=200))
def test_a_stored_zip_reads_back(names: list[str], blob: bytes) -> None:
    made = stored_zip([(name, blob * n) for n, name in enumerate(names)])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == names
        for n, entry in enumerate(archive.infolist()):
            assert archive.read(entry) == blob * n
            assert entry.compress_type == zipfile.ZIP_STORED
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr) == (0, 0)


def test_relationships_are_named_by_kind_or_whole() -> None:
    root = etree.fromstring(
        relationships([Relationship("rId1", "slide", "/ppt/a&b.xml"), Relationship("rId2", "http://x/y", "/z")])
    )
    assert [item.get("Type") for item in root] == [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide",
        "http://x/y",
    ]
    assert root[0].get("Target") == "/ppt/a&b.xml"


def test_the_relationships_of_a_part_stand_beside_it() -> None:
    assert rels_name("/ppt/slides/slide1.xml") == "/ppt/slides/_rels/slide1.xml.rels"


def test_a_package_types_every_part() -> None:
    parts = [
        Part("/ppt/presentation.xml", "application/x+xml", b"<a/>", b"<r/>"),
        Part("/ppt/media/1.png", "image/png", b"png", b""),
        Part("/ppt/media/2.JPG", "image/jpeg", b"jpg", b""),
        Part("/ppt/media/3.png", "image/x-other", b"odd", b""),
    ]
    with zipfile.ZipFile(io.BytesIO(write_package(parts, b"<root/>"))) as archive:
        assert archive.namelist()[:4] == [
            "[Content_Types].xml",
            "_rels/.rels",
            "ppt/presentation.xml",
            "ppt/_rels/presentation.xml.rels",
        ]
        types = etree.fromstring(archive.read("[Content_Types].xml"))
    found = {item.get("PartName") or item.get("Extension"): item.get("ContentType") for item in types}
    resolved = {part.name: found.get(part.name) or found[part.name.rpartition(".")[2].lower()] for part in parts}
    assert resolved == {part.name: part.content_type for part in parts}
