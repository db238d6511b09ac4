"""Round shafts in torsion: stress, twist, stiffness, the diameter for a power, and shafts held at both ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    Length,
    Modulus,
    Moment,
    PositiveLength,
    Power,
    Ratio,
    RotationalStiffness,
    SecondMoment,
    SignedStress,
    SpindleSpeed,
    Stress,
)
from chipload.units.parameters import Requires

_BORE_WITHIN = Requires(
    ("bore", "diameter"),
    lambda bore, diameter: bore < diameter,
    "the bore is as wide as the outside; give a smaller bore, or 0 for a solid shaft",
)
BORE_RATIO_BELOW_ONE = Requires(
    ("bore_ratio",),
    lambda ratio: (ratio >= 0) & (ratio < 1),
    "the bore over the outside diameter is from 0, a solid shaft, to below 1",
)


@dataclass(frozen=True)
class HeldShaft:
    """Twisting moments in the two parts of a shaft held at both ends, and the turn of the loaded section."""

    first_torque: Moment
    second_torque: Moment
    twist_angle: Angle


@formula(
    symbol=r"\tau_t",
    equation=r"\tau_t = \frac{16 M_t D}{\pi (D^4 - d_i^4)}",
    source="roark",
    example={"twisting_moment": "4000 N*m", "diameter": "80 mm", "bore": "60 mm"},
    requires=(_BORE_WITHIN,),
)
def torsion_stress(twisting_moment: Moment, diameter: Diameter, bore: Length = 0.0) -> SignedStress:
    """Shear stress at the surface of a round shaft or tube.

    Parameters
    ----------
    twisting_moment
        Twisting moment [N m, in lbf].
    diameter
        Outside diameter [mm, in].
    bore
        Diameter of the bore, 0 where solid [mm, in].

    Returns
    -------
    Quantity
        Shear stress at the surface, the largest of the section [MPa].

    Raises
    ------
    InputError
        When the bore is as wide as the outside.

    Notes
    -----
    Elastic; keyways, shoulders and cross holes raise it.  At the bore it is smaller by bore over diameter.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table 10.1.  The example is J. M.
    Gere, Mechanics of Materials, example 3.6: 58.2 MPa.

    Examples
    --------
    >>> torsion_stress("4000 N*m", "80 mm", "60 mm").m
    58.20...
    """
    return 16 * twisting_moment * diameter / (np.pi * (diameter**4 - bore**4))


@formula(
    symbol=r"\varphi",
    equation=r"\varphi = \frac{M_t L}{G J}",
    source="roark",
    example={
        "twisting_moment": "1830 N*m", "span": "1.5 m", "shear_modulus": "77 GPa", "torsion_constant": "1.021e6 mm**4",
    },
)  # fmt: skip
def twist_angle(
    twisting_moment: Moment, span: PositiveLength, shear_modulus: Modulus, torsion_constant: SecondMoment
) -> Angle:
    """Angle by which a member twists.

    Parameters
    ----------
    twisting_moment
        Twisting moment [N m, in lbf].
    span
        Length of the member [mm, in].
    shear_modulus
        Shear modulus [GPa].
    torsion_constant
        Torsion constant of the section; the polar second moment for a round one only [mm⁴].

    Returns
    -------
    Quantity
        Angle of twist from end to end [°].

    Notes
    -----
    Elastic and free to warp.  The twists of parts in a row add with their signs.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., chapter 10.  The example is Beer,
    Johnston and DeWolf, Mechanics of Materials, example 3.02: 1.83 kN m twist the tube by 2°.

    Examples
    --------
    >>> twist_angle("1829.5 N*m", "1.5 m", "77 GPa", "1.021e6 mm**4").m
    2.000...
    """
    return twisting_moment * span / (shear_modulus * torsion_constant)


@formula(
    symbol=r"k_\varphi",
    equation=r"k_\varphi = \frac{G J}{L}",
    source="roark",
    example={"torsion_constant": "1.021e6 mm**4", "shear_modulus": "77 GPa", "span": "1.5 m"},
)
def torsional_stiffness(
    torsion_constant: SecondMoment, shear_modulus: Modulus, span: PositiveLength
) -> RotationalStiffness:
    """Torsional stiffness of a member.

    Parameters
    ----------
    torsion_constant
        Torsion constant of the section [mm⁴].
    shear_modulus
        Shear modulus [GPa].
    span
        Length of the member [mm, in].

    Returns
    -------
    Quantity
        Twisting moment on the angle of twist [kN m/rad].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., chapter 10.

    Examples
    --------
    >>> torsional_stiffness("1e6 mm**4", "80 GPa", "1 m").m
    80.0
    """
    return shear_modulus * torsion_constant / span


@formula(
    symbol="D",
    equation=r"D = (\frac{16 M_t}{\pi \tau_{all} (1 - k_i^4)})^{1/3} ,\quad M_t = \frac{P_c}{2 \pi n}",
    source="gere-members",
    example={"power": "40 hp", "spindle_speed": "500 rpm", "shear_limit": "6 ksi", "bore_ratio": 0.4},
    requires=(BORE_RATIO_BELOW_ONE,),
)
def shaft_diameter(power: Power, spindle_speed: SpindleSpeed, shear_limit: Stress, bore_ratio: Ratio = 0.0) -> Diameter:
    """Diameter of a shaft that carries a power at a speed in pure torsion.

    Parameters
    ----------
    power
        Power carried [kW, hp].
    spindle_speed
        Speed of the shaft [rpm].
    shear_limit
        Shear stress not to be exceeded [MPa].
    bore_ratio
        Bore over outside diameter, 0 where solid.

    Returns
    -------
    Quantity
        Outside diameter [mm].

    Raises
    ------
    InputError
        When the bore is not below the outside diameter.

    Notes
    -----
    Torsion alone, even torque, no keyway; with bending see `asme_shaft_diameter`.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 3.7.  The example is its example 3.7: 1.62 in.

    Examples
    --------
    >>> shaft_diameter("40 hp", "500 rpm", "6 ksi").to("inch").m
    1.62...
    """
    torque = power / (2 * np.pi * spindle_speed)
    return np.cbrt(16 * torque / (np.pi * shear_limit * (1 - bore_ratio**4)))


@formula(
    symbol="D",
    equation=r"D = (\frac{32 M_t L}{\pi G \varphi (1 - k_i^4)})^{1/4}",
    source="gere-members",
    example={
        "twisting_moment": "200 N*m", "span": "1 m", "shear_modulus": "80 GPa", "twist_angle": "0.25 deg",
        "bore_ratio": 0.4,
    },
    requires=(
        BORE_RATIO_BELOW_ONE,
        Requires(
            ("twisting_moment", "twist_angle"),
            lambda moment, angle: (moment > 0) & (angle > 0),
            "give the moment and the twist it may cause as positive numbers",
        ),
    ),
)  # fmt: skip
def shaft_diameter_for_twist(
    twisting_moment: Moment, span: PositiveLength, shear_modulus: Modulus, twist_angle: Angle, bore_ratio: Ratio = 0.0
) -> Diameter:
    """Diameter of a round shaft that twists no more than wanted.

    Parameters
    ----------
    twisting_moment
        Twisting moment [N m, in lbf].
    span
        Length of the shaft [mm, in].
    shear_modulus
        Shear modulus [GPa].
    twist_angle
        Angle of twist over the length [°].
    bore_ratio
        Bore over outside diameter, 0 where solid.

    Returns
    -------
    Quantity
        Outside diameter [mm].

    Raises
    ------
    InputError
        When the bore is not below the outside diameter, or moment or twist are not positive.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 3.3.

    Examples
    --------
    >>> shaft_diameter_for_twist("200 N*m", "1 m", "80 GPa", "0.25 deg").m
    49.15...
    """
    return (32 * twisting_moment * span / (np.pi * shear_modulus * twist_angle * (1 - bore_ratio**4))) ** 0.25


@formula(
    symbol=r"M_{t1}",
    equation=(
        r"M_{t1} = \frac{M_t L_2 J_1}{L_1 J_2 + L_2 J_1} ,\quad M_{t2} = M_{t1} - M_t ,\quad "
        r"\varphi = \frac{M_{t1} L_1}{G J_1}"
    ),
    source="gere-members",
    example={
        "twisting_moment": "90 lbf*ft", "first_length": "5 in", "first_torsion_constant": "0.0576 in**4",
        "second_length": "5 in", "second_torsion_constant": "0.0426 in**4", "shear_modulus": "11200 ksi",
    },
)  # fmt: skip
def held_shaft(
    twisting_moment: Moment,
    first_length: PositiveLength,
    first_torsion_constant: SecondMoment,
    second_length: PositiveLength,
    second_torsion_constant: SecondMoment,
    shear_modulus: Modulus,
) -> HeldShaft:
    """A shaft held at both ends with a torque applied between them.

    Parameters
    ----------
    twisting_moment
        Torque applied [N m, in lbf].
    first_length, first_torsion_constant
        Length and torsion constant of the part before the torque [mm, mm⁴].
    second_length, second_torsion_constant
        Of the part behind the torque [mm, mm⁴].
    shear_modulus
        Shear modulus of both parts [GPa].

    Returns
    -------
    HeldShaft
        Twisting moments in the two parts, of opposite sign, the reactions of the supports [N m], and the turn of the
        loaded section [°].

    Notes
    -----
    Statically indeterminate: the ends do not turn.  Several torques add.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 3.8.  The example is Beer, Johnston and DeWolf, Mechanics of Materials,
    example 3.05: 51.7 and 38.3 lbf ft.

    Examples
    --------
    >>> found = held_shaft("90 lbf*ft", "5 in", "0.0576 in**4", "5 in", "0.0426 in**4", "11200 ksi")
    >>> found.first_torque.to("lbf*ft").m, found.second_torque.to("lbf*ft").m
    (51.73..., -38.26...)
    """
    first = shear_modulus * first_torsion_constant / first_length
    second = shear_modulus * second_torsion_constant / second_length
    turned = twisting_moment / (first + second)
    return HeldShaft(turned * first, -turned * second, turned)
