"""Sections of the standard shapes; each stands with the lower left corner of its frame in the origin.

Sizes are quantities or texts, also arrays of them.  Corners are sharp: fillets of rolled profiles add a percent or two.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.members.torsion_shapes import ellipse_torsion_constant, rectangle_torsion_constant
from chipload.mechanics.profiles.sections import Section, SectionNumbers, joined
from chipload.units import kinds
from chipload.units.boundary import to_kernel
from chipload.units.kinds import Kind, Real


def _read(shape: str, name: str, value: Any, kind: Kind = kinds.POSITIVE_LENGTH) -> Real:
    return to_kernel(kind, value, f"{shape}, {name}")


def _refuse_unless(holds: Any, says: str) -> None:
    if not np.all(holds):
        raise InputError(says)


def _rectangle(width: Real, height: Real, x: Real = 0.0, y: Real = 0.0) -> SectionNumbers:
    return SectionNumbers(
        width * height,
        x + width / 2,
        y + height / 2,
        width * height**3 / 12,
        height * width**3 / 12,
        0.0 * width * height,
        x + 0.0 * width,
        x + width,
        y + 0.0 * height,
        y + height,
    )


def _framed(
    area: Real, centroid: tuple[Real, Real], moments: tuple[Real, Real, Real], width: Real, height: Real, **known: Real
) -> Section:
    return Section(SectionNumbers(area, *centroid, *moments, 0.0 * width, width, 0.0 * height, height, **known))


def _joined(*parts: SectionNumbers) -> SectionNumbers:
    whole = parts[0]
    for part in parts[1:]:
        whole = joined(whole, part)
    return whole


def round_section(diameter: Any, bore: Any = "0 mm") -> Section:
    """Round bar, or tube where a bore is given [mm, in].

    Examples
    --------
    >>> tube = round_section("80 mm", "60 mm")
    >>> tube.torsion_constant.m == tube.polar_moment.m
    True
    """
    outside = _read("round_section", "diameter", diameter)
    inside = _read("round_section", "bore", bore, kinds.LENGTH)
    _refuse_unless(inside < outside, "round_section, bore: the bore is as wide as the outside; give a smaller one")
    inertia = np.pi * (outside**4 - inside**4) / 64
    plastic = (outside**3 - inside**3) / 6
    return _framed(
        np.pi * (outside**2 - inside**2) / 4,
        (outside / 2, outside / 2),
        (inertia, inertia, 0.0 * inertia),
        outside,
        outside,
        torsion_constant=2 * inertia,
        plastic_modulus_x=plastic,
        plastic_modulus_y=plastic,
    )


def rectangle_section(width: Any, height: Any) -> Section:
    """Rectangle [mm, in].

    Examples
    --------
    >>> rectangle_section("50 mm", "100 mm").second_moment_x.m
    4166666.6...
    """
    across, up = _read("rectangle_section", "width", width), _read("rectangle_section", "height", height)
    plain = _rectangle(across, up)
    return _framed(
        plain.area,
        (across / 2, up / 2),
        (plain.second_moment_x, plain.second_moment_y, 0.0 * plain.area),
        across,
        up,
        torsion_constant=rectangle_torsion_constant.si(across, up),
        plastic_modulus_x=across * up**2 / 4,
        plastic_modulus_y=up * across**2 / 4,
    )


def hollow_rectangle_section(width: Any, height: Any, thickness: Any) -> Section:
    """Rectangular tube of even wall; its corners are sharp [mm, in].

    Examples
    --------
    >>> hollow_rectangle_section("40 mm", "40 mm", "6 mm").area.m
    816.0
    """
    name = "hollow_rectangle_section"
    across, up, wall = _read(name, "width", width), _read(name, "height", height), _read(name, "thickness", thickness)
    _refuse_unless(
        2 * wall < np.minimum(across, up),
        f"{name}, thickness: the walls fill the section; the wall is below half its width and height",
    )
    inner_x, inner_y = across - 2 * wall, up - 2 * wall
    return _framed(
        across * up - inner_x * inner_y,
        (across / 2, up / 2),
        (
            (across * up**3 - inner_x * inner_y**3) / 12,
            (up * across**3 - inner_y * inner_x**3) / 12,
            0.0 * across * up * wall,
        ),
        across,
        up,
        plastic_modulus_x=(across * up**2 - inner_x * inner_y**2) / 4,
        plastic_modulus_y=(up * across**2 - inner_y * inner_x**2) / 4,
    )


def _profile(shape: str, width: Any, height: Any, flange: Any, web: Any, flanges: int) -> tuple[Real, Real, Real, Real]:
    values = (
        _read(shape, "width", width),
        _read(shape, "height", height),
        _read(shape, "flange_thickness", flange),
        _read(shape, "web_thickness", web),
    )
    _refuse_unless(
        (values[3] <= values[0]) & (flanges * values[2] < values[1]),
        f"{shape}: the web is wider than the section, or the flanges are thicker than it is high",
    )
    return values


def i_section(width: Any, height: Any, flange_thickness: Any, web_thickness: Any) -> Section:
    """I or H section with equal flanges [mm, in].

    Examples
    --------
    Peery, Aircraft Structures, 1950, example 6.2.1: 43.3 in⁴.

    >>> i_section("3 in", "6 in", "1 in", "1 in").second_moment_x.to("inch**4").m
    43.33...
    """
    across, up, flange, web = _profile("i_section", width, height, flange_thickness, web_thickness, 2)
    clear = up - 2 * flange
    whole = _joined(
        _rectangle(across, flange),
        _rectangle(web, clear, (across - web) / 2, flange),
        _rectangle(across, flange, 0.0, up - flange),
    )
    return _framed(
        whole.area,
        (across / 2, up / 2),
        (whole.second_moment_x, whole.second_moment_y, 0.0 * whole.area),
        across,
        up,
        plastic_modulus_x=(across * up**2 - (across - web) * clear**2) / 4,
        plastic_modulus_y=flange * across**2 / 2 + clear * web**2 / 4,
    )


def channel_section(width: Any, height: Any, flange_thickness: Any, web_thickness: Any) -> Section:
    """Channel with its web at the left, the flanges to the right [mm, in].

    Examples
    --------
    >>> channel_section("50 mm", "100 mm", "8 mm", "6 mm").area.m
    1304.0
    """
    across, up, flange, web = _profile("channel_section", width, height, flange_thickness, web_thickness, 2)
    clear = up - 2 * flange
    return Section(
        _joined(
            _rectangle(across, flange),
            _rectangle(web, clear, 0.0, flange),
            _rectangle(across, flange, 0.0, up - flange),
        )
    )


def tee_section(width: Any, height: Any, flange_thickness: Any, web_thickness: Any) -> Section:
    """T section with its flange at the top [mm, in].

    Examples
    --------
    >>> tee_section("120 mm", "168 mm", "48 mm", "24 mm").area.m
    8640.0
    """
    across, up, flange, web = _profile("tee_section", width, height, flange_thickness, web_thickness, 1)
    return Section(
        _joined(_rectangle(across, flange, 0.0, up - flange), _rectangle(web, up - flange, (across - web) / 2, 0.0))
    )


def angle_section(width: Any, height: Any, thickness: Any) -> Section:
    """Angle with its corner at the lower left [mm, in].

    Examples
    --------
    >>> angle_section("90 mm", "150 mm", "12 mm").centroid_x.m
    21.39...
    """
    across, up, wall = (
        _read("angle_section", "width", width),
        _read("angle_section", "height", height),
        _read("angle_section", "thickness", thickness),
    )
    _refuse_unless(
        wall < np.minimum(across, up), "angle_section, thickness: the legs are thicker than they are long; give less"
    )
    return Section(_joined(_rectangle(across, wall), _rectangle(wall, up - wall, 0.0, wall)))


def hexagon_section(width: Any) -> Section:
    """Regular hexagon of a width across flats, with two flats upright at the left and the right [mm, in].

    Examples
    --------
    >>> hexagon_section("10 mm").area.m
    86.60...
    """
    flats = _read("hexagon_section", "width", width)
    corners = 2 / np.sqrt(3) * flats
    inertia = 5 * np.sqrt(3) * flats**4 / 144
    return _framed(
        np.sqrt(3) / 2 * flats**2, (flats / 2, corners / 2), (inertia, inertia, 0.0 * inertia), flats, corners
    )


def triangle_section(width: Any, height: Any, apex: Any = None) -> Section:
    """Triangle on its base; `apex` is the position of the top along the base, the middle unless given [mm, in].

    Examples
    --------
    >>> triangle_section("36 mm", "10 mm").second_moment_x.m
    1000.0
    """
    base, up = _read("triangle_section", "width", width), _read("triangle_section", "height", height)
    top = base / 2 if apex is None else _read("triangle_section", "apex", apex, kinds.OFFSET)
    _refuse_unless(
        (top >= 0) & (top <= base), "triangle_section, apex: the top stands above the base, from 0 to its width"
    )
    moments = (
        base * up**3 / 36,
        base * up * (base**2 - base * top + top**2) / 36,
        base * up**2 * (2 * top - base) / 72,
    )
    return _framed(base * up / 2, ((base + top) / 3, up / 3), moments, base, up)


def trapezoid_section(bottom_width: Any, top_width: Any, height: Any) -> Section:
    """Symmetric trapezoid [mm, in].

    Examples
    --------
    >>> trapezoid_section("60 mm", "30 mm", "100 mm").centroid_y.m
    44.4...
    """
    name = "trapezoid_section"
    bottom, top, up = (
        _read(name, "bottom_width", bottom_width),
        _read(name, "top_width", top_width),
        _read(name, "height", height),
    )
    both, wide = bottom + top, np.maximum(bottom, top)
    moments = (
        up**3 * (bottom**2 + 4 * bottom * top + top**2) / (36 * both),
        up * both * (bottom**2 + top**2) / 48,
        0.0 * both * up,
    )
    return _framed(up * both / 2, (wide / 2, up * (bottom + 2 * top) / (3 * both)), moments, wide, up)


def semicircle_section(diameter: Any) -> Section:
    """Half of a circle on its flat side [mm, in].

    Examples
    --------
    >>> semicircle_section("20 mm").centroid_y.m
    4.244...
    """
    radius = _read("semicircle_section", "diameter", diameter) / 2
    moments = ((np.pi / 8 - 8 / (9 * np.pi)) * radius**4, np.pi * radius**4 / 8, 0.0 * radius)
    return _framed(np.pi * radius**2 / 2, (radius, 4 * radius / (3 * np.pi)), moments, 2 * radius, radius)


def ellipse_section(width: Any, height: Any) -> Section:
    """Ellipse of two whole axes [mm, in].

    Examples
    --------
    >>> ellipse_section("10 mm", "10 mm").second_moment_x.m
    490.87...
    """
    across, up = _read("ellipse_section", "width", width), _read("ellipse_section", "height", height)
    return _framed(
        np.pi * across * up / 4,
        (across / 2, up / 2),
        (np.pi * across * up**3 / 64, np.pi * up * across**3 / 64, 0.0 * across * up),
        across,
        up,
        torsion_constant=ellipse_torsion_constant.si(across, up),
        plastic_modulus_x=across * up**2 / 6,
        plastic_modulus_y=up * across**2 / 6,
    )
