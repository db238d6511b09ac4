"""A group of bolts under a force that does not pass through their middle: the shear on each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel, to_single

_ROUNDING = 1e-12
"""Of the places of the bolts."""


@dataclass(frozen=True)
class BoltGroupShear:
    """Shear on each bolt of a group, as quantities: components, resultants, the largest, and the middle."""

    shear_x: Any
    shear_y: Any
    shear: Any
    largest_shear: Any
    moment: Any
    middle_x: Any
    middle_y: Any


def bolt_group_shear(
    bolt_x: Sequence[Any] | Any,
    bolt_y: Sequence[Any] | Any,
    force_x: Any,
    force_y: Any,
    load_x: Any,
    load_y: Any,
    bolt_areas: Sequence[Any] | Any | None = None,
) -> BoltGroupShear:
    """Shear on the bolts of a group under a force in their plane.

    Parameters
    ----------
    bolt_x, bolt_y
        Places of the bolts [mm, in].
    force_x, force_y
        Components of the force [N].
    load_x, load_y
        A point on the line of the force [mm, in].
    bolt_areas
        Areas of the bolts where they differ [mm²]; alike unless given.

    Returns
    -------
    BoltGroupShear
        Components and resultant on each bolt, the largest [N], the moment about the middle [N m].

    Raises
    ------
    InputError
        When the places do not belong together, there is more than one force, or all bolts sit at one point under a
        moment.

    Notes
    -----
    The parts are rigid and the bolts elastic: the force is shared by area, the moment by area times distance from
    the middle. The joint is taken to carry by the bolts alone, without friction between the parts.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., example 8-7: 21.0 and 14.8 kN.

    Examples
    --------
    >>> corners_x, corners_y = ["75 mm", "75 mm", "-75 mm", "-75 mm"], ["60 mm", "-60 mm", "60 mm", "-60 mm"]
    >>> found = bolt_group_shear(corners_x, corners_y, "0 N", "-16 kN", "425 mm", "0 mm")
    >>> found.shear.to("kN").m.round(1).tolist()
    [21.0, 21.0, 14.8, 14.8]
    """
    where = "bolt_group_shear"
    x = np.atleast_1d(to_kernel(kinds.OFFSET, bolt_x, f"{where}, bolt_x"))
    y = np.atleast_1d(to_kernel(kinds.OFFSET, bolt_y, f"{where}, bolt_y"))
    if x.shape != y.shape or x.ndim != 1 or x.size == 0:
        raise InputError(f"{where}, bolt_x: {x.size} places along x and {y.size} along y; give one of each a bolt")
    area = np.ones_like(x)
    if bolt_areas is not None:
        area = np.atleast_1d(to_kernel(kinds.AREA, bolt_areas, f"{where}, bolt_areas"))
        if area.shape != x.shape or not np.all(area > 0):
            raise InputError(f"{where}, bolt_areas: give one area above zero for each of the {x.size} bolts")
    pull_x = to_single(kinds.FORCE_COMPONENT, force_x, f"{where}, force_x")
    pull_y = to_single(kinds.FORCE_COMPONENT, force_y, f"{where}, force_y")
    at_x = to_single(kinds.OFFSET, load_x, f"{where}, load_x")
    at_y = to_single(kinds.OFFSET, load_y, f"{where}, load_y")
    share = area / np.sum(area)
    middle_x, middle_y = float(share @ x), float(share @ y)
    from_x, from_y = x - middle_x, y - middle_y
    moment = (at_x - middle_x) * pull_y - (at_y - middle_y) * pull_x
    spread = float(share @ (from_x**2 + from_y**2))
    if spread <= (_ROUNDING * float(np.max(np.hypot(x, y)))) ** 2:
        spread = 0.0  # what the mean of equal places is off them
    if spread == 0 and moment != 0:
        raise InputError(f"{where}, bolt_x: bolts at one point hold no moment; move the force or add a bolt")
    turn = moment / spread if spread else 0.0
    shear_x, shear_y = share * (pull_x - turn * from_y), share * (pull_y + turn * from_x)
    shear = np.hypot(shear_x, shear_y)
    force, length = kinds.FORCE_COMPONENT, kinds.OFFSET
    return BoltGroupShear(
        from_kernel(force, shear_x),
        from_kernel(force, shear_y),
        from_kernel(kinds.FORCE, shear),
        from_kernel(kinds.FORCE, float(np.max(shear))),
        from_kernel(kinds.MOMENT, float(moment)),
        from_kernel(length, middle_x),
        from_kernel(length, middle_y),
    )
