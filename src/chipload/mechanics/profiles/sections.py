"""A section of a member with all its properties, and sections put together from placed shapes.

x points along the width, y along the height.  `Section` is what shop and textbook speak of, with units; its `si` are
the plain numbers.  Shapes come from `section_shapes`, arbitrary outlines from `polygon_section`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.kinds import Real
from chipload.units.trace import show

_MISSING = {
    "torsion_constant": (
        "this section has no torsion constant in closed form; for thin walls add open_wall_torsion_constant of its "
        "walls, or take closed_wall_torsion_constant"
    ),
    "plastic_modulus_x": "the plastic modulus is known for simple symmetric shapes only, not for this section",
    "plastic_modulus_y": "the plastic modulus is known for simple symmetric shapes only, not for this section",
}
_EDGE = 1e-9


@dataclass(frozen=True)
class SectionNumbers:
    """Properties of a section in plain SI numbers; second moments are about the axes through the centroid.

    What has no closed form is None.
    """

    area: Real
    centroid_x: Real
    centroid_y: Real
    second_moment_x: Real
    second_moment_y: Real
    product_moment: Real
    left: Real
    right: Real
    bottom: Real
    top: Real
    torsion_constant: Real | None = None
    plastic_modulus_x: Real | None = None
    plastic_modulus_y: Real | None = None

    @property
    def principal(self) -> tuple[Real, Real, Real]:
        """Largest and smallest second moment, and the angle from x to the axis of the largest."""
        middle = (self.second_moment_x + self.second_moment_y) / 2
        half = (self.second_moment_x - self.second_moment_y) / 2
        radius = np.hypot(half, self.product_moment)
        return middle + radius, middle - radius, np.arctan2(-self.product_moment, half) / 2


_KINDS = {
    "area": kinds.AREA,
    "centroid_x": kinds.OFFSET,
    "centroid_y": kinds.OFFSET,
    "second_moment_x": kinds.SECOND_MOMENT,
    "second_moment_y": kinds.SECOND_MOMENT,
    "product_moment": kinds.PRODUCT_OF_AREA,
    "left": kinds.OFFSET,
    "right": kinds.OFFSET,
    "bottom": kinds.OFFSET,
    "top": kinds.OFFSET,
    "torsion_constant": kinds.SECOND_MOMENT,
    "plastic_modulus_x": kinds.VOLUME,
    "plastic_modulus_y": kinds.VOLUME,
}


@dataclass(frozen=True)
class Section:
    """A section of a member, immutable; its properties are quantities.

    Sections add and subtract: ``plate - round_section("20 mm").at("50 mm", "30 mm")`` is a plate with a hole.  Added
    parts must not overlap, and what is subtracted must lie within.

    Attributes
    ----------
    si
        The same in plain SI numbers.

    Examples
    --------
    >>> from chipload.mechanics import rectangle_section, round_section
    >>> plate = rectangle_section("100 mm", "60 mm")
    >>> drilled = plate - round_section("20 mm").at("50 mm", "30 mm")
    >>> drilled.area.m, drilled.second_moment_x.m
    (5685.8..., 1792146.0...)
    """

    si: SectionNumbers

    def __repr__(self) -> str:
        shown = (("A", "area"), ("Ix", "second_moment_x"), ("Iy", "second_moment_y"))
        return f"<Section: {', '.join(f'{word} {show(_KINDS[name], getattr(self.si, name))}' for word, name in shown)}>"

    def _written(self, name: str) -> Any:
        value = getattr(self.si, name)
        if value is None:
            raise InputError(f"{name}: {_MISSING[name]}")
        return from_kernel(_KINDS[name], value)

    @property
    def area(self) -> Any:
        """Area [mm²]."""
        return self._written("area")

    @property
    def centroid_x(self) -> Any:
        """Position of the centroid along the width [mm]."""
        return self._written("centroid_x")

    @property
    def centroid_y(self) -> Any:
        """Position of the centroid along the height [mm]."""
        return self._written("centroid_y")

    @property
    def second_moment_x(self) -> Any:
        """Second moment about the axis through the centroid along x [mm⁴]."""
        return self._written("second_moment_x")

    @property
    def second_moment_y(self) -> Any:
        """Second moment about the axis through the centroid along y [mm⁴]."""
        return self._written("second_moment_y")

    @property
    def product_moment(self) -> Any:
        """Product of area about the axes through the centroid [mm⁴]."""
        return self._written("product_moment")

    @property
    def major_second_moment(self) -> Any:
        """Largest second moment [mm⁴]."""
        return from_kernel(kinds.SECOND_MOMENT, self.si.principal[0])

    @property
    def minor_second_moment(self) -> Any:
        """Smallest second moment, which rules buckling [mm⁴]."""
        return from_kernel(kinds.SECOND_MOMENT, self.si.principal[1])

    @property
    def principal_axis_angle(self) -> Any:
        """Angle from x to the axis of the largest second moment [°]."""
        return from_kernel(kinds.ANGLE, self.si.principal[2])

    @property
    def polar_moment(self) -> Any:
        """Polar second moment about the centroid; the torsion constant of round sections only [mm⁴]."""
        return from_kernel(kinds.SECOND_MOMENT, self.si.second_moment_x + self.si.second_moment_y)

    @property
    def width(self) -> Any:
        """Extent along x [mm]."""
        return from_kernel(kinds.LENGTH, self.si.right - self.si.left)

    @property
    def height(self) -> Any:
        """Extent along y [mm]."""
        return from_kernel(kinds.LENGTH, self.si.top - self.si.bottom)

    @property
    def section_modulus_top(self) -> Any:
        """Section modulus of the top fibre for bending about x [mm³]."""
        return from_kernel(kinds.VOLUME, self.si.second_moment_x / (self.si.top - self.si.centroid_y))

    @property
    def section_modulus_bottom(self) -> Any:
        """Section modulus of the bottom fibre for bending about x [mm³]."""
        return from_kernel(kinds.VOLUME, self.si.second_moment_x / (self.si.centroid_y - self.si.bottom))

    @property
    def section_modulus_left(self) -> Any:
        """Section modulus of the left fibre for bending about y [mm³]."""
        return from_kernel(kinds.VOLUME, self.si.second_moment_y / (self.si.centroid_x - self.si.left))

    @property
    def section_modulus_right(self) -> Any:
        """Section modulus of the right fibre for bending about y [mm³]."""
        return from_kernel(kinds.VOLUME, self.si.second_moment_y / (self.si.right - self.si.centroid_x))

    @property
    def radius_of_gyration_x(self) -> Any:
        """Radius of gyration about the axis along x [mm]."""
        return from_kernel(kinds.LENGTH, np.sqrt(self.si.second_moment_x / self.si.area))

    @property
    def radius_of_gyration_y(self) -> Any:
        """Radius of gyration about the axis along y [mm]."""
        return from_kernel(kinds.LENGTH, np.sqrt(self.si.second_moment_y / self.si.area))

    @property
    def torsion_constant(self) -> Any:
        """Torsion constant, where it has a closed form; reading it raises `InputError` elsewhere [mm⁴]."""
        return self._written("torsion_constant")

    @property
    def plastic_modulus_x(self) -> Any:
        """Plastic section modulus for bending about x, where it is known, else `InputError` [mm³]."""
        return self._written("plastic_modulus_x")

    @property
    def plastic_modulus_y(self) -> Any:
        """Plastic section modulus for bending about y, where it is known, else `InputError` [mm³]."""
        return self._written("plastic_modulus_y")

    def properties(self) -> dict[str, Any]:
        """Every property that is known, as quantities by name."""
        absent = {name for name in _MISSING if getattr(self.si, name) is None}
        names = [name for name, value in vars(type(self)).items() if isinstance(value, property)]
        return {name: getattr(self, name) for name in names if name not in absent}

    # -- placing and putting together -----------------------------------------------------------------

    def moved(self, x: Any, y: Any) -> Section:
        """The section shifted by `x` and `y` [mm]."""
        return Section(_shifted(self.si, _offset(x, "moved, x"), _offset(y, "moved, y")))

    def at(self, x: Any, y: Any) -> Section:
        """The section with its centroid at `x` and `y` [mm]."""
        values = self.si
        return Section(
            _shifted(values, _offset(x, "at, x") - values.centroid_x, _offset(y, "at, y") - values.centroid_y)
        )

    def turned(self) -> Section:
        """The section turned anticlockwise by 90° about the origin."""
        values = self.si
        return Section(
            replace(
                values,
                centroid_x=-values.centroid_y,
                centroid_y=values.centroid_x,
                second_moment_x=values.second_moment_y,
                second_moment_y=values.second_moment_x,
                product_moment=-values.product_moment,
                left=-values.top,
                right=-values.bottom,
                bottom=values.left,
                top=values.right,
                plastic_modulus_x=values.plastic_modulus_y,
                plastic_modulus_y=values.plastic_modulus_x,
            )
        )

    def mirrored(self) -> Section:
        """The section mirrored left to right at the y axis."""
        values = self.si
        return Section(
            replace(
                values,
                centroid_x=-values.centroid_x,
                product_moment=-values.product_moment,
                left=-values.right,
                right=-values.left,
            )
        )

    def __add__(self, other: Section) -> Section:
        if not isinstance(other, Section):
            return NotImplemented
        return Section(joined(self.si, other.si))

    def __sub__(self, other: Section) -> Section:
        if not isinstance(other, Section):
            return NotImplemented
        return Section(_cut(self.si, other.si))

    # -- questions -------------------------------------------------------------------------------------

    def second_moments_at(self, angle: Any) -> tuple[Any, Any, Any]:
        """Second moments and product about axes turned anticlockwise by `angle` [mm⁴]."""
        turn = to_kernel(kinds.ANGLE, angle, "second_moments_at, angle")
        values = self.si
        middle = (values.second_moment_x + values.second_moment_y) / 2
        half = (values.second_moment_x - values.second_moment_y) / 2
        swing = half * np.cos(2 * turn) - values.product_moment * np.sin(2 * turn)
        product = half * np.sin(2 * turn) + values.product_moment * np.cos(2 * turn)
        return (
            from_kernel(kinds.SECOND_MOMENT, middle + swing),
            from_kernel(kinds.SECOND_MOMENT, middle - swing),
            from_kernel(kinds.PRODUCT_OF_AREA, product),
        )

    def bending_stress(self, moment_x: Any, moment_y: Any, x: Any, y: Any) -> Any:
        """Stress at a point under bending about both axes, also of a section without symmetry.

        Parameters
        ----------
        moment_x
            Moment about the axis along x, positive when it pulls at the top [N m].
        moment_y
            Moment about the axis along y, positive when it pulls at the right [N m].
        x, y
            The point, in the frame of the section [mm].

        Returns
        -------
        Quantity
            Stress, tension positive [MPa].
        """
        values = self.si
        about_x = to_kernel(kinds.MOMENT, moment_x, "bending_stress, moment_x")
        about_y = to_kernel(kinds.MOMENT, moment_y, "bending_stress, moment_y")
        across = _offset(x, "bending_stress, x") - values.centroid_x
        up = _offset(y, "bending_stress, y") - values.centroid_y
        ix, iy, ixy = values.second_moment_x, values.second_moment_y, values.product_moment
        stress = ((about_x * iy - about_y * ixy) * up + (about_y * ix - about_x * ixy) * across) / (ix * iy - ixy**2)
        return from_kernel(kinds.SIGNED_STRESS, stress)


def joined(first: SectionNumbers, second: SectionNumbers) -> SectionNumbers:
    """Both together, which must not overlap, by the parallel axis theorem."""
    return replace(
        _combined(first, second, 1.0),
        left=np.minimum(first.left, second.left),
        right=np.maximum(first.right, second.right),
        bottom=np.minimum(first.bottom, second.bottom),
        top=np.maximum(first.top, second.top),
    )


def _cut(body: SectionNumbers, hole: SectionNumbers) -> SectionNumbers:
    slack = _EDGE * np.maximum(body.right - body.left, body.top - body.bottom)
    within = (
        (hole.left >= body.left - slack)
        & (hole.right <= body.right + slack)
        & (hole.bottom >= body.bottom - slack)
        & (hole.top <= body.top + slack)
        & (hole.area < body.area)
    )
    if not np.all(within):
        raise InputError(
            "section: what is subtracted reaches outside the section; place it within, as by at(x, y) for its centroid"
        )
    return _combined(body, hole, -1.0)


def _combined(first: SectionNumbers, second: SectionNumbers, sign: float) -> SectionNumbers:
    area = first.area + sign * second.area
    centroid_x = (first.area * first.centroid_x + sign * second.area * second.centroid_x) / area
    centroid_y = (first.area * first.centroid_y + sign * second.area * second.centroid_y) / area
    # the parallel axis theorem of both, about the common centroid
    shared = sign * first.area * second.area / area
    apart_x, apart_y = second.centroid_x - first.centroid_x, second.centroid_y - first.centroid_y
    return SectionNumbers(
        area,
        centroid_x,
        centroid_y,
        first.second_moment_x + sign * second.second_moment_x + shared * apart_y**2,
        first.second_moment_y + sign * second.second_moment_y + shared * apart_x**2,
        first.product_moment + sign * second.product_moment + shared * apart_x * apart_y,
        first.left,
        first.right,
        first.bottom,
        first.top,
    )


def _shifted(values: SectionNumbers, x: Real, y: Real) -> SectionNumbers:
    along = {name: getattr(values, name) + x for name in ("centroid_x", "left", "right")}
    up = {name: getattr(values, name) + y for name in ("centroid_y", "bottom", "top")}
    return replace(values, **along, **up)


def _offset(value: Any, name: str) -> Real:
    return to_kernel(kinds.OFFSET, value, name)
