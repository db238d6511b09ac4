"""A reaming job."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import DiameterField
from chipload.planning.holes.job import HoleJob
from chipload.planning.tools.reamer import Reamer


class Reaming(HoleJob):
    """A hole brought to size with a machine reamer.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The reamer.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    depth
        Depth of the hole at its full diameter; of a through hole, the thickness of the part.
    pilot_diameter
        Diameter of the hole before the cut.
    cutting_speed, spindle_speed
        One of them, or neither for a recommended speed.
    feed_per_rev, feed_rate
        One of them, or neither for a recommended feed.
    breakthrough
        How far the full diameter goes beyond the depth, as for a clean exit on the far side.
    approach_length
        Way at the feed before the reamer touches.
    holes
        Number of equal holes; tells time, wear and cost.
    feed_force_factor
        Feed force over the cutting force; guides of drills say 0.5 to 0.63.

    Raises
    ------
    InputError
        For a hole that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.Reamer(diameter="10 mm", teeth=6, stickout="80 mm", flute_length="38 mm", material="hss")
    >>> job = cl.Reaming(material="1045", tool=tool, depth="25 mm", pilot_diameter="9.8 mm",
    ...                  spindle_speed="400 rpm", feed_per_rev="0.3 mm/rev")
    >>> found = cl.plan(job)
    >>> round(found.feed_rate.m), round(found.stock.m, 3)
    (120, 0.1)
    """

    operation: Literal["reaming"] = "reaming"
    tool: Reamer
    pilot_diameter: DiameterField

    @model_validator(mode="after")
    def _possible(self) -> Reaming:
        problems = self._impossible_hole(self.si("pilot_diameter"))
        if problems:
            raise InputError(problems)
        return self
