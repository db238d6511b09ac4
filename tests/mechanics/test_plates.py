"""Plates against finite differences, Roark's and Timoshenko's tables, and a boundary value solver."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.integrate import solve_bvp
from scipy.sparse import diags, identity, kron, lil_matrix
from scipy.sparse.linalg import spsolve

from chipload import mechanics as m
from chipload.errors import InputError

NU = 0.3
UNIT = 12 * (1 - NU**2) * 1e3
"""Elastic modulus that makes the rigidity of a plate of thickness 0.1 one."""
PLATE = {"thickness": 0.1, "youngs_modulus": UNIT, "poisson_ratio": NU}
BEND = 6 / 0.1**2  # stress from a moment on a unit of width


def second(count: int, step: float, clamped: bool) -> Any:
    """Fourth difference on the inner points of an edge-to-edge line; a mirrored point beyond a clamped edge."""
    four = lil_matrix(diags([1.0, -4.0, 6.0, -4.0, 1.0], [-2, -1, 0, 1, 2], shape=(count - 1, count - 1)))
    four[0, 0] = four[-1, -1] = 7 if clamped else 5
    return four.tocsr() / step**4


def rectangle_by_differences(long: float, cells: int, clamped: bool) -> tuple[float, float, float]:
    """Deflection, moment across in the middle, and moment at the middle of a long edge, p = D = short side = 1."""
    nx, ny = cells, round(cells * long)
    hx, hy = 1 / nx, long / ny
    two_x = diags([1.0, -2.0, 1.0], [-1, 0, 1], shape=(nx - 1, nx - 1)) / hx**2
    two_y = diags([1.0, -2.0, 1.0], [-1, 0, 1], shape=(ny - 1, ny - 1)) / hy**2
    full = (
        kron(second(nx, hx, clamped), identity(ny - 1))
        + kron(identity(nx - 1), second(ny, hy, clamped))
        + 2 * kron(two_x, two_y)
    )
    w = spsolve(full.tocsc(), np.ones((nx - 1) * (ny - 1))).reshape(nx - 1, ny - 1)
    i, j = nx // 2 - 1, ny // 2 - 1
    across = (w[i - 1, j] - 2 * w[i, j] + w[i + 1, j]) / hx**2
    along = (w[i, j - 1] - 2 * w[i, j] + w[i, j + 1]) / hy**2
    return w[i, j], -(across + NU * along), -2 * w[0, j] / hx**2


def extrapolated(long: float, clamped: bool) -> list[float]:
    coarse, fine = rectangle_by_differences(long, 24, clamped), rectangle_by_differences(long, 48, clamped)
    return [(4 * b - a) / 3 for a, b in zip(coarse, fine, strict=True)]


@pytest.mark.parametrize("long", [1.0, 1.5, 2.0])
def test_supported_rectangle_by_finite_differences(long: float) -> None:
    deflection, moment, _edge = extrapolated(long, clamped=False)
    found = m.supported_rectangular_plate.si(1.0, 1.0, long, **PLATE)
    assert found.deflection == pytest.approx(deflection, rel=1e-4)
    assert found.centre_stress == pytest.approx(BEND * moment, rel=1e-3)


@pytest.mark.parametrize("long", [1.0, 1.5, 2.0])
def test_clamped_rectangle_by_finite_differences(long: float) -> None:
    deflection, moment, edge = extrapolated(long, clamped=True)
    found = m.clamped_rectangular_plate.si(1.0, long, 1.0, **PLATE)
    assert found.deflection == pytest.approx(deflection, rel=2e-3)
    assert found.centre_stress == pytest.approx(BEND * moment, rel=2e-3)
    assert found.edge_stress == pytest.approx(BEND * edge, rel=2e-3)


@pytest.mark.parametrize(
    ("long", "deflection", "middle", "edge"),
    [
        (1.0, 0.00126, 0.0231, -0.0513),
        (1.2, 0.00172, 0.0299, -0.0639),
        (1.5, 0.00220, 0.0368, -0.0757),
        (1.7, 0.00238, 0.0392, -0.0799),
        (2.0, 0.00254, 0.0412, -0.0829),
        (np.inf, 0.00260, 0.0417, -0.0833),
    ],
)
def test_clamped_rectangle_by_timoshenkos_table_35(long: float, deflection: float, middle: float, edge: float) -> None:
    found = m.clamped_rectangular_plate.si(1.0, 1.0, min(long, 1e6), **PLATE)
    assert found.deflection == pytest.approx(deflection, rel=0.005)
    assert found.centre_stress / BEND == pytest.approx(middle, rel=0.01)
    assert found.edge_stress / BEND == pytest.approx(edge, rel=0.002)


def test_a_long_plate_is_a_strip() -> None:
    for long in (4.99, 5.01, 50.0):
        clamped = m.clamped_rectangular_plate.si(1.0, 1.0, long, **PLATE)
        assert clamped.deflection == pytest.approx(1 / 384, rel=2e-4)
        assert clamped.edge_stress == pytest.approx(-BEND / 12, rel=1e-3)
    supported = m.supported_rectangular_plate.si(1.0, 1.0, 50.0, **PLATE)
    assert supported.deflection == pytest.approx(5 / 384, rel=1e-12)
    assert supported.centre_stress == pytest.approx(BEND / 8, rel=1e-12)


def test_supported_rectangle_by_naviers_double_series() -> None:
    odd = np.arange(1, 400, 2.0)
    rows, columns = np.meshgrid(odd, odd, indexing="ij")
    sign = np.where((rows + columns) / 2 % 2 == 1, 1.0, -1.0)
    total = 16 / np.pi**6 * (sign / (rows * columns * (rows**2 + columns**2 / 1.3**2) ** 2)).sum()
    assert m.supported_rectangular_plate.si(1.0, 1.3, 1.0, **PLATE).deflection == pytest.approx(total, rel=1e-8)


def test_point_load_by_naviers_double_series() -> None:
    odd = np.arange(1, 4000, 2.0)
    total = sum((4 / 1.3 / np.pi**4 / (row**2 + odd**2 / 1.3**2) ** 2).sum() for row in odd)
    found = m.supported_rectangular_plate_point_load.si(1.0, 1.3, 1.0, **PLATE, load_radius=0.05)
    assert found.deflection == pytest.approx(total, rel=1e-6)


@pytest.mark.parametrize(
    ("long", "deflection", "stress"),
    [(1.0, 0.1267, 0.435), (1.2, 0.1478, 0.650), (1.6, 0.1715, 0.875), (2.0, 0.1805, 0.958), (20, 0.1851, 1.0)],
)
def test_point_load_by_roarks_table_11_4(long: float, deflection: float, stress: float) -> None:
    found = m.supported_rectangular_plate_point_load.si(UNIT * 1e-3, long, 1.0, **PLATE, load_radius=0.06)
    assert found.deflection == pytest.approx(deflection, rel=2e-3)
    shown = found.centre_stress * 2 * np.pi * 0.1**2 / (3 * UNIT * 1e-3) - (1 + NU) * np.log(2 / (np.pi * 0.06))
    assert shown == pytest.approx(stress, abs=2e-3)


@pytest.mark.parametrize(
    ("inner", "outer", "hole", "deflection", "moment"),
    [
        ("guided", "supported", 0.1, 0.0575, 0.3003),
        ("guided", "supported", 0.5, 0.0103, 0.1223),
        ("supported", "supported", 0.1, 0.0060, 0.2401),
        ("clamped", "supported", 0.1, 0.0040, 0.2459),
        ("clamped", "supported", 0.5, 0.0004, 0.0393),
        ("free", "clamped", 0.3, 0.0132, 0.1135),
        ("free", "clamped", 0.7, 0.0009, 0.0361),
    ],
)
def test_annular_plates_by_roarks_table_11_2(
    inner: Any, outer: Any, hole: float, deflection: float, moment: float
) -> None:
    found = m.annular_plate.si(1.0, 0.0, hole, 1.0, **PLATE, inner_edge=inner, outer_edge=outer)
    assert found.deflection == pytest.approx(deflection, abs=8e-5)
    assert found.plate_stress / BEND == pytest.approx(moment, abs=6e-5)


EDGES = {
    "free": lambda w, s, load: (moment(w, s), w[3] + load / (2 * np.pi * s)),
    "supported": lambda w, s, load: (w[0], moment(w, s)),
    "clamped": lambda w, s, load: (w[0], w[1]),
    "guided": lambda w, s, load: (w[1], w[3] + load / (2 * np.pi * s)),
}


def moment(w: Any, s: float) -> Any:
    """Radial moment from slope and Laplacian, which are the second and third unknown."""
    return -(w[2] - (1 - NU) * w[1] / s)


@pytest.mark.parametrize("inner", EDGES)
@pytest.mark.parametrize("outer", EDGES)
def test_annular_plates_by_a_boundary_value_solver(inner: Any, outer: Any) -> None:
    """w' = slope, slope' = laplacian - slope / s, laplacian' = -Q, (s Q)' = -s p: no constants, no logarithms."""
    hole, pressure, load = 0.4, 3.0, 1.7
    if {inner, outer} <= {"free", "guided"}:
        with pytest.raises(InputError, match="nothing holds"):
            m.annular_plate.si(pressure, load, hole, 1.0, **PLATE, inner_edge=inner, outer_edge=outer)
        return

    def slopes(s: Any, w: Any) -> Any:
        return np.vstack([w[1], w[2] - w[1] / s, -w[3], -pressure - w[3] / s])

    def ends(low: Any, high: Any) -> Any:
        return np.array([*EDGES[inner](low, hole, load), *EDGES[outer](high, 1.0, 0.0)])

    solved = solve_bvp(slopes, ends, np.linspace(hole, 1, 200), np.zeros((4, 200)), tol=1e-9)
    assert solved.success
    s = np.linspace(hole, 1, 2001)
    w = solved.sol(s)
    bent = max(np.abs(moment(w, s)).max(), np.abs(-(NU * w[2] + (1 - NU) * w[1] / s)).max())
    found = m.annular_plate.si(pressure, load, hole, 1.0, **PLATE, inner_edge=inner, outer_edge=outer)
    assert found.deflection == pytest.approx(np.abs(w[0]).max(), rel=2e-3)
    assert found.plate_stress == pytest.approx(BEND * bent, rel=2e-3)


def test_a_small_guided_hole_is_no_hole() -> None:
    found = m.annular_plate.si(1.0, 0.0, 2e-4, 1.0, **PLATE, inner_edge="guided", outer_edge="clamped")
    whole = m.clamped_round_plate.si(1.0, 1.0, **PLATE)
    assert found.deflection == pytest.approx(whole.deflection, rel=1e-4)
    assert found.plate_stress == pytest.approx(-whole.edge_stress, rel=1e-4)
    loaded = m.annular_plate.si(0.0, 1.0, 2e-4, 1.0, **PLATE, inner_edge="guided", outer_edge="supported")
    point = m.supported_round_plate_point_load.si(1.0, 1.0, **PLATE, load_radius=0.05)
    assert loaded.deflection == pytest.approx(point.deflection, rel=1e-4)
    clamped = m.annular_plate.si(0.0, 1.0, 2e-4, 1.0, **PLATE, inner_edge="guided", outer_edge="clamped")
    at_point = m.clamped_round_plate_point_load.si(1.0, 1.0, **PLATE, load_radius=0.05)
    assert clamped.deflection == pytest.approx(at_point.deflection, rel=1e-4)


def test_supported_round_plate_is_the_clamped_one_with_its_edge_let_go() -> None:
    """A moment M all around adds w = M a^2 / (2 D (1 + nu)) and an even stress."""
    clamped, supported = m.clamped_round_plate.si(1.0, 1.0, **PLATE), m.supported_round_plate.si(1.0, 1.0, **PLATE)
    released = -clamped.edge_stress / BEND
    assert supported.deflection == pytest.approx(clamped.deflection + released / (2 * (1 + NU)), rel=1e-12)
    assert supported.centre_stress == pytest.approx(clamped.centre_stress - clamped.edge_stress, rel=1e-12)


def test_a_point_of_load_has_a_finite_stress() -> None:
    point = m.supported_round_plate_point_load.si(1e3, 0.1, 0.01, 2e11, NU, 0.0)
    patch = m.supported_round_plate_point_load.si(1e3, 0.1, 0.01, 2e11, NU, 0.005)
    assert point.centre_stress > patch.centre_stress > 0
    assert np.isfinite(point.centre_stress)


def test_flexural_rigidity() -> None:
    assert m.flexural_rigidity.si(0.1, UNIT, NU) == pytest.approx(1, rel=1e-12)


def test_impossible_plates_are_refused() -> None:
    with pytest.raises(InputError, match="block"):
        m.clamped_round_plate("1 MPa", "5 mm", "6 mm", "200 GPa", 0.3)
    with pytest.raises(InputError, match="area"):
        m.supported_round_plate_point_load("1 N", "50 mm", "6 mm", "200 GPa", 0.3, "50 mm")
    with pytest.raises(InputError, match="nothing holds"):
        m.annular_plate(
            "1 MPa", "0 N", "10 mm", "50 mm", "2 mm", "200 GPa", 0.3, inner_edge="free", outer_edge="guided"
        )
