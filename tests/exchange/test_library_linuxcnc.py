"""Tool tables of LinuxCNC: units that the reader must know, remarks, lathe words, bad lines, and the way back."""

import pytest

from chipload.exchange import Item, Library, LibraryError, read_library, write_library
from chipload.exchange.linuxcnc import write

TABLE = """\
;tools of the small mill
T1 P1 Z+12.5 D6.35 ;6.35 mm 3 FL carbide
t2p2 D3.175

T10 P4 X-1.5 Z-20 D0.8 I93 J55 Q2 ;lathe, rough
T99 P5 A12 D0 ;zero is no diameter
T5 ;no pocket
just a line
T7 P7 D1 D2
"""


def test_lengths_are_in_the_units_given():
    metric, inch = (read_library(TABLE.encode(), units=units).items[0] for units in ("mm", "inch"))
    assert metric.si("diameter") == pytest.approx(6.35e-3, rel=1e-12)
    assert inch.si("diameter") == pytest.approx(6.35 * 25.4e-3, rel=1e-12)
    assert metric.size("offset_z").m == 12.5
    assert metric.name == "6.35 mm 3 FL carbide"
    assert metric.kind == "other"
    assert metric.tool is None


def test_without_units_it_is_refused():
    with pytest.raises(LibraryError, match="units"):
        read_library(TABLE.encode())
    with pytest.raises(LibraryError, match="units"):
        read_library(TABLE.encode(), units="cubits")


def test_lathe_words_and_what_is_left_open():
    library = read_library(TABLE.encode(), units="mm")
    assert [item.number for item in library] == [1, 2, 10, 99, 5, None, None]
    assert library.items[2].size("front_angle").m == 93.0
    assert library.items[3].size("diameter") is None
    said = [(one.item, one.field) for one in library.problems]
    assert said == [("line 7", "P"), ("line 8", "line"), ("line 9", "line")]


@pytest.mark.parametrize("units", ["mm", "inch"])
def test_the_table_comes_back_as_it_was(units, tmp_path):
    source, target = tmp_path / "tool.tbl", tmp_path / "again.tbl"
    source.write_text(TABLE)
    assert write_library(read_library(source, units=units), target, units=units) == ()
    assert target.read_text() == TABLE


def test_written_in_the_other_units():
    written = write(read_library(b"T1 P3 Z25.4 D6.35 I90 ;mill", units="mm"), [], system="inch").decode()
    assert written == "T1 P3 Z1 D0.25 I90 ;mill\n"


def test_items_of_elsewhere_get_a_pocket_and_a_plain_remark():
    items = (Item("drill", 4, "8.5 mm; \u00d8 tief\nlang", sizes={"diameter": "8.5 mm"}), Item("drill", None, "lost"))
    problems = []
    sized = tuple(Item(one.kind, one.number, one.name) for one in items)
    assert write(Library(sized), problems) == b"T4 P1 ;8.5 mm, ? tief lang\n"
    assert [one.field for one in problems] == ["number"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b";only a remark", b"hello", b"\x00T1 P1"])
def test_no_table(content):
    with pytest.raises(LibraryError):
        read_library(content, format="linuxcnc", units="mm")


def test_a_number_that_is_there_twice():
    assert [one.field for one in read_library(b"T1 P1 D1\nT1 P2 D2\n", units="mm").problems] == ["number"]
