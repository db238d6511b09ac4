"""Tools of a job, one module for each kind."""

from chipload.planning.tools.end_mill import EndMill
from chipload.planning.tools.tap import Tap
from chipload.planning.tools.thread_mill import ThreadMill
from chipload.planning.tools.threading_tool import ThreadingTool

__all__ = ["EndMill", "Tap", "ThreadMill", "ThreadingTool"]
