"""Tools of a job, one module for each kind."""

from chipload.planning.tools.drill import Drill
from chipload.planning.tools.end_mill import EndMill
from chipload.planning.tools.reamer import Reamer

__all__ = ["Drill", "EndMill", "Reamer"]
