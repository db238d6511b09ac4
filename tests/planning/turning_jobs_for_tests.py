"""Jobs of the turning family, and how to vary them; a value of None leaves a field out."""

from typing import Any

import chipload as cl

TURNING_TOOL = {
    "material": "coated carbide", "nose_radius": "0.8 mm", "entering_angle": "95 deg", "shank_height": "25 mm",
    "shank_width": "25 mm", "overhang": "35 mm",
}  # fmt: skip
BAR = {"material": "coated carbide", "bar_diameter": "25 mm", "overhang": "90 mm", "nose_radius": "0.4 mm"}
BLADE = {
    "material": "coated carbide", "width": "3 mm", "overhang": "25 mm", "blade_height": "26 mm",
    "blade_thickness": "2.4 mm",
}  # fmt: skip
CUT = {"material": "1045", "cutting_speed": "150 m/min", "feed_per_rev": "0.2 mm/rev"}


def _given(*layers: dict[str, Any] | None) -> dict[str, Any]:
    fields = {name: value for layer in layers for name, value in (layer or {}).items()}
    return {name: value for name, value in fields.items() if value is not None}


def turning(tool: dict[str, Any] | None = None, **changed: Any) -> cl.Turning:
    """A bar of 60 mm, 2 mm deep."""
    cut = {**CUT, "diameter": "60 mm", "depth_of_cut": "2 mm"}
    return cl.Turning(tool=cl.TurningTool(**_given(TURNING_TOOL, tool)), **_given(cut, changed))


def facing(tool: dict[str, Any] | None = None, **changed: Any) -> cl.Facing:
    """The face of a bar of 60 mm, 1.5 mm deep, to the centre."""
    cut = {**CUT, "diameter": "60 mm", "depth_of_cut": "1.5 mm"}
    return cl.Facing(tool=cl.TurningTool(**_given(TURNING_TOOL, tool)), **_given(cut, changed))


def boring(tool: dict[str, Any] | None = None, **changed: Any) -> cl.Boring:
    """A bore of 40 mm, 1 mm deep."""
    cut = {**CUT, "diameter": "40 mm", "depth_of_cut": "1 mm"}
    return cl.Boring(tool=cl.BoringBar(**_given(BAR, tool)), **_given(cut, changed))


def grooving(tool: dict[str, Any] | None = None, **changed: Any) -> cl.Grooving:
    """A groove 3 mm wide and 5 mm deep in a bar of 60 mm."""
    cut = {**CUT, "feed_per_rev": "0.1 mm/rev", "diameter": "60 mm", "groove_depth": "5 mm"}
    return cl.Grooving(tool=cl.GroovingTool(**_given(BLADE, tool)), **_given(cut, changed))


def parting(tool: dict[str, Any] | None = None, **changed: Any) -> cl.Parting:
    """A bar of 40 mm, parted to the centre."""
    cut = {**CUT, "feed_per_rev": "0.1 mm/rev", "diameter": "40 mm"}
    return cl.Parting(tool=cl.GroovingTool(**_given(BLADE, tool)), **_given(cut, changed))
