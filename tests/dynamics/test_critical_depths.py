"""Critical depths of the benchmark mode against values converged to 320 steps a tooth period."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import expm

from chipload.dynamics import MillingProcess, Mode, Structure, critical_depth, milling_stability
from chipload.dynamics.critical import critical_depths
from chipload.errors import InputError

TOOL = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
SPEEDS = ["5000 rpm", "8000 rpm", "10000 rpm", "15000 rpm", "20000 rpm", "25000 rpm"]
# radial depth over diameter, down milling: critical axial depth in mm
CONVERGED = {
    1.0: [0.4096, 0.677, 0.3226, 0.3867, 1.418, 3.940],
    0.5: [0.848, 0.798, 2.105, 2.596, 0.720, 1.038],
    0.1: [1.297, 1.221, 2.519, 4.343, 1.221, 1.629],
    0.05: [2.208, 2.163, 4.090, 8.209, 2.298, 2.911],
}


def down(share: float, teeth: int = 2, **more: object) -> MillingProcess:
    entry = np.degrees(np.arccos(2 * share - 1))
    return MillingProcess(teeth, f"{entry:.15g} deg", "180 deg", "600 MPa", "200 MPa", **more)


@pytest.mark.parametrize("share", CONVERGED)
def test_converged_table(share: float) -> None:
    found = critical_depth(down(share), TOOL, SPEEDS, "12 mm")
    np.testing.assert_allclose(found.limit_depth.to("mm").m, CONVERGED[share], rtol=0.01)
    assert not found.beyond.any()


def test_the_way_stability_is_lost() -> None:
    found = critical_depth(down(0.1), TOOL, SPEEDS, "12 mm")
    assert found.kind.tolist() == ["hopf", "hopf", "flip", "flip", "hopf", "hopf"]


@pytest.mark.parametrize("share", CONVERGED)
def test_twice_the_steps_move_a_slow_cut_by_less_than_a_hundredth(share: float) -> None:
    process, speed = down(share).numbers, np.array([5000 / 60])
    once = critical_depths(process, TOOL.numbers, speed, 12e-3).depth
    twice = critical_depths(process, TOOL.numbers, speed, 12e-3, refine=2.0).depth
    np.testing.assert_allclose(once, twice, rtol=0.01)
    assert once != twice


@pytest.mark.parametrize(
    ("share", "rpm", "depth"),
    [(1.0, 20000, 1.2), (0.5, 10000, 2.0), (0.5, 20000, 1.0), (0.1, 10000, 3.0)],
)
def test_semi_discretisation_as_it_is_written_down(share: float, rpm: float, depth: float) -> None:
    """Matrix exponentials of the whole system, the delayed position alone interpolated (Insperger and Stepan 2004)."""
    found = milling_stability(down(share), TOOL, f"{rpm} rpm", f"{depth} mm").spectral_radius.m
    assert found == pytest.approx(written_down(np.arccos(2 * share - 1), rpm / 60, depth * 1e-3, 140), rel=4e-3)


def written_down(entry: float, speed: float, depth: float, steps: int) -> float:
    natural, damping, mass = 2 * np.pi * 922, 0.011, 0.03993
    step, product = 1 / (2 * speed * steps), np.eye(steps + 2)
    for number in range(steps):
        angles = np.pi * (number + (np.arange(40) + 0.5) / 40) / steps
        inside = (angles > entry) * (6e8 * np.cos(angles) + 2e8 * np.sin(angles)) * np.sin(angles)
        push = depth * inside.mean() / mass
        matrix = np.array([[0.0, 1.0], [-(natural**2) - push, -2 * damping * natural]])
        keep = expm(matrix * step)
        given = (keep - np.eye(2)) @ np.linalg.solve(matrix, [0.0, push])
        one = np.zeros_like(product)
        one[:2, :2], one[:2, -2], one[:2, -1], one[2, 0] = keep, given / 2, given / 2, 1.0
        one[np.arange(3, steps + 2), np.arange(2, steps + 1)] = 1.0
        product = one @ product
    return float(np.abs(np.linalg.eigvals(product)).max())


def test_stable_over_the_whole_range_is_said() -> None:
    found = critical_depth(down(0.1), TOOL, ["10000 rpm", "20000 rpm"], "1.5 mm")
    assert found.beyond.tolist() == [True, False]
    assert found.kind.tolist() == ["stable", "hopf"]
    np.testing.assert_allclose(found.limit_depth.to("mm").m[0], 1.5, rtol=1e-12)


def test_just_below_is_stable_and_just_above_is_not() -> None:
    found = critical_depth(down(0.5), TOOL, SPEEDS, "12 mm")
    for factor, stable in ((0.999, True), (1.001, False)):
        cut = milling_stability(down(0.5), TOOL, found.spindle_speed, found.limit_depth * factor)
        assert (cut.stable == stable).all()


def test_a_coarse_scan_is_refused() -> None:
    with pytest.raises(InputError, match="fewer than 30"):
        critical_depth(down(0.5), TOOL, "5000 rpm", "12 mm", depths=9)
