"""Mass of standard shapes: bars, tube, ring, plate and ball."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Density, Diameter, Mass, PositiveLength
from chipload.units.parameters import Requires

_SQRT3 = np.sqrt(3)


@formula(
    symbol="m_w",
    equation=r"m_w = \frac{\pi}{4} D^2 l_w \rho",
    source="bar-weights",
    example={"diameter": "20 mm", "part_length": "1 m", "density": "7.85 g/cm**3"},
)
def round_bar_mass(diameter: Diameter, part_length: PositiveLength, density: Density) -> Mass:
    """Mass of a round bar.

    Parameters
    ----------
    diameter
        Diameter of the bar [mm, in].
    part_length
        Length of the piece [mm, in].
    density
        Of the material; about 7.85 g/cm³ for steel [g/cm³].

    Returns
    -------
    Quantity
        Mass [kg].

    References
    ----------
    Weight table of mild steel bars, GharExpert: 2.46 kg for a metre of 20 mm.

    Examples
    --------
    >>> round_bar_mass("20 mm", "1 m", "7.85 g/cm**3").m
    2.466...
    """
    return np.pi / 4 * diameter**2 * part_length * density


@formula(
    symbol="m_w",
    equation=r"m_w = b^2 l_w \rho",
    source="bar-weights",
    example={"width": "20 mm", "part_length": "1 m", "density": "7.85 g/cm**3"},
)
def square_bar_mass(width: PositiveLength, part_length: PositiveLength, density: Density) -> Mass:
    """Mass of a square bar.

    Parameters
    ----------
    width
        Side of the square [mm, in].
    part_length
        Length of the piece [mm, in].
    density
        Of the material; about 7.85 g/cm³ for steel [g/cm³].

    Returns
    -------
    Quantity
        Mass [kg].

    References
    ----------
    Weight table of mild steel bars, GharExpert: 3.14 kg for a metre of 20 mm.

    Examples
    --------
    >>> square_bar_mass("20 mm", "1 m", "7.85 g/cm**3").m
    3.14
    """
    return width**2 * part_length * density


@formula(
    symbol="m_w",
    equation=r"m_w = \frac{\sqrt{3}}{2} s_f^2 l_w \rho",
    source="hexagon-weights",
    example={"across_flats": "20 mm", "part_length": "1 m", "density": "7.85 g/cm**3"},
)
def hexagon_bar_mass(across_flats: PositiveLength, part_length: PositiveLength, density: Density) -> Mass:
    """Mass of a hexagon bar.

    Parameters
    ----------
    across_flats
        Size across the flats [mm, in].
    part_length
        Length of the piece [mm, in].
    density
        Of the material; about 7.85 g/cm³ for steel [g/cm³].

    Returns
    -------
    Quantity
        Mass [kg].

    References
    ----------
    Weight table of hexagon steel, lets-rebuild.com: 0.68 kg for a metre of 10 mm.

    Examples
    --------
    >>> hexagon_bar_mass("10 mm", "1 m", "7.85 g/cm**3").m
    0.679...
    """
    return _SQRT3 / 2 * across_flats**2 * part_length * density


@formula(
    symbol="m_w",
    equation=r"m_w = \pi t_w (D_a - t_w) l_w \rho",
    source="machinerys31",
    example={
        "outside_diameter": "60.3 mm",
        "wall_thickness": "2.9 mm",
        "part_length": "1 m",
        "density": "7.85 g/cm**3",
    },
    requires=(
        Requires(
            ("wall_thickness", "outside_diameter"),
            lambda wall, outside: 2 * wall <= outside,
            "the wall is thicker than the radius; give the wall, not the bore",
        ),
    ),
)
def tube_mass(
    outside_diameter: Diameter, wall_thickness: PositiveLength, part_length: PositiveLength, density: Density
) -> Mass:
    """Mass of a round tube.

    Parameters
    ----------
    outside_diameter
        Outside diameter [mm, in].
    wall_thickness
        Thickness of the wall [mm, in].
    part_length
        Length of the piece [mm, in].
    density
        Of the material; about 7.85 g/cm³ for steel [g/cm³].

    Returns
    -------
    Quantity
        Mass [kg].

    Raises
    ------
    InputError
        When the wall is thicker than the radius.

    References
    ----------
    Machinery's Handbook, 31st ed., volumes of solids.

    Examples
    --------
    >>> tube_mass("60.3 mm", "2.9 mm", "1 m", "7.85 g/cm**3").m
    4.105...
    """
    return np.pi * wall_thickness * (outside_diameter - wall_thickness) * part_length * density


@formula(
    symbol="m_w",
    equation=r"m_w = \frac{\pi}{4} (D_a^2 - D_b^2) t \rho",
    source="machinerys31",
    example={"outside_diameter": "100 mm", "bore_diameter": "60 mm", "thickness": "10 mm", "density": "7.85 g/cm**3"},
    requires=(
        Requires(
            ("bore_diameter", "outside_diameter"),
            lambda bore, outside: bore < outside,
            "the bore must be smaller than the outside; exchange them",
        ),
    ),
)
def ring_mass(outside_diameter: Diameter, bore_diameter: Diameter, thickness: PositiveLength, density: Density) -> Mass:
    """Mass of a flat ring or a disc with a bore.

    Parameters
    ----------
    outside_diameter
        Outside diameter [mm, in].
    bore_diameter
        Diameter of the bore [mm, in].
    thickness
        Thickness along the axis [mm, in].
    density
        Of the material; about 7.85 g/cm³ for steel [g/cm³].

    Returns
    -------
    Quantity
        Mass [kg].

    Raises
    ------
    InputError
        When the bore is as large as the outside.

    References
    ----------
    Machinery's Handbook, 31st ed., volumes of solids.

    Examples
    --------
    >>> ring_mass("100 mm", "60 mm", "10 mm", "7.85 g/cm**3").m
    0.394...
    """
    return np.pi / 4 * (outside_diameter**2 - bore_diameter**2) * thickness * density


@formula(
    symbol="m_w",
    equation=r"m_w = l_w b t \rho",
    source="sheet-weights",
    example={"part_length": "1 m", "width": "1 m", "thickness": "5 mm", "density": "7.85 g/cm**3"},
)
def plate_mass(part_length: PositiveLength, width: PositiveLength, thickness: PositiveLength, density: Density) -> Mass:
    """Mass of a plate, a block or a flat bar.

    Parameters
    ----------
    part_length
        Length of the piece [mm, in].
    width, thickness
        Width and thickness [mm, in].
    density
        Of the material; about 7.85 g/cm³ for steel [g/cm³].

    Returns
    -------
    Quantity
        Mass [kg].

    References
    ----------
    Ashmore and Allen, sheet gauges: 49.80 kg for a square metre of 6.35 mm.

    Examples
    --------
    >>> plate_mass("1 m", "1 m", "6.35 mm", "7.85 g/cm**3").m
    49.847...
    """
    return part_length * width * thickness * density


@formula(
    symbol="m_w",
    equation=r"m_w = \frac{\pi}{6} D^3 \rho",
    source="machinerys31",
    example={"diameter": "10 mm", "density": "7.85 g/cm**3"},
)
def ball_mass(diameter: Diameter, density: Density) -> Mass:
    """Mass of a ball.

    Parameters
    ----------
    diameter
        Diameter of the ball [mm, in].
    density
        Of the material; about 7.85 g/cm³ for steel [g/cm³].

    Returns
    -------
    Quantity
        Mass [kg].

    References
    ----------
    Machinery's Handbook, 31st ed., volumes of solids.

    Examples
    --------
    >>> ball_mass("10 mm", "7.85 g/cm**3").to("g").m
    4.110...
    """
    return np.pi / 6 * diameter**3 * density
