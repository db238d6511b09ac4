"""The job of the README, and how to vary it."""

from typing import Any

import chipload as cl

TOOL = {
    "diameter": "10 mm",
    "teeth": 4,
    "stickout": "30 mm",
    "flute_length": "25 mm",
    "shank_diameter": "10 mm",
    "material": "carbide",
}
CUT = {
    "material": "6061-T6",
    "machine": "haas-vf2",
    "radial_depth": "5 mm",
    "axial_depth": "10 mm",
    "cutting_speed": "300 m/min",
    "feed_per_tooth": "0.05 mm",
}


def make(tool: dict[str, Any] | None = None, **changed: Any) -> cl.Milling:
    """The job with parts of tool and cut changed; a value of None leaves a field out."""
    tool_fields = {name: value for name, value in {**TOOL, **(tool or {})}.items() if value is not None}
    fields = {name: value for name, value in {**CUT, **changed}.items() if value is not None}
    return cl.Milling(tool=cl.EndMill(**tool_fields), **fields)
