"""Random valid jobs of holes, by operation name."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

import chipload as cl

MATERIALS = ("1045", "304", "6061-T6", "ti-6al-4v", "gg25", "4140-annealed")

WITHOUT_RANGES = ("ti-6al-4v",)
"""Of which the tables lack a feed or a speed, so that the job gives both."""


def _of(number: float, unit: str) -> str:
    return f"{number!r} {unit}"


@st.composite
def _hole(draw: st.DrawFn, diameter: float, deepest: float) -> dict[str, Any]:
    """What the jobs of holes have in common; lengths in mm."""
    material = draw(st.sampled_from(MATERIALS))
    fields: dict[str, Any] = {
        "material": material,
        "depth": _of(draw(st.floats(0.2, deepest)) * diameter, "mm"),
        "holes": draw(st.integers(1, 20)),
        "boldness": draw(st.floats(0.0, 1.0)),
        "machine": draw(st.sampled_from((None, "haas-vf2"))),
    }
    left_open = () if material in WITHOUT_RANGES else ("open",)
    speed = draw(st.sampled_from((*left_open, "cutting", "spindle")))
    if speed == "cutting":
        fields["cutting_speed"] = _of(draw(st.floats(2.0, 150.0)), "m/min")
    elif speed == "spindle":
        fields["spindle_speed"] = _of(draw(st.floats(50.0, 8000.0)), "rpm")
    feed = draw(st.sampled_from((*left_open, "turn", "rate")))
    if feed == "turn":
        fields["feed_per_rev"] = _of(draw(st.floats(0.003, 0.03)) * diameter, "mm/rev")
    elif feed == "rate":
        fields["feed_rate"] = _of(draw(st.floats(5.0, 500.0)), "mm/min")
    for name in ("breakthrough", "approach_length"):
        if draw(st.booleans()):
            fields[name] = _of(draw(st.floats(0.0, 2.0)), "mm")
    return fields


@st.composite
def drilling_jobs(draw: st.DrawFn) -> cl.Drilling:
    """Drills of high-speed steel from 1 to 40 mm, into the solid or a pilot hole, up to 6 diameters deep."""
    diameter = draw(st.floats(1.0, 40.0))
    fields = draw(_hole(diameter, 6.0))
    tool: dict[str, Any] = {"diameter": _of(diameter, "mm"), "material": "hss"}
    tool["flute_length"] = _of(8 * diameter + 3, "mm")
    tool["stickout"] = _of((8 * diameter + 3) * draw(st.floats(1.0, 1.5)), "mm")
    if draw(st.booleans()):
        tool["point_angle"] = _of(draw(st.floats(60.0, 180.0)), "deg")
    if draw(st.booleans()):
        fields["pilot_diameter"] = _of(draw(st.floats(0.05, 0.95)) * diameter, "mm")
    return cl.Drilling(tool=cl.Drill(**tool), **fields)


@st.composite
def reaming_jobs(draw: st.DrawFn) -> cl.Reaming:
    """Reamers from 2 to 40 mm, of high-speed steel or carbide, up to 3 diameters deep."""
    diameter = draw(st.floats(2.0, 40.0))
    fields = draw(_hole(diameter, 3.0))
    tool: dict[str, Any] = {"diameter": _of(diameter, "mm"), "material": draw(st.sampled_from(("hss", "carbide")))}
    tool |= {"teeth": draw(st.integers(2, 12)), "flute_length": _of(4 * diameter, "mm")}
    tool["stickout"] = _of((4 * diameter + 3) * draw(st.floats(1.0, 2.0)), "mm")
    fields["pilot_diameter"] = _of(draw(st.floats(0.9, 0.995)) * diameter, "mm")
    return cl.Reaming(tool=cl.Reamer(**tool), **fields)


STRATEGIES: dict[str, st.SearchStrategy[Any]] = {"drilling": drilling_jobs(), "reaming": reaming_jobs()}
