"""A tool library of Fusion refreshed for a material it has no presets for; what else the file holds stays as it was."""

import tempfile
from pathlib import Path

import chipload as cl
from chipload.exchange import Usual, read_library, refresh, write_library

MATERIAL, MACHINE = "4140", "haas-vf2"

library = read_library(Path(__file__).parent / "data" / "library.json")
usual = Usual(radial_share=0.1, axial_share=1.0)  # walls, a diameter deep, where a tool has no depths of its own
fresh = refresh(library, MATERIAL, MACHINE, usual=usual)

with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "library.json"
    lost = write_library(fresh, file)
    again = read_library(file)

print(f"Presets for {cl.catalog.material(MATERIAL).title} on {cl.catalog.machine(MACHINE).title}\n")
for before, item in zip(library, again, strict=True):
    if item.presets == before.presets:
        print(f"{item.describe()}: as it was")
        continue
    preset = next(one for one in item.presets if one.name == MATERIAL)
    feed = preset.feed_rate if preset.feed_rate is not None else preset.plunge_feed_rate
    print(f"{item.describe()}: {preset.spindle_speed.m_as('rpm'):.0f} rpm, {feed.m_as('mm/min'):.0f} mm/min")
print("\nWhat to know of them")
for problem in (*fresh.problems, *lost):
    print(f"  {problem}")
