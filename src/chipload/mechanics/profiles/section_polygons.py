"""Sections of any outline, through shapely (outline and holes) and trimesh (second moments)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.mechanics.profiles.sections import Section, SectionNumbers
from chipload.units import kinds
from chipload.units.boundary import to_kernel


def polygon_section(points: Any, holes: Sequence[Any] = ()) -> Section:
    """Section of a polygon, with or without holes.

    Parameters
    ----------
    points
        The corners of the outline in order: pairs of lengths, or an array of two columns with a unit [mm, in].
    holes
        Outlines of holes, each like `points`.

    Returns
    -------
    Section
        The section; its torsion constant and plastic moduli are not known.

    Raises
    ------
    InputError
        When there are fewer than three corners, an outline crosses itself, or a hole is not within.
    ImportError
        When the extra `sections` is not installed.

    Notes
    -----
    Exact for the polygon; a curve takes as many corners as its accuracy needs.

    References
    ----------
    The libraries are shapely (BSD licence, on GEOS) and trimesh (MIT licence).
    """
    try:
        from shapely import Polygon, affinity
        from shapely.validation import explain_validity
        from trimesh.path.polygons import second_moments
    except ImportError as error:
        raise ImportError(
            'a polygon section needs shapely and trimesh; install them with: pip install "chipload[sections]"'
        ) from error
    outline = Polygon(_corners(points, "points"), [_corners(hole, "holes") for hole in holes])
    if not outline.is_valid:
        reason = explain_validity(outline).partition("[")[0].lower()
        raise InputError(
            f"polygon_section, points: the outline is not a plain one ({reason}); give the corners in order around it, "
            "and holes that lie within and apart"
        )
    if not outline.area > 0:
        raise InputError("polygon_section, points: the corners lie on one line; give an outline with an area")
    middle = outline.centroid
    about_x, about_y, product = second_moments(affinity.translate(outline, -middle.x, -middle.y))
    left, bottom, right, top = outline.bounds
    return Section(
        SectionNumbers(
            float(outline.area),
            float(middle.x),
            float(middle.y),
            float(about_x),
            float(about_y),
            float(product),
            float(left),
            float(right),
            float(bottom),
            float(top),
        )
    )


def _corners(points: Any, name: str) -> NDArray[np.float64]:
    if hasattr(points, "magnitude"):
        corners = np.asarray(to_kernel(kinds.OFFSET, points, f"polygon_section, {name}"))
    else:
        corners = np.array(
            [[to_kernel(kinds.OFFSET, part, f"polygon_section, {name}") for part in point] for point in points]
        )
    if corners.ndim != 2 or corners.shape[1] != 2 or len(corners) < 3:
        raise InputError(f"polygon_section, {name}: give three corners or more, each a pair of lengths")
    return corners
