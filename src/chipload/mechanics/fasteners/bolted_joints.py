"""A preloaded joint under a load along its bolt: forces, separation, and the safeties of the bolt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.units.formulas import formula
from chipload.units.kinds import Area, Force, Fraction, Ratio, Stress
from chipload.units.parameters import Requires

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
        *together(
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
    return BoltFatigue(*together(amplitude, start + rise, start, safety))
