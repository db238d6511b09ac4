"""Room for the chips in the flutes of an end mill."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Count, Diameter, FeedPerTooth, PositiveLength, PositiveRatio
from chipload.units.parameters import Requires


@formula(
    symbol=r"K_f",
    equation=r"K_f = \frac{4 z f_z a_e}{\pi (D^2 - d_k^2)}",
    source="plane-geometry",
    example={
        "feed_per_tooth": "0.1 mm", "radial_depth": "10 mm", "diameter": "10 mm", "core_diameter": "6 mm",
        "teeth": 2,
    },
    requires=(
        Requires(
            ("core_diameter", "diameter"),
            lambda core_diameter, diameter: core_diameter < diameter,
            "the core is thinner than the tool; give the diameter at the bottom of the flutes",
        ),
    ),
)  # fmt: skip
def flute_fill(
    feed_per_tooth: FeedPerTooth,
    radial_depth: PositiveLength,
    diameter: Diameter,
    core_diameter: Diameter,
    teeth: Count,
) -> PositiveRatio:
    """Share of the room in a flute that the metal of one tooth's cut takes.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm, in].
    radial_depth
        Width of cut across the feed [mm, in].
    diameter, core_diameter
        Over the teeth, and at the bottom of the flutes [mm, in].
    teeth
        Number of teeth.

    Returns
    -------
    Quantity
        Metal over room, on any length of the flutes.

    Raises
    ------
    InputError
        When the core is not thinner than the tool.

    Notes
    -----
    A tooth takes off a section of ``fz ae`` and carries it until it leaves the work; a flute is an even share of the
    ring between core and teeth, the metal of the teeth counted as room, so that the true share is larger.  Curled
    chips take several times the room of the metal they were.

    References
    ----------
    Plane geometry.

    Examples
    --------
    >>> flute_fill("0.1 mm", "10 mm", "10 mm", "6 mm", 2).m
    0.0397...
    """
    return feed_per_tooth * radial_depth * 4 * teeth / (np.pi * (diameter**2 - core_diameter**2))
