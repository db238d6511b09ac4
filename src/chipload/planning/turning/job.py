"""Turning jobs: longitudinal turning, facing, boring, grooving and parting."""

from __future__ import annotations

from typing import Literal

from chipload.planning.fields import LengthField, PositiveLengthField
from chipload.planning.tools import BoringBar, GroovingTool, TurningTool
from chipload.planning.turning.lathe import HeldJob, LatheJob, inwards, no_passive_force, reaches, to_the_centre
from chipload.units import kinds
from chipload.units.messages import Message

Stage = Literal["rough", "finish"]


class Turning(HeldJob):
    """Longitudinal turning of the outside.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The turning tool.
    machine, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter
        Of the work before the cut.
    depth_of_cut
        On the radius: half of what the diameter loses.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Feed, and one of the speeds; recommended where open.  The cutting speed holds at the diameter before the cut.
    cut_length
        Length of the path at the feed, all passes together; tells time, wear and cost.
    stage
        "rough" or "finish", for the ranges of the tables; any that fit the depth unless given.
    support, part_length, cut_position, part_bore
        How the part is held, for its deflection; see `HeldJob`.
    feed_force_ratio, passive_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> job = Turning(material="1045", tool=cl.TurningTool(material="coated carbide", nose_radius="0.8 mm"),
    ...               diameter="60 mm", depth_of_cut="2 mm", cutting_speed="150 m/min", feed_per_rev="0.2 mm/rev")
    >>> found = cl.plan(job)
    >>> round(found.spindle_speed.m), round(found.roughness_rz.m, 2)
    (796, 6.27)
    """

    operation: Literal["turning"] = "turning"
    tool: TurningTool
    depth_of_cut: PositiveLengthField
    cut_length: PositiveLengthField | None = None
    stage: Stage | None = None

    def _shape_problems(self) -> list[str]:
        left = self.si("diameter") - 2 * self.si("depth_of_cut")
        return to_the_centre("depth_of_cut", self) + self._part_problems(left)


class Facing(LatheJob):
    """Facing from the outside towards the centre, at constant surface speed where a cutting speed is set.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The turning tool.
    machine, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter, inner_diameter
        Where the pass begins and ends; 0 for the centre.
    depth_of_cut
        Along the axis.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Feed, and one of the speeds; recommended where open.  A cutting speed is kept as the diameter shrinks, up to
        the cap; a spindle speed stays what it is.
    stage
        "rough" or "finish", for the ranges of the tables; any that fit the depth unless given.
    feed_force_ratio, passive_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> job = Facing(material="1045", tool=cl.TurningTool(material="coated carbide"), diameter="100 mm",
    ...              depth_of_cut="1 mm", cutting_speed="200 m/min", feed_per_rev="0.2 mm/rev",
    ...              max_spindle_speed="3000 rpm")
    >>> round(cl.plan(job).cutting_time.m, 1)
    12.3
    """

    operation: Literal["facing"] = "facing"
    tool: TurningTool
    depth_of_cut: PositiveLengthField
    inner_diameter: LengthField | None = None
    stage: Stage | None = None

    def _shape_problems(self) -> list[str]:
        return inwards(self, self.inner_si)

    @property
    def inner_si(self) -> float:
        """Diameter at which the pass ends [m]."""
        return 0.0 if self.inner_diameter is None else self.si("inner_diameter")


class Boring(LatheJob):
    """Boring out a hole with a boring bar.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The boring bar.
    machine, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter
        Of the bore before the cut.
    depth_of_cut
        On the radius: half of what the bore gains.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Feed, and one of the speeds; recommended where open.  The cutting speed holds at the diameter after the cut.
    cut_length
        Length of the path at the feed, all passes together; tells time, wear and cost.
    stage
        "rough" or "finish", for the ranges of the tables; any that fit the depth unless given.
    feed_force_ratio, passive_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> bar = cl.BoringBar(material="coated carbide", bar_diameter="25 mm", overhang="90 mm", nose_radius="0.4 mm")
    >>> job = Boring(material="1045", tool=bar, diameter="40 mm", depth_of_cut="1 mm", cutting_speed="150 m/min",
    ...              feed_per_rev="0.2 mm/rev")
    >>> round(cl.plan(job).diameter_error.m)  # the bore comes out too small
    -17
    """

    operation: Literal["boring"] = "boring"
    tool: BoringBar
    depth_of_cut: PositiveLengthField
    cut_length: PositiveLengthField | None = None
    stage: Stage | None = None

    def _shape_problems(self) -> list[str]:
        bar, bore = self.tool.si("bar_diameter"), self.si("diameter")
        if bar < bore:
            return []
        return [
            Message.of(
                "diameter: a bar of {} does not enter a bore of {}; take a thinner bar or drill larger",
                (kinds.LENGTH, bar), (kinds.LENGTH, bore),
            )
        ]  # fmt: skip


class Grooving(HeldJob):
    """Plunging a groove as wide as the insert into the outside.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The grooving tool.
    machine, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter
        Of the work before the cut.
    groove_depth
        On the radius.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Radial feed, and one of the speeds.  A cutting speed is kept as the diameter shrinks, up to the cap.
    support, part_length, cut_position, part_bore
        How the part is held, for its deflection; see `HeldJob`.
    feed_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`; a straight edge makes no passive force.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> job = Grooving(material="1045", tool=cl.GroovingTool(width="3 mm"), diameter="60 mm", groove_depth="5 mm",
    ...                cutting_speed="120 m/min", feed_per_rev="0.1 mm/rev")
    >>> round(cl.plan(job).removal_rate.m, 1)
    36.0
    """

    operation: Literal["grooving"] = "grooving"
    tool: GroovingTool
    groove_depth: PositiveLengthField

    def _shape_problems(self) -> list[str]:
        left = self.si("diameter") - 2 * self.si("groove_depth")
        too_deep = to_the_centre("groove_depth", self)
        return [
            *(too_deep or reaches(self.tool, self.si("groove_depth"), "groove_depth")),
            *self._part_problems(left),
            *no_passive_force(self),
        ]


class Parting(LatheJob):
    """Parting off a bar or a tube.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The parting tool.
    machine, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter, inner_diameter
        Of bar or tube: where the cut begins and ends; 0 for the centre.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Radial feed, and one of the speeds.  A cutting speed is kept as the diameter shrinks, up to the cap.
    feed_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`; a straight edge makes no passive force.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> job = Parting(material="1045", tool=cl.GroovingTool(width="3 mm"), diameter="40 mm",
    ...               cutting_speed="120 m/min", feed_per_rev="0.1 mm/rev", max_spindle_speed="2500 rpm")
    >>> round(cl.plan(job).highest_spindle_speed.m)
    2500
    """

    operation: Literal["parting"] = "parting"
    tool: GroovingTool
    inner_diameter: LengthField | None = None

    def _shape_problems(self) -> list[str]:
        problems = inwards(self, self.inner_si)
        if not problems:
            problems += reaches(self.tool, (self.si("diameter") - self.inner_si) / 2, "diameter")
        return problems + no_passive_force(self)

    @property
    def inner_si(self) -> float:
        """Diameter at which the pass ends [m]."""
        return 0.0 if self.inner_diameter is None else self.si("inner_diameter")
