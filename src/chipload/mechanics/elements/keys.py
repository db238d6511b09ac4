"""What carries the torque from shaft to hub: keys, splines, pins and the bolts of a coupling."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Count, Diameter, Force, Fraction, PositiveLength, Stress, Torque


@dataclass(frozen=True)
class KeyStress:
    """Shear across a key and pressure on its flanks."""

    key_shear_stress: Stress
    key_bearing_stress: Stress


_KEY = {"torque": "800 N*m", "shaft_diameter": "50 mm", "key_width": "14 mm"}


@formula(
    symbol=r"\tau_k",
    equation=r"\tau_k = \frac{2 T}{d_a b_k l_k} ,\quad p_k = \frac{4 T}{d_a h_k l_k} ,\quad T = M_c",
    source="sadhu-design",
    example={**_KEY, "key_height": "9 mm", "key_length": "70 mm"},
)
def key_stress(
    torque: Torque,
    shaft_diameter: Diameter,
    key_width: PositiveLength,
    key_height: PositiveLength,
    key_length: PositiveLength,
) -> KeyStress:
    """Shear and bearing stress of a parallel key.

    Parameters
    ----------
    torque
        Torque on the shaft [N m, in lbf].
    shaft_diameter
        Diameter of the shaft [mm, in].
    key_width, key_height
        Section of the key; half its height bears in the shaft and half in the hub [mm, in].
    key_length
        Length that bears, without round ends [mm, in].

    Returns
    -------
    KeyStress
        Shear stress across the key and pressure on its flanks [MPa].

    Notes
    -----
    Nominal: the load is taken even along the key and the force to act at the surface of the shaft.  Where the hub
    bears on less than half the height, give twice what it bears on as the height.

    References
    ----------
    S. Singh, Machine Design-I, section 7.4.  The example is B. K. Sarkar, Strength of Materials, problem 7.14:
    45.47 MPa.

    Examples
    --------
    >>> key_stress("7957.75 N*m", "10 cm", "2.5 cm", "2.5 cm", "14 cm").key_shear_stress.m
    45.47...
    """
    force = 2 * torque / (shaft_diameter * key_length)
    return KeyStress(force / key_width, 2 * force / key_height)


@formula(
    symbol="l_k",
    equation=r"l_k = \max(\frac{2 T}{d_a b_k \tau_{al}} , \frac{4 T}{d_a h_k p_{al}}) ,\quad T = M_c",
    source="sadhu-design",
    example={
        **_KEY, "key_height": "9 mm", "allowable_shear_stress": "60 MPa", "allowable_bearing_stress": "100 MPa",
    },
)  # fmt: skip
def key_length(
    torque: Torque,
    shaft_diameter: Diameter,
    key_width: PositiveLength,
    key_height: PositiveLength,
    allowable_shear_stress: Stress,
    allowable_bearing_stress: Stress,
) -> PositiveLength:
    """Length that a parallel key needs.

    Parameters
    ----------
    torque
        Torque on the shaft [N m, in lbf].
    shaft_diameter
        Diameter of the shaft [mm, in].
    key_width, key_height
        Section of the key [mm, in].
    allowable_shear_stress
        Of the key [MPa, ksi].
    allowable_bearing_stress
        Of the weakest of key, shaft and hub [MPa, ksi].

    Returns
    -------
    Quantity
        Length that bears, without round ends [mm]; the larger of the needs of shear and of bearing.

    References
    ----------
    S. Singh, Machine Design-I, section 7.4.  The example is 7.4 there, a key as strong as its shaft: 110.4 mm.

    Examples
    --------
    >>> key_length("4141.75 N*m", "75 mm", "20 mm", "26.667 mm", "50 MPa", "75 MPa").m
    110.4...
    """
    force = 2 * torque / shaft_diameter
    return np.maximum(force / (key_width * allowable_shear_stress), 2 * force / (key_height * allowable_bearing_stress))


@formula(
    symbol="p_z",
    equation=r"p_z = \frac{M_c}{k_z z_z h_z l_z r_z}",
    source="bhandari",
    example={
        "torque": "900 N*m", "splines": 8, "spline_height": "2.5 mm", "spline_length": "60 mm",
        "spline_radius": "24.5 mm", "carrying_share": 0.75,
    },
)  # fmt: skip
def spline_bearing_stress(
    torque: Torque,
    splines: Count,
    spline_height: PositiveLength,
    spline_length: PositiveLength,
    spline_radius: PositiveLength,
    carrying_share: Fraction,
) -> Stress:
    """Pressure on the flanks of straight splines.

    Parameters
    ----------
    torque
        Torque on the shaft [N m, in lbf].
    splines
        Number of splines.
    spline_height
        Height of flank that bears, without chamfers [mm, in].
    spline_length
        Length that bears [mm, in].
    spline_radius
        Mean radius of the flanks [mm, in].
    carrying_share
        Share of the splines that bears, below 1 because of their errors of pitch.

    Returns
    -------
    Quantity
        Mean pressure [MPa].

    References
    ----------
    Balance of the moments of the flanks; V. B. Bhandari, Design of Machine Elements, has it for splines.

    Examples
    --------
    >>> spline_bearing_stress("900 N*m", 8, "2.5 mm", "60 mm", "24.5 mm", 1.0).m
    30.6...
    """
    return torque / (carrying_share * splines * spline_height * spline_length * spline_radius)


@formula(
    symbol=r"\tau_n",
    equation=r"\tau_n = \frac{4 F}{\pi d_n^2 z_n}",
    source="beer-mechanics",
    example={"force": "20 kN", "pin_diameter": "16 mm", "shear_planes": 2},
)
def pin_shear_stress(force: Force, pin_diameter: Diameter, shear_planes: Count) -> Stress:
    """Mean shear stress of a pin.

    Parameters
    ----------
    force
        Force across the pin [N, lbf].
    pin_diameter
        Diameter of the pin [mm, in].
    shear_planes
        1 for single, 2 for double shear.

    Returns
    -------
    Quantity
        Shear stress [MPa].

    Notes
    -----
    Mean over the section; a pin with play bends besides.

    References
    ----------
    F. P. Beer, E. R. Johnston and J. T. DeWolf, Mechanics of Materials, section 1.4.

    Examples
    --------
    >>> pin_shear_stress("20 kN", "16 mm", 2).m
    49.73...
    """
    return 4 * force / (np.pi * pin_diameter**2 * shear_planes)


@formula(
    symbol="p_n",
    equation=r"p_n = \frac{F}{d_n t}",
    source="beer-mechanics",
    example={"force": "20 kN", "pin_diameter": "16 mm", "thickness": "20 mm"},
)
def pin_bearing_stress(force: Force, pin_diameter: Diameter, thickness: PositiveLength) -> Stress:
    """Mean pressure of a pin in a hole.

    Parameters
    ----------
    force
        Force on the hole [N, lbf].
    pin_diameter
        Diameter of the pin [mm, in].
    thickness
        Of the plate with the hole [mm, in].

    Returns
    -------
    Quantity
        Force over the projected area [MPa].

    References
    ----------
    F. P. Beer, E. R. Johnston and J. T. DeWolf, Mechanics of Materials, section 1.5.

    Examples
    --------
    >>> pin_bearing_stress("20 kN", "16 mm", "20 mm").m
    62.5
    """
    return force / (pin_diameter * thickness)


@formula(
    symbol=r"\tau_n",
    equation=r"\tau_n = \frac{4 M_c}{\pi d_n^2 d_a}",
    source="beer-mechanics",
    example={"torque": "60 N*m", "pin_diameter": "6 mm", "shaft_diameter": "25 mm"},
)
def cross_pin_shear_stress(torque: Torque, pin_diameter: Diameter, shaft_diameter: Diameter) -> Stress:
    """Shear stress of a pin across shaft and hub that carries their torque.

    Parameters
    ----------
    torque
        Torque on the shaft [N m, in lbf].
    pin_diameter
        Diameter of the pin [mm, in].
    shaft_diameter
        Diameter of the shaft [mm, in].

    Returns
    -------
    Quantity
        Mean shear stress at the two places where the pin leaves the shaft [MPa]; solved for the torque at the shear
        strength it is what a shear pin lets through.

    References
    ----------
    F. P. Beer, E. R. Johnston and J. T. DeWolf, Mechanics of Materials, section 1.4.

    Examples
    --------
    >>> cross_pin_shear_stress("60 N*m", "6 mm", "25 mm").m
    84.88...
    """
    return 4 * torque / (np.pi * pin_diameter**2 * shaft_diameter)


@formula(
    symbol=r"\tau_c",
    equation=r"\tau_c = \frac{8 M_c}{\pi d_c^2 D_c z_c}",
    source="sarkar-strength",
    example={
        "torque": "8 kN*m", "coupling_bolt_diameter": "20 mm", "coupling_circle_diameter": "300 mm",
        "coupling_bolts": 6,
    },
)  # fmt: skip
def coupling_bolt_shear_stress(
    torque: Torque, coupling_bolt_diameter: Diameter, coupling_circle_diameter: Diameter, coupling_bolts: Count
) -> Stress:
    """Shear stress of the fitted bolts of a flange coupling.

    Parameters
    ----------
    torque
        Torque on the coupling [N m, in lbf].
    coupling_bolt_diameter
        Diameter of the bolts where the flanges meet [mm, in].
    coupling_circle_diameter
        Diameter of the circle of the bolts [mm, in].
    coupling_bolts
        Number of bolts.

    Returns
    -------
    Quantity
        Mean shear stress [MPa].

    Notes
    -----
    For fitted bolts that bear alike, without friction between the flanges.

    References
    ----------
    The example is B. K. Sarkar, Strength of Materials, problem 7.14: 28.14 MPa.

    Examples
    --------
    >>> coupling_bolt_shear_stress("7957.75 N*m", "2 cm", "30 cm", 6).m
    28.14...
    """
    return 8 * torque / (np.pi * coupling_bolt_diameter**2 * coupling_circle_diameter * coupling_bolts)
