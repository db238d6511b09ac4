"""A job becomes a plan: numbers with intervals, limits, warnings and working."""

from chipload.planning.jobs import Economy, Job, Limits
from chipload.planning.limits import Limit
from chipload.planning.milling import Milling
from chipload.planning.plans import Plan, plan
from chipload.planning.sweeps import sweep
from chipload.planning.tapping import Tapping
from chipload.planning.thread_milling import ThreadMilling
from chipload.planning.threading import Threading
from chipload.planning.tools import EndMill, Tap, ThreadingTool, ThreadMill

__all__ = ["Economy", "EndMill", "Job", "Limit", "Limits", "Milling", "Plan", "plan", "sweep"]
__all__ += ["Tap", "Tapping", "ThreadMill", "ThreadMilling", "Threading", "ThreadingTool"]
