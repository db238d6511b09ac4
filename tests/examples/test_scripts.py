"""The scripts of `examples` run, and the figures they print are right."""

import re
import runpy
from pathlib import Path

import numpy as np
import pytest

import chipload as cl

FOLDER = Path(__file__).resolve().parents[2] / "examples"
SCRIPTS = sorted(path.name for path in FOLDER.glob("*.py"))


@pytest.fixture
def script(capsys, monkeypatch, tmp_path):
    """Run a script from elsewhere, without tables of one's own; gives its names and what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHIPLOAD_DATA", str(tmp_path / "own"))
    cl.catalog.default.cache_clear()

    def run(name):
        known = runpy.run_path(str(FOLDER / name), run_name="__main__")
        return known, capsys.readouterr().out

    yield run
    cl.catalog.default.cache_clear()


def test_every_script_is_short_and_told_of():
    told = re.findall(r"^\| `(\w+\.py)`", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(told) == SCRIPTS
    for name in SCRIPTS:
        assert len((FOLDER / name).read_text(encoding="utf-8").splitlines()) < 60, name


def test_every_script_is_checked_here():
    text = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in SCRIPTS if f'script("{name}")' not in text] == []


def test_speeds_for_a_tool_list(script):
    known, out = script("speeds_for_a_tool_list.py")
    sheet, tools = known["sheet"], known["tools"]
    for number, row in sheet.iterrows():
        assert number in out
        assert row["feed_rate [mm/min]"] == pytest.approx(
            row["spindle_speed [rpm]"] * row["feed_per_tooth [mm/tooth]"] * tools.loc[number, "teeth"]
        )
        plan = known["plans"][list(tools.index).index(number)]
        speed = cl.cutting.spindle_speed(plan.cutting_speed, f"{tools.loc[number, 'diameter [mm]']} mm")
        assert row["spindle_speed [rpm]"] == pytest.approx(speed.m_as("rpm"))
        assert row["spindle_speed [rpm]"] <= 8100 * (1 + 1e-9)
    assert out.count("would hold it") == sum(not plan.feasible for plan in known["plans"])


def test_library_for_a_new_material(script):
    known, out = script("library_for_a_new_material.py")
    library, again = known["library"], known["again"]
    new = [after.number for before, after in zip(library, again, strict=True) if after.presets != before.presets]
    assert new == [1, 2, 3]
    assert "T4 flat end mill 3 mm: 3 mm square end mill with 3 teeth (carbide): as it was" in out
    assert again.items[0].presets[0] == library.items[0].presets[0]
    preset = again.items[1].presets[0]
    job = cl.Milling(
        material="4140", machine="haas-vf2", tool=again.items[1].tool, radial_depth="0.5 mm", axial_depth="3 mm"
    )
    plan = cl.plan(job)
    assert plan.feasible
    assert preset.spindle_speed.m_as("rpm") == pytest.approx(plan.spindle_speed.m_as("rpm"), abs=1)
    assert preset.feed_rate.m_as("mm/min") == pytest.approx(plan.feed_rate.m_as("mm/min"), rel=2e-3)
    assert f"{preset.spindle_speed.m_as('rpm'):.0f} rpm" in out


def test_tap_test_to_lobes(script):
    """The mode is the one behind the file; converged depths in a slot are 0.3226, 0.3867 and 1.418 mm."""
    known, out = script("tap_test_to_lobes.py")
    mode = known["mode"]
    assert mode.natural_frequency.m_as("Hz") == pytest.approx(922, rel=1e-4)
    assert mode.damping_ratio.m_as("") == pytest.approx(0.011, rel=1e-3)
    assert mode.modal_stiffness.m_as("N/um") == pytest.approx(1.34, rel=1e-3)
    np.testing.assert_allclose(known["found"].limit_depth.m_as("mm"), [0.3226, 0.3867, 1.418], rtol=0.01)
    # a tooth that comes with the mode, or with a fraction of it, meets it in phase
    for one in known["pockets"]:
        waves = 922 * 60 / (2 * one.spindle_speed.m_as("rpm"))
        assert abs(waves * 2 - round(waves * 2)) < 0.08
    assert "Speeds to run at" in out


def test_tolerance_stack(script):
    known, out = script("tolerance_stack.py")
    half = 0.06 + 0.05 + 0.06 + 0.05
    assert known["worst"].lower.m_as("mm") == pytest.approx(0.26 - half)
    assert known["worst"].upper.m_as("mm") == pytest.approx(0.26 + half)
    variances = [0.02**2, (0.05 / 3) ** 2, 0.06**2 / 3, (0.05 / 3) ** 2]
    assert known["usual"].deviation.m_as("mm") == pytest.approx(sum(variances) ** 0.5)
    assert known["share"] == pytest.approx(variances[2] / sum(variances))
    assert "Tighten the bearing first" in out
    # an assembly in forty is out, and drawing them agrees within what 200 000 draws can tell of tails that are cut off
    assert known["drawn"].outside == pytest.approx(known["usual"].outside, abs=0.005)


def test_calibration_from_a_log(script):
    known, out = script("calibration_from_a_log.py")
    others = known["others"]
    assert len(others) == 15
    before, after = known["off"](known["before"]), known["off"](known["after"])
    assert before > 1.5
    assert after < 1.25
    assert known["held"](known["after"]) >= 0.9
    assert known["calibration"].narrowing > 3
    measured = known["forces"][others].to_numpy()
    told = np.array([plan.cutting_force.m_as("N") for plan in known["after"]])
    assert after == pytest.approx(np.exp(np.abs(np.log(told / measured)).max()))
    assert f"{before:.2f} at most before, {after:.2f} after" in out


def test_part_with_cost(script):
    known, out = script("part_with_cost.py")
    plan = known["plan"]
    assert plan.feasible
    cuts = [one.cutting_time.m_as("s") for one in plan.plans]
    feed = plan.plans[0].feed_rate.m_as("m/s")
    assert cuts[0] == pytest.approx(1.6 / feed)
    part = sum(cuts) + 12 + 8 + 8 + 3 * 6 + 45
    assert plan.time_per_part.m_as("s") == pytest.approx(part)
    assert plan.time_of_batch.m_as("s") == pytest.approx(50 * part + 40 * 60)
    assert known["saved"].m_as("s") == pytest.approx(50 * 3 * 3)
    assert f"{(50 * part + 2400) / 3600:.2f} hours" in out


def test_best_cut(script):
    known, out = script("best_cut.py")
    for found in (known["long"], known["short"]):
        assert found.best.feasible
        assert max(one.utilisation for one in found.best.limits) > 0.99
    assert known["short"].best.removal_rate > known["long"].best.removal_rate
    # a cut picked at random within the ranges and limits is no better
    generator = np.random.default_rng(5)
    job, ends = known["long"].job, known["OVER"]
    for _ in range(40):
        share = generator.uniform(size=len(ends))
        chosen = {
            name: cl.Quantity(low) + part * (cl.Quantity(high) - cl.Quantity(low))
            for part, (name, (low, high)) in zip(share, ends.items(), strict=True)
        }
        plan = cl.plan(cl.Milling(**{**dict(job), **chosen}))
        assert not plan.feasible or plan.removal_rate <= known["long"].best.removal_rate * (1 + 1e-6)
    assert "Ten millimetres less of stickout" in out


def test_sweep_to_xarray_and_pandas(script):
    known, out = script("sweep_to_xarray_and_pandas.py")
    table, points = known["table"], known["points"]
    assert len(points) == 6 * 40
    assert table["axial_depth"].is_monotonic_decreasing
    for stickout, row in table.iterrows():
        assert str(stickout) in out
        cut = {**dict(known["job"]), "tool": known["tool"].model_copy(update={"stickout": cl.Quantity(stickout, "mm")})}
        plan = cl.plan(cl.Milling(**{**cut, "axial_depth": f"{row['axial_depth']} mm"}))
        assert plan.feasible
        assert plan.deflection.m_as("um") == pytest.approx(row["deflection"])
        deeper = cl.plan(cl.Milling(**{**cut, "axial_depth": f"{row['axial_depth'] + 0.5} mm"}))
        assert row["axial_depth"] == 20 or not deeper.feasible
