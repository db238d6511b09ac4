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
        Calibration,
        EndMill,
        LifeCalibration,
        Limits,
        Measured,
        Milling,
        Plan,
        calibrate,
        calibrate_life,
        plan,
        sweep,
    )
    from chipload.planning import Drill, Drilling, EndMill, Limits, Milling, Plan, Reamer, Reaming, plan, sweep
        Boring,
        BoringBar,
        EndMill,
        Facing,
        Grooving,
        GroovingTool,
        Limits,
        Milling,
        Parting,
        Plan,
        Turning,
        TurningTool,
        plan,
        sweep,
    )
    from chipload.planning import EndMill, Limits, Milling, Plan, plan, sweep  # isort: skip
    from chipload.planning import Tap, Tapping, Threading, ThreadingTool, ThreadMill, ThreadMilling  # isort: skip
    from chipload.units import FORMULAS, working

_ROOMS = ("catalog", "cutting", "dynamics", "finish", "mechanics", "pictures", "planning", "units", "errors")
_FORMULA_ROOMS = ("cutting", "dynamics", "finish", "mechanics")
_HOMES = {
    "Calibration": "planning",
    "LifeCalibration": "planning",
    "Measured": "planning",
    "calibrate": "planning",
    "calibrate_life": "planning",
    "Drill": "planning",
    "Drilling": "planning",
    "EndMill": "planning",
    "Limits": "planning",
    "Milling": "planning",
    "Plan": "planning",
    "Reamer": "planning",
    "Reaming": "planning",
    "plan": "planning",
    "sweep": "planning",
    "working": "units",
    "Boring": "planning",
    "BoringBar": "planning",
    "Facing": "planning",
    "Grooving": "planning",
    "GroovingTool": "planning",
    "Parting": "planning",
    "Turning": "planning",
    "TurningTool": "planning",
    "Tap": "planning",
    "Tapping": "planning",
    "ThreadMill": "planning",
    "ThreadMilling": "planning",
    "Threading": "planning",
    "ThreadingTool": "planning",
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
    "Drilling", "Drill", "Reaming", "Reamer",
    "Milling", "EndMill", "Limits", "plan", "Plan", "sweep", "working", "Quantity", "FORMULAS",
    "Turning", "Facing", "Boring", "Grooving", "Parting", "TurningTool", "BoringBar", "GroovingTool",
    "catalog", "cutting", "dynamics", "errors", "finish", "mechanics", "pictures", "planning", "units",
]  # fmt: skip
__all__ += ["Calibration", "LifeCalibration", "Measured", "calibrate", "calibrate_life"]
__all__ += ["Tap", "Tapping", "ThreadMill", "ThreadMilling", "Threading", "ThreadingTool"]
