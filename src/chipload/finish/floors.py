"""The milled floor: feed marks of corner radius, dished end teeth and parallel lands, with and without runout."""

from __future__ import annotations

import numpy as np

from chipload.finish import geometry
from chipload.finish.geometry import arc_cusp
from chipload.finish.runout import MilledRoughness, with_runout
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Count,
    FeedPerTooth,
    Length,
    PositiveLength,
    PositiveRatio,
    Roughness,
    SmallLength,
)
from chipload.units.parameters import Requires

_ARCS_MEET = Requires(
    ("feed_per_tooth", "corner_radius"),
    lambda feed_per_tooth, corner_radius: feed_per_tooth <= 2 * corner_radius,
    "the feed is more than twice the corner radius, so the arcs do not meet",
)
_DISH = Requires(
    ("dish_angle",),
    lambda dish_angle: (dish_angle >= 0) & (dish_angle < np.pi / 2),
    "the dish angle is from 0 to below 90 degrees",
)
_LAND = Requires(
    ("feed_per_tooth", "teeth", "wiper_length", "corner_radius"),
    lambda feed_per_tooth, teeth, wiper_length, corner_radius: (
        feed_per_tooth * teeth <= wiper_length + 1.9 * corner_radius
    ),
    "the feed per revolution passes the land and the corner radius",
)
_TILT = Requires(
    ("wiper_tilt",),
    lambda wiper_tilt: (wiper_tilt >= 0) & (wiper_tilt <= np.pi / 18),
    "the land is tilted by 0 to 10 degrees",
)


@formula(
    symbol="R_z",
    equation=r"R_z = r_\epsilon - \sqrt{r_\epsilon^2 - \frac{f_z^2}{4}}",
    source="brammertz1961",
    example={"feed_per_tooth": "0.1 mm", "corner_radius": "0.5 mm"},
    requires=(_ARCS_MEET,),
)
def milled_floor_rz(feed_per_tooth: FeedPerTooth, corner_radius: PositiveLength) -> Roughness:
    """Height of the feed marks on a floor milled with rounded corners.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth; the feed per revolution where axial runout lets one tooth finish [mm, in].
    corner_radius
        Corner radius of the cutter [mm, in].

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the feed is more than twice the corner radius.

    Notes
    -----
    While only the corner cuts the profile; a wiper flat or the dish of the end leaves less: see `milled_floor` and
    `milled_land_floor`.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961), for the same geometry in turning.

    Examples
    --------
    >>> milled_floor_rz("0.1 mm", "0.5 mm").m
    2.506...
    """
    return arc_cusp(corner_radius, feed_per_tooth)


@formula(
    symbol="R_z",
    equation=r"R_z = K_f \min(s_a + h(f_z), h(z f_z)) ,\quad h = f \tan(\kappa_d) \text{ for } r_\epsilon = 0",
    source="boothroyd2006",
    example={
        "feed_per_tooth": "0.1 mm", "teeth": 4, "corner_radius": "0.2 mm", "dish_angle": "2 deg",
        "axial_runout": "1 um",
    },
    requires=(_DISH,),
)  # fmt: skip
def milled_floor(
    feed_per_tooth: FeedPerTooth,
    teeth: Count,
    corner_radius: Length,
    dish_angle: Angle,
    axial_runout: SmallLength,
    finish_factor: PositiveRatio = 1.0,
) -> MilledRoughness:
    """Height of the feed marks on a floor milled with corners and dished end teeth, ideal and with runout.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm, in].
    teeth
        Number of teeth.
    corner_radius
        Corner radius of the cutter, 0 for a sharp corner [mm, in].
    dish_angle
        Angle of the end teeth to the floor, rising towards the axis; 0 for a flat end [°].
    axial_runout
        Height of the lowest tooth against the highest, along the axis [µm].
    finish_factor
        Real over ideal height, for `roughness_rz`; known from measured parts.

    Returns
    -------
    MilledRoughness
        Heights [µm]: with equal teeth, with one tooth that finishes alone, and with the runout.

    Raises
    ------
    InputError
        When the dish angle is not from 0 to below 90°.

    Notes
    -----
    The profile of turning, `turned_profile_rz`, with an upright major edge, along the middle of the pass.  Towards
    the sides the marks lie closer together.  Teeth that cut again at the back of the cutter make the floor
    smoother.

    References
    ----------
    G. Boothroyd and W. A. Knight, Fundamentals of Machining and Machine Tools, 3rd ed., 2006, for one tooth.

    Examples
    --------
    >>> milled_floor("0.1 mm", 4, "0 mm", "2 deg", "0 um").ideal_rz.m  # 0.1 mm times the tangent
    3.492...
    """
    equal = geometry.profile_height(feed_per_tooth, corner_radius, np.pi / 2, dish_angle)
    alone = geometry.profile_height(teeth * feed_per_tooth, corner_radius, np.pi / 2, dish_angle)
    return with_runout(equal, alone, axial_runout, finish_factor)


@formula(
    symbol="R_z",
    equation=(
        r"R_z = K_f \min(s_a + h(f_z), h(z f_z)) ,\quad h(f) = 0 \text{ for } f \le b_s \text{ and } \theta_s = 0"
    ),
    source="sandvik-surface",
    example={
        "feed_per_tooth": "0.2 mm", "teeth": 6, "corner_radius": "0.8 mm", "wiper_length": "1 mm",
        "axial_runout": "2 um", "wiper_tilt": "0.1 deg",
    },
    requires=(_LAND, _TILT),
)  # fmt: skip
def milled_land_floor(
    feed_per_tooth: FeedPerTooth,
    teeth: Count,
    corner_radius: PositiveLength,
    wiper_length: Length,
    axial_runout: SmallLength,
    wiper_tilt: Angle = 0.0,
    finish_factor: PositiveRatio = 1.0,
) -> MilledRoughness:
    """Height of the feed marks on a floor milled with inserts that have a parallel land, ideal and with runout.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm, in].
    teeth
        Number of teeth.
    corner_radius
        Radius before and behind the land [mm, in].
    wiper_length
        Length of the parallel land or wiper [mm, in].
    axial_runout
        Height of the lowest tooth against the highest, along the axis [µm].
    wiper_tilt
        Angle of the land to the floor, as it sits on the machine [°].
    finish_factor
        Real over ideal height, for `roughness_rz`; known from measured parts.

    Returns
    -------
    MilledRoughness
        Heights [µm]: with equal teeth, with one tooth that finishes alone, and with the runout.

    Raises
    ------
    InputError
        When the feed per revolution passes land and corner radius, or the tilt is not between 0 and 10°.

    Notes
    -----
    As long as the land is longer than the feed per revolution, one tooth wipes all, whatever the axial runout.

    References
    ----------
    Sandvik Coromant, Milling surface generation: from a feed per revolution above the width of the land on, the
    axial runout shows in the surface.

    Examples
    --------
    >>> milled_land_floor("0.2 mm", 4, "0.8 mm", "1 mm", "5 um").roughness_rz.m
    0.0
    >>> milled_land_floor("0.2 mm", 8, "0.8 mm", "1 mm", "5 um").roughness_rz.m
    5.0
    """
    equal = geometry.flat_height(feed_per_tooth, corner_radius, wiper_length, wiper_tilt)
    alone = geometry.flat_height(teeth * feed_per_tooth, corner_radius, wiper_length, wiper_tilt)
    return with_runout(equal, alone, axial_runout, finish_factor)
