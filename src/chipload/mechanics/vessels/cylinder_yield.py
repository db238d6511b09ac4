"""Pressures at which a thick cylinder yields, at its bore, in part and as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.mechanics.vessels.thick_cylinders import WALL
from chipload.units.formulas import formula
from chipload.units.kinds import PositiveLength, SignedStress, Stress
from chipload.units.parameters import Requires, ValidWhere


@dataclass(frozen=True)
class Autofrettage:
    """The pressure that makes the bore yield to a radius, and the hoop stress it leaves at the bore."""

    autofrettage_pressure: Stress
    residual_hoop_stress: SignedStress


Criterion = Literal["von_mises", "tresca"]


def _flow_stress(yield_strength: Stress, criterion: Criterion) -> Stress:
    """Difference between hoop and radial stress at which a closed or plane cylinder yields."""
    return yield_strength * (2 / np.sqrt(3) if criterion == "von_mises" else 1.0)


@formula(
    symbol="p_y",
    equation=r"p_y = \frac{\sigma_f}{2} (1 - \frac{r_i^2}{r_o^2}) ,\quad \sigma_f = \frac{2}{\sqrt{3}} S_y",
    source="boresi-cylinders",
    example={
        "inner_radius": "20 mm", "outer_radius": "40 mm", "yield_strength": "250 MPa", "criterion": "von_mises",
    },
    requires=(WALL,),
)  # fmt: skip
def cylinder_yield_pressure(
    inner_radius: PositiveLength, outer_radius: PositiveLength, yield_strength: Stress, criterion: Criterion
) -> Stress:
    """Internal pressure at which the bore of a closed thick cylinder begins to yield.

    Parameters
    ----------
    inner_radius, outer_radius
        Of the wall [mm, in].
    yield_strength
        Yield strength of the wall; divided by a safety factor it gives a working pressure [MPa, ksi].
    criterion
        "von_mises", or "tresca" with the flow stress equal to the yield strength.

    Returns
    -------
    Quantity
        Pressure [MPa].

    Raises
    ------
    InputError
        When the wall has no thickness.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 11.4.  The example is 11.6 with
    a safety factor of 1.8 on 450 MPa: 108.25 MPa.

    Examples
    --------
    >>> cylinder_yield_pressure("20 mm", "40 mm", "250 MPa", "von_mises").m
    108.25...
    """
    return _flow_stress(yield_strength, criterion) / 2 * (1 - (inner_radius / outer_radius) ** 2)


@formula(
    symbol="p_p",
    equation=r"p_p = \sigma_f \ln(\frac{r_o}{r_i}) ,\quad \sigma_f = \frac{2}{\sqrt{3}} S_y",
    source="boresi-cylinders",
    example={
        "inner_radius": "20 mm", "outer_radius": "40 mm", "yield_strength": "450 MPa", "criterion": "von_mises",
    },
    requires=(WALL,),
)  # fmt: skip
def cylinder_collapse_pressure(
    inner_radius: PositiveLength, outer_radius: PositiveLength, yield_strength: Stress, criterion: Criterion
) -> Stress:
    """Internal pressure at which the whole wall of a thick cylinder yields.

    Parameters
    ----------
    inner_radius, outer_radius
        Of the wall [mm, in].
    yield_strength
        Yield strength of the wall [MPa, ksi].
    criterion
        "von_mises", or "tresca" with the flow stress equal to the yield strength.

    Returns
    -------
    Quantity
        Pressure [MPa].

    Raises
    ------
    InputError
        When the wall has no thickness.

    Notes
    -----
    Without hardening and without change of shape; the burst pressure of a hardening steel is higher.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 11.5.

    Examples
    --------
    >>> cylinder_collapse_pressure("20 mm", "40 mm", "450 MPa", "von_mises").m
    360.1...
    """
    return _flow_stress(yield_strength, criterion) * np.log(outer_radius / inner_radius)


_NO_REVERSE = ValidWhere(
    ("inner_radius", "plastic_radius", "outer_radius"),
    lambda inner, plastic, outer: (
        (np.log(plastic / inner) + (1 - (plastic / outer) ** 2) / 2) * 2 / (1 - (inner / outer) ** 2) <= 2
    ),
    "the bore yields again when the pressure is let off, so less stress stays than computed; yield a smaller part",
)


@formula(
    symbol="p_a",
    equation=(
        r"p_a = S_y (\ln(\frac{r_c}{r_i}) + \frac{1}{2} (1 - \frac{r_c^2}{r_o^2})) ,\quad "
        r"\sigma_{h,0} = S_y - \frac{2 p_a r_o^2}{r_o^2 - r_i^2}"
    ),
    source="boresi-cylinders",
    example={
        "inner_radius": "20 mm", "plastic_radius": "28 mm", "outer_radius": "40 mm", "yield_strength": "450 MPa",
    },
    valid=(_NO_REVERSE,),
    requires=(
        Requires(
            ("plastic_radius", "inner_radius", "outer_radius"),
            lambda plastic, inner, outer: (plastic >= inner) & (plastic <= outer) & (inner < outer),
            "the radius to which the wall yields must lie in the wall",
        ),
    ),
)  # fmt: skip
def autofrettage(
    inner_radius: PositiveLength, plastic_radius: PositiveLength, outer_radius: PositiveLength, yield_strength: Stress
) -> Autofrettage:
    """Pressure that makes a thick cylinder yield as far as a radius, and what it leaves at the bore.

    Parameters
    ----------
    inner_radius
        Of the wall [mm, in].
    plastic_radius
        Radius as far as which the wall is to yield [mm, in].
    outer_radius
        Of the wall [mm, in].
    yield_strength
        Yield strength of the wall [MPa, ksi].

    Returns
    -------
    Autofrettage
        Pressure, and residual hoop stress at the bore once the pressure is let off [MPa].

    Raises
    ------
    InputError
        When the yielded radius is not in the wall.

    Warns
    -----
    ValidityWarning
        When the bore would yield again on unloading.

    Notes
    -----
    Tresca's criterion, no hardening and no Bauschinger effect, which leaves a real steel less than this.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 11.5.

    Examples
    --------
    >>> autofrettage("20 mm", "28 mm", "40 mm", "450 MPa").autofrettage_pressure.m
    266.1...
    """
    pressure = yield_strength * (np.log(plastic_radius / inner_radius) + (1 - (plastic_radius / outer_radius) ** 2) / 2)
    unloading = 2 * pressure / (1 - (inner_radius / outer_radius) ** 2)
    return Autofrettage(pressure, yield_strength - unloading)
