"""The tool as a stepped beam clamped in its holder: how far it bends and what stress it carries.

From the collet to the tip the tool is a shank, a neck (where it has one) and the flutes.  Flutes bend like a
solid rod of `core_fraction` times the diameter: 0.80 by measured compliance of two- and four-flute end mills
(Kops and Vo 1990), with reported values from 0.75 to 0.88.  Computing with the full diameter under-predicts the
deflection of a fluted tool by up to ``0.8**-4 = 2.44``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Diameter,
    Force,
    Fraction,
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    Real,
    RotationalStiffness,
    SmallLength,
    Stiffness,
    Stress,
    Torque,
)
from chipload.units.parameters import Requires

RIGID = np.inf
"""Stiffness of a holder taken as rigid; no general figure exists, so a real one is given or measured."""


@dataclass(frozen=True)
class ToolDeflection:
    """How far the tip moves, and the shares of it."""

    deflection: SmallLength
    bending: SmallLength
    shear: SmallLength
    holder: SmallLength


@dataclass(frozen=True)
class ToolStress:
    """Largest stress in the tool: equivalent (von Mises), and the bending and torsion at the same section."""

    equivalent_stress: Stress
    bending_stress: Stress
    torsional_stress: Stress


@dataclass(frozen=True)
class _Piece:
    """One cylinder of the tool, its ends measured from the clamping."""

    start: Real
    end: Real
    diameter: Real


def _pieces(
    diameter: Real,
    shank_diameter: Real,
    stickout: Real,
    flute_length: Real,
    neck_diameter: Real,
    neck_length: Real,
    core_fraction: Real,
) -> tuple[_Piece, _Piece, _Piece]:
    flutes_start = np.maximum(stickout - flute_length, 0.0)
    neck_start = np.maximum(flutes_start - neck_length, 0.0)
    return (
        _Piece(0.0, neck_start, shank_diameter),
        _Piece(neck_start, flutes_start, neck_diameter),
        _Piece(flutes_start, stickout, core_fraction * diameter),
    )


_FLUTES_WITHIN = Requires(
    ("flute_length", "stickout"),
    lambda flute_length, stickout: flute_length <= stickout * (1 + 1e-12),
    "the flutes are longer than the stick-out, so the holder would grip them; give a longer stick-out",
)
_NECK_WITHIN = Requires(
    ("neck_length", "flute_length", "stickout"),
    lambda neck_length, flute_length, stickout: neck_length + flute_length <= stickout * (1 + 1e-12),
    "flutes and neck together are longer than the stick-out; give a longer stick-out or a shorter neck",
)
_LOAD_WITHIN = Requires(
    ("load_position", "stickout"),
    lambda load_position, stickout: load_position < stickout,
    "the load is as far from the tip as the holder; it must act on the tool",
)
_NECK_GIVEN = Requires(
    ("neck_diameter", "neck_length", "shank_diameter", "diameter"),
    lambda neck, length, shank, diameter: (length == 0) | (neck <= np.maximum(shank, diameter)),
    "a tool with a neck needs the diameter of the neck, not more than that of shank and flutes",
)
_SHAPE = (_FLUTES_WITHIN, _NECK_WITHIN, _NECK_GIVEN, _LOAD_WITHIN)
_EXAMPLE = {
    "force": "100 N", "diameter": "10 mm", "shank_diameter": "10 mm", "stickout": "40 mm",
    "flute_length": "25 mm",
}  # fmt: skip


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \int_0^a \frac{F (a - x)(L - x)}{E I} dx + \int_0^a \frac{F}{k G A} dx "
        r"+ \frac{F}{k_t} + \frac{F a L}{k_\theta} ,\quad a = L - b"
    ),
    source="kops1990",
    example={**_EXAMPLE, "youngs_modulus": "600 GPa"},
    requires=_SHAPE,
)
def tool_deflection(
    force: Force,
    diameter: Diameter,
    shank_diameter: Diameter,
    stickout: PositiveLength,
    flute_length: Length,
    youngs_modulus: Modulus,
    load_position: Length = 0.0,
    neck_diameter: Diameter = 1.0,
    neck_length: Length = 0.0,
    core_fraction: Fraction = 0.8,
    poisson_ratio: PoissonRatio = 0.22,
    holder_stiffness: Stiffness = RIGID,
    holder_rotational_stiffness: RotationalStiffness = RIGID,
) -> ToolDeflection:
    """Deflection of the tip of an end mill or bar under a side force.

    Parameters
    ----------
    force
        Side force [N, lbf].
    diameter
        Diameter over the flutes [mm, in].
    shank_diameter
        Diameter of the shank [mm, in].
    stickout
        Length from the holder to the tip [mm, in].
    flute_length
        Length of the flutes, 0 for a plain bar [mm, in].
    youngs_modulus
        Elastic modulus of the tool: about 600 GPa for carbide, 210 GPa for steel [GPa].
    load_position
        Distance of the force from the tip; half the axial depth for an even cut [mm, in].
    neck_diameter, neck_length
        Of the relieved neck behind the flutes; a length of 0 means none [mm, in].
    core_fraction
        Diameter of the solid rod that bends like the flutes, over the diameter.
    poisson_ratio
        Of the tool.
    holder_stiffness, holder_rotational_stiffness
        Of holder and spindle at the collet face, against a side force and a moment; rigid unless given
        [N/µm, kN m/rad].

    Returns
    -------
    ToolDeflection
        Movement of the tip and its shares from bending, shear and holder [µm].

    Raises
    ------
    InputError
        When the parts of the tool do not fit into its stick-out.

    Notes
    -----
    Exact for the stepped Timoshenko beam (shear coefficient of Cowper for a round section) under a static force.
    Small deflections; near a resonance the motion is larger.

    References
    ----------
    L. Kops and D. T. Vo, CIRP Annals 39 (1990) 93-96, for the flutes.  G. R. Cowper, J. Appl. Mech. 33 (1966),
    for shear.  The second example is E. Isakov, Cutting Tool Engineering, July 2019: 0.0757 mm for a bar.

    Examples
    --------
    >>> found = tool_deflection("100 N", "10 mm", "10 mm", "40 mm", "25 mm", "600 GPa")
    >>> found.bending.m
    9.792...
    >>> bar = tool_deflection("911.1 N", "25.4 mm", "25.4 mm", "101.6 mm", "0 mm", "206 GPa")
    >>> bar.bending.to("mm").m
    0.0756...
    """
    arm = stickout - load_position
    shear_modulus = youngs_modulus / (2 * (1 + poisson_ratio))
    coefficient = 6 * (1 + poisson_ratio) / (7 + 6 * poisson_ratio)
    bending: Real = 0.0
    shear: Real = 0.0
    for piece in _pieces(diameter, shank_diameter, stickout, flute_length, neck_diameter, neck_length, core_fraction):
        # u is the distance from the load; behind the load the tool only rotates.
        far, near = np.maximum(arm - piece.start, 0.0), np.maximum(arm - piece.end, 0.0)
        inertia = np.pi * piece.diameter**4 / 64
        area = np.pi * piece.diameter**2 / 4
        moments = (far**3 - near**3) / 3 + load_position * (far**2 - near**2) / 2
        bending = bending + force * moments / (youngs_modulus * inertia)
        shear = shear + force * (far - near) / (coefficient * shear_modulus * area)
    holder = force / holder_stiffness + force * arm * stickout / holder_rotational_stiffness
    return ToolDeflection(bending + shear + holder, bending, shear, holder)


@formula(
    symbol=r"\sigma",
    equation=(
        r"\sigma_v = \sqrt{\sigma_b^2 + 3 \tau_t^2} ,\quad \sigma_b = \frac{32 F u}{\pi d^3} ,\quad "
        r"\tau_t = \frac{16 M_c}{\pi d^3}"
    ),
    source="roark",
    example={**_EXAMPLE, "torque": "2 N*m"},
    requires=_SHAPE,
)
def tool_stress(
    force: Force,
    diameter: Diameter,
    shank_diameter: Diameter,
    stickout: PositiveLength,
    flute_length: Length,
    torque: Torque,
    load_position: Length = 0.0,
    neck_diameter: Diameter = 1.0,
    neck_length: Length = 0.0,
    core_fraction: Fraction = 0.8,
) -> ToolStress:
    """Largest stress in a tool under a side force and a torque.

    Parameters
    ----------
    force
        Side force [N, lbf].
    diameter
        Diameter over the flutes [mm, in].
    shank_diameter
        Diameter of the shank [mm, in].
    stickout
        Length from the holder to the tip [mm, in].
    flute_length
        Length of the flutes, 0 for a plain bar [mm, in].
    torque
        Torque [N m].
    load_position
        Distance of the force from the tip [mm, in].
    neck_diameter, neck_length
        Of the relieved neck behind the flutes; a length of 0 means none [mm, in].
    core_fraction
        Diameter of the solid rod that bends like the flutes, over the diameter.

    Returns
    -------
    ToolStress
        Equivalent stress after von Mises, with bending and torsion, at the worst of the three sections where a
        part of the tool begins [MPa].

    Raises
    ------
    InputError
        When the parts of the tool do not fit into its stick-out.

    Notes
    -----
    Nominal stress: the notch where the flutes run out raises it, and the rod of equal stiffness stands for the
    true section.  Compare with the transverse rupture strength with a margin.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002.

    Examples
    --------
    >>> found = tool_stress("100 N", "10 mm", "10 mm", "40 mm", "0 mm", "0 N*m")
    >>> found.bending_stress.m
    40.74...
    """
    arm = stickout - load_position
    worst: tuple[Real, Real, Real] | None = None
    for piece in _pieces(diameter, shank_diameter, stickout, flute_length, neck_diameter, neck_length, core_fraction):
        exists = piece.end > piece.start
        modulus = np.pi * piece.diameter**3 / 32
        lever = np.maximum(arm - piece.start, 0.0)
        bending = np.where(exists, force * lever / modulus, 0.0)
        torsion = np.where(exists, torque / (2 * modulus), 0.0)
        equivalent = np.sqrt(bending**2 + 3 * torsion**2)
        if worst is None:
            worst = (equivalent, bending, torsion)
        else:
            higher = equivalent > worst[0]
            worst = (
                np.where(higher, equivalent, worst[0]),
                np.where(higher, bending, worst[1]),
                np.where(higher, torsion, worst[2]),
            )
    assert worst is not None
    return ToolStress(*(np.asarray(value)[()] for value in worst))
