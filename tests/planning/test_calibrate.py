"""Calibration from measured cuts: the truth is found within what is claimed, kept, and used by the next plan."""

import datetime
import math

import calibration_evidence
import force_evidence
import numpy as np
import pytest
from jobs_for_tests import make

import chipload as cl
from chipload.catalog import Catalog
from chipload.errors import InputError, TableError
from chipload.planning.force_update import USUAL_SPANS, Before, update_force

CUTS = [("0.03 mm", "6 mm", "200 m/min"), ("0.06 mm", "12 mm", "300 m/min"), ("0.12 mm", "6 mm", "400 m/min")]
DAY = datetime.date(2026, 3, 4)


def job(feed, depth, speed, **changed):
    return make(feed_per_tooth=feed, axial_depth=depth, cutting_speed=speed, **changed)


def readings(factor, cuts=CUTS, noise=0.0):
    """Powers that are `factor` times what the tables say, some of them a little off."""
    jobs = [job(*cut) for cut in cuts]
    off = [math.exp(noise * (-1) ** place) for place in range(len(jobs))]
    return [cl.Measured(one, power=factor * o * cl.plan(one).power) for one, o in zip(jobs, off, strict=True)]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CHIPLOAD_DATA", str(tmp_path))
    cl.catalog.default.cache_clear()
    yield
    cl.catalog.default.cache_clear()


def test_cuts_below_the_tables_lower_the_prediction_to_what_was_measured():
    found = cl.calibrate(readings(0.6, noise=0.01))
    for one in found.readings:
        assert one.after / one.measured == pytest.approx(1, abs=0.12)
        assert one.before / one.measured == pytest.approx(1 / 0.6, rel=0.02)
    assert found.mc_fitted
    assert found.narrowing > 2


def test_many_cuts_give_back_the_constants_they_were_made_with():
    feeds, depths, speeds = (0.03, 0.06, 0.12), (4, 8, 16), (150, 300)
    truth_kc11, truth_mc = 1200e6, 0.31
    measured = []
    for feed, depth, speed in [(f, d, s) for f in feeds for d in depths for s in speeds]:
        one = job(f"{feed} mm", f"{depth} mm", f"{speed} m/min")
        ready = cl.plan(one)
        cut = ready.prepared.cut.having(kc11=truth_kc11, mc=truth_mc)
        measured.append(cl.Measured(one, torque=cl.Quantity(float(ready.operation.evaluate(cut).torque), "N*m")))
    found = cl.calibrate(measured)
    assert found.mc == pytest.approx(truth_mc, abs=0.01)
    assert found.kc11 == pytest.approx(truth_kc11, rel=0.04)
    assert abs(math.log(found.kc11 / truth_kc11)) < 2 * found.kc11_log_sd


def test_exponents_of_width_and_speed_are_found_kept_and_used_by_the_next_plan():
    truth = {"width_exponent": -0.12, "measured_width": 8e-3, "speed_exponent": -0.2, "measured_speed": 5.0}

    def true_torque(one):
        ready = cl.plan(one)
        cut = ready.prepared.cut.having(kc11=800e6, mc=0.25, **truth)
        return cl.Quantity(float(ready.operation.evaluate(cut).torque), "N*m")

    feeds, depths, speeds = (0.03, 0.06, 0.12), (4, 8, 16), (150, 300)
    jobs = [job(f"{f} mm", f"{d} mm", f"{s} m/min") for f in feeds for d in depths for s in speeds]
    other = job("0.08 mm", "5 mm", "400 m/min")
    wanted = true_torque(other)
    found = cl.calibrate([cl.Measured(one, torque=true_torque(one)) for one in jobs])
    assert found.exponents.width_exponent == pytest.approx(-0.12, abs=0.01)
    assert found.exponents.speed_exponent == pytest.approx(-0.2, abs=0.01)
    assert "with speed to the power -0.2" in str(found)
    found.save()
    after = cl.plan(other)
    assert after.torque.m_as("N*m") == pytest.approx(wanted.m, rel=0.01)
    assert "K_b = " in str(after.show_working())
    again = cl.calibrate([cl.Measured(one, torque=true_torque(one)) for one in jobs[::2]])
    assert again.exponents.speed_exponent == pytest.approx(-0.2, abs=0.01)
    assert again.readings[0].after == pytest.approx(again.readings[0].measured, rel=0.01)


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"width_exponent": "0.1"}, "holds about a measured_width"),
        ({"speed_exponent": "2", "measured_speed": "100"}, "lies between -1 and 1"),
        ({"speed_exponent": "0.2", "measured_speed": "0"}, "is above 0"),
    ],
)
def test_exponents_that_cannot_be_are_a_problem_of_the_table(tmp_path, columns, says):
    row = {
        "subject": "6061-t6", "operation": "milling", "kc11": "700", "kc11_unit": "MPa", "mc": "0.25",
        "reference_rake": "", "h_low": "", "h_high": "", "tier": "measured", "source": "S10", "note": "", **columns,
    }  # fmt: skip
    (tmp_path / "kienzle.csv").write_text(",".join(row) + "\n" + ",".join(row.values()) + "\n")
    (problem,) = Catalog(tmp_path).problems
    assert says in str(problem)


@pytest.mark.parametrize("count", [3, 8])
def test_intervals_and_uncertainty_hold_over_many_set_ups_drawn_from_what_is_known_before(count):
    rng = np.random.default_rng(7)
    before, held, offsets = Before(), [], []
    for _ in range(250):
        conditions = rng.normal(0, USUAL_SPANS, (count, 3))
        exponents = rng.normal(before.exponents, before.deviations)
        noise = before.noise.scale * math.sqrt(before.noise.freedom / rng.chisquare(before.noise.freedom))
        offset = rng.normal(0, 0.4)
        centre = conditions.mean(axis=0)
        found = update_force(
            conditions,
            offset + (conditions - centre) @ exponents + rng.normal(0, noise, count),
            np.zeros(count),
            0.4,
        )
        after = rng.normal(centre, USUAL_SPANS, (40, 3)) - centre
        truth = offset + after @ exponents + rng.normal(0, noise, 40)
        miss = truth - found.offset - after @ found.exponents
        held.append(np.mean(np.abs(miss) <= 1.645 * found.spread))
        offsets.append(abs(offset - found.offset) <= 1.645 * math.sqrt(found.fit.covariance[0, 0]))
    assert 0.85 <= np.mean(held) <= 0.95
    assert 0.85 <= np.mean(offsets) <= 0.95


def test_an_outlier_is_named_and_hardly_moves_the_fit():
    cuts = [
        (f, d, s) for f in ("0.03 mm", "0.06 mm", "0.12 mm") for d, s in (("5 mm", "200 m/min"), ("9 mm", "300 m/min"))
    ]
    good = readings(0.8, cuts, noise=0.02)
    bad = [*good[:-1], cl.Measured(good[-1].job, power=cl.Quantity(3 * good[-1].value, "W"))]
    clean, fouled = cl.calibrate(good), cl.calibrate(bad)
    assert clean.outliers == ()
    assert fouled.outliers == (5,)
    assert "check it" in str(fouled).splitlines()[-4 - len(fouled.assumptions) + 2]
    for one, other in zip(clean.readings, fouled.readings, strict=True):
        assert other.after == pytest.approx(one.after, rel=0.12)


def test_chips_alike_leave_the_exponent_of_the_table_and_say_so():
    found = cl.calibrate(readings(0.7, [("0.05 mm", "5 mm", "200 m/min"), ("0.05 mm", "10 mm", "300 m/min")]))
    assert not found.mc_fitted
    assert found.mc == found.before[1]
    assert any("the chips differ by a factor of 1.00" in one for one in found.assumptions)


def test_spindle_load_is_a_share_of_the_rated_power():
    one = job(*CUTS[0])
    rated = cl.catalog.machine("haas-vf2").figure("power").value
    loads = [cl.Measured(m.job, spindle_load=m.value / 0.85 / rated) for m in readings(0.7)]
    assert loads[0].job == one
    assert cl.calibrate(loads).kc11 == pytest.approx(cl.calibrate(readings(0.7)).kc11, rel=1e-6)
    bare = [cl.Measured(job(*cut, machine=None), spindle_load=0.1) for cut in CUTS]
    with pytest.raises(InputError, match="machine of known power"):
        cl.calibrate(bare)


def test_a_saved_calibration_changes_the_next_plan_narrows_it_and_says_measured_with_its_day(tmp_path):
    one = job("0.05 mm", "10 mm", "300 m/min")
    before = cl.plan(one)
    found = cl.calibrate(readings(0.6))
    found.save(note="10 mm end mill", on=DAY)
    after = cl.plan(one)
    assert cl.catalog.default().problems == ()
    assert after.power.m / before.power.m == pytest.approx(0.6, rel=0.12)

    def width(plan):
        low, high = plan.intervals["power"]
        return math.log(high / low)

    assert width(before) / width(after) == pytest.approx(found.narrowing, rel=0.02)
    assert any("measured (calibrated 2026-03-04 from 3 measured cuts" in said for said in after.assumptions)
    assert len((tmp_path / "measurements.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_rows_that_were_there_survive_and_the_newest_calibration_wins(tmp_path):
    old = (
        "subject;operation;kc11;kc11_unit;mc;reference_rake;h_low;h_high;tier;source;note\n"
        + "1045;any;2000,5;MPa;0,2;;;;measured;shop-calibration;mine\n"
    )
    (tmp_path / "kienzle.csv").write_text(old, encoding="utf-8")
    cl.catalog.default.cache_clear()
    cl.calibrate(readings(0.6)).save()
    second = cl.calibrate(readings(0.9))
    second.save()
    tables = Catalog(tmp_path)
    assert tables.problems == ()
    assert tables.material("1045").best_kienzle().kc11 == pytest.approx(2000.5e6)
    rows = tables.material("6061-T6").usable_kienzle("milling")
    assert rows[0].kc11 == pytest.approx(second.kc11, rel=1e-5)
    assert rows[0].log_sd == pytest.approx(second.spread, rel=1e-3)
    assert [row.tier for row in rows[:2]] == ["measured", "measured"]


def test_a_table_that_cannot_be_read_is_left_as_it_is(tmp_path):
    broken = 'subject,operation\n1045,"any'
    found = cl.calibrate(readings(0.6))
    (tmp_path / "kienzle.csv").write_text(broken, encoding="utf-8")
    with pytest.raises(TableError, match="nothing was saved"):
        found.save()
    assert (tmp_path / "kienzle.csv").read_text(encoding="utf-8") == broken
    assert [one.name for one in tmp_path.iterdir()] == ["kienzle.csv"]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"power": "1 N"}, "not a power"),
        ({"power": "-1 kW"}, "zero or more"),
        ({"power": "0 kW"}, "more than nothing"),
        ({"power": math.nan}, "power"),
        ({"deflection": "3 um"}, "does not tell the force"),
        ({}, "one measured value"),
        ({"power": "1 kW", "torque": "1 N*m"}, "one measured value"),
    ],
)
def test_a_reading_that_cannot_be_is_refused(value, says):
    with pytest.raises(InputError, match=says):
        cl.Measured(job(*CUTS[0]), **value)


def test_one_cut_several_materials_and_nonsense_are_refused():
    three = readings(0.8)
    with pytest.raises(InputError, match="two or more cuts"):
        cl.calibrate(three[:1])
    with pytest.raises(InputError, match="no matter of material"):
        cl.calibrate([*three[:2], cl.Measured(three[2].job, power="1 W")])
    with pytest.raises(InputError, match="one material at a time"):
        cl.calibrate([*three, cl.Measured(job(*CUTS[0], material="1045"), power="1 kW")])
    with pytest.raises(InputError, match="what: 'finish'"):
        cl.calibrate(three, what="finish")
    with pytest.raises(InputError, match=r"cl\.Measured"):
        cl.calibrate([1.0, 2.0])


def test_published_cuts_are_predicted_better_and_their_intervals_hold():
    set_ups = force_evidence.read_set_ups()
    held, narrower, before, after = calibration_evidence.judged(set_ups, most=10)
    assert 0.85 <= force_evidence.by_set_up(held) <= 0.95
    assert 0.85 <= force_evidence.by_laboratory(held, set_ups) <= 0.95
    assert force_evidence.by_set_up(narrower) > 3
    assert force_evidence.by_laboratory(narrower, set_ups) > 3
    assert force_evidence.by_set_up(after) < 0.6 * force_evidence.by_set_up(before)
