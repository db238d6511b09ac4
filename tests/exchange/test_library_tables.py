"""Tables: the one of Carbide Create, of HSMAdvisor, and the library of this project for a spreadsheet."""

import csv
import io

import pytest

from chipload.exchange import Item, Library, LibraryError, Preset, read_library, write_library
from chipload.exchange.own_csv import write
from chipload.planning import EndMill, Tap

CARBIDE = """\
number,vendor,model,URL,name,type,diameter,cornerradius,flutelength,shaftdiameter,angle,numflutes,stickout,coating,\
metric,notes,machine,material,plungerate,feedrate,rpm,depth,cutpower,finishallowance,3dstepover,3dfeedrate,3drpm
201,a maker,E14,https://example.org,quarter,end,0.25,0,0.75,0.25,0,3,1.0,,0,,router,pine,20,75,18000,0.1,,,,,
12,,,,6 mm,ball,6,,20,6,,2,25,TiN,1,,,,300,1080,18000,2,,,,,
13,,,,vee,vee,12,,10,6,60,2,25,,1,"a, note",,,,,,,,,,,
14,,,,odd,spoon,1,,,,,,,,1,,,,,,,,,,,,
14,,,,no unit,end,1,,,,,,,,,,,,,,,,,,,,
"""


def test_units_of_each_row():
    library = read_library(CARBIDE.encode())
    quarter, ball, vee, odd, lost = library.items
    assert quarter.tool.si("diameter") == pytest.approx(6.35e-3, rel=1e-12)
    assert quarter.presets[0].feed_rate.to("mm/min").m == pytest.approx(75 * 25.4, rel=1e-12)
    assert quarter.presets[0].material == "pine"
    assert ball.tool.is_ball
    assert ball.presets[0].feed_rate.to("mm/min").m == pytest.approx(1080.0, rel=1e-12)
    assert (vee.kind, vee.size("point_angle").m, vee.note, vee.presets) == ("v bit", 60.0, "a, note", ())
    assert (odd.kind, lost.size("diameter")) == ("other", None)
    assert {"type", "metric", "number"} <= {one.field for one in library.problems}


def test_the_table_of_carbide_create_comes_back_as_it_was(tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(CARBIDE)
    assert write_library(read_library(source), target) == ()
    given, found = (list(csv.reader(io.StringIO(path.read_text()))) for path in (source, target))
    assert found == given


def test_semicolons_and_decimal_commas():
    text = CARBIDE.splitlines()[0].replace(",", ";") + "\n5;;;;x;end;6,35;;20,5;6;;2;25;;1;;;;;;;;;;;;\n"
    library = read_library(("\ufeff" + text).encode())
    assert library.items[0].tool.si("diameter") == pytest.approx(6.35e-3, rel=1e-12)


def test_what_has_no_place_in_it_is_told(tmp_path):
    mill = EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    items = (
        Item("flat end mill", 1, "=cmd", tool=mill, presets=(Preset("a"), Preset("b", feed_rate="1 m/min"))),
        Item("tap", 2, tool=Tap(thread="M6", kind="spiral point")),
    )
    items = (Item(**{**vars(items[0]), "presets": read_library(CARBIDE.encode()).items[1].presets * 2}), items[1])
    lost = write_library(Library(items), tmp_path / "out.csv", format="carbide")
    assert [one.field for one in lost] == ["kind"]
    assert "'=cmd" in (tmp_path / "out.csv").read_text()
    again = read_library(tmp_path / "out.csv")
    assert [item.name for item in again] == ["=cmd", "=cmd"]
    assert again.items[0].tool == mill


HSM = """\
Number,Comment,Tool_type_id,Tool_material_id,Coating_id,Diameter,Diameter_m,Flute_N,Flute_len,Flute_len_m,Stickout,\
Stickout_m,Corner_rad,Corner_rad_m,Helix_angle,Mine
1,mill,SolidEndMill,Carbide,TiAlN,10,true,4,25,True,1.5,False,0,true,38,kept
2,bull,HPEndMill,Carbide,None,0.5,false,4,1,false,2,0,0.03,false,-1,
3,drill,JobberTwistDrill,HSSCobalt,-1,8.5,1,-1,75,1,80,1,,,,
4,no unit,SolidEndMill,HSS,None,10,,2,20,,30,,,,,
5,odd,Spoon,HSS,None,1,true,,,,,,,,,
"""


def test_a_unit_for_each_dimension():
    library = read_library(HSM.encode())
    mill, bull, drill, none, odd = library.items
    assert (mill.tool.material, mill.tool.si("stickout")) == ("coated carbide", pytest.approx(38.1e-3, rel=1e-12))
    assert bull.kind == "bull nose end mill"
    assert bull.tool.si("corner_radius") == pytest.approx(0.762e-3, rel=1e-12)
    assert bull.material == "carbide"
    assert bull.size("helix_angle") is None
    assert drill.tool.material == "cobalt hss"
    assert drill.size("teeth") == 2
    assert none.size("diameter") is None
    assert odd.kind == "other"
    assert mill.extra["hsmadvisor"]["Mine"] == "kept"
    assert [one.field for one in library.problems if one.item == none.label][:1] == ["Diameter"]


def test_units_for_the_rows_that_do_not_say():
    item = read_library(HSM.encode(), units="mm").items[3]
    assert item.tool.si("diameter") == pytest.approx(0.010, rel=1e-12)


def test_it_is_only_read(tmp_path):
    with pytest.raises(LibraryError, match="only read"):
        write_library(read_library(HSM.encode()), tmp_path / "out.csv", format="hsmadvisor")


OWN = """\
Kind;number;name;diameter [mm];teeth;stickout [in];flute length [mm];corner radius;my column
flat end mill;1;=1+1;12,5;4;2;30;5;mine
flat end mill;1;twice;10;4;2;30;;
spoon;x;;1;2;;;;
drill;-1;;8.5;2,5;;;;
"""


def test_a_table_as_a_shop_keeps_it():
    library = read_library(OWN.encode())
    mill = library.items[0]
    assert (mill.number, mill.name, mill.tool.si("diameter"), str(mill.tool.stickout)) == (
        1, "=1+1", pytest.approx(12.5e-3, rel=1e-12), "2.0 inch",
    )  # fmt: skip
    assert {"corner radius", "my column", "kind", "number", "teeth"} <= {one.field for one in library.problems}
    assert mill.tool.corner_radius is None  # its column has no unit


def test_columns_that_are_not_known_come_back():
    rows = list(csv.DictReader(io.StringIO(write(read_library(OWN.encode()), []).decode())))
    assert [row["my column"] for row in rows] == ["mine", "", "", ""]
    assert rows[0]["corner radius"] == "5"
    assert rows[0]["name"] == "'=1+1"


@pytest.mark.parametrize("system", ["metric", "inch"])
def test_tools_and_presets_in_a_table(system):
    item = read_library(CARBIDE.encode()).items[0]
    tap = Item("tap", 2, tool=Tap(thread="M6", kind="spiral point", chamfer_threads=3.5), note="line\nbreak")
    library = Library((item, tap, Item("holder", extra={"fusion": {"gaugeLength": 60.0}})))
    again = read_library(write(library, [], system=system))
    assert [one.field for one in again.problems] == ["material"]  # which the table of Carbide Create does not say
    assert again.items[1:] == library.items[1:]
    found, tool = again.items[0], item.tool
    assert found.tool.si("diameter") == pytest.approx(tool.si("diameter"), rel=1e-9)
    assert found.presets[0].feed_rate.to("mm/min").m == pytest.approx(75 * 25.4, rel=1e-9)
    assert found.extra == item.extra
    assert read_library(write(again, [], system=system)) == again


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"kind,number,name,name\n", b"kind,number,name," + b"x" * 300, b"kind,number,name" + b",a" * 2000,
     b'kind,number,name\n1,2,"' + b"x" * 200_000, b"kind,number,name\n" + b"drill,,\n" * 200_001],
)  # fmt: skip
def test_no_table(content):
    with pytest.raises(LibraryError):
        read_library(content, format="own-csv")
