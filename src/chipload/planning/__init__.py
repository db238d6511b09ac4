"""A job becomes a plan: numbers with intervals, limits, warnings and working."""

from chipload.planning.drilling import Drilling
from chipload.planning.jobs import Economy, Job, Limits
from chipload.planning.limits import Limit
from chipload.planning.milling import Milling
from chipload.planning.plans import Plan, plan
from chipload.planning.reaming import Reaming
from chipload.planning.sweeps import sweep
from chipload.planning.tools import Drill, EndMill, Reamer

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
