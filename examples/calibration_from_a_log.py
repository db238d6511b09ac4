"""Force constants from three measured cuts of a log, and how well they tell the other fifteen.

The log is published: 7075-T6 turned with carbide in flood, by M. C. dos Santos Jr.
(https://github.com/mariocezar1971/livro-doe-usinagem).
The three cuts are spread over feed and depth, as a shop would choose them.
"""

import tempfile
from pathlib import Path

import pandas

import chipload as cl

log = pandas.read_csv(Path(__file__).parent / "data" / "turned_7075.csv")
forces = log.pop("cutting_force [N]")
bar = cl.Turning(
    material="7075-T6", tool=cl.TurningTool(), diameter="60 mm", depth_of_cut="1 mm", cutting_speed="200 m/min"
)
jobs = cl.jobs_of_frame(log, bar)
chosen = [5, 11, 2]  # a light, a middle and a heavy cut
others = [place for place in range(len(jobs)) if place not in chosen]

calibration = cl.calibrate([cl.Measured(jobs[place], cutting_force=f"{forces[place]} N") for place in chosen])
print(calibration)

with tempfile.TemporaryDirectory() as folder:  # a shop leaves the folder out, and every later plan uses the constants
    calibration.save(folder, note="shaft line, lathe 2")
    own = cl.catalog.Catalog(Path(folder))
    before = [cl.plan(jobs[place]) for place in others]
    after = [cl.plan(jobs[place], own) for place in others]


def off(plans):
    """Largest factor between told and measured."""
    told = pandas.Series([plan.cutting_force.m_as("N") for plan in plans], index=others)
    return (told / forces[others]).map(lambda ratio: max(ratio, 1 / ratio)).max()


def held(plans):
    """Share of the measured forces within the intervals."""
    ends = [[end.m_as("N") for end in plan.intervals["cutting_force"]] for plan in plans]
    return sum(low <= forces[place] <= high for place, (low, high) in zip(others, ends, strict=True)) / len(others)


print(f"\nThe other {len(others)} cuts, off by a factor of {off(before):.2f} at most before, {off(after):.2f} after;")
print(f"{held(after):.0%} lie within the intervals, which are {calibration.narrowing:.1f} times narrower now")
