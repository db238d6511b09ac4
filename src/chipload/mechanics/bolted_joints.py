"""A bolt and what it clamps as two springs: stiffnesses, who carries a load, and the safety of the joint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.alike import alike
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Area,
    Diameter,
    Force,
    Fraction,
    Length,
    Modulus,
    PositiveLength,
    Ratio,
    Real,
    Stiffness,
    Stress,
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
_ELASTIC = Requires(
    ("load_share",), lambda load_share: load_share < 1, "the clamped parts carry a share; the load share is below 1"
)
_AREA = Requires(("stress_area",), lambda area: area > 0, "the bolt needs an area; give its stress area")


@dataclass(frozen=True)
class BoltedJoint:
    """Forces in a preloaded joint under an external load, and its safeties."""

    bolt_load: Force
    member_load: Force
    bolt_stress: Stress
    proof_safety: Ratio
    load_safety: Ratio
    separation_load: Force
    separation_safety: Ratio


@dataclass(frozen=True)
class BoltFatigue:
    """Stresses of a bolt under a load that comes and goes, and its safety by Goodman's line."""

    stress_amplitude: Stress
    mean_stress: Stress
    preload_stress: Stress
    fatigue_safety: Ratio


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
        r"k_f = \frac{\pi E d_h \tan(\alpha_c)}{\ln(\frac{(2 t \tan(\alpha_c) + d_f - d_h)(d_f + d_h)}"
        r"{(2 t \tan(\alpha_c) + d_f + d_h)(d_f - d_h)})}"
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
        r"k_m = \frac{\pi E d_h \tan(\alpha_c)}{2 \ln(\frac{(l_g \tan(\alpha_c) + d_f - d_h)(d_f + d_h)}"
        r"{(l_g \tan(\alpha_c) + d_f + d_h)(d_f - d_h)})}"
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
    if not layers:
        raise InputError(f"{where}, layers: nothing is clamped; give thickness and modulus of one layer at least")
    if not np.all(face > hole):
        raise InputError(f"{where}, head_face: the face under the head must be wider than the hole")
    if not np.all((angle > 0) & (angle < np.pi / 2)):
        raise InputError(f"{where}, cone_angle: the half angle of the cone lies between 0 and 90 degrees")
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


@formula(
    symbol="F_b",
    equation=(
        r"F_b = \max(F_i + C_b P, P) ,\quad F_m = \max(F_i - (1 - C_b) P, 0) ,\quad \sigma_b = \frac{F_b}{A_t} ,\quad "
        r"n_p = \frac{S_p}{\sigma_b} ,\quad n_L = \frac{S_p A_t - F_i}{C_b P} ,\quad P_0 = \frac{F_i}{1 - C_b} ,\quad "
        r"n_0 = \frac{P_0}{P}"
    ),
    source="shigley-screws",
    example={
        "preload": "14.4 kip", "external_load": "6 kip", "load_share": 0.368, "stress_area": "0.226 in**2",
        "proof_strength": "85 ksi",
    },
    requires=(
        _ELASTIC,
        _AREA,
        Requires(("external_load",), lambda load: load > 0, "a joint without a load has no safety; give the load"),
    ),
)  # fmt: skip
def bolted_joint(
    preload: Force, external_load: Force, load_share: Fraction, stress_area: Area, proof_strength: Stress
) -> BoltedJoint:
    """Forces and safeties of a preloaded joint whose external load pulls along the bolt.

    Parameters
    ----------
    preload
        Tension in the bolt after tightening [N].
    external_load
        Pull on one bolt, along it [N].
    load_share
        Share of the load that the bolt takes, see `load_share`.
    stress_area
        Tensile stress area of the bolt [mm², in²].
    proof_strength
        Stress that the bolt bears without a set, of its grade [MPa].

    Returns
    -------
    BoltedJoint
        Forces on bolt and parts and the load that separates them [N], the stress of the bolt [MPa], the safety of
        that stress, the factor on the load alone that brings the bolt to its proof strength, and the safety against
        separation.

    Raises
    ------
    InputError
        When the bolt takes the whole load, has no area, or there is no load.

    Notes
    -----
    The load acts at the faces under head and nut; one that enters nearer to the parting plane strains the bolt
    less. Bending of the bolt is left out. Beyond separation the bolt carries all of the load.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., example 8-4: 1.16, 2.18 and 3.80.

    Examples
    --------
    >>> joint = bolted_joint("14.4 kip", "6 kip", 0.368, "0.226 in**2", "85 ksi")
    >>> joint.proof_safety.m, joint.load_safety.m, joint.separation_safety.m
    (1.156..., 2.178..., 3.797...)
    """
    separation = preload / (1 - load_share)
    bolt = np.maximum(preload + load_share * external_load, external_load)
    member = np.maximum(preload - (1 - load_share) * external_load, 0.0)
    stress = bolt / stress_area
    return BoltedJoint(
        *alike(
            bolt,
            member,
            stress,
            proof_strength / stress,
            (proof_strength * stress_area - preload) / (load_share * external_load),
            separation,
            separation / external_load,
        )
    )


@formula(
    symbol="n_f",
    equation=(
        r"\sigma_a = \frac{C_b (P_{max} - P_{min})}{2 A_t} ,\quad \sigma_i = \frac{F_i}{A_t} ,\quad "
        r"\sigma_m = \sigma_i + \frac{C_b (P_{max} + P_{min})}{2 A_t} ,\quad "
        r"n_f = \frac{S_e (S_u - \sigma_i)}{S_u \sigma_a + S_e (\sigma_m - \sigma_i)}"
    ),
    source="shigley-screws",
    example={
        "preload": "14.4 kip", "least_load": "0.5 kip", "largest_load": "5 kip", "load_share": 0.28,
        "stress_area": "0.226 in**2", "endurance_limit": "18.6 ksi", "tensile_strength": "120 ksi",
    },
    requires=(
        _ELASTIC,
        _AREA,
        Requires(
            ("largest_load", "least_load"),
            lambda largest, least: (largest > 0) & (largest >= least),
            "the largest load is more than zero and not less than the least; exchange them",
        ),
        Requires(
            ("preload", "largest_load", "load_share"),
            lambda preload, largest, share: preload >= (1 - share) * largest,
            "the joint separates under the largest load; tighten it more",
        ),
        Requires(
            ("tensile_strength", "preload", "stress_area"),
            lambda strength, preload, area: strength * area > preload,
            "the preload alone breaks the bolt; take a larger bolt",
        ),
    ),
)  # fmt: skip
def bolt_fatigue(
    preload: Force,
    least_load: Force,
    largest_load: Force,
    load_share: Fraction,
    stress_area: Area,
    endurance_limit: Stress,
    tensile_strength: Stress,
) -> BoltFatigue:
    """Fatigue of a preloaded bolt under a load that varies between two values.

    Parameters
    ----------
    preload
        Tension in the bolt after tightening [N].
    least_load, largest_load
        Ends of the external load on one bolt [N].
    load_share
        Share of the load that the bolt takes, see `load_share`.
    stress_area
        Tensile stress area of the bolt [mm², in²].
    endurance_limit
        Of the bolt with its thread, corrected for all influences [MPa].
    tensile_strength
        Of the bolt [MPa].

    Returns
    -------
    BoltFatigue
        Amplitude, mean and preload stress [MPa] and the safety factor.

    Raises
    ------
    InputError
        When the joint separates, the preload breaks the bolt, or the loads are in the wrong order.

    Notes
    -----
    Goodman's line, the preload constant while the load grows: the load line starts at the preload stress.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8.

    Examples
    --------
    >>> bolt_fatigue("14.4 kip", "0 N", "5 kip", 0.368, "0.226 in**2", "18.6 ksi", "120 ksi").fatigue_safety.m
    1.855...
    """
    half = load_share / (2 * stress_area)
    amplitude, rise = half * (largest_load - least_load), half * (largest_load + least_load)
    start = preload / stress_area
    safety = endurance_limit * (tensile_strength - start) / (tensile_strength * amplitude + endurance_limit * rise)
    return BoltFatigue(*alike(amplitude, start + rise, start, safety))
