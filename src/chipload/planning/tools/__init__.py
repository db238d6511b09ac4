"""Tools of a job, one module for each kind."""

from chipload.planning.tools.boring_bar import BoringBar
from chipload.planning.tools.drill import Drill
from chipload.planning.tools.end_mill import EndMill
from chipload.planning.tools.grooving_tool import GroovingTool
from chipload.planning.tools.reamer import Reamer
from chipload.planning.tools.tap import Tap
from chipload.planning.tools.thread_mill import ThreadMill
from chipload.planning.tools.threading_tool import ThreadingTool
from chipload.planning.tools.turning_tool import TurningTool

__all__ = [
    "BoringBar",
    "Drill",
    "EndMill",
    "GroovingTool",
    "Reamer",
    "Tap",
    "ThreadMill",
    "ThreadingTool",
    "TurningTool",
]
