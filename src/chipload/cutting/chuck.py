"""Grip of a lathe chuck: what the cut needs, what speed takes away, and the speed at which they meet.

Forces of the cut are the peaks, not the means.  Friction is the least certain figure here: it is an argument, and
a result is a warning, not a guarantee.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Count,
    Diameter,
    Force,
    Mass,
    PositiveLength,
    PositiveRatio,
    SpindleSpeed,
)
from chipload.units.parameters import Requires


@formula(
    symbol=r"F_{sp}",
    equation=r"F_{sp} = \frac{S F_c d_z}{\mu d_{sp}}",
    source="rohm-chucks",
    example={
        "cutting_force": "3000 N", "cutting_diameter": "60 mm", "gripping_diameter": "80 mm",
        "grip_friction": 0.2, "safety_factor": 2,
    },
)  # fmt: skip
def chuck_gripping_force(
    cutting_force: Force,
    cutting_diameter: Diameter,
    gripping_diameter: Diameter,
    grip_friction: PositiveRatio,
    safety_factor: PositiveRatio,
) -> Force:
    """Gripping force of all jaws of a lathe chuck that drives the part, at speed.

    Parameters
    ----------
    cutting_force
        Peak main cutting force [N].
    cutting_diameter
        Diameter at which it acts [mm, in].
    gripping_diameter
        Diameter at which the jaws grip [mm, in].
    grip_friction
        Clamping coefficient between jaw and part.
    safety_factor
        Safety factor.

    Returns
    -------
    Quantity
        Sum of the radial forces of the jaws at speed [N]; see `chuck_standstill_force` for the chuck at rest.

    Notes
    -----
    Röhm gives for steel, with smooth, diamond and serrated jaws: 0.07, 0.12, 0.20 on a smooth or ground surface,
    0.10, 0.20, 0.35 on a rough to medium machined one, 0.15, 0.30, 0.45 on a raw one; times 0.95 for aluminium,
    0.90 for brass and 0.80 for grey iron.  Safety 2.0 or more for a new chuck, 2.4 for an older one; 4.0 and 4.8
    for a part that overhangs further than it is wide without support.

    References
    ----------
    Röhm, reference speed and clamping force calculation, tables 4 and 5.  VDI 3106.

    Examples
    --------
    >>> chuck_gripping_force("3000 N", "80 mm", "80 mm", 0.2, 2).m
    30000.0
    """
    return safety_factor * cutting_force * cutting_diameter / (grip_friction * gripping_diameter)


@formula(
    symbol="F_c",
    equation=r"F_c = z_B m_B r_s (2 \pi n)^2",
    source="schunk-rota",
    example={"spindle_speed": "1200 rpm", "jaw_mass": "5.33 kg", "jaw_radius": "107 mm", "jaws": 3},
)
def jaw_centrifugal_force(
    spindle_speed: SpindleSpeed, jaw_mass: Mass, jaw_radius: PositiveLength, jaws: Count
) -> Force:
    """Centrifugal force of all jaws of a chuck together.

    Parameters
    ----------
    spindle_speed
        Spindle speed [rpm].
    jaw_mass
        Mass of one jaw, base and top jaw together [kg].
    jaw_radius
        Distance of its centre of gravity from the axis [mm, in].
    jaws
        Number of jaws.

    Returns
    -------
    Quantity
        Sum of the centrifugal forces [N]; a chuck with compensating weights takes part of it off the grip.

    References
    ----------
    Schunk, ROTA chucks, calculations for clamping force and speed.  VDI 3106.

    Examples
    --------
    >>> jaw_centrifugal_force("600 rpm", "1 kg", "100 mm", 1).m
    394.78...
    """
    return jaws * jaw_mass * jaw_radius * (2 * np.pi * spindle_speed) ** 2


@formula(
    symbol=r"F_{sp0}",
    equation=r"F_{sp0} = S (F_{sp} + F_c) \text{ outside} ,\quad F_{sp0} = S F_{sp} \text{ inside}",
    source="schunk-rota",
    example={
        "clamping_force": "30 kN", "centrifugal_force": "7.3 kN", "safety_factor": 1.5, "gripping": "outside",
    },
    requires=(
        Requires(("safety_factor",), lambda safety_factor: safety_factor >= 1, "a safety factor is 1 or more"),
    ),
)  # fmt: skip
def chuck_standstill_force(
    clamping_force: Force,
    centrifugal_force: Force,
    safety_factor: PositiveRatio,
    *,
    gripping: Literal["outside", "inside"],
) -> Force:
    """Gripping force to set with the chuck at rest, so that enough is left at speed.

    Parameters
    ----------
    clamping_force
        Gripping force needed at speed, see `chuck_gripping_force` [N].
    centrifugal_force
        Centrifugal force of all jaws, see `jaw_centrifugal_force` [N].
    safety_factor
        Safety of the gripping force; VDI 3106 has 1.5 or more.
    gripping
        "outside" where the jaws press inwards and lose force with speed; "inside" where they press outwards and
        gain it, of which nothing is counted on: the force at rest must hold too.

    Returns
    -------
    Quantity
        Sum of the radial forces of the jaws at rest [N].

    Raises
    ------
    InputError
        For a safety factor below 1.

    Notes
    -----
    For a grip from the inside the source subtracts the centrifugal force; that leaves too little while the
    spindle starts and stops, so it is not subtracted here.

    References
    ----------
    Schunk, ROTA chucks, calculations for clamping force and speed.  VDI 3106.

    Examples
    --------
    >>> chuck_standstill_force("4500 N", "1500 N", 1.5, gripping="outside").m
    9000.0
    """
    loss = centrifugal_force if gripping == "outside" else 0.0 * centrifugal_force
    return safety_factor * (clamping_force + loss)


@formula(
    symbol="n",
    equation=r"n = \frac{1}{2 \pi} \sqrt{\frac{F_{sp0} / S - F_{sp}}{z_B m_B r_s}}",
    source="schunk-rota",
    example={
        "standstill_force": "60 kN", "clamping_force": "15 kN", "safety_factor": 1.5, "jaw_mass": "5.33 kg",
        "jaw_radius": "107 mm", "jaws": 3,
    },
    requires=(
        Requires(
            ("standstill_force", "clamping_force", "safety_factor"),
            lambda standstill, clamping, safety: standstill > safety * clamping,
            "the force at rest, over its safety factor, does not hold the part even at rest",
        ),
    ),
)  # fmt: skip
def chuck_permissible_speed(
    standstill_force: Force,
    clamping_force: Force,
    safety_factor: PositiveRatio,
    jaw_mass: Mass,
    jaw_radius: PositiveLength,
    jaws: Count,
) -> SpindleSpeed:
    """Spindle speed at which a grip from outside is down to what the cut needs.

    Parameters
    ----------
    standstill_force
        Gripping force of all jaws with the chuck at rest [N].
    clamping_force
        Gripping force needed at speed, see `chuck_gripping_force` [N].
    safety_factor
        Safety of the gripping force; VDI 3106 has 1.5 or more.
    jaw_mass, jaw_radius, jaws
        See `jaw_centrifugal_force` [kg, mm].

    Returns
    -------
    Quantity
        Spindle speed [rpm]; the speed marked on the chuck is a limit of its own.

    Raises
    ------
    InputError
        When the grip does not hold the part even at rest.

    References
    ----------
    Schunk, ROTA chucks, and Röhm, KFD-AF chucks, equation 9.  VDI 3106.

    Examples
    --------
    >>> chuck_permissible_speed("9000 N", "4500 N", 1.5, "1 kg", "100 mm", 3).m
    675.2...
    """
    left = standstill_force / safety_factor - clamping_force
    return np.sqrt(left / (jaws * jaw_mass * jaw_radius)) / (2 * np.pi)
