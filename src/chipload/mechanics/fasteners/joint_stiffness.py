"""Bolts and what they clamp as springs: their stiffnesses, and who carries a load."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Area,
    Diameter,
    Fraction,
    Length,
    Modulus,
    PositiveLength,
    Real,
    Stiffness,
)
from chipload.units.parameters import Requires

_CONE = Requires(
    ("cone_angle",),
    lambda cone_angle: (cone_angle > 0) & (cone_angle < np.pi / 2),
    "the half angle of the cone of pressure lies between 0 and 90 degrees",
)
_FACE = Requires(
    ("head_face", "bolt_hole"),
    lambda head_face, bolt_hole: head_face > bolt_hole,
    "the face under the head must be wider than the hole",
)
_AREA = Requires(("stress_area",), lambda area: area > 0, "the bolt needs an area; give its stress area")


@formula(
    symbol="k_b",
    equation=r"k_b = \frac{A_d A_t E}{A_d l_t + A_t l_d} ,\quad A_d = \frac{\pi}{4} d^2",
    source="shigley-screws",
    example={
        "nominal_diameter": "0.625 in", "stress_area": "0.226 in**2", "shank_length": "0.75 in",
        "threaded_length": "0.75 in", "youngs_modulus": "30000 ksi",
    },
    requires=(
        Requires(
            ("shank_length", "threaded_length"),
            lambda shank, thread: shank + thread > 0,
            "the bolt has no length between head and nut; give the grip",
        ),
        _AREA,
    ),
)  # fmt: skip
def bolt_stiffness(
    nominal_diameter: Diameter,
    stress_area: Area,
    shank_length: Length,
    threaded_length: Length,
    youngs_modulus: Modulus,
) -> Stiffness:
    """Stiffness of a bolt between the faces it clamps.

    Parameters
    ----------
    nominal_diameter
        Diameter of the plain shank [mm, in].
    stress_area
        Tensile stress area of the thread [mm², in²].
    shank_length, threaded_length
        Plain and threaded part of the grip [mm, in].
    youngs_modulus
        Elastic modulus of the bolt [GPa].

    Returns
    -------
    Quantity
        Stiffness [N/µm].

    Raises
    ------
    InputError
        When the bolt has no length or no area.

    Notes
    -----
    Head and engaged threads are taken as rigid; some authors add 0.4 to 0.5 diameters of shank for each of them.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8; example 8-4: 5.21 Mlbf/in.

    Examples
    --------
    >>> bolt_stiffness("0.625 in", "0.226 in**2", "0.75 in", "0.75 in", "30000 ksi").to("lbf/inch").m / 1e6
    5.205...
    """
    shank = np.pi / 4 * nominal_diameter**2
    return shank * stress_area * youngs_modulus / (shank * threaded_length + stress_area * shank_length)


def _cone_compliance(near: Real, far: Real, hole: Real, face: Real, angle: Real, modulus: Real) -> Real:
    """Compliance of a cone of pressure from the depth `near` to the depth `far` below the face."""
    slope = np.tan(angle)
    wide, narrow = face + hole, face - hole
    ratio = (2 * far * slope + narrow) * (2 * near * slope + wide) / (
        (2 * far * slope + wide) * (2 * near * slope + narrow)
    )  # fmt: skip
    return np.log(ratio) / (np.pi * modulus * hole * slope)


@formula(
    symbol="k_f",
    equation=(
        r"k_f = \frac{\pi E d_h \tan(\alpha_c)}{\ln(\frac{(2 t \tan(\alpha_c) + d_f - d_h) (d_f + d_h)}"
        r"{(2 t \tan(\alpha_c) + d_f + d_h) (d_f - d_h)})}"
    ),
    source="shigley-screws",
    example={
        "youngs_modulus": "207 GPa", "bolt_hole": "12 mm", "head_face": "18 mm", "thickness": "20 mm",
        "cone_angle": "30 deg",
    },
    requires=(_CONE, _FACE),
)  # fmt: skip
def frustum_stiffness(
    youngs_modulus: Modulus, bolt_hole: Diameter, head_face: Diameter, thickness: PositiveLength, cone_angle: Angle
) -> Stiffness:
    """Stiffness of one clamped part, the pressure spreading from a face as a cone.

    Parameters
    ----------
    youngs_modulus
        Elastic modulus of the part [GPa].
    bolt_hole
        Diameter of the hole; the diameter of the bolt is often taken [mm, in].
    head_face
        Diameter at which the cone begins, of the face under the head for the outermost part [mm, in].
    thickness
        Thickness of the part [mm, in].
    cone_angle
        Half angle of the cone, 25 to 33° by analyses, 30° usual, 45° in older books [°].

    Returns
    -------
    Quantity
        Stiffness [N/µm]; parts in a row add by their inverses.

    Raises
    ------
    InputError
        When the angle cannot be, or the face is not wider than the hole.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8.

    Examples
    --------
    >>> frustum_stiffness("207 GPa", "12 mm", "18 mm", "20 mm", "30 deg").to("N/mm").m / 1e6
    4.470...
    """
    return 1 / _cone_compliance(0.0, thickness, bolt_hole, head_face, cone_angle, youngs_modulus)


@formula(
    symbol="k_m",
    equation=(
        r"k_m = \frac{\pi E d_h \tan(\alpha_c)}{2 \ln(\frac{(l_g \tan(\alpha_c) + d_f - d_h) (d_f + d_h)}"
        r"{(l_g \tan(\alpha_c) + d_f + d_h) (d_f - d_h)})}"
    ),
    source="shigley-screws",
    example={
        "youngs_modulus": "14000 ksi", "bolt_hole": "0.625 in", "head_face": "0.9375 in", "grip_length": "1.5 in",
        "cone_angle": "30 deg",
    },
    requires=(_CONE, _FACE),
)  # fmt: skip
def member_stiffness(
    youngs_modulus: Modulus, bolt_hole: Diameter, head_face: Diameter, grip_length: PositiveLength, cone_angle: Angle
) -> Stiffness:
    """Stiffness of clamped parts of one material: two equal cones of pressure that meet in the middle.

    Parameters
    ----------
    youngs_modulus
        Elastic modulus of the parts [GPa].
    bolt_hole
        Diameter of the hole; the diameter of the bolt is often taken [mm, in].
    head_face
        Diameter of the faces under head and nut, 1.5 diameters for hexagons [mm, in].
    grip_length
        Thickness of all that is clamped [mm, in].
    cone_angle
        Half angle of the cone, 25 to 33° by analyses, 30° usual, 45° in older books [°].

    Returns
    -------
    Quantity
        Stiffness [N/µm].

    Raises
    ------
    InputError
        When the angle cannot be, or the face is not wider than the hole.

    Notes
    -----
    The parts must be wide enough for the cones, and touch all over. For parts of several materials see
    `clamped_stiffness`.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8; example 8-4: 8.95 Mlbf/in.

    Examples
    --------
    >>> found = member_stiffness("14000 ksi", "0.625 in", "0.9375 in", "1.5 in", "30 deg")
    >>> found.to("lbf/inch").m / 1e6
    8.952...
    """
    return 1 / (2 * _cone_compliance(0.0, grip_length / 2, bolt_hole, head_face, cone_angle, youngs_modulus))


def clamped_stiffness(layers: Sequence[tuple[Any, Any]], bolt_hole: Any, head_face: Any, cone_angle: Any) -> Any:
    """Stiffness of clamped layers of different materials, cones of pressure meeting in the middle of the grip.

    Parameters
    ----------
    layers
        Thickness [mm, in] and elastic modulus [GPa] of each layer, from head to nut.
    bolt_hole
        Diameter of the hole [mm, in].
    head_face
        Diameter of the faces under head and nut [mm, in].
    cone_angle
        Half angle of the cone [°].

    Returns
    -------
    Quantity
        Stiffness [N/µm].

    Raises
    ------
    InputError
        When there is no layer, the angle cannot be, or the face is not wider than the hole.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8.

    Examples
    --------
    >>> clamped_stiffness([("10 mm", "207 GPa"), ("15 mm", "71 GPa")], "10 mm", "15 mm", "30 deg").m
    1016.53...
    """
    where = "clamped_stiffness"
    hole = to_kernel(kinds.DIAMETER, bolt_hole, f"{where}, bolt_hole")
    face = to_kernel(kinds.DIAMETER, head_face, f"{where}, head_face")
    angle = to_kernel(kinds.ANGLE, cone_angle, f"{where}, cone_angle")
    if not len(layers):
        raise InputError(f"{where}, layers: nothing is clamped; give thickness and modulus of one layer at least")
    if not np.all(face > hole):
        raise InputError(f"{where}, head_face: the face under the head must be wider than the hole")
    if not np.all((angle > 0) & (angle < np.pi / 2)):
        raise InputError(f"{where}, cone_angle: the half angle of the cone lies between 0 and 90 degrees")
    if any(isinstance(one, str) or len(one) != 2 for one in layers):
        raise InputError(f"{where}, layers: give each layer as its thickness and its modulus")
    read = [
        (
            to_kernel(kinds.POSITIVE_LENGTH, thickness, f"{where}, layers"),
            to_kernel(kinds.MODULUS, modulus, f"{where}, layers"),
        )
        for thickness, modulus in layers
    ]
    grip = sum((thickness for thickness, _ in read), np.float64(0.0))
    compliance: Real = 0.0
    for direction in (1, -1):
        depth: Real = np.float64(0.0)
        for thickness, modulus in read[::direction]:
            far = np.minimum(depth + thickness, grip / 2)
            near = np.minimum(depth, grip / 2)
            compliance = compliance + _cone_compliance(near, far, hole, face, angle, modulus)
            depth = depth + thickness
    return from_kernel(kinds.STIFFNESS, 1 / compliance)


@formula(
    symbol="C_b",
    equation=r"C_b = \frac{k_b}{k_b + k_m}",
    source="shigley-screws",
    example={"bolt_stiffness": "912 N/um", "member_stiffness": "1567 N/um"},
)
def load_share(bolt_stiffness: Stiffness, member_stiffness: Stiffness) -> Fraction:
    """Share of an external load that the bolt takes while the joint stays closed.

    Parameters
    ----------
    bolt_stiffness, member_stiffness
        Stiffness of the bolt and of what it clamps [N/µm].

    Returns
    -------
    Quantity
        Share of the load.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8; example 8-4: 0.368.

    Examples
    --------
    >>> load_share("912 N/um", "1567 N/um").m
    0.3678...
    """
    return bolt_stiffness / (bolt_stiffness + member_stiffness)
