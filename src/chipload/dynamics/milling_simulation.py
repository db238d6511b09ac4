"""One milling cut in the time domain: forces, motion, the surface left, and whether a disturbance grows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.dynamics.milling_process import MillingProcess
from chipload.dynamics.modes import Structure
from chipload.dynamics.stability import confidence_in, modes_of
from chipload.dynamics.time_steps import growth_per_turn, run
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_single

_STEPS_PER_CYCLE = 60
_LEAST_STEPS = 360
_FREE_TURNS = 24


@dataclass(frozen=True)
class MillingSimulation:
    """Course of one cut.

    Attributes
    ----------
    time
        From the start of the cut.
    force_x, force_y, displacement_x, displacement_y
        On the tool, and of the tool, along and across the feed.
    surface_position, surface_offset
        Where along the feed each tooth passes the finished wall, and how far beyond the wall meant its edge is there;
        a positive offset cuts too deep.  Empty where no tooth leaves a wall.
    growth
        Factor by which a small free disturbance grows in a turn, by a second run without feed, throw and loss of
        contact; below 1 it dies out.
    peak_force, peak_displacement
        Largest resultants over the last quarter of the course.
    out_of_cut
        Share of the steps, of those with a tooth within the engagement, in which nothing is cut.
    confidence
        "as the modes", or "low" where a mode was estimated from geometry alone.
    """

    time: Any
    force_x: Any
    force_y: Any
    displacement_x: Any
    displacement_y: Any
    surface_position: Any
    surface_offset: Any
    growth: float
    peak_force: Any
    peak_displacement: Any
    out_of_cut: float
    confidence: str

    @property
    def stable(self) -> bool:
        """Whether a small disturbance dies out."""
        return self.growth < 1


def simulate_milling(
    process: MillingProcess,
    structure: Structure,
    spindle_speed: Any,
    axial_depth: Any,
    feed_per_tooth: Any,
    *,
    eccentricity: Any = "0 mm",
    eccentricity_angle: Any = "0 deg",
    tangential_edge: Any = "0 N/mm",
    radial_edge: Any = "0 N/mm",
    turns: int = 40,
) -> MillingSimulation:
    """Simulate one cut step by step, with runout and with teeth that jump out of the work.

    Parameters
    ----------
    process
        Teeth, engagement and coefficients.
    structure
        Modes of the tool, or of tool and part together.
    spindle_speed, axial_depth, feed_per_tooth
        The cut; the feed is the mean over the teeth [rpm; mm, in; mm].
    eccentricity
        Half the total indicator reading [µm].
    eccentricity_angle
        Its direction ahead of tooth 0 [°].
    tangential_edge, radial_edge
        Edge coefficients [N/mm].
    turns
        Turns of the tool from its entry, 8 at least.

    Returns
    -------
    MillingSimulation
        Forces and motion against time, the wall left, and the growth of a disturbance.

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    At least 60 steps for a cycle of the highest mode and 360 for a turn, exact between steps; the force at the end of
    a step is mended once.  Straight teeth, circular paths, and no wall before the first turn but the one meant.  The
    linear verdict `stable` may differ from what the course shows where teeth lose contact in a regular vibration.

    References
    ----------
    J. Tlusty and F. Ismail, CIRP Annals 30 (1981) 299-304, for the loss of contact and the teeth before.

    Examples
    --------
    >>> from chipload.dynamics import Mode
    >>> tool = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> cut = simulate_milling(slot, tool, "20000 rpm", "0.5 mm", "0.05 mm", turns=12)
    >>> cut.stable
    True
    >>> cut.peak_force.m
    15.9...
    """
    name = "simulate_milling"
    read = {
        key: to_single(kind, value, f"{name}, {key}")
        for key, kind, value in (
            ("spindle_speed", kinds.SPINDLE_SPEED, spindle_speed),
            ("axial_depth", kinds.LENGTH, axial_depth),
            ("feed_per_tooth", kinds.FEED_PER_TOOTH, feed_per_tooth),
            ("eccentricity", kinds.SMALL_LENGTH, eccentricity),
            ("eccentricity_angle", kinds.ANGLE, eccentricity_angle),
            ("tangential_edge", kinds.EDGE_COEFFICIENT, tangential_edge),
            ("radial_edge", kinds.EDGE_COEFFICIENT, radial_edge),
        )
    }
    if turns < 8:
        raise InputError(f"{name}, turns: {turns} given; a verdict needs 8 at least")
    numbers, modes = process.numbers, modes_of(process, structure, name)
    teeth = numbers.teeth
    cycles = modes[:, 0].max() / read["spindle_speed"]
    steps = int(np.ceil(max(_LEAST_STEPS, _STEPS_PER_CYCLE * cycles) / teeth)) * teeth
    throws = read["eccentricity"] * np.cos(read["eccentricity_angle"] + numbers.places)
    speed, depth = np.array([read["spindle_speed"]]), np.array([read["axial_depth"]])
    course = run(
        numbers, modes, speed, depth, feed=np.array([read["feed_per_tooth"]]), throws=throws, turns=turns,
        steps_per_turn=steps, edges=(read["tangential_edge"], read["radial_edge"]),
    )  # fmt: skip
    free = run(
        numbers, modes, speed, depth, feed=np.zeros(1), throws=np.zeros(teeth), turns=_FREE_TURNS, steps_per_turn=steps,
        loses_contact=False, nudge=1e-6,
    )  # fmt: skip
    motion, force = course.motion[..., 0], course.force[..., 0]
    last = slice(-(len(motion) // 4), None)
    place, offset = _wall(process, course.turns, motion, throws, read["feed_per_tooth"])
    quiet = _engaged(process, course.turns) & ~force.any(axis=1)
    return MillingSimulation(
        from_kernel(kinds.TIME, course.turns / read["spindle_speed"]),
        from_kernel(kinds.FORCE_COMPONENT, force[:, 0]),
        from_kernel(kinds.FORCE_COMPONENT, force[:, 1]),
        from_kernel(kinds.GROWTH, motion[:, 0]),
        from_kernel(kinds.GROWTH, motion[:, 1]),
        from_kernel(kinds.LENGTH, place),
        from_kernel(kinds.GROWTH, offset),
        float(growth_per_turn(free, steps)[0]),
        from_kernel(kinds.FORCE, float(np.hypot(*force[last].T).max())),
        from_kernel(kinds.SMALL_LENGTH, float(np.hypot(*motion[last].T).max())),
        float(quiet.sum() / max(1, _engaged(process, course.turns).sum())),
        confidence_in(structure),
    )


def _engaged(process: MillingProcess, turns: Any) -> Any:
    numbers = process.numbers
    angle = (2 * np.pi * turns[:, None] - numbers.places) % (2 * np.pi)
    return ((angle > numbers.entry) & (angle < numbers.exit)).any(axis=1)


def _wall(process: MillingProcess, turns: Any, motion: Any, throws: Any, feed: float) -> tuple[Any, Any]:
    """Position along the feed and offset into the wall of every pass of a tooth."""
    numbers = process.numbers
    at = 0.0 if numbers.entry < 1e-9 else np.pi if numbers.exit > np.pi - 1e-9 else None
    if at is None:
        return np.zeros(0), np.zeros(0)
    places, offsets = [], []
    for tooth, place in enumerate(numbers.places):
        passes = np.arange(np.ceil((turns[0] * 2 * np.pi - place - at) / (2 * np.pi)), turns[-1] + 1)
        when = (at + place) / (2 * np.pi) + passes
        when = when[(when >= 0) & (when <= turns[-1])]
        offsets.append(np.cos(at) * np.interp(when, turns, motion[:, 1]) + throws[tooth])
        places.append(when * feed * numbers.teeth)
    joined, height = np.concatenate(places), np.concatenate(offsets)
    order = np.argsort(joined)
    return joined[order], height[order]
