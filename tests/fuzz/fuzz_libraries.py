"""Coverage-guided fuzzing of every reader of libraries and cards; a script, since it needs Atheris and time.

Run `python tests/fuzz/fuzz_libraries.py 60` for a minute.  It ends with an error at the first exception that is not
`LibraryError`, and at the first file that takes longer than ten seconds or 2 GB.
"""

import json
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

SLOWEST, LARGEST = 10, 2048
"""Seconds and megabytes for one file."""


def seeds():
    """A small good file of every format, from which the changes start."""
    preset = {"name": "b", "n": 1000.0, "v_c": 130.0, "v_f": 10.0, "f_z": 0.005, "v_f_plunge": 5.0, "f_n": 0.005}
    mill = {
        "type": "flat end mill", "unit": "inches", "BMC": "hss", "description": "a", "post-process": {"number": 1},
        "geometry": {"DC": 0.5, "NOF": 2, "LCF": 1.0, "LB": 2.0, "RE": 0.0}, "start-values": {"presets": [preset]},
    }  # fmt: skip
    own = {"kind": "tap", "number": 1, "tool": {"type": "Tap", "thread": "M6", "kind": "spiral point"},
           "sizes": {"overall_length": "80 mm"}, "presets": [{"cutting_speed": "10 m/min"}]}  # fmt: skip
    bit = {"version": 2, "name": "c", "shape": "endmill.fcstd", "parameter": {"Diameter": "5,0 mm", "Flutes": "2"},
           "attribute": {"btl-stickout": "20 mm"}}  # fmt: skip
    for document in (
        {"data": [mill], "version": 36}, {"chipload_library": 1, "items": [own]}, bit,
        {"version": 1, "tools": [{"nr": 1, "path": "a.fctb"}]},
        {"1": {"units": "metric", "shape": "Cylindrical", "length": 10, "diameter": 3, "description": ""}},
    ):  # fmt: skip
        yield json.dumps(document).encode()
    yield b"T1 P1 Z+1.5 D6.35 Q2 ;mill\n"
    yield b"number,name,type,diameter,flutelength,numflutes,stickout,metric,feedrate\n1,a,end,6,20,2,25,1,500\n"
    yield b"Number,Tool_type_id,Diameter,Diameter_m,Flute_N\n1,SolidEndMill,6,true,-1\n"
    yield b"item;kind;number;name;diameter [mm];teeth;more;preset\n1;drill;1;=a;8,5;2;{};b\n"
    yield b"General: {Name: a}\nModels: {Machinability: {SurfaceSpeedHSS: '20 m/min'}}\n"
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA page_size = 512")
    connection.executescript(
        "CREATE TABLE tool_geometry (id, tool_type, units, diameter); CREATE TABLE tool_entity (tool_geometry_id);"
        "CREATE TABLE tool_cutting_data (id, feed_rate); INSERT INTO tool_geometry VALUES (1, 1, 0, 6.0);"
    )
    yield connection.serialize()
    connection.close()


def main():
    """Fuzz for as many seconds as the first argument says."""
    import atheris

    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with atheris.instrument_imports(include=["chipload.exchange"]):
        from chipload.exchange import LibraryError, formats, read_library, read_material_card
        from chipload.exchange.guards import pack

        for name in formats():  # the readers load at first use, which must be now to be watched
            with suppress(LibraryError):
                read_library(b"", name, "mm")

    ways = (None, None, *formats(), "packed", "card")

    def one(data):
        way, content = ways[data[0] % len(ways)] if data else None, data[1:]
        try:
            if way == "card":
                read_material_card(content)
            elif way == "packed":
                read_library(pack("tools.json", content), "fusion")
            else:
                read_library(content, way, (None, "mm", "inch")[data[0] % 3] if data else None)
        except LibraryError:
            return

    with TemporaryDirectory() as folder:
        for number, content in enumerate(seeds()):
            for way in range(len(ways)):
                (Path(folder) / f"{number}_{way}").write_bytes(bytes([way]) + content)
        options = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={LARGEST}", "-max_len=4096"]
        atheris.Setup([sys.argv[0], folder, *options], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
