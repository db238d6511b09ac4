"""Stress concentration of round bars: shoulders, grooves, cross holes and keyseats; local over nominal stress."""

from __future__ import annotations

from typing import Literal

from chipload.mechanics.contact.notch_charts import ROUND_CUBIC, SHAFT_FILLET, SHAFT_GROOVE, notch, smaller, within
from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, Length, PositiveLength, PositiveRatio, Real
from chipload.units.parameters import Requires, Valid, ValidWhere

ShaftLoad = Literal["tension", "bending", "torsion"]

_SHAFT = {"large_diameter": "45 mm", "small_diameter": "30 mm", "notch_radius": "3 mm"}


@formula(
    symbol="K_t",
    equation=ROUND_CUBIC,
    source="pilkey-charts",
    example={**_SHAFT, "load": "bending"},
    valid=(within(SHAFT_FILLET, "large_diameter", "small_diameter"),),
    requires=(smaller("large_diameter", "small_diameter"),),
)
def shaft_fillet_concentration(
    large_diameter: Diameter, small_diameter: Diameter, notch_radius: PositiveLength, load: ShaftLoad
) -> PositiveRatio:
    """Stress concentration of a round bar with a shoulder and a fillet.

    Parameters
    ----------
    large_diameter, small_diameter
        Diameters on the two sides of the shoulder [mm, in].
    notch_radius
        Radius of the fillet [mm, in].
    load
        "tension", "bending" or "torsion".

    Returns
    -------
    Quantity
        Largest stress over the nominal stress of the smaller section.

    Raises
    ------
    InputError
        When there is no shoulder.

    Warns
    -----
    ValidityWarning
        When the shoulder over the radius, q = h/r, is outside 0.1 to 20 (torsion 0.25 to 4).

    Notes
    -----
    Fits to Peterson's curves; the two sets of constants meet within 1 % for shoulders up to half the diameter.

    References
    ----------
    W. D. Pilkey, Peterson's Stress Concentration Factors, 2nd ed., charts 3.4, 3.10 and 3.12; the constants as
    printed by amesweb.info.

    Examples
    --------
    >>> shaft_fillet_concentration("45 mm", "30 mm", "3 mm", "bending").m
    1.743...
    """
    return SHAFT_FILLET[load].factor(*notch(large_diameter, small_diameter, notch_radius))


@formula(
    symbol="K_t",
    equation=ROUND_CUBIC,
    source="pilkey-charts",
    example={**_SHAFT, "load": "tension"},
    valid=(within(SHAFT_GROOVE, "large_diameter", "small_diameter"),),
    requires=(smaller("large_diameter", "small_diameter"),),
)
def shaft_groove_concentration(
    large_diameter: Diameter, small_diameter: Diameter, notch_radius: PositiveLength, load: ShaftLoad
) -> PositiveRatio:
    """Stress concentration of a round bar with a U-shaped groove around it.

    Parameters
    ----------
    large_diameter, small_diameter
        Diameter of the bar and at the bottom of the groove [mm, in].
    notch_radius
        Radius at the bottom [mm, in].
    load
        "tension", "bending" or "torsion".

    Returns
    -------
    Quantity
        Largest stress over the nominal stress of the smaller section.

    Raises
    ------
    InputError
        When there is no groove.

    Warns
    -----
    ValidityWarning
        When the depth over the radius, q = h/r, is outside 0.25 to 50 (tension 0.1 to 50).

    Notes
    -----
    Fits to Peterson's curves; for deep grooves in tension the two sets of constants, which meet at q = 2, differ by up
    to 4 % there.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table 17.1, for bending and torsion,
    as printed by eng-calculations.com; W. D. Pilkey, Formulas for Stress, Strain, and Structural Matrices, 2nd ed.,
    table 6-1, for tension, as printed by amesweb.info.

    Examples
    --------
    >>> shaft_groove_concentration("45 mm", "30 mm", "3 mm", "tension").m
    2.313...
    """
    return SHAFT_GROOVE[load].factor(*notch(large_diameter, small_diameter, notch_radius))


_CROSS_HOLE = ValidWhere(
    ("notch_hole_diameter", "large_diameter", "shaft_bore_diameter"),
    lambda hole, shaft, bore: (hole <= 0.4 * shaft * (1 + 1e-12)) & (bore <= 0.9 * shaft * (1 + 1e-12)),
    "the chart was drawn for holes up to 0.4 and bores up to 0.9 of the diameter; compute it by finite elements",
)


@formula(
    symbol="K_t",
    equation=(
        r"K_t = C_1 + C_2 s + C_3 s^2 + C_4 s^3 ,\quad s = \frac{d_h}{D_l} ,\quad "
        r"C_i = a_i + b_i q + c_i q^2 + e_i q^3 ,\quad q = \frac{d_b}{D_l}"
    ),
    source="pilkey-charts",
    example={
        "notch_hole_diameter": "6 mm", "large_diameter": "40 mm", "load": "torsion", "shaft_bore_diameter": "16 mm",
    },
    valid=(_CROSS_HOLE,),
    requires=(
        Requires(
            ("notch_hole_diameter", "large_diameter", "shaft_bore_diameter"),
            lambda hole, shaft, bore: (hole < shaft) & (bore < shaft),
            "hole and bore must be smaller than the shaft",
        ),
    ),
)  # fmt: skip
def cross_hole_concentration(
    notch_hole_diameter: Diameter, large_diameter: Diameter, load: ShaftLoad, shaft_bore_diameter: Length = 0.0
) -> PositiveRatio:
    """Stress concentration of a round bar or tube with a hole across it.

    Parameters
    ----------
    notch_hole_diameter
        Diameter of the hole [mm, in].
    large_diameter
        Diameter of the bar [mm, in].
    load
        "tension", "bending" with the hole farthest from the neutral axis, or "torsion".
    shaft_bore_diameter
        Diameter of the bore of a tube, 0 for a solid bar [mm, in].

    Returns
    -------
    Quantity
        Largest normal stress over the nominal stress of the whole section without the hole; in torsion over the
        nominal shear stress.

    Raises
    ------
    InputError
        When hole or bore is as large as the bar.

    Warns
    -----
    ValidityWarning
        When the hole is above 0.4 of the diameter, or the bore above 0.9.

    References
    ----------
    W. D. Pilkey, Peterson's Stress Concentration Factors, 2nd ed., chapter 4, and Roark's Formulas for
    Stress and Strain, 7th ed., table 17.1 case 17, for torsion; the constants as printed by eng-calculations.com.

    Examples
    --------
    >>> cross_hole_concentration("4 mm", "40 mm", "torsion").m
    3.65...
    """
    q, s = shaft_bore_diameter / large_diameter, notch_hole_diameter / large_diameter
    total: Real = 0.0
    for row in reversed(_CROSS[load]):
        inside: Real = 0.0
        for number in reversed(row):
            inside = inside * q + number
        total = total * s + inside
    return total


_CROSS: dict[str, tuple[tuple[float, ...], ...]] = {
    "tension": ((3.0,), (0.427, -6.770, 22.698, -16.670), (11.357, 15.665, -60.929, 41.501)),
    "bending": ((3.0,), (-6.250, -0.585, 3.115), (41.000, -1.071, -6.746), (-45.000, 1.389, 13.889)),
    "torsion": ((4.0,), (-6.793, 1.133, -0.126), (38.382, -7.242, 6.495), (-44.576, -7.428, 58.656)),
}

_KEYSEAT: dict[str, tuple[float, float, float]] = {
    "bending": (1.426, 0.1643, -0.0019),
    "torsion": (1.953, 0.1434, -0.0021),
}


@formula(
    symbol="K_t",
    equation=r"K_t = a + b x + c x^2 ,\quad x = \frac{0.1 D_l}{r_n}",
    source="pilkey-charts",
    example={"large_diameter": "50 mm", "notch_radius": "1 mm", "load": "bending"},
    valid=(
        ValidWhere(
            ("notch_radius", "large_diameter"),
            lambda radius, shaft: (radius >= 0.005 * shaft * (1 - 1e-12)) & (radius <= 0.04 * shaft * (1 + 1e-12)),
            "the chart was drawn for radii of 0.005 to 0.04 of the diameter; compute it by finite elements",
        ),
        Valid("large_diameter", 0.0, 0.166, "take the factor of a radius of 0.0208 of the diameter"),
    ),
)
def keyseat_concentration(
    large_diameter: Diameter, notch_radius: PositiveLength, load: Literal["bending", "torsion"]
) -> PositiveRatio:
    """Stress concentration at the bottom fillet of an end-milled keyseat.

    Parameters
    ----------
    large_diameter
        Diameter of the shaft [mm, in].
    notch_radius
        Radius of the fillet at the bottom of the seat [mm, in].
    load
        "bending" or "torsion".

    Returns
    -------
    Quantity
        Largest stress at the fillet over the nominal stress of the whole shaft.

    Warns
    -----
    ValidityWarning
        When the radius is not 0.005 to 0.04 of the diameter, or the shaft is above 166 mm.

    Notes
    -----
    For a seat a quarter of the diameter wide and an eighth deep, without a key in it; a key that carries the torque
    raises the factor in torsion, to about 3 for a radius of 0.02 of the diameter.  At the surface beside the round
    end the factor is 1.6 in bending and 3.4 in torsion (normal over shear stress).

    References
    ----------
    W. D. Pilkey, Formulas for Stress, Strain, and Structural Matrices, 2nd ed., table 6-1 part IV.  Shigley's
    Mechanical Engineering Design, table 7-1, takes 2.14 in bending at 0.02.

    Examples
    --------
    >>> keyseat_concentration("50 mm", "1 mm", "bending").m
    2.2...
    """
    a, b, c = _KEYSEAT[load]
    x = 0.1 * large_diameter / notch_radius
    return a + b * x + c * x**2
