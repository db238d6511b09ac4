"""Disc springs (Belleville washers) after Almen and László, as DIN 2092 has them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    Real,
    SignedForce,
    SignedStress,
)
from chipload.units.parameters import Requires, ValidWhere


@dataclass(frozen=True)
class DiscSpringStress:
    """Stresses of a disc spring at its edges, tension positive.

    The edges are numbered as in DIN 2092: I upper inside, II lower inside, III lower outside, IV upper outside; OM is
    the middle of the upper side.
    """

    upper_middle_stress: SignedStress
    upper_inner_stress: SignedStress
    lower_inner_stress: SignedStress
    lower_outer_stress: SignedStress
    upper_outer_stress: SignedStress


_RING = Requires(
    ("inner_radius", "outer_radius"),
    lambda inner, outer: inner < outer,
    "the hole is as large as the disc; the outer radius must be larger than the inner one",
)
_NOT_FLATTER = ValidWhere(
    ("deflection", "cone_height"),
    lambda deflection, height: deflection <= height * (1 + 1e-12),
    "the disc is pressed beyond flat, where it turns over or lies on the plate; give less deflection",
)
_EXAMPLE = {
    "deflection": "0.3375 mm", "inner_radius": "5.1 mm", "outer_radius": "10 mm", "thickness": "1.1 mm",
    "cone_height": "0.45 mm", "youngs_modulus": "206 GPa", "poisson_ratio": 0.3,
}  # fmt: skip


def _base(inner: Real, outer: Real, thickness: Real, modulus: Real, poisson_ratio: Real) -> Real:
    """Stress to which all stresses of the disc are in proportion: 4E/(1 - ν²) t²/(K1 De²)."""
    ratio = outer / inner
    k1 = ((ratio - 1) / ratio) ** 2 / ((ratio + 1) / (ratio - 1) - 2 / np.log(ratio)) / np.pi
    return modulus / (1 - poisson_ratio**2) * thickness**2 / (k1 * outer**2)


@formula(
    symbol="F_d",
    equation=(
        r"F_d = \frac{4 E}{1 - \nu^2} \frac{t^4}{K_1 (2 r_o)^2} \frac{s}{t} "
        r"((\frac{h_0}{t} - \frac{s}{t}) (\frac{h_0}{t} - \frac{s}{2 t}) + 1) ,\quad "
        r"K_1 = \frac{1}{\pi} \frac{((d - 1) / d)^2}{\frac{d + 1}{d - 1} - \frac{2}{\ln(d)}} ,\quad d = \frac{r_o}{r_i}"
    ),
    source="din2092",
    example=_EXAMPLE,
    valid=(_NOT_FLATTER,),
    requires=(_RING,),
)
def disc_spring_force(
    deflection: Length,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    thickness: PositiveLength,
    cone_height: Length,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> SignedForce:
    """Force of a single disc spring at a deflection.

    Parameters
    ----------
    deflection
        How far it is pressed together [mm, in].
    inner_radius, outer_radius
        Half the diameters of the disc [mm, in].
    thickness
        Of the disc [mm, in].
    cone_height
        Height of the cone without load: free height less thickness, 0 for a flat washer [mm, in].
    youngs_modulus, poisson_ratio
        Of the disc [GPa, -].

    Returns
    -------
    Quantity
        Force [N]; past the snap-through of a high cone it can be negative.

    Raises
    ------
    InputError
        When the hole is as large as the disc.

    Warns
    -----
    ValidityWarning
        When the disc is pressed beyond flat.

    Notes
    -----
    Rectangular section without contact flats, load on the edges, no friction.  n discs the same way round multiply
    the force, turn and turn about they multiply the deflection.

    References
    ----------
    J. O. Almen and A. László, Trans. ASME 58 (1936) 305; DIN 2092.  The example is the disc 20 x 10.2 x 1.1 of
    DIN 2093 at three quarters of its cone: 1.55 kN by a catalogue.

    Examples
    --------
    >>> disc_spring_force("0.3375 mm", "5.1 mm", "10 mm", "1.1 mm", "0.45 mm", "206 GPa", 0.3).m
    1521...
    """
    base = _base(inner_radius, outer_radius, thickness, youngs_modulus, poisson_ratio)
    height, pressed = cone_height / thickness, deflection / thickness
    return base * thickness**2 * pressed * ((height - pressed) * (height - pressed / 2) + 1)


@formula(
    symbol=r"\sigma_I",
    equation=(
        r"\sigma_I = - B \frac{s}{t} (K_2 g + K_3) ,\quad \sigma_{II} = - B \frac{s}{t} (K_2 g - K_3) ,\quad "
        r"\sigma_{III} = - \frac{B}{d} \frac{s}{t} ((K_2 - 2 K_3) g - K_3) ,\quad "
        r"\sigma_{IV} = - \frac{B}{d} \frac{s}{t} ((K_2 - 2 K_3) g + K_3) ,\quad "
        r"\sigma_{OM} = - B \frac{s}{t} \frac{3}{\pi} ,\quad B = \frac{4 E}{1 - \nu^2} \frac{t^2}{K_1 (2 r_o)^2} "
        r",\quad g = \frac{h_0}{t} - \frac{s}{2 t} ,\quad K_2 = \frac{6}{\pi} \frac{\frac{d - 1}{\ln(d)} - 1}{\ln(d)} "
        r",\quad K_3 = \frac{3}{\pi} \frac{d - 1}{\ln(d)} ,\quad d = \frac{r_o}{r_i}"
    ),
    source="din2092",
    example=_EXAMPLE,
    valid=(_NOT_FLATTER,),
    requires=(_RING,),
)
def disc_spring_stress(
    deflection: Length,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    thickness: PositiveLength,
    cone_height: Length,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> DiscSpringStress:
    """Stresses in a single disc spring at a deflection.

    Parameters
    ----------
    deflection
        How far it is pressed together [mm, in].
    inner_radius, outer_radius
        Half the diameters of the disc [mm, in].
    thickness
        Of the disc [mm, in].
    cone_height
        Height of the cone without load: free height less thickness [mm, in].
    youngs_modulus, poisson_ratio
        Of the disc [GPa, -].

    Returns
    -------
    DiscSpringStress
        Hoop stresses at the middle of the upper side and at the four edges, tension positive [MPa].

    Raises
    ------
    InputError
        When the hole is as large as the disc.

    Warns
    -----
    ValidityWarning
        When the disc is pressed beyond flat.

    Notes
    -----
    Linear elastic without the residual stress of setting and peening, which lowers what is really there.  Static
    strength is judged by OM, fatigue by the tension at II and III.

    References
    ----------
    J. O. Almen and A. László, Trans. ASME 58 (1936) 305; DIN 2092.

    Examples
    --------
    >>> disc_spring_stress("0.3375 mm", "5.1 mm", "10 mm", "1.1 mm", "0.45 mm", "206 GPa", 0.3).upper_inner_stress.m
    -2048.1...
    """
    ratio = outer_radius / inner_radius
    log = np.log(ratio)
    k2, k3 = 6 / np.pi * ((ratio - 1) / log - 1) / log, 3 / np.pi * (ratio - 1) / log
    base = _base(inner_radius, outer_radius, thickness, youngs_modulus, poisson_ratio) * deflection / thickness
    cone = cone_height / thickness - deflection / (2 * thickness)
    return DiscSpringStress(
        -base * 3 / np.pi + 0 * cone,
        -base * (k2 * cone + k3),
        -base * (k2 * cone - k3),
        -base / ratio * ((k2 - 2 * k3) * cone - k3),
        -base / ratio * ((k2 - 2 * k3) * cone + k3),
    )
