"""Milling forces against the angle, with units at the door: `milling_forces` for quantities and texts."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from chipload.cutting.instantaneous import Coefficients, KienzleConstants, LinearCoefficients, milling_forces
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel

_KINDS = {
    "feed_per_tooth": kinds.FEED_PER_TOOTH,
    "axial_depth": kinds.LENGTH,
    "entry_angle": kinds.ANGLE,
    "exit_angle": kinds.ANGLE,
    "diameter": kinds.DIAMETER,
    "teeth": kinds.COUNT,
    "helix_angle": kinds.ANGLE,
    "eccentricity": kinds.SMALL_LENGTH,
    "eccentricity_angle": kinds.ANGLE,
}
_OF_COEFFICIENTS = {"cutting": kinds.FORCE_COEFFICIENT, "edge": kinds.EDGE_COEFFICIENT}
_OF_KIENZLE = {"kc11": kinds.FORCE_COEFFICIENT, "mc": kinds.RATIO}


@dataclass(frozen=True)
class MillingForceCurves:
    """Forces and torque against the angle of rotation, and what they come to over a turn, as quantities."""

    angle: Any
    force_x: Any
    force_y: Any
    force_z: Any
    torque: Any
    mean_force_x: Any
    mean_force_y: Any
    mean_force_z: Any
    mean_torque: Any
    peak_force: Any
    peak_torque: Any
    torque_ripple: Any


def milling_force_curves(
    coefficients: Coefficients,
    feed_per_tooth: Any,
    axial_depth: Any,
    entry_angle: Any,
    exit_angle: Any,
    diameter: Any,
    teeth: Any,
    helix_angle: Any = "0 deg",
    eccentricity: Any = "0 mm",
    eccentricity_angle: Any = "0 deg",
    *,
    angles: int = 720,
) -> MillingForceCurves:
    """Forces and torque of an end mill over a turn.

    Parameters
    ----------
    coefficients
        `LinearCoefficients` [MPa, N/mm] or `KienzleConstants` [MPa], their fields as quantities or texts.
    feed_per_tooth
        Feed per tooth [mm/tooth, mm, in].
    axial_depth
        Depth along the tool axis [mm, in].
    entry_angle, exit_angle
        Where a tooth enters and leaves, see `side_engagement` [°].
    diameter
        Diameter of the cutter [mm, in].
    teeth
        Number of teeth, evenly pitched.
    helix_angle
        Helix angle of the edges [°].
    eccentricity
        Distance of the tool axis from that of rotation, half the total indicator reading [µm].
    eccentricity_angle
        Direction of the eccentricity, ahead of tooth 0 at its tip [°].
    angles
        Number of even steps of one turn.

    Returns
    -------
    MillingForceCurves
        Curves with the angles on their last axis [N, N m], means, peaks, and the ripple as a plain number.

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    The model and its limits are those of `milling_forces`.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> steel = LinearCoefficients("1800 MPa", "600 MPa", "200 MPa", "25 N/mm", "30 N/mm", "3 N/mm")
    >>> cut = milling_force_curves(steel, "0.1 mm", "2 mm", "0 deg", "180 deg", "10 mm", 4, "30 deg")
    >>> cut.mean_force_y.m
    423.66...
    """
    given = dict(
        zip(
            _KINDS,
            (
                feed_per_tooth, axial_depth, entry_angle, exit_angle, diameter, teeth, helix_angle, eccentricity,
                eccentricity_angle,
            ),
            strict=True,
        )
    )  # fmt: skip
    values = {name: to_kernel(_KINDS[name], value, f"milling_force_curves, {name}") for name, value in given.items()}
    _refuse_unless(
        (values["entry_angle"] >= 0)
        & (values["entry_angle"] <= values["exit_angle"])
        & (values["exit_angle"] <= np.pi * (1 + 1e-12)),
        "entry_angle: a tooth enters from 0 degrees on, before it leaves, and leaves by 180 degrees",
    )
    _refuse_unless(
        (values["helix_angle"] >= 0) & (values["helix_angle"] < np.pi / 2),
        "helix_angle: the helix is from 0 to below 90 degrees",
    )
    if angles < 1:
        raise InputError("milling_force_curves, angles: one angle at least")
    found = milling_forces(read_coefficients(coefficients), **values, angles=int(angles))
    force, torque, turn, ratio = kinds.FORCE_COMPONENT, kinds.TORQUE_COMPONENT, kinds.ANGLE, kinds.RATIO
    written = {
        name: from_kernel(kind, getattr(found, name))
        for kind, names in (
            (turn, ("angle",)),
            (force, ("force_x", "force_y", "force_z", "mean_force_x", "mean_force_y", "mean_force_z", "peak_force")),
            (torque, ("torque", "mean_torque", "peak_torque")),
            (ratio, ("torque_ripple",)),
        )
        for name in names
    }
    return MillingForceCurves(**written)


def read_coefficients(coefficients: Coefficients) -> Coefficients:
    """The coefficients in kernel units; a plain zero needs no unit."""
    if not isinstance(coefficients, LinearCoefficients | KienzleConstants):
        raise InputError("milling_force_curves, coefficients: give LinearCoefficients or KienzleConstants")
    table = _OF_COEFFICIENTS if isinstance(coefficients, LinearCoefficients) else _OF_KIENZLE
    values = {}
    for field in fields(coefficients):
        value = getattr(coefficients, field.name)
        kind = table[field.name.rsplit("_", 1)[-1]]
        plain_zero = isinstance(value, int | float) and value == 0
        values[field.name] = 0.0 if plain_zero else to_kernel(kind, value, f"milling_force_curves, {field.name}")
    return type(coefficients)(**values)


def _refuse_unless(holds: Any, says: str) -> None:
    if not np.all(holds):
        raise InputError(f"milling_force_curves, {says}")
