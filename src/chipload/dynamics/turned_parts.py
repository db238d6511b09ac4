"""Slender turned parts in chuck, centres and steady: what the cut does to their size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.dynamics.tool_errors import BORE_WITHIN
from chipload.mechanics import round_second_moment
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Diameter,
    Force,
    Length,
    Modulus,
    PositiveLength,
    SmallLength,
)
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class TurnedPartError:
    """How far the part gives way at the cut, and how much larger its diameter comes out there."""

    deflection: SmallLength
    diameter_error: SmallLength


_ON_THE_PART = Requires(
    ("cut_position", "part_length"),
    lambda cut_position, part_length: cut_position <= part_length * (1 + 1e-12),
    "the cut is beyond the end of the part; measure from the chuck or the first centre",
)
_STEADY_WITHIN = Requires(
    ("steady_position", "part_length"),
    lambda steady_position, part_length: steady_position < part_length,
    "the steady stands beyond the end of the part; measure from the chuck or the first centre",
)
_EXAMPLE = {
    "force": "200 N", "diameter": "20 mm", "part_length": "200 mm", "cut_position": "120 mm",
    "youngs_modulus": "210 GPa",
}  # fmt: skip


@formula(
    symbol=r"\delta",
    equation=r"\delta = \frac{F a^3}{3 E I} ,\quad I = \pi (D^4 - d_i^4) / 64 ,\quad \Delta D = 2 \delta",
    source="roark",
    example={name: value for name, value in _EXAMPLE.items() if name != "part_length"},
    requires=(BORE_WITHIN,),
)
def chucked_part_error(
    force: Force,
    diameter: Diameter,
    cut_position: PositiveLength,
    youngs_modulus: Modulus,
    bore: Length = 0.0,
) -> TurnedPartError:
    """Deflection and size error at the cut of a part held in a chuck alone.

    Parameters
    ----------
    force
        Passive force, which pushes the part away from the tool [N].
    diameter
        Of the part [mm, in].
    cut_position
        Distance of the cut from the chuck [mm, in].
    youngs_modulus
        Of the part [GPa].
    bore
        Diameter of a bore along the part; none unless given [mm, in].

    Returns
    -------
    TurnedPartError
        Deflection, and what the diameter comes out larger [µm].

    Raises
    ------
    InputError
        When the bore leaves no wall.

    Notes
    -----
    Slender part, rigid chuck, no shear; the taper of the part is the difference of two positions.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> chucked_part_error("911.1 N", "25.4 mm", "101.6 mm", "206 GPa").deflection.to("mm").m
    0.0756...
    """
    bent = force * cut_position**3 / (3 * youngs_modulus * round_second_moment.si(diameter, bore))
    return TurnedPartError(bent, 2 * bent)


@formula(
    symbol=r"\delta",
    equation=r"\delta = \frac{F a^3 b^2 (3 L + b)}{12 E I L^3} ,\quad b = L - a ,\quad \Delta D = 2 \delta",
    source="roark",
    example={**_EXAMPLE, "cut_position": "60 mm"},
    requires=(_ON_THE_PART, BORE_WITHIN),
)
def chuck_and_centre_part_error(
    force: Force,
    diameter: Diameter,
    part_length: PositiveLength,
    cut_position: PositiveLength,
    youngs_modulus: Modulus,
    bore: Length = 0.0,
) -> TurnedPartError:
    """Deflection and size error at the cut of a part held in a chuck and on a centre.

    Parameters
    ----------
    force
        Passive force [N].
    diameter
        Of the part [mm, in].
    part_length
        From the chuck to the centre [mm, in].
    cut_position
        Distance of the cut from the chuck [mm, in].
    youngs_modulus
        Of the part [GPa].
    bore
        Diameter of a bore along the part; none unless given [mm, in].

    Returns
    -------
    TurnedPartError
        Deflection, and what the diameter comes out larger [µm].

    Raises
    ------
    InputError
        When the cut is beyond the centre.

    Notes
    -----
    Slender part, rigid chuck and centre, no shear.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    At the middle it is 7 F L^3 / (768 E I).

    >>> chuck_and_centre_part_error("200 N", "20 mm", "200 mm", "100 mm", "210 GPa").deflection.m
    8.84...
    """
    b = part_length - cut_position
    rigidity = youngs_modulus * round_second_moment.si(diameter, bore)
    bent = force * cut_position**3 * b**2 * (3 * part_length + b) / (12 * rigidity * part_length**3)
    return TurnedPartError(bent, 2 * bent)


@formula(
    symbol=r"\delta",
    equation=r"\delta = \frac{F a^2 (L - a)^2}{3 E I L} ,\quad \Delta D = 2 \delta",
    source="roark",
    example=_EXAMPLE,
    requires=(_ON_THE_PART, BORE_WITHIN),
)
def between_centres_part_error(
    force: Force,
    diameter: Diameter,
    part_length: PositiveLength,
    cut_position: PositiveLength,
    youngs_modulus: Modulus,
    bore: Length = 0.0,
) -> TurnedPartError:
    """Deflection and size error at the cut of a part held between centres.

    Parameters
    ----------
    force
        Passive force [N].
    diameter
        Of the part [mm, in].
    part_length
        From centre to centre [mm, in].
    cut_position
        Distance of the cut from the first centre [mm, in].
    youngs_modulus
        Of the part [GPa].
    bore
        Diameter of a bore along the part; none unless given [mm, in].

    Returns
    -------
    TurnedPartError
        Deflection, and what the diameter comes out larger [µm]; largest at the middle, which makes a barrel.

    Raises
    ------
    InputError
        When the cut is beyond the second centre.

    Notes
    -----
    Slender part, rigid centres, no shear.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> between_centres_part_error("200 N", "20 mm", "200 mm", "100 mm", "210 GPa").deflection.m
    20.2...
    """
    rigidity = youngs_modulus * round_second_moment.si(diameter, bore)
    bent = force * cut_position**2 * (part_length - cut_position) ** 2 / (3 * rigidity * part_length)
    return TurnedPartError(bent, 2 * bent)


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F a^3 (s - a)^2 (4 s - a)}{12 E I s^3} \quad (a \le s) ,\quad "
        r"\delta = \frac{F c^2 (3 s + 4 c)}{12 E I} ,\quad c = a - s \quad (a > s)"
    ),
    source="roark",
    example={
        "force": "200 N", "diameter": "20 mm", "cut_position": "120 mm", "steady_position": "100 mm",
        "youngs_modulus": "210 GPa",
    },
    requires=(BORE_WITHIN,),
)  # fmt: skip
def chuck_and_steady_part_error(
    force: Force,
    diameter: Diameter,
    cut_position: PositiveLength,
    steady_position: PositiveLength,
    youngs_modulus: Modulus,
    bore: Length = 0.0,
) -> TurnedPartError:
    """Deflection and size error at the cut of a part held in a chuck, with a steady and a free end.

    Parameters
    ----------
    force
        Passive force [N].
    diameter
        Of the part [mm, in].
    cut_position, steady_position
        Distances from the chuck [mm, in].
    youngs_modulus
        Of the part [GPa].
    bore
        Diameter of a bore along the part; none unless given [mm, in].

    Returns
    -------
    TurnedPartError
        Deflection, and what the diameter comes out larger [µm].

    Raises
    ------
    InputError
        When the bore leaves no wall.

    Notes
    -----
    Slender part, rigid chuck and steady, no shear; the steady is a simple support.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1, superposed.

    Examples
    --------
    >>> chuck_and_steady_part_error("200 N", "20 mm", "120 mm", "100 mm", "210 GPa").deflection.m
    1.5...
    """
    rigidity = youngs_modulus * round_second_moment.si(diameter, bore)
    a, s = cut_position, steady_position
    behind = force * a**3 * np.maximum(s - a, 0.0) ** 2 * (4 * s - a) / (12 * rigidity * s**3)
    c = np.maximum(a - s, 0.0)
    bent = np.where(a <= s, behind, force * c**2 * (3 * s + 4 * c) / (12 * rigidity))[()]
    return TurnedPartError(bent, 2 * bent)


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F a^2 (s - a)^2}{3 E I s} - \frac{F a^2 (s^2 - a^2)^2}{12 E I s^2 L} \quad (a \le s) ,\quad "
        r"\text{mirrored beyond}"
    ),
    source="roark",
    example={**_EXAMPLE, "steady_position": "80 mm"},
    requires=(_ON_THE_PART, _STEADY_WITHIN, BORE_WITHIN),
)
def centres_and_steady_part_error(
    force: Force,
    diameter: Diameter,
    part_length: PositiveLength,
    cut_position: PositiveLength,
    steady_position: PositiveLength,
    youngs_modulus: Modulus,
    bore: Length = 0.0,
) -> TurnedPartError:
    """Deflection and size error at the cut of a part between centres with a steady.

    Parameters
    ----------
    force
        Passive force [N].
    diameter
        Of the part [mm, in].
    part_length
        From centre to centre [mm, in].
    cut_position, steady_position
        Distances from the first centre [mm, in].
    youngs_modulus
        Of the part [GPa].
    bore
        Diameter of a bore along the part; none unless given [mm, in].

    Returns
    -------
    TurnedPartError
        Deflection, and what the diameter comes out larger [µm].

    Raises
    ------
    InputError
        When cut or steady are beyond the second centre.

    Notes
    -----
    A beam on three supports by the theorem of three moments; slender part, rigid supports, no shear.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1, superposed.

    Examples
    --------
    >>> centres_and_steady_part_error("200 N", "20 mm", "200 mm", "120 mm", "80 mm", "210 GPa").deflection.m
    2.01...
    """
    rigidity = youngs_modulus * round_second_moment.si(diameter, bore)
    first = cut_position <= steady_position
    s = np.where(first, steady_position, part_length - steady_position)
    a = np.where(first, cut_position, part_length - cut_position)
    free = force * a**2 * (s - a) ** 2 / (3 * rigidity * s)
    held = force * a**2 * (s**2 - a**2) ** 2 / (12 * rigidity * s**2 * part_length)
    bent = (free - held)[()]
    return TurnedPartError(bent, 2 * bent)
