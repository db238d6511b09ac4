"""Which way a result goes with each argument: the trends in which other calculators have been seen wrong.

Each line says what was seen or is easily got wrong: a power factor that knows no chip thickness, a deflection that
forgets the stick-out, thinning applied beyond half the diameter, the nominal diameter of a ball nose.
"""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from formula_examples import example

import chipload as cl

UP, DOWN = 1, -1

TRENDS = [
    # the chip: a constant power factor says that a thin chip costs no more
    ("cutting.specific_cutting_force", "chip_thickness", DOWN),
    ("cutting.specific_cutting_force", "wear_factor", UP),
    ("cutting.rake_factor", "rake_angle", DOWN),
    ("cutting.true_tooth_force", "feed_per_tooth", UP),
    ("cutting.true_tooth_force", "axial_depth", UP),
    ("cutting.milling_power", "radial_depth", UP),
    ("cutting.milling_power", "feed_rate", UP),
    ("cutting.motor_power", "efficiency", DOWN),
    ("cutting.max_chip_thickness", "radial_depth", UP),
    ("cutting.mean_chip_thickness", "radial_depth", UP),
    ("cutting.feed_for_max_chip", "radial_depth", DOWN),
    ("cutting.feed_for_mean_chip", "radial_depth", DOWN),
    # the speed: the nominal diameter of a ball nose or a round insert is not the one that cuts
    ("cutting.spindle_speed", "diameter", DOWN),
    ("cutting.ball_effective_diameter", "axial_depth", UP),
    ("cutting.tilted_ball_effective_diameter", "tilt_angle", UP),
    ("cutting.corner_effective_diameter", "axial_depth", UP),
    ("cutting.entering_angle_at_depth", "axial_depth", UP),
    # paths: the centre is slower than the edge inside and faster outside, the more so the tighter the circle
    ("cutting.inside_centre_feed", "wall_diameter", UP),
    ("cutting.outside_centre_feed", "wall_diameter", DOWN),
    ("cutting.concave_engagement_angle", "wall_radius", DOWN),
    ("cutting.convex_engagement_angle", "wall_radius", UP),
    # holes and threads
    ("cutting.drilling_torque", "diameter", UP),
    ("cutting.drilling_feed_force", "point_angle", UP),
    ("cutting.drill_buckling_load", "stickout", DOWN),
    ("cutting.drill_buckling_load", "diameter", UP),
    ("cutting.tapping_torque", "hole_diameter", DOWN),
    ("cutting.thread_percentage", "hole_diameter", DOWN),
    ("cutting.deep_hole_speed_factor", "depth", DOWN),
    # chip formation
    ("cutting.shear_angle", "chip_ratio", UP),
    ("cutting.merchant_shear_angle", "friction_angle", DOWN),
    ("cutting.orthogonal_forces", "friction_angle", UP),
    # life, cost and heat
    ("cutting.taylor_life", "cutting_speed", DOWN),
    ("cutting.extended_taylor_life", "feed_per_rev", DOWN),
    ("cutting.least_cost_life", "edge_cost", UP),
    ("cutting.least_cost_life", "cost_per_hour", DOWN),
    ("cutting.least_cost_speed", "edge_cost", DOWN),
    ("cutting.chip_tool_temperature_rise", "cutting_speed", UP),
    ("cutting.coolant_flow", "temperature_rise", DOWN),
    # holding: a jaw flies out with the square of the speed, a smoother jaw needs more force
    ("cutting.jaw_centrifugal_force", "spindle_speed", UP),
    ("cutting.vice_clamping_force", "grip_friction", DOWN),
    ("cutting.chuck_gripping_force", "gripping_diameter", DOWN),
    ("cutting.thin_wall_deflection", "wall_thickness", DOWN),
    # finish
    ("finish.turned_ra", "feed_per_rev", UP),
    ("finish.turned_ra", "nose_radius", DOWN),
    ("finish.finishing_feed", "radial_runout", UP),
    ("finish.scallop_height", "stepover", UP),
    ("finish.scallop_height", "diameter", DOWN),
    # the tool: of the calculators that were run, those with a stepped tool gave it too stiff
    ("mechanics.tool_deflection", "stickout", UP),
    ("mechanics.tool_deflection", "flute_length", UP),
    ("mechanics.tool_deflection", "diameter", DOWN),
    ("mechanics.tool_deflection", "youngs_modulus", DOWN),
    ("mechanics.tool_stress", "force", UP),
]


@pytest.mark.parametrize(("name", "argument", "way"), TRENDS, ids=[f"{name}-{key}" for name, key, _ in TRENDS])
def test_trend(name: str, argument: str, way: int) -> None:
    formula = cl.FORMULAS[name]
    values = example(name)
    base = values.get(argument, formula.default(argument))
    if base == 0:
        base = formula.read(argument, {"radial_runout": "1 um", "tilt_angle": "15 deg"}[argument])
    grid = base * np.linspace(0.97, 1.03, 7)  # within the condition between the arguments, past the edge of no regime
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = formula.parts(formula.si(**(values | {argument: grid})))[0]
    assert np.all(way * np.diff(found) > 0)


def test_the_table_names_each_trend_once() -> None:
    assert len({(name, key) for name, key, _ in TRENDS}) == len(TRENDS)


@pytest.mark.parametrize("share", [0.5, 0.6, 0.75, 1.0])
def test_no_thinning_from_half_the_diameter_on(share: float) -> None:
    """The chip is then at its thickest within the arc: a calculator that goes on raises the feed of a slot."""
    feed = cl.cutting.feed_for_max_chip.si(1e-4, share * 10e-3, 10e-3, np.pi / 2)
    assert feed == pytest.approx(1e-4, rel=1e-12, abs=0)


def test_the_shop_form_of_the_mean_chip_is_for_narrow_cuts() -> None:
    """sqrt(ae / D) is 57 % high in a slot (pi / 2), and near in a narrow cut; ours is the integral."""
    slot = cl.cutting.mean_chip_thickness.si(1e-4, 10e-3, 10e-3, np.pi / 2)
    assert 1e-4 / slot == pytest.approx(np.pi / 2, rel=1e-12, abs=0)
    narrow = cl.cutting.mean_chip_thickness.si(1e-4, 0.1e-3, 10e-3, np.pi / 2)
    assert 1e-4 * 0.1 / narrow == pytest.approx(1.0, rel=3e-3, abs=0)


def test_force_grows_with_width_at_the_same_largest_chip() -> None:
    """More teeth are in the cut for longer: a calculator that holds the chip must not lower the power for it."""
    diameter, teeth, depth, chip = 10e-3, 4, 5e-3, 0.08e-3
    widths = np.linspace(0.5e-3, 10e-3, 20)
    feed = cl.cutting.feed_for_max_chip.si(chip, widths, diameter, np.pi / 2)
    arc = cl.cutting.engagement_angle.si(widths, diameter)
    per_tooth = cl.cutting.true_tooth_force.si(feed, depth, np.zeros_like(arc), arc, 1.7e9, 0.25, np.pi / 2)
    together = per_tooth * cl.cutting.teeth_in_cut.si(teeth, arc)
    assert np.all(np.diff(together) > 0)


def test_deflection_grows_with_the_cube_of_a_slender_stickout() -> None:
    bend = cl.mechanics.tool_deflection.si
    short, long = (bend(100.0, 10e-3, 10e-3, length, 0.0, 600e9).bending for length in (50e-3, 100e-3))
    assert long / short == pytest.approx(8.0, rel=1e-12, abs=0)
