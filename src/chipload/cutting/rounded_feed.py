"""Chip thinning by the width of cut and by a rounded edge together."""

from __future__ import annotations

from chipload.cutting.chip import chip_thinning_factor
from chipload.cutting.effective import corner_effective_diameter, entering_angle_at_depth
from chipload.units.formulas import formula
from chipload.units.kinds import (
    ChipThickness,
    Diameter,
    FeedPerTooth,
    PositiveLength,
)
from chipload.units.parameters import Requires


@formula(
    symbol="f_z",
    equation=r"f_z = \frac{h_{ex}}{2 \sin(\kappa_r) \sqrt{x (1 - x)}} ,\quad x = \min(\frac{a_e}{D_e}, \frac{1}{2})",
    source="sandvik-formulas",
    example={
        "max_chip_thickness": "0.1 mm", "radial_depth": "4 mm", "axial_depth": "1 mm", "diameter": "20 mm",
        "corner_radius": "4 mm",
    },
    requires=(
        Requires(
            ("corner_radius", "diameter"),
            lambda corner_radius, diameter: 2 * corner_radius <= diameter * (1 + 1e-12),
            "the corner radius is more than half the diameter",
        ),
        Requires(
            ("radial_depth", "axial_depth", "corner_radius", "diameter"),
            lambda radial_depth, axial_depth, corner_radius, diameter: (
                radial_depth <= corner_effective_diameter.si(diameter, corner_radius, axial_depth) * (1 + 1e-12)
            ),
            "the radial depth is more than the diameter that cuts at this axial depth",
        ),
    ),
)  # fmt: skip
def feed_for_rounded_edge(
    max_chip_thickness: ChipThickness,
    radial_depth: PositiveLength,
    axial_depth: PositiveLength,
    diameter: Diameter,
    corner_radius: PositiveLength,
) -> FeedPerTooth:
    """Feed per tooth that gives a wanted largest chip where both a narrow cut and a rounded edge thin it.

    Parameters
    ----------
    max_chip_thickness
        Largest chip thickness wanted [mm, in].
    radial_depth
        Width of cut from one side of the diameter that cuts [mm, in].
    axial_depth
        Depth along the tool axis [mm, in].
    diameter
        Outer diameter of the cutter [mm, in].
    corner_radius
        Corner radius; half the diameter of a round insert or a ball [mm, in].

    Returns
    -------
    Quantity
        Feed per tooth [mm/tooth], the wanted chip times both factors.

    Raises
    ------
    InputError
        When the corner does not fit the cutter, or the radial depth is more than the diameter that cuts.

    Notes
    -----
    Holds the chip at the depth of cut, where the entering angle and the diameter are largest; see
    `entering_angle_at_depth`, `corner_effective_diameter` and `chip_thinning_factor`.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> feed_for_rounded_edge("0.1 mm", "8 mm", "1 mm", "16 mm", "4 mm").m  # 0.1 / sin(41.4 deg)
    0.1511...
    """
    entering_angle = entering_angle_at_depth.si(axial_depth, corner_radius)
    cutting_diameter = corner_effective_diameter.si(diameter, corner_radius, axial_depth)
    return max_chip_thickness * chip_thinning_factor.si(radial_depth, cutting_diameter, entering_angle)
