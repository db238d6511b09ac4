"""A job becomes a plan: numbers with intervals, limits, warnings and working."""

from chipload.planning.calibrating import Calibration, calibrate
from chipload.planning.calibrating_life import LifeCalibration, calibrate_life
from chipload.planning.drilling import Drilling
from chipload.planning.frames import frame_of_plans, frame_of_sweep, jobs_of_frame
from chipload.planning.jobs import Economy, Job, Limits
from chipload.planning.limits import Limit
from chipload.planning.measured import Measured
from chipload.planning.milling import Milling
from chipload.planning.optimising import optimise
from chipload.planning.optimum import Optimum
from chipload.planning.parts import Part, PartOperation, PartPlan, plan_part
from chipload.planning.plans import Plan, plan
from chipload.planning.reaming import Reaming
from chipload.planning.sweeps import sweep
from chipload.planning.tapping import Tapping
from chipload.planning.thread_milling import ThreadMilling
from chipload.planning.threading import Threading
from chipload.planning.tools import (
    BoringBar,
    Drill,
    EndMill,
    GroovingTool,
    Reamer,
    Tap,
    ThreadingTool,
    ThreadMill,
    TurningTool,
)
from chipload.planning.turning import Boring, Facing, Grooving, Parting, Turning

__all__ = [
    "Boring",
    "BoringBar",
    "Calibration",
    "Drill",
    "Drilling",
    "Economy",
    "EndMill",
    "Facing",
    "Grooving",
    "GroovingTool",
    "Job",
    "LifeCalibration",
    "Limit",
    "Limits",
    "Measured",
    "Milling",
    "Optimum",
    "Part",
    "PartOperation",
    "PartPlan",
    "Parting",
    "Plan",
    "Reamer",
    "Reaming",
    "Tap",
    "Tapping",
    "ThreadMill",
    "ThreadMilling",
    "Threading",
    "ThreadingTool",
    "Turning",
    "TurningTool",
    "calibrate",
    "calibrate_life",
    "frame_of_plans",
    "frame_of_sweep",
    "jobs_of_frame",
    "optimise",
    "plan",
    "plan_part",
    "sweep",
]
