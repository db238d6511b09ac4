"""Boring bars, thin floors and a tilted tool: what the cut does to the size of what they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.mechanics import round_second_moment
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    Force,
    Growth,
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    PositiveRatio,
    SmallLength,
)
from chipload.units.parameters import Requires, Valid


@dataclass(frozen=True)
class BoringBarError:
    """How far the bar gives way across and along the cutting speed, and what becomes of the bore."""

    radial_deflection: SmallLength
    tangential_deflection: SmallLength
    bore_error: Growth


@dataclass(frozen=True)
class OverhangUse:
    """Overhang over diameter, what bars of this kind are used up to, and the first over the second."""

    overhang_ratio: PositiveRatio
    overhang_limit: PositiveRatio
    overhang_share: PositiveRatio


BORE_WITHIN = Requires(
    ("bore", "diameter"), lambda bore, diameter: bore < diameter, "the bore leaves no wall; it must be smaller"
)


@formula(
    symbol=r"\Delta D_b",
    equation=(
        r"\Delta D_b = 2 (\sqrt{(R - \delta_r)^2 + \delta_t^2} - R) ,\quad "
        r"\delta_{r,t} = \frac{F_{p,c} L^3}{3 E I} ,\quad R = D_b / 2"
    ),
    source="isakov2019",
    example={
        "cutting_force": "600 N", "passive_force": "250 N", "diameter": "25 mm", "stickout": "100 mm",
        "bored_diameter": "40 mm", "youngs_modulus": "210 GPa",
    },
    requires=(
        BORE_WITHIN,
        Requires(
            ("passive_force", "diameter", "stickout", "bored_diameter", "youngs_modulus", "bore"),
            lambda passive_force, diameter, stickout, bored_diameter, youngs_modulus, bore: (
                passive_force * stickout**3
                < 3 * youngs_modulus * round_second_moment.si(diameter, bore) * bored_diameter / 2
            ),
            "the bar would give way by the radius of the bore or more and not cut; take a stouter or a shorter one",
        ),
    ),
)  # fmt: skip
def boring_bar_error(
    cutting_force: Force,
    passive_force: Force,
    diameter: Diameter,
    stickout: PositiveLength,
    bored_diameter: Diameter,
    youngs_modulus: Modulus,
    bore: Length = 0.0,
) -> BoringBarError:
    """What a boring bar that gives way does to the diameter of the bore.

    Parameters
    ----------
    cutting_force, passive_force
        Along the cutting speed, and away from the wall [N].
    diameter
        Of the bar [mm, in].
    stickout
        Overhang of the bar [mm, in].
    bored_diameter
        Diameter that the bar is set to [mm, in].
    youngs_modulus
        Of the bar [GPa].
    bore
        Diameter of a bore along the bar; none unless given [mm, in].

    Returns
    -------
    BoringBarError
        Deflections, and what the bore comes out larger; below zero it is too small [µm].

    Raises
    ------
    InputError
        When the bore of the bar leaves no wall, or the bar gives way by more than the radius it bores.

    Notes
    -----
    The passive force alone sets the size: the cutting force moves the edge along the wall, which is of second order,
    ``2 delta_t**2 / D_b`` on the diameter.  Rigid clamping, no shear; a `Stack` has both.

    References
    ----------
    E. Isakov, Boring: calculating deflection, Cutting Tool Engineering, July 2019, for the bar.

    Examples
    --------
    >>> boring_bar_error("0 N", "911.1 N", "25.4 mm", "101.6 mm", "40 mm", "206 GPa").bore_error.to("mm").m
    -0.151...
    """
    compliance = stickout**3 / (3 * youngs_modulus * round_second_moment.si(diameter, bore))
    radial, tangential = passive_force * compliance, cutting_force * compliance
    radius = bored_diameter / 2
    # the difference of two radii without losing digits
    change = tangential**2 - radial * (2 * radius - radial)
    size = 2 * change / (np.sqrt((radius - radial) ** 2 + tangential**2) + radius)
    return BoringBarError(radial, tangential, size)


_LIMITS = {"steel": 4.0, "carbide": 6.0, "heavy metal": 5.0, "damped steel": 7.0, "damped carbide": 10.0}


@formula(
    symbol="q_L",
    equation=r"q_L = \frac{L / D}{\lambda_{max}}",
    source="cuttingtoolsai-boring",
    example={"stickout": "100 mm", "diameter": "25 mm", "bar": "steel"},
)
def boring_bar_overhang(
    stickout: PositiveLength,
    diameter: Diameter,
    bar: Literal["steel", "carbide", "heavy metal", "damped steel", "damped carbide"],
) -> OverhangUse:
    """Overhang of a boring bar against what bars of its kind are used up to.

    Parameters
    ----------
    stickout
        Overhang of the bar [mm, in].
    diameter
        Of the bar [mm, in].
    bar
        Kind of bar.

    Returns
    -------
    OverhangUse
        Overhang over diameter, its usual limit, and the share of it in use; above 1, take another bar.

    Notes
    -----
    A rule of the trade, not physics: 4 diameters for steel, 5 for heavy metal, 6 for carbide, 7 for damped steel
    and 10 for damped carbide; makers go further with light cuts and tuned dampers.

    References
    ----------
    CuttingTools AI, Boring bar overhang limits and deflection; the limit of 4 for steel is also that of the
    catalogues of Widia.

    Examples
    --------
    >>> boring_bar_overhang("125 mm", "25 mm", "steel").overhang_share.m
    1.25
    """
    ratio = stickout / diameter
    limit = _LIMITS[bar] + 0 * ratio
    return OverhangUse(ratio, limit, ratio / limit)


@formula(
    symbol=r"\delta",
    equation=r"\delta = \frac{F (1 - \nu^2) L^3}{16 E b_w t^3}",
    source="roark",
    example={
        "force": "50 N", "span": "40 mm", "thickness": "2 mm", "strip_width": "40 mm",
        "youngs_modulus": "70 GPa", "poisson_ratio": 0.33,
    },
    valid=(Valid("poisson_ratio", 0.0, 0.5, "Poisson's ratio of a metal is between 0 and 0.5"),),
)  # fmt: skip
def thin_floor_deflection(
    force: Force,
    span: PositiveLength,
    thickness: PositiveLength,
    strip_width: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> SmallLength:
    """Deflection of an unsupported thin floor between two walls, under a force at its middle.

    Parameters
    ----------
    force
        Axial force of the tool [N].
    span
        Free distance between the walls [mm, in].
    thickness
        Of the floor that is left [mm, in].
    strip_width
        Width of the strip that carries the force, the whole floor where it is short [mm, in].
    youngs_modulus, poisson_ratio
        Of the part [GPa].

    Returns
    -------
    Quantity
        Deflection at the middle [µm].

    Warns
    -----
    ValidityWarning
        For a Poisson's ratio above 0.5.

    Notes
    -----
    A strip of a plate clamped at both walls.  Walls that turn with the floor let it bend up to four times as far,
    a floor held on all sides bends less.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1 (fixed ends) and
    beams of great width.

    Examples
    --------
    >>> thin_floor_deflection("50 N", "40 mm", "2 mm", "40 mm", "70 GPa", 0.33).m
    7.95...
    """
    return force * (1 - poisson_ratio**2) * span**3 / (16 * youngs_modulus * strip_width * thickness**3)


@formula(
    symbol="s_t",
    equation=r"s_t = \sqrt{s_h^2 + u^2 + 2 s_h u \cos(\psi_h)} ,\quad u = 2 L \tan(\theta_h)",
    source="plane-geometry",
    example={"holder_runout": "6 um", "holder_tilt": "0.005 deg", "stickout": "50 mm"},
)
def tip_runout(
    holder_runout: SmallLength, holder_tilt: Angle, stickout: PositiveLength, tilt_direction: Angle = 0.0
) -> SmallLength:
    """Runout at the tip of a tool from the runout and the tilt of its holder.

    Parameters
    ----------
    holder_runout
        Total indicator reading at the face of the holder [µm].
    holder_tilt
        Angle of the axis of the tool to that of the spindle [°].
    stickout
        From the face to the tip [mm, in].
    tilt_direction
        Angle between the directions of eccentricity and tilt; 0, where both add, is the worst [°].

    Returns
    -------
    Quantity
        Total indicator reading at the tip [µm].

    Notes
    -----
    Geometry alone; a total indicator reading is twice the eccentricity.

    References
    ----------
    Vectors in a plane.

    Examples
    --------
    >>> tip_runout("6 um", "0.005 deg", "50 mm").m
    14.7...
    """
    leaned = 2 * stickout * np.tan(holder_tilt)
    return np.sqrt(np.maximum(holder_runout**2 + leaned**2 + 2 * holder_runout * leaned * np.cos(tilt_direction), 0.0))
