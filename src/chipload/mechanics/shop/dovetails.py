"""Dovetails: their widths, and their measurement over and between pins."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Diameter, Length, PositiveLength
from chipload.units.parameters import Requires

_ANGLE = Requires(
    ("dovetail_angle",),
    lambda angle: (angle > 0) & (angle < np.pi / 2),
    "the angle of a dovetail, between base and flank, lies between 0 and 90 degrees",
)


@formula(
    symbol="b_w",
    equation=r"b_w = b_n + \frac{2 h_d}{\tan(\theta_d)}",
    source="machinerys31",
    example={"narrow_width": "20 mm", "dovetail_height": "4 mm", "dovetail_angle": "60 deg"},
    requires=(_ANGLE,),
)
def dovetail_wide_width(narrow_width: PositiveLength, dovetail_height: PositiveLength, dovetail_angle: Angle) -> Length:
    """Width of a dovetail at its wide side; solve for the narrow one.

    Parameters
    ----------
    narrow_width
        Width at the narrow side, at the sharp corners [mm, in].
    dovetail_height
        Height of the dovetail [mm, in].
    dovetail_angle
        Angle between base and flank, 60° usually [°].

    Returns
    -------
    Quantity
        Width at the sharp corners of the wide side [mm].

    Raises
    ------
    InputError
        When the angle is not between 0 and 90°.

    References
    ----------
    Machinery's Handbook, 31st ed., dovetail slides. The example is of the Hobby-Machinist forum: 24.6188 mm.

    Examples
    --------
    >>> dovetail_wide_width("20 mm", "4 mm", "60 deg").m
    24.6188...
    """
    return narrow_width + 2 * dovetail_height / np.tan(dovetail_angle)


@formula(
    symbol="M_d",
    equation=r"M_d = b_n + d_p (1 + \frac{1}{\tan(\frac{\theta_d}{2})})",
    source="machinerys31",
    example={"narrow_width": "40 mm", "measuring_pin_diameter": "10 mm", "dovetail_angle": "60 deg"},
    requires=(_ANGLE,),
)
def dovetail_over_pins(narrow_width: PositiveLength, measuring_pin_diameter: Diameter, dovetail_angle: Angle) -> Length:
    """Size over two pins in the corners of an external dovetail.

    Parameters
    ----------
    narrow_width
        Width where the flanks meet the face that the pins rest on, at the sharp corners [mm, in].
    measuring_pin_diameter
        Diameter of the pins [mm, in].
    dovetail_angle
        Angle between that face and the flank, 60° usually [°].

    Returns
    -------
    Quantity
        Size over the outsides of the pins [mm]; solve for the width.

    Raises
    ------
    InputError
        When the angle is not between 0 and 90°.

    Notes
    -----
    The pins must touch the flanks, not their outer edges.

    References
    ----------
    Machinery's Handbook, 31st ed., measuring dovetail slides. DatumCalc prints 1.6830 in for the example below.

    Examples
    --------
    >>> dovetail_over_pins("1 in", "0.25 in", "60 deg").to("inch").m
    1.68301...
    """
    return narrow_width + measuring_pin_diameter * (1 + 1 / np.tan(dovetail_angle / 2))


@formula(
    symbol="M_g",
    equation=r"M_g = b_w - d_p (1 + \frac{1}{\tan(\frac{\theta_d}{2})})",
    source="machinerys31",
    example={"wide_width": "60 mm", "measuring_pin_diameter": "10 mm", "dovetail_angle": "60 deg"},
    requires=(
        _ANGLE,
        Requires(
            ("wide_width", "measuring_pin_diameter", "dovetail_angle"),
            lambda width, pin, angle: width >= pin * (1 + 1 / np.tan(angle / 2)),
            "the pins do not fit side by side; take smaller ones",
        ),
    ),
)
def dovetail_between_pins(
    wide_width: PositiveLength, measuring_pin_diameter: Diameter, dovetail_angle: Angle
) -> Length:
    """Size between two pins in the corners of a dovetail groove.

    Parameters
    ----------
    wide_width
        Width at the bottom of the groove, at the sharp corners [mm, in].
    measuring_pin_diameter
        Diameter of the pins [mm, in].
    dovetail_angle
        Angle between bottom and flank, 60° usually [°].

    Returns
    -------
    Quantity
        Size between the insides of the pins [mm]; solve for the width.

    Raises
    ------
    InputError
        When the angle is not between 0 and 90°, or the pins do not fit.

    References
    ----------
    Machinery's Handbook, 31st ed., measuring dovetail slides.

    Examples
    --------
    >>> dovetail_between_pins("60 mm", "10 mm", "60 deg").m
    32.679...
    """
    return wide_width - measuring_pin_diameter * (1 + 1 / np.tan(dovetail_angle / 2))
