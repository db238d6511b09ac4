"""Tools of a job, one module for each kind."""

from chipload.planning.tools.end_mill import EndMill

__all__ = ["EndMill"]
