"""chipload: a machining calculator whose numbers carry units, sources and their working.

Importing the package costs next to nothing: the rooms, the units library and the tables load at first use.

Examples
--------
>>> import chipload as cl
>>> print(f"{cl.cutting.spindle_speed('300 m/min', '10 mm'):.0f~P}")
9549 rpm
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from chipload import catalog, cutting, dynamics, finish, mechanics, pictures, planning, units
    from chipload.planning import (
        Boring,
        BoringBar,
        Calibration,
        Drill,
        Drilling,
        Economy,
        EndMill,
        Facing,
        Grooving,
        GroovingTool,
        LifeCalibration,
        Limits,
        Measured,
        Milling,
        Optimum,
        Part,
        Parting,
        PartOperation,
        PartPlan,
        Plan,
        Reamer,
        Reaming,
        Tap,
        Tapping,
        Threading,
        ThreadingTool,
        ThreadMill,
        ThreadMilling,
        Turning,
        TurningTool,
        calibrate,
        calibrate_life,
        frame_of_plans,
        frame_of_sweep,
        jobs_of_frame,
        optimise,
        plan,
        plan_part,
        sweep,
    )
    from chipload.units import FORMULAS, working

_ROOMS = ("catalog", "cutting", "dynamics", "finish", "mechanics", "pictures", "planning", "units", "errors")
_FORMULA_ROOMS = ("cutting", "dynamics", "finish", "mechanics")
_HOMES = {
    "Boring": "planning",
    "BoringBar": "planning",
    "Calibration": "planning",
    "Drill": "planning",
    "Drilling": "planning",
    "Economy": "planning",
    "EndMill": "planning",
    "Facing": "planning",
    "Grooving": "planning",
    "GroovingTool": "planning",
    "LifeCalibration": "planning",
    "Limits": "planning",
    "Measured": "planning",
    "Milling": "planning",
    "Optimum": "planning",
    "Part": "planning",
    "PartOperation": "planning",
    "PartPlan": "planning",
    "Parting": "planning",
    "Plan": "planning",
    "Reamer": "planning",
    "Reaming": "planning",
    "Tap": "planning",
    "Tapping": "planning",
    "ThreadMill": "planning",
    "ThreadMilling": "planning",
    "Threading": "planning",
    "ThreadingTool": "planning",
    "Turning": "planning",
    "TurningTool": "planning",
    "calibrate": "planning",
    "calibrate_life": "planning",
    "frame_of_plans": "planning",
    "frame_of_sweep": "planning",
    "jobs_of_frame": "planning",
    "optimise": "planning",
    "plan": "planning",
    "plan_part": "planning",
    "sweep": "planning",
    "working": "units",
}


def _quantity() -> Any:
    from chipload.units import registry

    return registry().Quantity


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        found: Any = importlib.import_module(f"chipload.{name}")
    elif name == "FORMULAS":
        for room in _FORMULA_ROOMS:
            importlib.import_module(f"chipload.{room}")
        found = importlib.import_module("chipload.units").FORMULAS
    elif name in _HOMES:
        found = getattr(importlib.import_module(f"chipload.{_HOMES[name]}"), name)
    elif name == "Quantity":
        found = _quantity()
    else:
        raise AttributeError(f"module 'chipload' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)


__all__ = [  # noqa: RUF022 - grouped as they are used
    "Boring", "BoringBar", "Calibration", "Drill", "Drilling", "Economy", "EndMill", "Facing", "Grooving",
    "GroovingTool", "LifeCalibration", "Limits", "Measured", "Milling", "Optimum", "Part", "PartOperation", "PartPlan",
    "Parting", "Plan", "Reamer", "Reaming", "Tap", "Tapping", "ThreadMill", "ThreadMilling", "Threading",
    "ThreadingTool", "Turning", "TurningTool", "calibrate", "calibrate_life", "optimise", "plan", "plan_part", "sweep",
    "frame_of_plans", "frame_of_sweep", "jobs_of_frame", "working", "Quantity", "FORMULAS",
    "catalog", "cutting", "dynamics", "errors", "finish", "mechanics", "pictures", "planning", "units",
]  # fmt: skip
