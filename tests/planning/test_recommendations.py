"""Speed and feed where the job leaves them open."""

import pytest
from jobs_for_tests import make

import chipload as cl
from chipload import catalog

GENEROUS = {"deflection": "1 mm", "tool_stress_share": 1.0}


def test_open_speed_and_feed_come_from_the_tables():
    plan = cl.plan(make(cutting_speed=None, feed_per_tooth=None, machine=None, limits=GENEROUS))
    tables = catalog.default()
    speeds = catalog.choose(tables.speeds, "vdi-22", "side", "carbide", radial_share=0.5)
    feeds = catalog.choose(tables.feeds, "vdi-22", "side", "carbide", radial_share=0.5, diameter=0.010)
    assert plan.outcome.cutting_speed == pytest.approx((speeds.low + speeds.high) / 2, rel=1e-12)
    assert plan.outcome.feed_per_tooth == pytest.approx((feeds.low + feeds.high) / 2, rel=1e-12)
    assert sum("is the middle of" in text for text in plan.assumptions) == 2


def test_a_recommended_speed_is_held_to_the_machine_and_says_so():
    plan = cl.plan(make(cutting_speed=None, feed_per_tooth=None))
    assert plan.spindle_speed.m == pytest.approx(8100, rel=1e-12)
    assert any("held to" in text and "8100 rpm" in text for text in plan.warnings)


def test_a_recommended_feed_is_held_to_the_machine_and_says_so():
    plan = cl.plan(make(cutting_speed=None, feed_per_tooth=None, machine="pm-25mv-servo"))
    assert plan.feed_rate.m <= 2540 * (1 + 1e-12)


def test_thinning_raises_a_general_feed_only_below_half_the_diameter():
    narrow = cl.plan(make(feed_per_tooth=None, radial_depth="1 mm", limits=GENEROUS))
    half = cl.plan(make(feed_per_tooth=None, limits=GENEROUS))
    # the published factor at a tenth of the diameter
    assert narrow.feed_per_tooth.m == pytest.approx(half.feed_per_tooth.m / 0.6, rel=1e-9)
    assert narrow.max_chip_thickness.m == pytest.approx(half.max_chip_thickness.m, rel=1e-9)
    assert any("1.67 for chip thinning" in text for text in narrow.assumptions)
    assert not any("thinning" in text for text in half.assumptions)


def test_a_recommended_feed_is_held_to_what_the_tool_bears_and_says_so():
    free = cl.plan(make(feed_per_tooth=None, radial_depth="2 mm", axial_depth="6 mm", limits=GENEROUS))
    held = cl.plan(make(feed_per_tooth=None, radial_depth="2 mm", axial_depth="6 mm"))
    assert free.deflection.to("um").m > 20
    assert 19 < held.deflection.to("um").m <= 20
    assert any("feed per tooth is held to" in text and "limit on deflection" in text for text in held.warnings)
    assert not any("is held to" in text for text in free.warnings)


def test_a_recommended_feed_is_never_held_below_the_range():
    plan = cl.plan(make({"material": "coated carbide", "stickout": "60 mm"}, material="304", feed_per_tooth=None))
    feeds = plan.prepared.setting_of("feed_per_tooth").choice
    assert plan.outcome.feed_per_tooth == pytest.approx(feeds.low, rel=1e-12)
    assert any("deflection is exceeded" in text for text in plan.warnings)


def test_a_recommended_speed_is_held_to_the_power_there_is():
    cut = {"cutting_speed": None, "axial_depth": "20 mm", "machine": "hf-spindle-2.2kw"}
    plan = cl.plan(make(**cut, limits=GENEROUS))
    assert any("speed is held to" in text and "rated power" in text for text in plan.warnings)
    assert plan.outcome.cutting_speed == pytest.approx(plan.prepared.setting_of("cutting_speed").choice.low, rel=1e-12)


def test_what_the_user_fixed_is_not_held():
    plan = cl.plan(make({"stickout": "80 mm"}))
    assert plan.feed_per_tooth.m == 0.05
    assert plan.cutting_speed.m == 300
    assert plan.binding.utilisation > 5


def test_a_stand_in_is_said():
    plan = cl.plan(make({"material": "coated carbide"}, material="c11000", cutting_speed=None, feed_per_tooth=None))
    assert any("stands in" in text for text in plan.warnings)


def test_no_figure_is_made_up():
    with pytest.raises(cl.errors.MissingFigureError, match=r"cutting_speed: the tables hold no speed .* give one"):
        cl.plan(make(material="peek", cutting_speed=None))
    assert cl.plan(make(material="peek")).power.m > 0


def test_every_material_with_coated_carbide_ranges_plans():
    tables = catalog.default()
    planned = 0
    for material in tables.materials.values():
        asked = material.material_class.name, "side", "coated carbide"
        speeds = catalog.choose(tables.speeds, *asked, radial_share=0.5)
        feeds = catalog.choose(tables.feeds, *asked, radial_share=0.5, diameter=0.010)
        if speeds is None or feeds is None:
            continue
        plan = cl.plan(
            make({"material": "coated carbide"}, material=material.name, cutting_speed=None, feed_per_tooth=None)
        )
        assert plan.power.m > 0
        planned += 1
    assert planned > 100


KIENZLE = "subject,operation,kc11,kc11_unit,mc,reference_rake,h_low,h_high,tier,source,note\n"


def test_sources_that_differ_are_told_and_covered(tmp_path):
    rows = "6061-t6,milling,800,MPa,0.25,,,,handbook,S10,one\n6061-t6,milling,2000,MPa,0.25,,,,handbook,S10,other\n"
    (tmp_path / "kienzle.csv").write_text(KIENZLE + rows, encoding="utf-8")
    plan = cl.plan(make(), catalog.Catalog(tmp_path))
    assert plan.outcome.specific_cutting_force == pytest.approx(cl.plan(make()).outcome.specific_cutting_force)
    high = plan.intervals["power"][1]
    assert high.m / plan.power.m == pytest.approx(2000 / 800, rel=0.02)  # not averaged: the interval reaches the other
    assert any("rows of the tables give" in text and "by tier" in text for text in plan.assumptions)


def test_measured_constants_narrow_the_interval(tmp_path):
    row = "6061-t6,milling,700,MPa,0.25,,,,measured,S10,own\n"
    (tmp_path / "kienzle.csv").write_text(KIENZLE + row, encoding="utf-8")
    own, shipped = cl.plan(make(), catalog.Catalog(tmp_path)), cl.plan(make())
    assert own.outcome.power == pytest.approx(shipped.outcome.power * 700 / 800)
    # the 90 % factor after three calibration cuts
    assert own.intervals["power"][1].m / own.power.m == pytest.approx(1.35, rel=0.02)
