"""The error on the wall against a model written out edge by edge, and its trends."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from chipload.cutting import KienzleConstants, LinearCoefficients
from chipload.dynamics import Cylinder, Joint, Material, Stack, end_mill, wall_error
from chipload.errors import InputError

STEEL = LinearCoefficients("1800 MPa", "600 MPa", "200 MPa", "25 N/mm", "30 N/mm", "3 N/mm")
NO_EDGE = LinearCoefficients("1800 MPa", "600 MPa", "200 MPa")
CARBIDE = Material("600 GPa", 0.22)
TOOL = end_mill("10 mm", "10 mm", "40 mm", "25 mm", CARBIDE)
CUT: dict[str, Any] = {
    "diameter": "10 mm", "teeth": 4, "feed_per_tooth": "0.05 mm", "axial_depth": "10 mm", "radial_depth": "1 mm",
    "helix_angle": "30 deg",
}  # fmt: skip


def edge_by_edge(milling: str, radial: float, heights: Any, helix: float = np.radians(30)) -> Any:
    """A rod of 8 mm, 40 mm long, E 600 GPa without shear; 4 teeth, 10 mm, fz 0.05 mm, ap 10 mm; 4000 slices."""
    depth, radius, feed, teeth = 0.01, 0.005, 5e-5, 4
    arc = np.arccos(1 - radial / radius)
    entry, leaving = (0.0, arc) if milling == "up" else (np.pi - arc, np.pi)
    slices = (np.arange(4000) + 0.5) * depth / 4000
    rigidity = 600e9 * np.pi * 0.008**4 / 64
    out = []
    for z in heights:
        angle = z * np.tan(helix) / radius + (1e-9 if milling == "up" else np.pi - 1e-9)
        push = np.zeros_like(slices)
        for tooth in range(teeth):
            theta = np.mod(angle - 2 * np.pi * tooth / teeth - slices * np.tan(helix) / radius, 2 * np.pi)
            cuts = (theta > entry) & (theta < leaving)
            chip = feed * np.sin(theta)
            tangential, radially = (1800e6 * chip + 25e3) * cuts, (600e6 * chip + 30e3) * cuts
            push += tangential * np.sin(theta) - radially * np.cos(theta)
        place, load = 0.04 - z, 0.04 - slices
        near, far = np.minimum(place, load), np.maximum(place, load)
        bent = near**2 * (3 * far - near) / (6 * rigidity)
        out.append(np.sum(push * bent) * depth / 4000)
    return np.array(out) * (-1 if milling == "up" else 1) * 1e6


@pytest.mark.parametrize("milling", ["up", "down"])
@pytest.mark.parametrize("radial", [0.5, 2.0, 5.0, 10.0])
def test_against_edges_written_out(milling: Any, radial: float) -> None:
    rod = Stack([Cylinder("40 mm", "8 mm", material=CARBIDE)])
    cut = {**CUT, "radial_depth": f"{radial} mm"}
    found = wall_error(rod, STEEL, milling=milling, theory="euler", places=41, **cut)
    expected = edge_by_edge(milling, radial / 1000, found.from_tip.to("m").m)
    np.testing.assert_allclose(found.error.to("um").m, expected, atol=3e-3 * np.abs(expected).max())
    assert found.at_tip.m == found.error.m[0]
    assert abs(found.largest.m) == np.abs(found.error.m).max()


def test_down_milling_leaves_stock_and_up_milling_with_a_wide_cut_takes_too_much() -> None:
    down = wall_error(TOOL, STEEL, milling="down", **CUT)
    assert np.all(down.error.m > 0)
    up = wall_error(TOOL, NO_EDGE, milling="up", **{**CUT, "radial_depth": "5 mm"})
    assert up.largest.m < 0


def test_straight_edges_make_the_wall_with_no_chip() -> None:
    """Without a helix and with less than a pitch in cut, no force acts when an edge stands on the wall."""
    for milling in ("up", "down"):
        found = wall_error(TOOL, NO_EDGE, milling=milling, **{**CUT, "helix_angle": "0 deg"})
        assert np.abs(found.error.m).max() < 1e-4
        assert np.ptp(wall_error(TOOL, STEEL, milling=milling, **{**CUT, "helix_angle": "0 deg"}).force.m) < 1e-6


def test_a_soft_holder_and_a_long_tool_make_it_worse() -> None:
    soft = end_mill("10 mm", "10 mm", "40 mm", "25 mm", CARBIDE, holder=Joint("20 N/um", "10 kN*m/rad"))
    long = end_mill("10 mm", "10 mm", "60 mm", "25 mm", CARBIDE)
    sizes = [wall_error(tool, STEEL, milling="down", **CUT).largest.m for tool in (TOOL, soft, long)]
    assert sizes[0] < sizes[1]
    assert sizes[0] < sizes[2]


def test_kienzle_constants_and_convergence() -> None:
    kienzle = KienzleConstants("1700 MPa", 0.25, "600 MPa", 0.3)
    coarse, fine = (wall_error(TOOL, kienzle, milling="down", places=n, **CUT).largest.m for n in (41, 161))
    assert coarse == pytest.approx(fine, rel=0.01)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"milling": "climb"}, "milling"),
        ({"radial_depth": "11 mm"}, "radial_depth"),
        ({"axial_depth": "40 mm"}, "axial_depth"),
        ({"helix_angle": "95 deg"}, "helix_angle"),
        ({"places": 1}, "places"),
        ({"teeth": 2.5}, "teeth"),
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=says):
        wall_error(TOOL, STEEL, **{"milling": "down", **CUT, **change})
