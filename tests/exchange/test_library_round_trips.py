"""Libraries drawn at random survive every format that is written: what is read back is what was given."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chipload.exchange import Item, Library, Preset, read_library, write_library
from chipload.exchange.fusion import KIND_OF, TYPE_OF
from chipload.exchange.vocabulary import MODELS, PRESET_NUMBERS, SIZES, quantity
from chipload.planning import Drill, EndMill, Reamer, Tap

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
PLAIN = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=";"), min_size=1, max_size=20)
NUMBERS = st.floats(0.01, 500).map(lambda number: float(f"{number:.6g}"))
SYSTEMS = st.sampled_from(["metric", "inch"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
UNIT = {"metric": "mm", "inch": "inch"}


@st.composite
def tools(draw, system):
    unit = UNIT[system]
    diameter, teeth = draw(NUMBERS), draw(st.integers(1, 12))
    flutes = diameter * draw(st.sampled_from([1.0, 2.5, 3.0]))
    sizes = {"diameter": f"{diameter!r} {unit}", "flute_length": f"{flutes!r} {unit}",
             "stickout": f"{flutes * 2!r} {unit}"}  # fmt: skip
    material = draw(st.sampled_from(["carbide", "hss"]))
    kind = draw(st.sampled_from(["flat end mill", "bull nose end mill", "ball end mill", "drill", "reamer", "tap"]))
    if kind == "tap":
        return kind, Tap(thread="M6", kind="spiral point", material=material)
    if kind == "drill":
        return kind, Drill(**sizes, material=material, teeth=teeth)
    if kind == "reamer":
        return kind, Reamer(**sizes, material=material, teeth=teeth)
    share = {"flat end mill": None, "bull nose end mill": 8, "ball end mill": 2}[kind]
    corner = {} if share is None else {"corner_radius": f"{diameter / share!r} {unit}"}
    return kind, EndMill(**sizes, **corner, teeth=teeth, material=material)


@st.composite
def presets(draw, system, names):
    numbers = {name: quantity(PRESET_NUMBERS[name], draw(NUMBERS), system) for name in draw(st.sets(names))}
    return Preset(draw(TEXTS), draw(TEXTS), draw(TEXTS), **numbers)


@st.composite
def items(draw, system, *, sized=True, names=None, extra=True):
    if draw(st.booleans()):
        kind, tool = draw(tools(system))
        found = Item(kind, tool=tool)
    else:
        kind = draw(st.sampled_from(sorted({*KIND_OF.values()} - {*MODELS, "holder", "probe"})))
        picked = draw(
            st.sets(st.sampled_from(sorted(set(SIZES) - {"teeth", "thread_teeth"})), max_size=4 if sized else 0)
        )
        found = Item(kind, sizes={name: quantity(SIZES[name], draw(NUMBERS), system) for name in picked})
    drawn = draw(st.lists(presets(system, names or st.sampled_from(sorted(PRESET_NUMBERS))), max_size=3))
    more = {"mine": draw(JSON)} if extra and draw(st.booleans()) else {}
    return Item(
        **{**vars(found), "number": draw(st.none() | st.integers(0, 9999)), "name": draw(TEXTS), "vendor": draw(TEXTS),
           "product": draw(TEXTS), "note": draw(TEXTS), "presets": tuple(drawn), "extra": more}
    )  # fmt: skip


def there_and_back(library, ending, format, units="mm"):
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"library{ending}"
        lost = write_library(library, path, format, units)
        return read_library(path, format, units), lost


def same(one, other, *, rel=0.0):
    """Items that say the same, numbers to a share of `rel`."""
    assert (one.kind, one.number, one.name, one.vendor, one.product, one.note) == (
        other.kind, other.number, other.name, other.vendor, other.product, other.note,
    )  # fmt: skip
    assert (one.tool is None) == (other.tool is None)
    for name in SIZES:
        assert one.si(name) == (None if other.si(name) is None else pytest.approx(other.si(name), rel=rel, abs=0))
    assert [preset.name for preset in one.presets] == [preset.name for preset in other.presets]
    for mine, theirs in zip(one.presets, other.presets, strict=True):
        assert (mine.note, mine.material, set(mine.values())) == (theirs.note, theirs.material, set(theirs.values()))
        for name, value in mine.values().items():
            assert value.to(theirs.values()[name].units).m == pytest.approx(theirs.values()[name].m, rel=rel, abs=0)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), system=SYSTEMS)
def test_own_json_loses_nothing(data, system):
    library = Library(tuple(data.draw(st.lists(items(system), max_size=4))), name="library", format="own")
    again, lost = there_and_back(library, ".json", "own")
    assert lost == ()
    assert again.items == library.items


@settings(max_examples=60, deadline=None)
@given(data=st.data(), system=SYSTEMS, written=st.sampled_from(["mm", "inch"]))
def test_own_csv_loses_nothing(data, system, written):
    library = Library(tuple(data.draw(st.lists(items(system), max_size=4))))
    again, lost = there_and_back(library, ".csv", "own-csv", written)
    assert lost == ()
    assert len(again) == len(library)
    for one, other in zip(again, library, strict=True):
        same(one, other, rel=2e-9)
        assert one.extra == other.extra
        if one.tool is not None:
            assert type(one.tool) is type(other.tool)
            assert one.tool.material == other.tool.material


MILLED = ["spindle_speed", "cutting_speed", "feed_per_tooth", "feed_rate", "plunge_feed_rate", "axial_depth",
          "radial_depth"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(data=st.data(), system=SYSTEMS, packed=st.sampled_from([".json", ".tools"]))
def test_mills_survive_fusion(data, system, packed):
    unit = UNIT[system]
    found = []
    for number in range(data.draw(st.integers(0, 4))):
        kind, tool = data.draw(tools(system).filter(lambda pair: isinstance(pair[1], EndMill)))
        drawn = data.draw(st.lists(presets(system, st.sampled_from(MILLED)), max_size=3))
        full = tuple(
            Preset(one.name, one.note, one.material, **{
                "feed_rate": quantity(PRESET_NUMBERS["feed_rate"], 100.0, system),
                "plunge_feed_rate": quantity(PRESET_NUMBERS["plunge_feed_rate"], 30.0, system), **one.values(),
            })
            for one in drawn
        )  # fmt: skip
        found.append(Item(kind, number, data.draw(TEXTS), data.draw(TEXTS), data.draw(TEXTS), data.draw(TEXTS),
                          tool=tool, presets=full))  # fmt: skip
    library = Library(tuple(found))
    again, lost = there_and_back(library, packed, "fusion", unit)
    assert lost == ()
    for one, other in zip(again, library, strict=True):
        same(one, other, rel=1e-9)
    twice, _ = there_and_back(again, packed, "fusion", unit)
    assert twice.items == again.items


@settings(max_examples=100, deadline=None)
@given(
    records=st.lists(
        st.fixed_dictionaries(
            {"type": st.sampled_from([*KIND_OF, "unheard of"]) | JSON,
             "unit": st.sampled_from(["millimeters", "inches"]) | JSON},
            optional={
                "description": JSON, "vendor": JSON, "BMC": st.sampled_from(["carbide", "hss", "unspecified"]) | JSON,
                "geometry": st.dictionaries(st.sampled_from(["DC", "NOF", "LCF", "LB", "OAL", "RE", "TA", "SIG", "TP",
                                                             "shoulder-length", "shoulder-diameter", "x"]),
                                            NUMBERS | st.integers(-2, 9) | JSON) | JSON,
                "post-process": st.fixed_dictionaries({"number": st.integers(-3, 99) | JSON}) | JSON,
                "start-values": st.fixed_dictionaries({"presets": st.lists(st.dictionaries(
                    st.sampled_from(["name", "n", "v_c", "v_f", "f_z", "f_n", "v_f_plunge", "use-stepdown", "stepdown",
                                     "use-feed-per-revolution", "material", "y"]), NUMBERS | JSON)) | JSON}) | JSON,
                "z": JSON,
            },
        ) | JSON,
        max_size=4,
    )
)  # fmt: skip
def test_any_document_of_fusion_comes_back_as_it_was(records):
    from chipload.exchange.fusion import write

    document = {"data": records, "version": 36}
    library = read_library(json.dumps(document).encode())
    assert len(library) == len(records)
    problems = []
    assert json.loads(write(library, problems, packed=False)) == document
    assert problems == []


@settings(max_examples=60, deadline=None)
@given(data=st.data(), units=st.sampled_from(["mm", "inch"]))
def test_numbers_and_offsets_survive_linuxcnc(data, units):
    system = {"mm": "metric", "inch": "inch"}[units]
    names = ("diameter", "offset_x", "offset_z", "front_angle")
    numbers = data.draw(st.lists(st.integers(0, 9999), min_size=1, max_size=5, unique=True))
    found = tuple(
        Item("other", number, data.draw(PLAIN),
             sizes={name: quantity(SIZES[name], data.draw(NUMBERS), system) for name in names})
        for number in numbers
    )  # fmt: skip
    again, lost = there_and_back(Library(found), ".tbl", "linuxcnc", units)
    assert lost == ()
    for one, other in zip(again, found, strict=True):
        same(one, other)
    assert there_and_back(again, ".tbl", "linuxcnc", units)[0].items == again.items


@settings(max_examples=40, deadline=None)
@given(data=st.data(), system=SYSTEMS)
def test_tools_survive_freecad(data, system):
    found = []
    for number in range(data.draw(st.integers(1, 3))):
        kind, tool = data.draw(tools(system).filter(lambda pair: not isinstance(pair[1], Tap)))
        chip = data.draw(st.none() | NUMBERS.map(lambda one: quantity(PRESET_NUMBERS["feed_per_tooth"], one, system)))
        found.append(Item(kind, number, data.draw(TEXTS), tool=tool, presets=() if chip is None else (
            Preset(feed_per_tooth=chip),)))  # fmt: skip
    again, lost = there_and_back(Library(tuple(found)), ".fctl", "freecad")
    assert lost == ()
    for one, other in zip(again, found, strict=True):
        same(one, other)
        assert one.tool.material == other.tool.material


@settings(max_examples=40, deadline=None)
@given(data=st.data(), units=st.sampled_from(["mm", "inch"]))
def test_mills_survive_carbide_create(data, units):
    system = {"mm": "metric", "inch": "inch"}[units]
    found = []
    for number in range(data.draw(st.integers(1, 3))):
        kind, tool = data.draw(tools(system).filter(lambda pair: isinstance(pair[1], EndMill)))
        numbers = {name: quantity(PRESET_NUMBERS[name], data.draw(NUMBERS), system)
                   for name in ("spindle_speed", "feed_rate", "plunge_feed_rate", "axial_depth")}  # fmt: skip
        found.append(Item(kind, number, data.draw(TEXTS), tool=tool, presets=(Preset(**numbers),)))
    again, lost = there_and_back(Library(tuple(found)), ".csv", "carbide", units)
    assert lost == ()
    for one, other in zip(again, found, strict=True):
        same(one, other)


def test_every_type_of_fusion_has_a_kind_that_goes_back():
    assert {KIND_OF[their] for their in KIND_OF} == set(TYPE_OF)
