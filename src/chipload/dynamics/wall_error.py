r"""The error that a bending end mill leaves on the wall of a peripheral cut.

The wall at the height z is made by the edge that passes there at the moment when it stands on the wall: at the angle 0
of `milling_forces` in up milling, where it enters, and at pi in down milling, where it leaves.  With a helix the
moments differ along z, and so do the forces that bend the tool meanwhile:

    angle(z) = 2 z tan(helix) / D  (+ pi)        delta(z) = int_0^a G(z, s) f_y(s, angle(z)) ds

with G the deflection of the stack at z under a unit force at s, and f_y the force on a unit of the axis.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import numpy as np

from chipload.cutting.curves import read_coefficients
from chipload.cutting.instantaneous import Coefficients, milling_forces
from chipload.dynamics.bending import Load
from chipload.dynamics.stack import Stack, Theory
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_single


@dataclass(frozen=True)
class WallError:
    """What a bending tool leaves on the wall, by distance from the tip.

    Above zero stock is left (undercut), below zero too much is gone (overcut).
    """

    from_tip: Any
    error: Any
    at_tip: Any
    largest: Any
    """Error with the largest size, with its sign."""
    largest_from_tip: Any
    force: Any
    """Force of all teeth across the wall at the moment when each place is made, pushing off it above zero."""


def wall_error(
    stack: Stack,
    coefficients: Coefficients,
    *,
    diameter: Any,
    teeth: Any,
    feed_per_tooth: Any,
    axial_depth: Any,
    radial_depth: Any,
    milling: Literal["up", "down"],
    helix_angle: Any = "0 deg",
    theory: Theory = "timoshenko",
    places: int = 81,
) -> WallError:
    """Error left on the wall along the axis of an end mill.

    Parameters
    ----------
    stack
        The tool in its holder, its tip at the floor of the cut.
    coefficients
        `LinearCoefficients` or `KienzleConstants` of `chipload.cutting`, with units.
    diameter, teeth, helix_angle
        Of the cutter [mm, in, °].
    feed_per_tooth
        Feed per tooth [mm, in].
    axial_depth, radial_depth
        Of the cut; a radial depth of the diameter is a slot [mm, in].
    milling
        "up" or "down": which wall, in a slot.
    theory
        Of the stack.
    places
        How many even distances from the tip to answer at.

    Returns
    -------
    WallError
        Profile along the axis, its value at the tip and the largest [µm].

    Raises
    ------
    InputError
        When the cut is wider than the tool or deeper than the stack is long, or a word is not known.

    Notes
    -----
    Quasi-static: the tooth frequency stays below about a third of the first natural frequency.  Forces are those of
    the rigid tool, without runout; deflection along the feed moves the edge along the wall and is left out.

    References
    ----------
    J. W. Sutherland and R. E. DeVor, An improved method for cutting force and surface error prediction in flexible
    end milling systems, J. Eng. Industry 108 (1986) 269-279.  E. Budak and Y. Altintas, Peripheral milling conditions
    for improved dimensional accuracy, Int. J. Machine Tools and Manufacture 34 (1994) 907-918.

    Examples
    --------
    Down milling pushes the tool off the wall:

    >>> from chipload.cutting import LinearCoefficients
    >>> from chipload.dynamics import Material, end_mill
    >>> tool = end_mill("10 mm", "10 mm", "40 mm", "25 mm", Material("600 GPa", 0.22))
    >>> steel = LinearCoefficients("1800 MPa", "600 MPa", "200 MPa", "25 N/mm", "30 N/mm", "3 N/mm")
    >>> cut = dict(diameter="10 mm", teeth=4, feed_per_tooth="0.05 mm", axial_depth="10 mm", radial_depth="1 mm")
    >>> wall_error(tool, steel, milling="down", helix_angle="30 deg", **cut).largest.m > 0
    True
    """
    if milling not in ("up", "down"):
        raise InputError(f'wall_error, milling: {milling!r} is not known; give "up" or "down"')
    if places < 2:
        raise InputError("wall_error, places: two at least are needed, the tip and the top of the cut")
    given = {
        "diameter": (kinds.DIAMETER, diameter), "teeth": (kinds.COUNT, teeth),
        "feed_per_tooth": (kinds.FEED_PER_TOOTH, feed_per_tooth), "axial_depth": (kinds.POSITIVE_LENGTH, axial_depth),
        "radial_depth": (kinds.POSITIVE_LENGTH, radial_depth), "helix_angle": (kinds.ANGLE, helix_angle),
    }  # fmt: skip
    read = {name: to_single(kind, value, f"wall_error, {name}") for name, (kind, value) in given.items()}
    size, depth, width = read["diameter"], read["axial_depth"], read["radial_depth"]
    if width > size * (1 + 1e-12):
        raise InputError("wall_error, radial_depth: the cut is wider than the tool; give at most the diameter")
    if depth >= stack.metres:
        raise InputError("wall_error, axial_depth: the cut is deeper than the stack is long; give a longer stack")
    if not 0 <= read["helix_angle"] < np.pi / 2:
        raise InputError("wall_error, helix_angle: the helix is from 0 to below 90 degrees")
    arc = float(np.arccos(max(1 - 2 * width / size, -1.0)))
    entry, leaving, wall = (0.0, arc, 0.0) if milling == "up" else (np.pi - arc, np.pi, np.pi)
    heights = np.linspace(0.0, depth, places)
    # slices finer than the answers; forces on all below a height, so that their differences are exact slices
    bounds = np.linspace(0.0, depth, 2 * places)
    moments = wall + 2 * heights * np.tan(read["helix_angle"]) / size
    below = milling_forces(
        read_coefficients(coefficients), read["feed_per_tooth"], bounds, entry, leaving, size, read["teeth"],
        read["helix_angle"], angles=_within(moments, milling),
    )  # fmt: skip
    slices = np.diff(below.force_y, axis=0)
    tip = stack.metres
    loads = [Load(1.0, tip - high, tip - low) for low, high in pairwise(bounds)]
    unit = stack.shape(loads, tip - heights, theory).deflection
    moved = np.einsum("ps,sp->p", unit, slices)
    away = -1.0 if milling == "up" else 1.0  # the wall stands at +y in up, at -y in down milling
    error = away * moved
    worst = int(np.argmax(np.abs(error)))
    return WallError(
        from_kernel(kinds.LENGTH, heights),
        from_kernel(kinds.GROWTH, error),
        from_kernel(kinds.GROWTH, float(error[0])),
        from_kernel(kinds.GROWTH, float(error[worst])),
        from_kernel(kinds.LENGTH, float(heights[worst])),
        from_kernel(kinds.SIGNED_FORCE, away * below.force_y[-1]),
    )


def _within(moments: Any, milling: str) -> Any:
    """Just inside the cut: on the very wall an edge force is there or not by a rounding error."""
    return moments + (1e-9 if milling == "up" else -1e-9)
