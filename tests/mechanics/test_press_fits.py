"""Press fits against the growth of their two parts, at rest and spinning as one body on a mesh."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload.errors import InputError
from chipload.mechanics import (
    joining_temperature_rise,
    press_fit_force,
    press_fit_loosening_speed,
    press_fit_pressure,
    press_fit_speed_loss,
    press_fit_stress,
    press_fit_torque,
    smoothing_loss,
    thick_cylinder,
    thick_cylinder_growth,
)

HUB = {"hub_modulus": 100e9, "hub_poisson_ratio": 0.26}
SHAFT = {"shaft_modulus": 210e9, "shaft_poisson_ratio": 0.3}


@given(outer=st.floats(1.1, 5.0), bore=st.floats(0.05, 0.9))
def test_hub_and_shaft_meet(outer: float, bore: float) -> None:
    """Growth of the hole and shrinkage of the shaft together make up the interference; the stresses are Lamé's."""
    d, delta = 50e-3, 40e-6
    p = press_fit_pressure.si(delta, d, outer * d, shaft_bore_diameter=bore * d, **HUB, **SHAFT)
    hole = thick_cylinder_growth.si(d / 2, d / 2, outer * d / 2, p, 100e9, 0.26, 0.0, "open")
    shaft = thick_cylinder_growth.si(d / 2, bore * d / 2, d / 2, 0.0, 210e9, 0.3, p, "open")
    assert 2 * (hole - shaft) == pytest.approx(delta, rel=1e-9)
    found = press_fit_stress.si(p, d, outer * d, bore * d)
    hub = thick_cylinder.si(d / 2, d / 2, outer * d / 2, p, 0.0, "open")
    inner = thick_cylinder.si(np.array([bore * d / 2, d / 2]), bore * d / 2, d / 2, 0.0, p, "open")
    assert found.hub_hoop_stress == pytest.approx(hub.hoop_stress, rel=1e-9)
    assert found.hub_von_mises_stress == pytest.approx(hub.von_mises_stress, rel=1e-9)
    assert found.shaft_bore_hoop_stress == pytest.approx(inner.hoop_stress[0], rel=1e-9)
    assert found.shaft_hoop_stress == pytest.approx(inner.hoop_stress[1], rel=1e-9)


def test_a_solid_shaft_is_pressed_alike_everywhere() -> None:
    found = press_fit_stress.si(50e6, 50e-3, 80e-3, 0.0)
    assert found.shaft_hoop_stress == found.shaft_bore_hoop_stress == -50e6
    drilled = press_fit_stress.si(50e6, 50e-3, 80e-3, 1e-9)
    assert drilled.shaft_bore_hoop_stress == pytest.approx(-100e6, rel=1e-9)


def spinning_pressure(turns: float, delta: float, bore: float) -> float:
    """Pressure in the joint by linear finite elements on the radius, hub and shaft as one body with a jump."""
    joint, rim, count = 25e-3, 40e-3, 1500
    omega = 2 * np.pi * turns
    parts = [
        (np.linspace(bore, joint, count), 210e9, 0.3, 7850.0),
        (np.linspace(joint, rim, count), 100e9, 0.26, 7200.0),
    ]
    size = 2 * count - 1
    stiffness, load = np.zeros((3, size)), np.zeros(size)
    for number, (r, e, nu, rho) in enumerate(parts):
        first = number * (count - 1)
        plane = e / (1 - nu**2)
        shift = delta / 2 if number == 1 else 0.0  # the hole stands that much inside the shaft
        for i in range(count - 1):
            length, middle = r[i + 1] - r[i], (r[i + 1] + r[i]) / 2
            b = np.array([[-1 / length, 1 / length], [0.5 / middle, 0.5 / middle]])
            k = b.T @ (plane * np.array([[1, nu], [nu, 1]])) @ b * middle * length
            f = rho * omega**2 * middle**2 * length / 2 * np.ones(2)
            if i == 0 and shift:
                f = f - k @ np.array([shift, 0.0])
            at = first + i
            stiffness[1, at] += k[0, 0]
            stiffness[1, at + 1] += k[1, 1]
            stiffness[0, at + 1] += k[0, 1]
            stiffness[2, at] += k[1, 0]
            load[at : at + 2] += f
    from scipy.linalg import solve_banded

    u: Any = solve_banded((1, 1), stiffness, load)
    # radial stress of the hub in its first elements, carried to the joint
    r, e, nu, _rho = parts[1]
    moved = u[count - 1 :].copy()
    moved[0] += delta / 2
    middle = (r[1:] + r[:-1]) / 2
    radial = e / (1 - nu**2) * (np.diff(moved) / np.diff(r) + nu * (moved[1:] + moved[:-1]) / 2 / middle)
    return float(-np.polyval(np.polyfit(middle[:20] - joint, radial[:20], 2), 0.0))


@pytest.mark.parametrize("bore", [5e-3, 12e-3])
@pytest.mark.parametrize("turns", [0.0, 150.0, 300.0])
def test_pressure_at_speed_against_finite_elements(turns: float, bore: float) -> None:
    delta = 40e-6
    geometry = {"joint_diameter": 50e-3, "hub_outer_diameter": 80e-3, "shaft_bore_diameter": 2 * bore}
    loss = press_fit_speed_loss.si(turns, hub_density=7200.0, shaft_density=7850.0, **geometry, **HUB, **SHAFT)
    found = press_fit_pressure.si(delta - loss, **geometry, **HUB, **SHAFT)
    assert found == pytest.approx(spinning_pressure(turns, delta, bore), rel=2e-4)


def test_at_the_loosening_speed_no_interference_is_left() -> None:
    parts = {
        "joint_diameter": 50e-3, "hub_outer_diameter": 80e-3, "hub_density": 7200.0, "shaft_density": 7850.0,
        **HUB, **SHAFT,
    }  # fmt: skip
    speed = press_fit_loosening_speed.si(40e-6, **parts)
    assert press_fit_speed_loss.si(speed, **parts) == pytest.approx(40e-6, rel=1e-12)


def test_a_heavy_soft_shaft_never_loosens() -> None:
    with pytest.raises(InputError, match="no speed loosens"):
        press_fit_loosening_speed(
            "40 um", "50 mm", "55 mm", "210 GPa", "70 GPa", 0.3, 0.33, "7850 kg/m**3", "8900 kg/m**3", "45 mm"
        )


def test_force_torque_heat_and_smoothing_by_hand() -> None:
    assert press_fit_force("10 MPa", "100 mm", "50 mm", 0.1).m == pytest.approx(5000 * np.pi, rel=1e-12)
    assert press_fit_torque("10 MPa", "100 mm", "50 mm", 0.1).m == pytest.approx(250 * np.pi, rel=1e-12)
    assert joining_temperature_rise("60 um", "40 um", "100 mm", "10e-6 1/K").m == pytest.approx(100, rel=1e-12)
    assert smoothing_loss("6 um", "9 um", 0.8).m == pytest.approx(12, rel=1e-12)


def test_parts_without_a_wall_are_refused() -> None:
    with pytest.raises(InputError, match="the hub has no wall"):
        press_fit_stress("10 MPa", "50 mm", "50 mm")
    with pytest.raises(InputError, match="the shaft has no wall"):
        press_fit_stress("10 MPa", "50 mm", "80 mm", "50 mm")
    with pytest.raises(InputError, match="grow with heat"):
        joining_temperature_rise("60 um", "40 um", "100 mm", "0 1/K")
