"""Random valid jobs of the operations that make threads."""

from typing import Any

from hypothesis import strategies as st

import chipload as cl

THREADS = ["M3", "M6", "M8x1", "M10x1.5", "M12x1.75", "M20x2.5", "1/4-20 UNC", "3/8-24", "1-8 UNC"]
MATERIALS = ["1045", "304", "gjl-250", "a380", "4140-qt"]
CUTTING_TAPS = [
    "straight flute, 5 threads chamfer", "straight flute, 1.5 threads chamfer", "spiral flute", "spiral point",
]  # fmt: skip


def millimetres(value: float) -> str:
    return f"{value!r} mm"


@st.composite
def tapping(draw: st.DrawFn) -> cl.Tapping:
    """Holes tapped with taps that cut or press."""
    forms = draw(st.booleans())
    depth = draw(st.floats(5, 60))
    fields: dict[str, Any] = {}
    if forms:
        fields["thread_percentage"] = draw(st.floats(0.4, 1.0))
    elif draw(st.booleans()):
        fields["thread_percentage"] = draw(st.floats(0.4, 0.8))
    if draw(st.booleans()):
        fields["cutting_speed"] = f"{draw(st.floats(1, 60))!r} m/min"
    else:
        fields["spindle_speed"] = f"{draw(st.floats(50, 3000))!r} rpm"
    if draw(st.booleans()):
        fields["hole_depth"] = millimetres(depth * draw(st.floats(1.01, 2)))
    tap = cl.Tap(
        thread=draw(st.sampled_from(THREADS)),
        kind="roll form" if forms else draw(st.sampled_from(CUTTING_TAPS)),
        flute_length=millimetres(draw(st.floats(5, 60))) if draw(st.booleans()) else None,
    )
    return cl.Tapping(
        material=draw(st.sampled_from(MATERIALS)), tool=tap, machine=draw(st.sampled_from([None, "generic-vmc-40"])),
        thread_length=millimetres(depth), approach=millimetres(draw(st.floats(0, 10))),
        holes=draw(st.integers(1, 50)), **fields,
    )  # fmt: skip


@st.composite
def threading(draw: st.DrawFn) -> cl.Threading:
    """Threads turned on the outside and the inside, in passes or from a first infeed."""
    pitch = draw(st.floats(0.3, 6))
    fields: dict[str, Any] = {}
    if draw(st.booleans()):
        fields["passes"] = draw(st.integers(1, 30))
    else:
        fields["first_infeed"] = millimetres(pitch * draw(st.floats(0.08, 0.5)))
    return cl.Threading(
        material=draw(st.sampled_from([*MATERIALS, "6061-T6"])), tool=cl.ThreadingTool(),
        major_diameter=millimetres(pitch * draw(st.floats(3, 30))), pitch=millimetres(pitch),
        side=draw(st.sampled_from(["outside", "inside"])), thread_length=millimetres(draw(st.floats(1, 200))),
        starts=draw(st.integers(1, 4)), cutting_speed=f"{draw(st.floats(5, 300))!r} m/min", **fields,
    )  # fmt: skip


@st.composite
def thread_milling(draw: st.DrawFn) -> cl.ThreadMilling:
    """Threads milled on the outside and the inside, with a single row or many."""
    pitch, side = draw(st.floats(0.5, 4)), draw(st.sampled_from(["outside", "inside"]))
    major = pitch * draw(st.floats(6, 30))
    # An inner thread leaves room for the mill in its hole; a wide cut asks for a mill that is not too small.
    diameter = major * (draw(st.floats(0.45, 0.75)) if side == "inside" else draw(st.floats(0.5, 2)))
    flutes = pitch * (1 if draw(st.booleans()) else draw(st.floats(2.0, 15)))
    stickout = flutes * draw(st.floats(1.05, 2)) + pitch * 4
    mill = cl.ThreadMill(
        diameter=millimetres(diameter), teeth=draw(st.integers(1, 8)), stickout=millimetres(stickout),
        flute_length=millimetres(flutes), pitch=millimetres(pitch) if draw(st.booleans()) else None,
    )  # fmt: skip
    return cl.ThreadMilling(
        material=draw(st.sampled_from([*MATERIALS, "6061-T6"])), tool=mill, machine="generic-vmc-40",
        major_diameter=millimetres(major), pitch=millimetres(pitch), side=side,
        thread_length=millimetres(stickout * draw(st.floats(0.1, 0.95))),
        cutting_speed=f"{draw(st.floats(20, 300))!r} m/min",
        feed_per_tooth=millimetres(diameter * draw(st.floats(0.002, 0.02))),
    )  # fmt: skip


STRATEGIES = {"tapping": tapping(), "threading": threading(), "thread_milling": thread_milling()}
