"""Rings and discs that spin: stress, growth, and the speeds at which they yield and burst."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Density,
    Growth,
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    Real,
    SignedStress,
    SpindleSpeed,
    Stress,
)
from chipload.units.parameters import Requires

TURN = 2 * np.pi


@dataclass(frozen=True)
class RingState:
    """Hoop stress of a thin spinning ring and the growth of its radius."""

    hoop_stress: SignedStress
    radial_growth: Growth


@dataclass(frozen=True)
class DiscState:
    """Stresses at one radius of a spinning disc, and the growth of that radius."""

    radial_stress: SignedStress
    hoop_stress: SignedStress
    radial_growth: Growth


_STEEL = {"density": "7800 kg/m**3", "youngs_modulus": "210 GPa", "poisson_ratio": 0.28}
_ON_DISC = Requires(
    ("radius", "outer_radius"),
    lambda radius, outer: radius <= outer * (1 + 1e-12),
    "the radius lies outside the disc; give one up to the outer radius",
)
_HOLE = Requires(
    ("inner_radius", "outer_radius"),
    lambda inner, outer: inner < outer,
    "the hole is as large as the disc; the outer radius must be larger than the inner one",
)
_OFF_HOLE = Requires(
    ("radius", "inner_radius"),
    lambda radius, inner: radius >= inner * (1 - 1e-12),
    "the radius lies in the hole; give one from the inner radius up",
)


@formula(
    symbol=r"\sigma_h",
    equation=r"\sigma_h = \rho (2 \pi n r)^2 ,\quad u = \frac{\sigma_h r}{E}",
    source="roark",
    example={
        "radius": "250 mm", "spindle_speed": "3000 rpm", "density": "7800 kg/m**3", "youngs_modulus": "210 GPa",
    },
)  # fmt: skip
def rotating_ring(
    radius: PositiveLength, spindle_speed: SpindleSpeed, density: Density, youngs_modulus: Modulus
) -> RingState:
    """Stress and growth of a thin ring spinning about its axis.

    Parameters
    ----------
    radius
        Mean radius of the ring [mm, in].
    spindle_speed
        Speed of rotation [rpm].
    density, youngs_modulus
        Of the ring [g/cm³, GPa].

    Returns
    -------
    RingState
        Hoop stress [MPa] and growth of the radius [µm].

    Notes
    -----
    Thin in the radial direction and free to grow; spokes and arms pull it out of round.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., section 16.2.

    Examples
    --------
    >>> rotating_ring("250 mm", "3000 rpm", "7800 kg/m**3", "210 GPa").hoop_stress.m
    48.11...
    """
    stress = density * (TURN * spindle_speed * radius) ** 2
    return RingState(stress, stress * radius / youngs_modulus)


@formula(
    symbol=r"\sigma_h",
    equation=(
        r"\sigma_h = \frac{\rho \omega^2}{8} ((3 + \nu) r_o^2 - (1 + 3 \nu) r^2) ,\quad "
        r"\sigma_r = \frac{\rho \omega^2}{8} (3 + \nu) (r_o^2 - r^2) ,\quad "
        r"u = \frac{r}{E} (\sigma_h - \nu \sigma_r) ,\quad \omega = 2 \pi n"
    ),
    source="roark",
    example={"radius": "457 mm", "outer_radius": "500 mm", "spindle_speed": "3000 rpm", **_STEEL},
    requires=(_ON_DISC,),
)
def rotating_solid_disc(
    radius: Length,
    outer_radius: PositiveLength,
    spindle_speed: SpindleSpeed,
    density: Density,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> DiscState:
    """Stress and growth of a flat spinning disc without a hole.

    Parameters
    ----------
    radius
        Where on the disc, 0 for the middle, where both stresses are highest [mm, in].
    outer_radius
        Radius of the rim [mm, in].
    spindle_speed
        Speed of rotation [rpm].
    density, youngs_modulus, poisson_ratio
        Of the disc [g/cm³, GPa, -].

    Returns
    -------
    DiscState
        Radial and hoop stress [MPa] and growth of the radius [µm].

    Raises
    ------
    InputError
        When the radius is larger than the disc.

    Notes
    -----
    Even thickness, small against the radius; a rim free of load.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., section 16.2.  The example is the
    analytical column of AutoFEM's rotating disc: 57.43 µm.

    Examples
    --------
    >>> rotating_solid_disc("0.457 m", "0.457 m", "300 rad/s", "7800 kg/m**3", "210 GPa", 0.28).radial_growth.m
    57.43...
    """
    pull = density * (TURN * spindle_speed) ** 2 / 8
    radial = pull * (3 + poisson_ratio) * (outer_radius**2 - radius**2)
    hoop = pull * ((3 + poisson_ratio) * outer_radius**2 - (1 + 3 * poisson_ratio) * radius**2)
    return DiscState(radial, hoop, radius / youngs_modulus * (hoop - poisson_ratio * radial))


@formula(
    symbol=r"\sigma_h",
    equation=(
        r"\sigma_h = \frac{\rho \omega^2}{8} ((3 + \nu) (r_i^2 + r_o^2 + \frac{r_i^2 r_o^2}{r^2}) - (1 + 3 \nu) r^2) "
        r",\quad \sigma_r = \frac{\rho \omega^2}{8} (3 + \nu) (r_i^2 + r_o^2 - \frac{r_i^2 r_o^2}{r^2} - r^2) ,\quad "
        r"u = \frac{r}{E} (\sigma_h - \nu \sigma_r) ,\quad \omega = 2 \pi n"
    ),
    source="roark",
    example={
        "radius": "200 mm", "inner_radius": "100 mm", "outer_radius": "300 mm", "spindle_speed": "6000 rpm", **_STEEL,
    },
    requires=(_HOLE, _ON_DISC, _OFF_HOLE),
)  # fmt: skip
def rotating_disc(
    radius: PositiveLength,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    spindle_speed: SpindleSpeed,
    density: Density,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> DiscState:
    """Stress and growth of a flat spinning disc with a hole.

    Parameters
    ----------
    radius
        Where on the disc; the hoop stress is highest at the hole [mm, in].
    inner_radius, outer_radius
        Radius of the hole and of the rim [mm, in].
    spindle_speed
        Speed of rotation [rpm].
    density, youngs_modulus, poisson_ratio
        Of the disc [g/cm³, GPa, -].

    Returns
    -------
    DiscState
        Radial and hoop stress [MPa] and growth of the radius [µm].

    Raises
    ------
    InputError
        When the radius is not on the disc.

    Notes
    -----
    Even thickness, small against the radius; hole and rim free of load.  Even a pinhole doubles the stress that a
    solid disc has in its middle.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., section 16.2.

    Examples
    --------
    >>> rotating_disc("100 mm", "100 mm", "300 mm", "1020.77 rad/s", "7850 kg/m**3", "200 GPa", 0.29).hoop_stress.m
    620.0...
    """
    pull = density * (TURN * spindle_speed) ** 2 / 8
    both = inner_radius**2 + outer_radius**2
    falling = (inner_radius * outer_radius / radius) ** 2
    radial = pull * (3 + poisson_ratio) * (both - falling - radius**2)
    hoop = pull * ((3 + poisson_ratio) * (both + falling) - (1 + 3 * poisson_ratio) * radius**2)
    return DiscState(radial, hoop, radius / youngs_modulus * (hoop - poisson_ratio * radial))


_SPEED_EXAMPLE = {
    "inner_radius": "100 mm", "outer_radius": "300 mm", "density": "7850 kg/m**3", "yield_strength": "620 MPa",
}  # fmt: skip


@formula(
    symbol="n_y",
    equation=r"n_y = \frac{1}{2 \pi} \sqrt{\frac{4 S_y}{\rho ((3 + \nu) r_o^2 + (1 - \nu) r_i^2)}}",
    source="boresi-cylinders",
    example={**_SPEED_EXAMPLE, "poisson_ratio": 0.29},
    requires=(_HOLE,),
)
def disc_yield_speed(
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    density: Density,
    yield_strength: Stress,
    poisson_ratio: PoissonRatio,
) -> SpindleSpeed:
    """Speed at which the hole of a flat spinning disc begins to yield.

    Parameters
    ----------
    inner_radius, outer_radius
        Radius of the hole and of the rim [mm, in].
    density, yield_strength, poisson_ratio
        Of the disc [g/cm³, MPa, -].

    Returns
    -------
    Quantity
        Speed [rpm]; a disc without a hole reaches √2 times that of a pinhole.

    Raises
    ------
    InputError
        When the hole is as large as the disc.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 11.7.  The example is 11.8:
    1021 rad/s.

    Examples
    --------
    >>> disc_yield_speed("100 mm", "300 mm", "7850 kg/m**3", "620 MPa", 0.29).to("rad/s").m
    1020.7...
    """
    spread = (3 + poisson_ratio) * outer_radius**2 + (1 - poisson_ratio) * inner_radius**2
    return np.sqrt(4 * yield_strength / (density * spread)) / TURN


@formula(
    symbol="n_b",
    equation=r"n_b = \frac{1}{2 \pi} \sqrt{\frac{3 S_y}{\rho (r_o^2 + r_i r_o + r_i^2)}}",
    source="boresi-cylinders",
    example=_SPEED_EXAMPLE,
    requires=(_HOLE,),
)
def disc_burst_speed(
    inner_radius: Length, outer_radius: PositiveLength, density: Density, yield_strength: Stress
) -> SpindleSpeed:
    """Speed at which the whole section of a flat spinning disc yields.

    Parameters
    ----------
    inner_radius, outer_radius
        Radius of the hole, 0 for none, and of the rim [mm, in].
    density, yield_strength
        Of the disc; with the tensile strength in place of the yield strength it is the burst speed that is usually
        quoted for ductile discs [g/cm³, MPa].

    Returns
    -------
    Quantity
        Speed [rpm].

    Raises
    ------
    InputError
        When the hole is as large as the disc.

    Notes
    -----
    The mean hoop stress reaches the strength; no hardening, no notches.  Brittle discs burst earlier, where the hole
    reaches the strength.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 11.7.  The example is 11.8:
    1350 rad/s.

    Examples
    --------
    >>> disc_burst_speed("100 mm", "300 mm", "7850 kg/m**3", "620 MPa").to("rad/s").m
    1350.0...
    """
    return np.sqrt(3 * yield_strength / (density * _third(inner_radius, outer_radius))) / TURN


def _third(inner: Real, outer: Real) -> Real:
    """Three times the mean square of the radius over the section."""
    return outer**2 + inner * outer + inner**2
