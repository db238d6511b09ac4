"""What a file may not do: be huge, be deep, be a bomb, reach outside itself, keep the reader busy."""

import io
import json
import zipfile
import zlib

import pytest

from chipload.exchange import LibraryError, read_library, write_library
from chipload.exchange.guards import DEEPEST, is_inside, parse_json
from chipload.exchange.libraries import detect

DOCUMENT = json.dumps({"data": [], "version": 36}).encode()


def archive(*members, kind=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", kind) as packed:
        for name, content in members:
            packed.writestr(zipfile.ZipInfo(name), content, kind)
    return target.getvalue()


def test_an_archive_is_read_by_its_member():
    assert read_library(archive(("more.png", b"1"), ("tools.json", DOCUMENT))).format == "fusion"


@pytest.mark.parametrize(
    "name", ["../tools.json", "/tools.json", "C:\\tools.json", "a/../../b", "\\\\host\\share\\x", "..\\x", "c:x"]
)
def test_a_path_outside_the_archive_is_refused(name):
    assert not is_inside(name)
    with pytest.raises(LibraryError, match="outside itself"):
        read_library(archive(("tools.json", DOCUMENT), (name, b"x")))


@pytest.mark.parametrize("name", ["tools.json", "a/b.json", "a..b", "..."])
def test_a_path_inside(name):
    assert is_inside(name)


def test_a_bomb_is_not_opened():
    with pytest.raises(LibraryError, match="not opened"):
        read_library(archive(("tools.json", b" " * 10_000_000)))


def test_a_member_that_lies_about_its_size():
    content = bytearray(archive(("tools.json", b" " * 50_000_000)))
    wrong = (1000).to_bytes(4, "little")
    size = (50_000_000).to_bytes(4, "little")
    assert content.count(size) == 2
    with pytest.raises(LibraryError):
        read_library(bytes(content.replace(size, wrong)))


@pytest.mark.parametrize(
    "content",
    [
        archive(("other.json", DOCUMENT)), archive(), archive(("tools.json", DOCUMENT))[:-30],
        archive(*((f"{number}", b"") for number in range(1001))),
        archive(("tools.json", DOCUMENT), kind=zipfile.ZIP_LZMA),
        archive(("tools.json", b"not json")), b"PK\x03\x04" + b"\x00" * 100,
    ],
)  # fmt: skip
def test_an_archive_that_is_no_library(content):
    with pytest.raises(LibraryError):
        read_library(content)


def test_a_damaged_member():
    content = bytearray(archive(("tools.json", DOCUMENT * 50)))
    content[60] ^= 0xFF
    with pytest.raises(LibraryError):
        read_library(bytes(content))


@pytest.mark.parametrize("opening", ["[", '{"a":', '["]",', '["\\"",['])
def test_depth_is_bounded(opening):
    with pytest.raises(LibraryError, match="levels deep"):
        parse_json((opening * 100_000).encode())


def test_depth_is_counted_outside_texts():
    deep = "[" * DEEPEST + "]" * DEEPEST
    assert parse_json(deep.encode())
    assert parse_json(json.dumps(["[" * 1000, '"[', "\\", '\\"[[', "]"]).encode())
    with pytest.raises(LibraryError, match="levels deep"):
        parse_json(("[" + deep + "]").encode())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": NaN}', "no number"), ('{"a": -Infinity}', "no number"), ('{"a": 1' + "0" * 100 + "}", "digits"),
        ('{"a": 1, "a": 2}', "twice"), ("{", "not JSON"), ("[" + "[]," * 4_000_001, "lists and objects"),
    ],
)  # fmt: skip
def test_json_that_is_refused(text, said):
    with pytest.raises(LibraryError, match=said):
        parse_json(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_of_other_programs(encoding):
    document = {"data": [{"type": "drill", "unit": "millimeters", "description": "\u00d8 8,5 \u2013 lang"}]}
    library = read_library(json.dumps(document, ensure_ascii=False).encode(encoding))
    assert library.items[0].name == "\u00d8 8,5 \u2013 lang"


CASES = {
    "quotes": b'["' + b'\\"' * 500_000, "backslashes": b'["' + b"\\" * 1_000_001, "lines": b"\n" * 300_000,
    "blanks": b" " * 1_000_000 + b"T", "digits": b"T1 P1 D" + b"1" * 500_000 + b"!",
    "keys": json.dumps({str(number): 1 for number in range(200_000)}).encode()[:-1] + b', "199999": 2}',
    "header": b"kind,number,name,a" + b" " * 100_000 + b"[", "letters": b"T1 P1 " + b"D " * 500_000 + b"!",
    "brackets": b'{"data": [' + b'"[",' * 500_000 + b"1]}",
}  # fmt: skip


@pytest.mark.parametrize("content", CASES.values(), ids=CASES)
@pytest.mark.parametrize("format", [None, "linuxcnc"])
def test_no_text_keeps_the_reader_busy(content, format):
    """Going back over one of these texts would take hours, so that this test would not end."""
    try:
        found = read_library(content, format=format, units="mm")
    except LibraryError:
        return
    assert found.problems


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", None), (b"hello", None), (b"[1]", None), (b'{"a": 1}', None), (b"{}", None), (DOCUMENT, "fusion"),
        (b'{"chipload_library": 1, "items": []}', "own"), (b'{"parameter": {}}', "freecad"),
        (b'{"tools": []}', "freecad"),
        (b'{"1": {}}', "camotics"), (b"T1 P1", "linuxcnc"), (b";x\r\n t2 p3 d1", "linuxcnc"), (b"P1 T1", "linuxcnc"),
        (b"G1 X1", None), (b'"kind","number";name\n', "own-csv"), (b"number,diameter,numflutes,metric\n", "carbide"),
        (b"Tool_type_id;Diameter\n", "hsmadvisor"), (b"PK\x03\x04", "fusion"), (b"SQLite format 3\x00", "vectric"),
    ],
)  # fmt: skip
def test_a_format_is_found_by_its_content(content, found):
    assert detect(content) == found


def test_paths_and_formats_that_cannot_be(tmp_path):
    library = read_library(DOCUMENT)
    for path, options in (
        (tmp_path / "a.txt", {}), (tmp_path / "a.json", {"format": "spoon"}), (tmp_path / "no" / "a.json", {}),
        (tmp_path / "a.json", {"units": "cubits"}), (tmp_path / "a\x00.json", {}),
    ):  # fmt: skip
        with pytest.raises(LibraryError):
            write_library(library, path, **options)
    for given in (tmp_path / "none.json", tmp_path, "a\x00"):
        with pytest.raises(LibraryError):
            read_library(given)
    with pytest.raises(LibraryError, match="not known"):
        read_library(DOCUMENT, format="spoon")


def test_an_ending_of_two_formats_goes_to_the_one_it_came_from(tmp_path):
    for content, name in ((DOCUMENT, "fusion"), (b'{"chipload_library": 1, "items": []}', "own")):
        write_library(read_library(content), tmp_path / "a.json")
        assert detect((tmp_path / "a.json").read_bytes()) == name


def test_the_same_library_makes_the_same_bytes(tmp_path):
    for _ in range(2):
        write_library(read_library(DOCUMENT), tmp_path / "a.tools")
    first = (tmp_path / "a.tools").read_bytes()
    write_library(read_library(DOCUMENT), tmp_path / "a.tools")
    assert zlib.crc32(first) == zlib.crc32((tmp_path / "a.tools").read_bytes())
