"""`chipload stability`: depths and speeds, the verdict on a depth, and modes from tap tests."""

import csv

import numpy as np
import pytest

import chipload as cl
from chipload.dynamics import MillingProcess, Mode, Structure, best_pockets, critical_depth

MODE = ["--mode", "922 Hz; 0.011; 1.34 N/um; x"]
FORCES = ["--tangential", "600 MPa", "--radial", "200 MPa"]
SLOT = ["--teeth", "2", "--entry", "0 deg", "--exit", "180 deg", *FORCES]
SPEEDS = ["--speeds", "5000:20000:4 rpm"]
TOOL = Structure([Mode("922 Hz", 0.011, "1.34 N/um", direction="x")])
CUT = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")


def test_depths_are_those_of_the_script(run):
    ran = run("stability", *MODE, *SLOT, *SPEEDS, "--max-depth", "5 mm", "--json")
    found = critical_depth(CUT, TOOL, ["5000 rpm", "10000 rpm", "15000 rpm", "20000 rpm"], "5 mm")
    assert ran.status == 0
    assert [one["limit_depth_mm"] for one in ran.json["points"]] == pytest.approx(found.limit_depth.m_as("mm"))
    assert [one["lost_by"] for one in ran.json["points"]] == list(found.kind)


def test_a_slot_told_by_width_is_the_slot_told_by_angles(run):
    told = run("stability", *MODE, *SLOT, *SPEEDS, "--json").json
    width = ["--teeth", "2", "--diameter", "8 mm", "--radial-depth", "8 mm", *FORCES]
    assert run("stability", *MODE, *width, *SPEEDS, "--json").json == told


def test_the_verdict_is_the_exit_status(run):
    """Converged depths in a slot at these speeds are 0.410, 0.323, 0.387 and 1.418 mm."""
    stable = run("stability", *MODE, *SLOT, *SPEEDS, "--depth", "0.3 mm")
    assert (stable.status, stable.out.count("stable\n")) == (0, 4)
    mixed = run("stability", *MODE, *SLOT, *SPEEDS, "--depth", "0.4 mm", "--json")
    assert mixed.status == 1
    assert [one["stable"] for one in mixed.json["points"]] == [True, False, False, True]


def test_pockets_are_those_of_the_script(run):
    asked = ["--speeds", "8000:24000:200 rpm", "--max-depth", "5 mm", "--pockets"]
    ran = run("stability", *MODE, *SLOT, *asked, "--json")
    found = best_pockets(CUT, TOOL, "8000 rpm", "24000 rpm", "5 mm")
    assert ran.status == 0
    assert [one["spindle_speed_rpm"] for one in ran.json["pockets"]] == pytest.approx(
        [one.spindle_speed.m_as("rpm") for one in found]
    )
    assert "deepest stable cut" in run("stability", *MODE, *SLOT, *asked, "--inch").out


def test_a_tap_test_stands_for_its_mode(run, tmp_path):
    hertz = np.linspace(600.0, 1300.0, 701)
    turns = hertz / 922.0
    values = 1 / (1.34 * (1 - turns**2 + 2j * 0.011 * turns))
    with (tmp_path / "x.csv").open("w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["frequency [Hz]", "real [um/N]", "imaginary [um/N]"])
        lines.writerows(zip(hertz, values.real, values.imag, strict=True))
    taps = ["--taps-x", tmp_path / "x.csv", "--between", "800 Hz", "1050 Hz"]
    known = run("stability", *MODE, *SLOT, *SPEEDS, "--json").json["points"]
    fitted = run("stability", *taps, *SLOT, *SPEEDS, "--json").json["points"]
    depths = [[one["limit_depth_mm"] for one in points] for points in (known, fitted)]
    assert depths[1] == pytest.approx(depths[0], rel=1e-3)
    assert "between" in run("stability", *taps[:2], *SLOT, *SPEEDS).err


def test_coefficients_of_the_tables_are_told(run):
    cut = ["--teeth", "2", "--entry", "0 deg", "--exit", "180 deg", "--material", "7075-T6"]
    ran = run("stability", *MODE, *cut, *SPEEDS)
    assert ran.status == 0
    used = cl.catalog.material("7075-T6").name
    first = cl.catalog.default().milling_coefficients[used][0]
    assert f"coefficients {first.cutting[0] / 1e6:.0f} MPa and {first.cutting[1] / 1e6:.0f} MPa" in ran.out
    assert first.source[0] in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([*SLOT, *SPEEDS], "nothing is known of what rings"),
        (["--mode", "922 Hz; 0.011", *SLOT, *SPEEDS], "has 2 parts"),
        (["--mode", "922 mm; 0.011; 1.34 N/um; x", *SLOT, *SPEEDS], "frequency"),
        ([*MODE, "--teeth", "2", *FORCES, *SPEEDS], "where a tooth cuts is not known"),
        ([*MODE, "--teeth", "2", "--entry", "0 deg", *FORCES, *SPEEDS], "entry and exit go together"),
        ([*MODE, *SLOT, "--radial-depth", "2 mm", *SPEEDS], "the angles tell the width already"),
        ([*MODE, *SLOT[:-2], *SPEEDS], "go together"),
        ([*MODE, *SLOT, "--material", "1045", *SPEEDS], "given already"),
        ([*MODE, *SLOT[:6], *SPEEDS], "no coefficient is known"),
        ([*MODE, *SLOT[:6], "--material", "pmma", *SPEEDS], "no milling coefficients"),
        ([*MODE, *SLOT, "--speeds", "5000 rpm", "--pockets"], "a range"),
        ([*MODE, *SLOT, "--speeds", "5000"], "speed"),
        ([*MODE, *SLOT], "--speeds"),
        (["--taps-x", "none.csv", "--between", "1 Hz", "2 Hz", *SLOT, *SPEEDS], "none.csv"),
    ],
)
def test_what_cannot_be_told_is_a_sentence(run, words, said):
    ran = run("stability", *words)
    assert ran.is_refused(), ran.err
    assert said in ran.err
