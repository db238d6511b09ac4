"""What a milling cut is to a stability calculation: its teeth, where they are in the work, and what they feel.

A tooth at the angle phi, measured as in `chipload.cutting.engagement` (x along the feed, y normal to it), cuts a chip
that the motion u of the tool changes by ``sin(phi) du_x + cos(phi) du_y``, du = u(t) - u(t - tau), and pushes back by

    F = a [ -K_t cos - K_r sin ;  K_t sin - K_r cos ] [ sin , cos ] du

for an axial depth a.  Edge forces do not change with the chip and have no part in stability.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import to_kernel, to_single

Array = NDArray[np.float64]


@dataclass(frozen=True)
class MillingProcess:
    """Teeth, engagement and coefficients of a milling cut.

    Parameters
    ----------
    teeth
        Number of teeth.
    entry_angle, exit_angle
        Where a tooth enters and leaves, from 0 to 180°, see `chipload.cutting.side_engagement` [°].
    tangential_cutting, radial_cutting
        Cutting coefficients [MPa]; the radial one is a pressure too, not a ratio.
    pitch_angles
        Angles from each tooth to the one before it, all different or not; they add up to a turn.  Even unless
        given [°].
    process_damping
        Coefficient C of the force ``C b v / v_c`` against the normal velocity v of an edge of width b at the cutting
        speed v_c, over all of its wear and clearance [N/mm]; 0, the default, leaves it out.
    diameter
        Of the cutter, needed for process damping alone [mm].

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    Straight teeth: the lag of a helix is left out, which matters where ``2 a tan(helix) / D`` comes near the pitch.

    Examples
    --------
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> slot.even
    True
    """

    teeth: Any
    entry_angle: Any
    exit_angle: Any
    tangential_cutting: Any
    radial_cutting: Any
    pitch_angles: Sequence[Any] | None = None
    process_damping: Any = 0.0
    diameter: Any = None

    def __post_init__(self) -> None:
        name = "MillingProcess"
        numbers = {
            field: to_single(kind, getattr(self, field), f"{name}, {field}")
            for field, kind in (
                ("teeth", kinds.COUNT),
                ("entry_angle", kinds.ANGLE),
                ("exit_angle", kinds.ANGLE),
                ("tangential_cutting", kinds.FORCE_COEFFICIENT),
                ("radial_cutting", kinds.FORCE_COEFFICIENT),
            )
        }
        if not 0 <= numbers["entry_angle"] < numbers["exit_angle"] <= np.pi * (1 + 1e-12):
            raise InputError(f"{name}, entry_angle: a tooth enters from 0 degrees on, and leaves later, by 180 degrees")
        if numbers["tangential_cutting"] <= 0:
            raise InputError(f"{name}, tangential_cutting: the coefficient must be more than zero, like 600 MPa")
        teeth = int(numbers["teeth"])
        pitches = np.full(teeth, 2 * np.pi / teeth)
        if self.pitch_angles is not None:
            pitches = np.atleast_1d(to_kernel(kinds.ANGLE, self.pitch_angles, f"{name}, pitch_angles"))
            if pitches.shape != (teeth,):
                raise InputError(f"{name}, pitch_angles: {pitches.size} given for {teeth} teeth; give one a tooth")
            if np.any(pitches <= 0) or abs(pitches.sum() - 2 * np.pi) > 1e-6:
                turn = np.degrees(pitches.sum())
                raise InputError(f"{name}, pitch_angles: they add up to {turn:g} degrees; a turn has 360")
            pitches = pitches * (2 * np.pi / pitches.sum())
        damping = 0.0
        if not (isinstance(self.process_damping, int | float) and self.process_damping == 0):
            damping = to_single(kinds.EDGE_COEFFICIENT, self.process_damping, f"{name}, process_damping")
            if damping < 0:
                raise InputError(f"{name}, process_damping: it must be zero or more; an edge does not push itself on")
            if self.diameter is None:
                raise InputError(f"{name}, diameter: process damping needs it, for the cutting speed")
        radius = np.inf if self.diameter is None else to_single(kinds.DIAMETER, self.diameter, f"{name}, diameter") / 2
        object.__setattr__(self, "_numbers", ProcessNumbers(
            pitches, numbers["entry_angle"], min(numbers["exit_angle"], np.pi), numbers["tangential_cutting"],
            numbers["radial_cutting"], damping / radius,
        ))  # fmt: skip

    @property
    def numbers(self) -> ProcessNumbers:
        """The cut in plain SI numbers."""
        found: ProcessNumbers = self.__dict__["_numbers"]
        return found

    @property
    def even(self) -> bool:
        """True where every tooth follows at the same angle."""
        return self.numbers.even


def mean_factor(start: Any, end: Any, tangential: Any, radial: Any) -> Array:
    """Mean of the force per depth and chip change of a tooth turning from `start` to `end`; shape 2, 2, that of all."""
    doubled = [(np.cos(2 * start) - np.cos(2 * end)) / 2, (np.sin(2 * end) - np.sin(2 * start)) / 2]
    sine, cosine = (part / (end - start) for part in doubled)  # means of sin 2 phi and cos 2 phi
    square_sine, square_cosine, product = (1 - cosine) / 2, (1 + cosine) / 2, sine / 2
    rows = (
        -tangential * product - radial * square_sine, -tangential * square_cosine - radial * product,
        tangential * square_sine - radial * product, tangential * product - radial * square_cosine,
    )  # fmt: skip
    every = np.broadcast_arrays(*rows)
    return np.array([every[:2], every[2:]])


@dataclass(frozen=True)
class ProcessNumbers:
    """A milling cut in plain SI: angles [rad], coefficients [Pa], damping coefficient over the radius [N/m^2]."""

    pitches: Array
    entry: float
    exit: float
    tangential: float
    radial: float
    damping: float = 0.0

    @property
    def teeth(self) -> int:
        """Number of teeth."""
        return len(self.pitches)

    @property
    def even(self) -> bool:
        """True where every tooth follows at the same angle."""
        return bool(np.ptp(self.pitches) < 1e-9)

    @property
    def period(self) -> float:
        """Angle after which the cut repeats [rad]: a pitch where they are even, else a turn."""
        return float(self.pitches[0]) if self.even else 2 * np.pi

    @property
    def places(self) -> Array:
        """How far tooth j is behind tooth 0 [rad]; its pitch is the angle to tooth j - 1."""
        return np.concatenate([[0.0], np.cumsum(self.pitches[1:])])

    def mean_factor(self, start: Array, end: Array) -> Array:
        """Mean of the force per depth and chip change [Pa] of a tooth turning from `start` to `end`; shape 2, 2, n."""
        return mean_factor(start, end, self.tangential, self.radial)

    def mean_damping(self, start: Array, end: Array) -> Array:
        """Mean of the damping force per depth, velocity and turning rate [N/m^2]; shape 2, 2, n."""
        cosine = (np.sin(2 * end) - np.sin(2 * start)) / 2 / (end - start)
        product = (np.cos(2 * start) - np.cos(2 * end)) / 4 / (end - start)
        return -self.damping * np.array([[(1 - cosine) / 2, product], [product, (1 + cosine) / 2]])
