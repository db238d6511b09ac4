"""Bars and shafts of several steps in a row: what every step carries and how far the whole moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.kinds import Kind


@dataclass(frozen=True)
class SteppedBar:
    """Stress and elongation of every step, and the elongation of the whole bar, as quantities."""

    stresses: Any
    elongations: Any
    elongation: Any


@dataclass(frozen=True)
class SteppedShaft:
    """Shear stress at the surface and twist of every step, and the twist of the whole shaft, as quantities."""

    stresses: Any
    twists: Any
    twist_angle: Any


def stepped_bar(axial_forces: Any, lengths: Any, areas: Any, youngs_moduli: Any) -> SteppedBar:
    """A bar of several steps, each with its own axial force, length, area and elastic modulus.

    Parameters
    ----------
    axial_forces
        Force inside every step, tension positive [N, lbf].
    lengths, areas, youngs_moduli
        Of every step; one value serves all [mm, mm², GPa].

    Returns
    -------
    SteppedBar
        Stresses [MPa], elongations and their sum [µm].

    Raises
    ------
    InputError
        When the lists are not of one length.

    Examples
    --------
    >>> bar = stepped_bar(["10 kN", "10 kN"], ["1 m", "2 m"], ["100 mm**2", "200 mm**2"], "200 GPa")
    >>> bar.elongation.to("mm").m
    1.0
    """
    force, length, area, modulus = _rows(
        "stepped_bar",
        axial_forces=(kinds.SIGNED_FORCE, axial_forces),
        lengths=(kinds.POSITIVE_LENGTH, lengths),
        areas=(kinds.AREA, areas),
        youngs_moduli=(kinds.MODULUS, youngs_moduli),
    )
    moved = force * length / (area * modulus)
    return SteppedBar(
        from_kernel(kinds.SIGNED_STRESS, force / area),
        from_kernel(kinds.GROWTH, moved),
        from_kernel(kinds.GROWTH, moved.sum()),
    )


def stepped_shaft(
    twisting_moments: Any, lengths: Any, diameters: Any, shear_moduli: Any, bores: Any = "0 mm"
) -> SteppedShaft:
    """A round shaft of several steps, each with its own twisting moment, length, diameter, modulus and bore.

    Parameters
    ----------
    twisting_moments
        Moment inside every step, with its sign [N m, in lbf].
    lengths, diameters, shear_moduli
        Of every step; one value serves all [mm, mm, GPa].
    bores
        Diameter of the bore of every step, 0 where solid [mm, in].

    Returns
    -------
    SteppedShaft
        Shear stresses at the surface [MPa], twists and their sum [°].

    Raises
    ------
    InputError
        When the lists are not of one length, or a bore is as wide as its step.

    Examples
    --------
    Beer, Johnston and DeWolf, Mechanics of Materials, sample problem 3.3: 2.31°.

    >>> shaft = stepped_shaft(
    ...     ["250 N*m", "2250 N*m", "2250 N*m"],
    ...     ["400 mm", "200 mm", "600 mm"],
    ...     ["30 mm", "60 mm", "60 mm"],
    ...     "77 GPa",
    ...     ["0 mm", "0 mm", "44 mm"],
    ... )
    >>> shaft.twist_angle.m
    2.31...
    """
    moment, length, diameter, modulus, bore = _rows(
        "stepped_shaft",
        twisting_moments=(kinds.MOMENT, twisting_moments),
        lengths=(kinds.POSITIVE_LENGTH, lengths),
        diameters=(kinds.DIAMETER, diameters),
        shear_moduli=(kinds.MODULUS, shear_moduli),
        bores=(kinds.LENGTH, bores),
    )
    if not np.all(bore < diameter):
        raise InputError("stepped_shaft, bores: a bore is as wide as its step; give a smaller one, or 0 where solid")
    polar = np.pi * (diameter**4 - bore**4) / 32
    twist = moment * length / (modulus * polar)
    return SteppedShaft(
        from_kernel(kinds.SIGNED_STRESS, moment * diameter / (2 * polar)),
        from_kernel(kinds.ANGLE, twist),
        from_kernel(kinds.ANGLE, twist.sum()),
    )


def _rows(function: str, **given: tuple[Kind, Any]) -> Sequence[NDArray[np.float64]]:
    rows = [np.atleast_1d(_row(kind, value, f"{function}, {name}")) for name, (kind, value) in given.items()]
    count = max(len(row) for row in rows)
    for name, row in zip(given, rows, strict=True):
        if len(row) not in (1, count):
            raise InputError(
                f"{function}, {name}: {len(row)} values for {count} steps; give one for every step, or one"
            )
    return [np.broadcast_to(row, (count,)) for row in rows]


def _row(kind: Kind, value: Any, name: str) -> Any:
    if isinstance(value, list | tuple):
        return np.array([to_kernel(kind, one, name) for one in value])
    return to_kernel(kind, value, name)
