"""A job becomes a plan: numbers with intervals, limits, warnings and working."""

from chipload.planning.calibrating import Calibration, calibrate
from chipload.planning.calibrating_life import LifeCalibration, calibrate_life
from chipload.planning.drilling import Drilling
from chipload.planning.jobs import Economy, Job, Limits
from chipload.planning.limits import Limit
from chipload.planning.measured import Measured
from chipload.planning.milling import Milling
from chipload.planning.plans import Plan, plan
from chipload.planning.reaming import Reaming
from chipload.planning.sweeps import sweep
from chipload.planning.tools import Drill, EndMill, Reamer

__all__ = ["Economy", "EndMill", "Job", "Limit", "Limits", "Milling", "Plan", "plan", "sweep"]
__all__ += ["Calibration", "LifeCalibration", "Measured", "calibrate", "calibrate_life"]
__all__ = [
    "Drill",
    "Drilling",
    "Economy",
    "EndMill",
    "Job",
    "Limit",
    "Limits",
    "Milling",
    "Plan",
    "Reamer",
    "Reaming",
    "plan",
    "sweep",
]
from chipload.planning.tools import BoringBar, EndMill, GroovingTool, TurningTool
from chipload.planning.turning import Boring, Facing, Grooving, Parting, Turning

__all__ = ["Economy", "EndMill", "Job", "Limit", "Limits", "Milling", "Plan", "plan", "sweep"]
__all__ += ["Boring", "BoringBar", "Facing", "Grooving", "GroovingTool", "Parting", "Turning", "TurningTool"]
from chipload.planning.tapping import Tapping
from chipload.planning.thread_milling import ThreadMilling
from chipload.planning.threading import Threading
from chipload.planning.tools import EndMill, Tap, ThreadingTool, ThreadMill

__all__ = ["Economy", "EndMill", "Job", "Limit", "Limits", "Milling", "Plan", "plan", "sweep"]
__all__ += ["Tap", "Tapping", "ThreadMill", "ThreadMilling", "Threading", "ThreadingTool"]
