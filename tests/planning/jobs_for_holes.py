"""A drilling and a reaming job, and how to vary them."""

from typing import Any

import chipload as cl

DRILL = {"diameter": "10 mm", "stickout": "95 mm", "flute_length": "87 mm", "material": "hss"}
HOLE = {
    "material": "1045",
    "machine": "haas-vf2",
    "depth": "25 mm",
    "cutting_speed": "20 m/min",
    "feed_per_rev": "0.2 mm/rev",
}
REAMER = {"diameter": "10 mm", "teeth": 6, "stickout": "80 mm", "flute_length": "38 mm", "material": "hss"}
REAMED = {
    "material": "1045",
    "machine": "haas-vf2",
    "depth": "25 mm",
    "pilot_diameter": "9.8 mm",
    "cutting_speed": "12 m/min",
    "feed_per_rev": "0.3 mm/rev",
}


def _given(*parts: dict[str, Any] | None) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for part in parts:
        merged |= part or {}
    return {name: value for name, value in merged.items() if value is not None}


def drilling(tool: dict[str, Any] | None = None, **changed: Any) -> cl.Drilling:
    """The drilling job with parts of tool and cut changed; a value of None leaves a field out."""
    return cl.Drilling(tool=cl.Drill(**_given(DRILL, tool)), **_given(HOLE, changed))


def reaming(tool: dict[str, Any] | None = None, **changed: Any) -> cl.Reaming:
    """The reaming job with parts of tool and cut changed; a value of None leaves a field out."""
    return cl.Reaming(tool=cl.Reamer(**_given(REAMER, tool)), **_given(REAMED, changed))
