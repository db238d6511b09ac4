"""The surface a ball nose leaves: scallops between its passes and along its feed."""

from __future__ import annotations

import numpy as np

from chipload.finish.geometry import arc_cusp
from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, FeedPerTooth, Length, Roughness
from chipload.units.parameters import Requires


@formula(
    symbol="R_z",
    equation=r"R_z = \frac{D}{2} - \sqrt{\frac{D^2}{4} - \frac{a_e^2}{4}}",
    source="sandvik-formulas",
    example={"stepover": "0.5 mm", "diameter": "10 mm"},
    requires=(
        Requires(
            ("stepover", "diameter"),
            lambda stepover, diameter: stepover <= diameter,
            "the stepover is more than the diameter of the ball",
        ),
    ),
)
def scallop_height(stepover: Length, diameter: Diameter) -> Roughness:
    """Height of the scallops between neighbouring passes of a ball nose on a flat.

    Parameters
    ----------
    stepover
        Distance between the passes; with the feed per tooth, the scallops along the feed [mm, in].
    diameter
        Diameter of the ball [mm, in].

    Returns
    -------
    Quantity
        Scallop height [µm].

    Raises
    ------
    InputError
        When the stepover is more than the diameter.

    Notes
    -----
    A ball leaves the same scallops whatever the tilt of its axis; tilting keeps the still point at its tip out of
    the cut and so brings the real surface closer to this height.  The stepover for a wanted height is
    ``scallop_height.solve_for("stepover", ...)``.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example is Calcady's: a 0.25 in ball stepping
    0.02 in leaves 0.000402 in.

    Examples
    --------
    >>> scallop_height("0.02 in", "0.25 in").to("inch").m
    0.0004006...
    """
    return arc_cusp(diameter / 2, stepover)


@formula(
    symbol="R_z",
    equation=r"R_z = \frac{D}{2} - \sqrt{\frac{D^2}{4} - \frac{a_e^2 + f_z^2}{4}}",
    source="sandvik-formulas",
    example={"stepover": "0.3 mm", "feed_per_tooth": "0.2 mm", "diameter": "10 mm"},
    requires=(
        Requires(
            ("stepover", "feed_per_tooth", "diameter"),
            lambda stepover, feed_per_tooth, diameter: stepover**2 + feed_per_tooth**2 <= diameter**2,
            "stepover and feed together are more than the diameter of the ball",
        ),
    ),
)
def ball_surface_rz(stepover: Length, feed_per_tooth: FeedPerTooth, diameter: Diameter) -> Roughness:
    """Height of the peaks that a ball nose leaves on a flat between its passes and its teeth together.

    Parameters
    ----------
    stepover
        Distance between the passes [mm, in].
    feed_per_tooth
        Feed per tooth; the feed per revolution where one tooth finishes [mm, in].
    diameter
        Diameter of the ball [mm, in].

    Returns
    -------
    Quantity
        Height of the highest peaks over the lowest valleys [µm].

    Raises
    ------
    InputError
        When stepover and feed together are more than the diameter.

    Notes
    -----
    Balls on a rectangular grid, the worst case: neighbouring passes that are out of step leave less.  For small
    spacings it is the sum of the scallops across the feed and along it.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions, for one direction; the other is added here.

    Examples
    --------
    >>> ball_surface_rz("0.3 mm", "0.2 mm", "10 mm").m
    3.251...
    """
    return arc_cusp(diameter / 2, np.hypot(stepover, feed_per_tooth))
