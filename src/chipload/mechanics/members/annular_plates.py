"""Round plates with a hole in the middle, under pressure and a load along the hole, with any pair of edges.

The deflection of the plate is ``C1 + C2 s^2 + C3 ln s + C4 s^2 ln s`` besides what the pressure adds, ``p s^4 / 64 D``
with s over the outer radius; the four constants follow from two conditions at each edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.mechanics.members.round_plates import rigidity
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    Real,
    SignedForce,
    SignedStress,
    Stress,
)
from chipload.units.parameters import Requires

Edge: TypeAlias = Literal["free", "supported", "clamped", "guided"]
_STATIONS = 41
"""Radii at which deflection and stress are compared; at a largest value between two the error is below 0.1 %."""


@dataclass(frozen=True)
class AnnularPlate:
    """Largest deflection and bending stress of a plate with a hole."""

    deflection: Length
    plate_stress: SignedStress


@formula(
    symbol=r"\sigma_p",
    equation=(
        r"w = C_1 + C_2 r^2 + C_3 \ln(r) + C_4 r^2 \ln(r) + \frac{p r^4}{64 D_p} ,\quad "
        r"\delta = \max |w| ,\quad \sigma_p = \frac{6}{t^2} \max |M_r, M_\theta|"
    ),
    source="timoshenko-plates",
    example={
        "pressure": "1 MPa", "axial_force": "2 kN", "inner_radius": "30 mm", "outer_radius": "100 mm",
        "thickness": "10 mm", "youngs_modulus": "200 GPa", "poisson_ratio": 0.3, "inner_edge": "free",
        "outer_edge": "supported",
    },
    requires=(
        Requires(
            ("inner_radius", "outer_radius"),
            lambda inner, outer: (inner < 0.99 * outer) & (inner > 1e-4 * outer),
            "the hole is from a ten thousandth to 0.99 of the plate; without a hole see supported_round_plate",
        ),
    ),
)  # fmt: skip
def annular_plate(
    pressure: Stress,
    axial_force: SignedForce,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
    *,
    inner_edge: Edge,
    outer_edge: Edge,
) -> AnnularPlate:
    """Plate with a hole in its middle, under pressure and a load spread along the edge of the hole.

    Parameters
    ----------
    pressure
        Pressure on the whole ring [MPa].
    axial_force
        Load along the inner edge, of the same direction as the pressure where positive; it bends the plate only where
        that edge may move [N, lbf].
    inner_radius, outer_radius
        Radius of the hole and of the plate [mm, in].
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.
    inner_edge, outer_edge
        How the edges are held: "free", "supported" (may turn), "clamped", or "guided" (may move but not turn).

    Returns
    -------
    AnnularPlate
        Largest deflection [mm] and largest bending stress, radial or along the ring [MPa], as positive numbers.

    Raises
    ------
    InputError
        When the hole is as large as the plate or next to none, or no edge is held.

    Notes
    -----
    Thin plate, small deflections.  A ring narrower than about four thicknesses shears too.

    References
    ----------
    S. Timoshenko and S. Woinowsky-Krieger, Theory of Plates and Shells, 2nd ed., 1959, article 17, whose constants are
    solved for here.  The example is W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed.,
    table 11.2, case 2e.

    Examples
    --------
    A hole of 0.3 of the plate: the stress is 6 times 0.1135 of p r² / t².

    >>> found = annular_plate(
    ...     "1 MPa", "0 N", "30 mm", "100 mm", "10 mm", "200 GPa", 0.3, inner_edge="free", outer_edge="clamped"
    ... )
    >>> found.plate_stress.m
    68.1...
    """
    if not {inner_edge, outer_edge} & {"supported", "clamped"}:
        raise InputError("annular_plate: nothing holds the plate; one edge at least is supported or clamped")
    ratio = np.asarray(inner_radius / outer_radius, dtype=float)
    stiffness = rigidity(youngs_modulus, thickness, poisson_ratio)
    # in the unit of length outer_radius and D = 1: pressure and ring load as deflections
    swell = np.asarray(pressure * outer_radius**4 / stiffness, dtype=float)
    pull = np.asarray(axial_force * outer_radius**2 / (2 * np.pi * stiffness), dtype=float)
    ratio, swell, pull, poisson = np.broadcast_arrays(ratio, swell, pull, np.asarray(poisson_ratio, dtype=float))
    rows, right = [], []
    for edge, place, load in ((inner_edge, ratio, pull), (outer_edge, np.ones_like(ratio), np.zeros_like(pull))):
        for row, particular, wanted in _conditions(edge, place, poisson, swell, load):
            rows.append(row)
            right.append(wanted - particular)
    matrix, known = np.stack(rows, axis=-2), np.stack(right, axis=-1)
    constants = np.linalg.solve(matrix, known[..., None])[..., 0]
    largest, bent = np.zeros_like(ratio), np.zeros_like(ratio)
    for step in np.linspace(0.0, 1.0, _STATIONS):
        place = ratio ** (1 - step)
        terms = _terms(place, poisson)
        for index, part in enumerate(terms):
            value = np.abs((part[0] * constants).sum(axis=-1) + part[1] * swell)
            if index == 0:
                largest = np.maximum(largest, value)
            elif index in (2, 3):
                bent = np.maximum(bent, value)
    stress = 6 / thickness**2 * stiffness / outer_radius**2 * bent
    return AnnularPlate(largest[()], stress)


_Terms: TypeAlias = tuple[NDArray[np.float64], Real]


def _terms(s: NDArray[np.float64], poisson: NDArray[np.float64]) -> tuple[_Terms, _Terms, _Terms, _Terms, _Terms]:
    """Deflection, slope, radial and ring moment, and shear force at s: of the constants, and of the pressure."""
    log, one, nothing = np.log(s), np.ones_like(s), np.zeros_like(s)

    def stacked(*parts: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack(np.broadcast_arrays(*parts), axis=-1)

    slope, slope_p = stacked(nothing, 2 * s, 1 / s, s * (2 * log + 1)), s**3 / 16
    bend, bend_p = stacked(nothing, 2 * one, -1 / s**2, 2 * log + 3), 3 * s**2 / 16
    over, over_p = slope / s[..., None], slope_p / s
    nu = poisson[..., None]
    return (
        (stacked(one, s**2, log, s**2 * log), s**4 / 64),
        (slope, slope_p),
        (-(bend + nu * over), -(bend_p + poisson * over_p)),
        (-(over + nu * bend), -(over_p + poisson * bend_p)),
        (stacked(nothing, nothing, nothing, -4 / s), -s / 2),
    )


def _conditions(
    edge: Edge, s: NDArray[np.float64], poisson: NDArray[np.float64], swell: NDArray[np.float64], load: Real
) -> list[tuple[NDArray[np.float64], Real, Real]]:
    """The two equations of an edge: factors of the constants, the share of the pressure, and the value wanted."""
    deflection, slope, moment, _ring, shear = _terms(s, poisson)
    # the load along the hole enters the plate as a shear force
    nothing = np.zeros_like(s)
    chosen = {
        "free": ((moment, nothing), (shear, -load / s)),
        "supported": ((deflection, nothing), (moment, nothing)),
        "clamped": ((deflection, nothing), (slope, nothing)),
        "guided": ((slope, nothing), (shear, -load / s)),
    }[edge]
    return [(factors, share * swell, wanted) for (factors, share), wanted in chosen]
