"""Archives that lie, swell, lock or point elsewhere, made byte by byte."""

import io
import struct
import zipfile

import pytest

from unitdeck.base.archives import Limits, NoArchive, is_inside, pack, unpack
from unitdeck.base.diagnostics import BuildError, Span

SPAN = Span("a.zip")
SMALL = Limits(entries=5, part=20_000, total=50_000, ratio=200)


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, blob in entries.items():
            archive.writestr(name, blob)
    return target.getvalue()


def refusal(blob: bytes, limits: Limits = SMALL) -> tuple[str, object]:
    with pytest.raises(BuildError) as caught:
        unpack(blob, SPAN, limits)
    (found,) = caught.value.diagnostics
    assert found.span == SPAN
    return found.code, found.data["part"]


def test_files_come_out_in_order_and_folders_are_left_out() -> None:
    entries = {"b/": b"", "b/x.txt": b"1", "a.txt": b"", "模板/页.j2": b"2"}
    files = unpack(zipped(entries), SPAN, SMALL)
    assert list(files.items()) == [
        ("b/x.txt", b"1"),
        ("a.txt", b""),
        ("模板/页.j2", b"2"),
    ]


def test_what_is_packed_comes_out_again_and_is_the_same_each_time() -> None:
    files = {"[Content_Types].xml": b"<a/>", "b": bytes(range(256))}
    assert unpack(pack(files), SPAN, SMALL) == files
    assert pack(files) == pack(dict(files))


@pytest.mark.parametrize(
    "blob", [b"", b"no zip", b"PK\x05\x06" + bytes(18), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a .ppt", b"PK\x03\x04" * 9]
)
def test_what_is_no_zip(blob: bytes) -> None:
    with pytest.raises(NoArchive):
        unpack(blob, SPAN, SMALL)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_no_sound_zip(method: int) -> None:
    with pytest.raises(NoArchive):
        unpack(zipped({"a": b"x" * 99}, method), SPAN, SMALL)


def test_damage_is_told_not_read_over() -> None:
    blob = bytearray(zipped({"a": bytes(range(200))}, zipfile.ZIP_STORED))
    blob[50] ^= 0xFF
    with pytest.raises(NoArchive, match="CRC"):
        unpack(bytes(blob), SPAN, SMALL)


def test_an_encrypted_entry_and_an_encrypted_presentation() -> None:
    blob = bytearray(zipped({"a": b"x"}))
    directory = blob.index(b"PK\x01\x02")
    blob[directory + 8] |= 1
    assert refusal(bytes(blob)) == ("UD550", "a")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert refusal(locked) == ("UD550", "EncryptedPackage")


@pytest.mark.parametrize(
    ("entries", "part"),
    [
        ({"a": bytes(20_001)}, "a"),
        ({"a": b"1", "b": bytes(19_999), "c": bytes(20_000), "d": bytes(19_999)}, "c"),
        ({str(n): b"" for n in range(6)}, "0"),
    ],
    ids=["one", "all", "count"],
)
def test_too_large_by_its_directory(entries: dict[str, bytes], part: str) -> None:
    assert refusal(zipped(entries)) == ("UD535", part)


def test_a_bomb_by_how_much_it_swells() -> None:
    many = Limits(part=2**23, total=2**25)
    assert refusal(zipped({"a": bytes(5 * 2**20)}), many) == ("UD535", "a")
    assert len(unpack(zipped({"a": bytes(5 * 2**20)}, zipfile.ZIP_STORED), SPAN, many)["a"]) == 5 * 2**20


def test_a_directory_that_lies_about_a_size_gains_nothing() -> None:
    blob = bytearray(zipped({"a": bytes(15_000)}))
    directory = blob.index(b"PK\x01\x02")
    blob[directory + 24 : directory + 28] = struct.pack("<I", 10)
    with pytest.raises((NoArchive, BuildError)):
        unpack(bytes(blob), SPAN, SMALL)


def test_many_entries_over_the_same_bytes_are_counted_each() -> None:
    """The bomb without nesting: directory entries that all point at one body."""
    blob = zipped({"a": bytes(19_000)})
    start = blob.index(b"PK\x01\x02")
    entry, end = blob[start : blob.index(b"PK\x05\x06")], blob[blob.index(b"PK\x05\x06") :]
    directory = b"".join(entry[:-1] + bytes([letter]) for letter in b"abc")
    tail = end[:8] + struct.pack("<HHII", 3, 3, len(directory), start) + end[20:]
    with pytest.raises((NoArchive, BuildError)):
        unpack(blob[:start] + directory + tail, SPAN, SMALL)


@pytest.mark.parametrize(
    "name", ["../a", "/a", "a/../../b", "c:/a", "a\\b", "a//b", "./a", "a\x07", "a\u202eb", "n" * 256, "a?b"]
)
def test_unsafe_names(name: str) -> None:
    assert not is_inside(name)
    assert refusal(zipped({"ok": b"", name: b"x"})) == ("UD536", name)


def test_one_name_in_two_cases_is_one_name() -> None:
    assert refusal(zipped({"ppt/a.xml": b"", "PPT/A.xml": b""})) == ("UD536", "PPT/A.xml")
