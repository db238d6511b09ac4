"""Laminated leaf springs."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.units.formulas import formula
from chipload.units.kinds import Count, Force, Length, Modulus, Number, PositiveLength, Stress


@dataclass(frozen=True)
class LeafSpring:
    """What the full-length leaves carry, how far the spring gives, and the stress in them."""

    full_leaf_force: Force
    leaf_deflection: Length
    leaf_bending_stress: Stress


@formula(
    symbol="F_f",
    equation=(
        r"F_f = \frac{3 n_f F}{3 n_f + 2 n_g} ,\quad \delta_f = \frac{F_f L^3}{4 E n_f b t^3} ,\quad "
        r"\sigma_f = \frac{3 F_f L}{2 n_f b t^2}"
    ),
    source="jindal-springs",
    example={
        "force": "40 kN", "span": "1180 mm", "full_length_leaves": 2, "graduated_leaves": 8, "width": "75 mm",
        "thickness": "14 mm", "youngs_modulus": "207 GPa",
    },
)  # fmt: skip
def laminated_leaf_spring(
    force: Force,
    span: PositiveLength,
    full_length_leaves: Count,
    graduated_leaves: Number,
    width: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
) -> LeafSpring:
    """Share of the load, deflection and stress of the full-length leaves of a semi-elliptic leaf spring.

    Parameters
    ----------
    force
        Force in the middle [N, lbf].
    span
        Length between the eyes [mm, in].
    full_length_leaves, graduated_leaves
        Leaves that reach the eyes, and shorter ones.
    width, thickness
        Of a leaf [mm, in].
    youngs_modulus
        Of the leaves [GPa].

    Returns
    -------
    LeafSpring
        Force on the full-length leaves [N], deflection in the middle [mm] and bending stress in them [MPa], half
        again that of the graduated leaves.

    Notes
    -----
    All leaves of one section, without nip and without friction; full leaves as a beam, graduated ones as a body of
    equal stress, both with the same deflection.

    References
    ----------
    The example is U. C. Jindal, Machine Design, example 8-11: 10909 N and 52 mm.

    Examples
    --------
    >>> laminated_leaf_spring("40 kN", "1180 mm", 2, 8, "75 mm", "14 mm", "207 GPa").leaf_deflection.m
    52.5...
    """
    full = 3 * full_length_leaves * force / (3 * full_length_leaves + 2 * graduated_leaves)
    one = full / (full_length_leaves * width * thickness**2)
    return LeafSpring(full, one * span**3 / (4 * youngs_modulus * thickness), 1.5 * one * span)


@formula(
    symbol=r"\delta_f",
    equation=r"\delta_f = \frac{\sigma_f L^2}{4 E t}",
    source="sarkar-strength",
    example={
        "leaf_bending_stress": "200 MPa", "span": "750 mm", "thickness": "7 mm", "youngs_modulus": "200 GPa",
    },
)  # fmt: skip
def leaf_spring_deflection(
    leaf_bending_stress: Stress, span: PositiveLength, thickness: PositiveLength, youngs_modulus: Modulus
) -> Length:
    """Deflection of a leaf spring of equal stress, by its stress.

    Parameters
    ----------
    leaf_bending_stress
        Bending stress, the same all along [MPa, ksi].
    span
        Length between the eyes [mm, in].
    thickness
        Of a leaf [mm, in].
    youngs_modulus
        Of the leaves [GPa].

    Returns
    -------
    Quantity
        Deflection in the middle [mm].

    References
    ----------
    The example is B. K. Sarkar, Strength of Materials, problem 8.10: 20 mm.

    Examples
    --------
    >>> leaf_spring_deflection("200 MPa", "750 mm", "7.03 mm", "200 GPa").m
    20.0...
    """
    return leaf_bending_stress * span**2 / (4 * youngs_modulus * thickness)


@formula(
    symbol="R_f",
    equation=r"R_f = \frac{L^2}{8 \delta_f}",
    source="sarkar-strength",
    example={"span": "750 mm", "leaf_deflection": "20 mm"},
)
def leaf_spring_radius(span: PositiveLength, leaf_deflection: Length) -> PositiveLength:
    """Radius to which the leaves are bent so that the spring is flat under its load.

    Parameters
    ----------
    span
        Length between the eyes [mm, in].
    leaf_deflection
        Deflection at which the spring is flat, its rise without load [mm, in].

    Returns
    -------
    Quantity
        Radius [mm].

    Notes
    -----
    For a rise that is small against the length.

    References
    ----------
    The example is B. K. Sarkar, Strength of Materials, problem 8.10: 3.52 m.

    Examples
    --------
    >>> leaf_spring_radius("750 mm", "20 mm").to("m").m
    3.51...
    """
    return span**2 / (8 * leaf_deflection)
