"""Torsion of thin walls, closed (Bredt) and open."""

from __future__ import annotations

from chipload.units.formulas import formula
from chipload.units.kinds import Area, Length, Moment, PositiveLength, SecondMoment, SignedStress
from chipload.units.parameters import Requires

_THIN_WALL = Requires(
    ("thickness", "median_length"),
    lambda thickness, length: thickness < length,
    "the wall is thicker than it is long; such a section is no thin wall",
)


@formula(
    symbol=r"\tau_t",
    equation=r"\tau_t = \frac{M_t}{2 A_m t}",
    source="timoshenko-torsion",
    example={"twisting_moment": "24000 lbf*in", "enclosed_area": "8.9856 in**2", "thickness": "0.16 in"},
)
def closed_wall_stress(twisting_moment: Moment, enclosed_area: Area, thickness: PositiveLength) -> SignedStress:
    """Shear stress in a closed thin wall under torsion, by Bredt.

    Parameters
    ----------
    twisting_moment
        Twisting moment [N m, in lbf].
    enclosed_area
        Area within the middle line of the wall [mm²].
    thickness
        Thickness of the wall where the stress is wanted; the thinnest for the largest [mm, in].

    Returns
    -------
    Quantity
        Shear stress, even over the thickness [MPa].

    Notes
    -----
    One cell.  Sharp inner corners raise it.

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 116.  The example is Beer, Johnston
    and DeWolf, Mechanics of Materials, example 3.10: 8.35 ksi.

    Examples
    --------
    >>> closed_wall_stress("24000 lbf*in", "8.9856 in**2", "0.16 in").to("ksi").m
    8.346...
    """
    return twisting_moment / (2 * enclosed_area * thickness)


@formula(
    symbol="J",
    equation=r"J = \frac{4 A_m^2 t}{s_m}",
    source="timoshenko-torsion",
    example={"enclosed_area": "314.159 mm**2", "median_length": "62.83 mm", "thickness": "2 mm"},
    requires=(_THIN_WALL,),
)
def closed_wall_torsion_constant(
    enclosed_area: Area, median_length: PositiveLength, thickness: PositiveLength
) -> SecondMoment:
    """Torsion constant of a closed wall of even thickness, by Bredt.

    Parameters
    ----------
    enclosed_area
        Area within the middle line of the wall [mm²].
    median_length
        Length of the middle line around the wall [mm, in].
    thickness
        Thickness of the wall [mm, in].

    Returns
    -------
    Quantity
        Torsion constant [mm⁴].

    Raises
    ------
    InputError
        When the wall is thicker than it is long.

    Notes
    -----
    For a wall of several thicknesses, give for the length the sum of length over thickness, times one thickness.

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 116.

    Examples
    --------
    A tube of 20 mm mean diameter and 2 mm wall; exact is 12692 mm⁴.

    >>> closed_wall_torsion_constant("314.159 mm**2", "62.832 mm", "2 mm").m
    12566...
    """
    return 4 * enclosed_area**2 * thickness / median_length


@formula(
    symbol="J",
    equation=r"J = \frac{s_m t^3}{3}",
    source="timoshenko-torsion",
    example={"median_length": "62.83 mm", "thickness": "2 mm"},
    requires=(_THIN_WALL,),
)
def open_wall_torsion_constant(median_length: PositiveLength, thickness: PositiveLength) -> SecondMoment:
    """Torsion constant of an open thin wall; those of the flanges and web of a profile add.

    Parameters
    ----------
    median_length
        Length of the middle line of the wall [mm, in].
    thickness
        Thickness of the wall [mm, in].

    Returns
    -------
    Quantity
        Torsion constant [mm⁴].

    Raises
    ------
    InputError
        When the wall is thicker than it is long.

    Notes
    -----
    Of a strip ten times as long as thick it is 6.7 % too high, and the less the longer; fillets add to it.

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 109.

    Examples
    --------
    >>> open_wall_torsion_constant("60 mm", "1 mm").m
    20.0
    """
    return median_length * thickness**3 / 3


@formula(
    symbol=r"\tau_t",
    equation=r"\tau_t = \frac{M_t t}{J}",
    source="timoshenko-torsion",
    example={"twisting_moment": "5000 N*m", "thickness": "30 mm", "torsion_constant": "5.5e6 mm**4"},
)
def open_wall_stress(twisting_moment: Moment, thickness: Length, torsion_constant: SecondMoment) -> SignedStress:
    """Shear stress at the faces of a wall of an open profile in torsion.

    Parameters
    ----------
    twisting_moment
        Twisting moment of the whole profile [N m, in lbf].
    thickness
        Thickness of the wall where the stress is wanted; the thickest for the largest [mm, in].
    torsion_constant
        Torsion constant of the whole profile [mm⁴].

    Returns
    -------
    Quantity
        Shear stress at the faces of the wall [MPa].

    Notes
    -----
    The ends are free to warp.

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 109.

    Examples
    --------
    >>> open_wall_stress("20 N*m", "1 mm", "200 mm**4").m
    100.0
    """
    return twisting_moment * thickness / torsion_constant
