"""How long and in how much memory a Fusion library of ten thousand tools is read and written; run it as a script.

It prints the times, the most memory the process had, and their ratios to the marks of 2 s and 300 MB.
"""

import json
import resource
import sys
import tempfile
import time
import uuid
from pathlib import Path

SECONDS, MEGABYTES = 2.0, 300.0


def milling_preset(diameter, place):
    turns, chip = 300_000 / (3.141592653589793 * diameter), 0.005 * diameter
    rate = turns * 4 * chip
    mark = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{diameter}{place}"))
    return {
        "name": f"material {place}", "description": "", "guid": mark,
        "f_n": rate / 3 / turns, "f_z": chip, "n": turns, "n_ramp": turns, "ramp-angle": 2.0, "tool-coolant": "flood",
        "use-stepdown": True, "stepdown": diameter / 2, "use-stepover": True, "stepover": diameter / 4, "v_c": 300.0,
        "v_f": rate, "v_f_leadIn": rate, "v_f_leadOut": rate, "v_f_plunge": rate / 3, "v_f_ramp": rate,
        "v_f_transition": rate, "material": {"category": "all", "query": "", "use-hardness": False},
    }  # fmt: skip


def tool(number):
    diameter = 3.0 + number % 37 / 2
    return {
        "BMC": "carbide", "GRADE": "Mill Generic", "description": f"mill {number}", "vendor": "a maker",
        "product-id": f"P-{number}", "product-link": "", "guid": str(uuid.uuid5(uuid.NAMESPACE_OID, str(number))),
        "type": "flat end mill", "unit": "millimeters", "last_modified": 1700000000000 + number,
        "geometry": {
            "CSP": False, "HAND": True, "DC": diameter, "LB": 5 * diameter, "LCF": 3 * diameter, "NOF": 4,
            "OAL": 9 * diameter, "SFDM": diameter, "assemblyGaugeLength": 5 * diameter, "shoulder-length": 4 * diameter,
            "shoulder-diameter": 0.95 * diameter,
        },
        "expressions": {"tool_diameter": f"{diameter} mm"},
        "post-process": {
            "number": number, "length-offset": number, "diameter-offset": number, "turret": 0, "live": True,
            "break-control": False, "manual-tool-change": False, "comment": "",
        },
        "start-values": {"presets": [milling_preset(diameter, place) for place in range(2)]},
    }  # fmt: skip


def megabytes():
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    from chipload.exchange import read_library, write_library

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.json"
        path.write_text(json.dumps({"data": [tool(1)], "version": 36}))
        read_library(path)
        with path.open("w") as file:
            file.write('{"version": 36, "data": [')
            file.write(json.dumps(tool(1)))
            file.writelines("," + json.dumps(tool(number)) for number in range(2, count + 1))
            file.write("]}")
        before = megabytes()
        began = time.perf_counter()
        library = read_library(path)
        took = time.perf_counter() - began
        after = megabytes()
        tools = sum(item.tool is not None for item in library)
        print(f"{library.format}: {path.stat().st_size / 1e6:.1f} MB, {len(library)} items, {tools} tools")
        print(f"read: {took:.2f} s, {took / SECONDS:.2f} of {SECONDS:g} s")
        print(f"memory: {after:.0f} MB at most, {before:.0f} MB before; {after / MEGABYTES:.2f} of {MEGABYTES:g} MB")
        began = time.perf_counter()
        write_library(library, path)
        print(f"write: {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
