"""Temperatures after Loewen and Shaw against the integrals of heat conduction they stand for."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from scipy.integrate import dblquad, quad
from scipy.special import k0e

import chipload as cl
from chipload.cutting import (
    contact_area_factor,
    loewen_shaw_temperature_rise,
    shear_heat_share,
    shear_strain,
    specific_energies,
)
from chipload.errors import InputError, ValidityWarning

CUT = {
    "cutting_speed": "120 m/min", "chip_thickness": "0.2 mm", "chip_width": "3 mm", "contact_length": "0.6 mm",
    "chip_ratio": 0.4, "shear_strain": 2.5, "shear_energy": "1800 MPa", "friction_energy": "600 MPa",
    "volumetric_heat_capacity": "3.8 J/(cm**3*K)", "thermal_conductivity": "45 W/(m*K)",
    "tool_conductivity": "80 W/(m*K)",
}  # fmt: skip


def mean_under_moving_band(number: float) -> float:
    """Mean rise under a moving band of heat, over q l / k, by integrating Jaeger's solution; L = v l / (2 a)."""

    def at(x: float) -> float:
        def from_line(u: float) -> float:  # a line of heat at u; k0e carries exp(|r|) so that nothing overflows
            r = number * (x - u)
            return float(k0e(abs(r)) * np.exp(r - abs(r)))

        return (quad(from_line, -1, x, limit=200)[0] + quad(from_line, x, 1, limit=200)[0]) / np.pi

    # x = -1 + 2 s^2 gathers the points at the leading edge, where the rise begins as a root.
    return quad(lambda s: at(1 - 2 * s * s) * 4 * s, 0, 1, limit=100)[0] / 2


@pytest.mark.parametrize(("number", "off"), [(5.0, 0.08), (20.0, 0.03), (100.0, 0.012)])
def test_the_moving_band(number: float, off: float) -> None:
    """The factor 4 / (3 sqrt pi) is the limit of a fast band; at the lowest number that passes unwarned 8 % off."""
    exact = mean_under_moving_band(number)
    assert exact * np.sqrt(number) == pytest.approx(4 / (3 * np.sqrt(np.pi)), rel=off, abs=0)


@pytest.mark.parametrize("width", [0.5, 2.0, 12.0])
def test_the_stationary_contact(width: float) -> None:
    """Mean of 1 / distance over a rectangle, by quadrature over the differences of two points."""
    x, y = 2.0, width  # the mirrored contact of unit length
    mean = dblquad(lambda v, u: 4 * (x - u) * (y - v) / np.hypot(u, v), 0, x, 0, y)[0] / (x * y)
    factor = contact_area_factor(cl.Quantity(1.0, "mm"), cl.Quantity(width, "mm")).m
    assert factor == pytest.approx(mean / (2 * np.pi), rel=1e-6, abs=0)


def test_chip_and_work_are_as_warm_on_the_shear_plane() -> None:
    speed, thickness, strain, conductivity, heat, energy = 2.0, 2e-4, 2.5, 45.0, 3.8e6, 1.8e9
    share = shear_heat_share.si(speed, thickness, strain, conductivity / heat)
    angle = 0.5  # of any shear plane with this strain: length h / sin, speed v strain sin
    half, sliding = thickness / np.sin(angle) / 2, speed * strain * np.sin(angle)
    number = sliding * half / (2 * conductivity / heat)
    flux = energy * speed * np.sin(angle)
    work = (1 - share) * flux * half / (conductivity * np.sqrt(number)) * 4 / (3 * np.sqrt(np.pi))
    assert share * energy / heat == pytest.approx(work, rel=1e-12, abs=0)
    printed = 1 / (1 + 1.328 * np.sqrt(conductivity / heat * strain / (speed * thickness)))
    assert share == pytest.approx(printed, rel=1e-3, abs=0)  # 0.754 is printed for 0.7523


def test_chip_and_tool_are_as_warm_on_the_rake_face() -> None:
    found = loewen_shaw_temperature_rise(**CUT)
    flow = 600e6 * 2.0 * 2e-4
    factor = contact_area_factor("0.6 mm", "3 mm").m
    tool = (1 - found.friction_share.m) * flow * factor / 80.0
    assert found.rake_face_rise.m == pytest.approx(tool, rel=1e-12, abs=0)
    assert 0 < found.friction_share.m < 1
    assert found.rake_face_rise.m > found.shear_plane_rise.m


def test_from_the_forces_of_a_cut() -> None:
    """A real cut, all the way from its forces; the heat is never more than the energy."""
    energies = specific_energies("567 N", "227 N", "0.127 mm", "6.35 mm", "31.27 deg", "10 deg")
    strain = shear_strain("31.27 deg", "10 deg")
    found = loewen_shaw_temperature_rise(
        "2 m/s", "0.127 mm", "6.35 mm", "0.3 mm", 0.127 / 0.228, strain, energies.shear_energy,
        energies.friction_energy, "3.6 J/(cm**3*K)", "44 W/(m*K)", "80 W/(m*K)",
    )  # fmt: skip
    adiabatic = energies.shear_energy.to("J/m**3").m / 3.6e6
    assert 0 < found.shear_plane_rise.m < adiabatic


@pytest.mark.parametrize(("name", "more"), [("cutting_speed", "200 m/min"), ("friction_energy", "900 MPa")])
def test_what_makes_it_hotter(name: str, more: str) -> None:
    hotter = loewen_shaw_temperature_rise(**(CUT | {name: more}))
    assert hotter.rake_face_rise > loewen_shaw_temperature_rise(**CUT).rake_face_rise


def test_a_tool_that_conducts_better_is_cooler() -> None:
    cooler = loewen_shaw_temperature_rise(**(CUT | {"tool_conductivity": "120 W/(m*K)"}))
    assert cooler.rake_face_rise < loewen_shaw_temperature_rise(**CUT).rake_face_rise


def test_a_slow_cut_warns_and_an_impossible_one_raises() -> None:
    shear, chip = "thermal number of the shear plane", "thermal number of the chip"
    with pytest.warns(ValidityWarning, match=shear), pytest.warns(ValidityWarning, match=chip):
        loewen_shaw_temperature_rise(**(CUT | {"cutting_speed": "20 m/min", "friction_energy": "3000 MPa"}))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ValidityWarning)
        with pytest.raises(InputError, match="hotter than friction"):
            loewen_shaw_temperature_rise(**(CUT | {"friction_energy": "1 MPa"}))


@pytest.mark.parametrize("name", ["chip_width", "tool_conductivity", "shear_energy"])
def test_all_results_have_the_shape_of_the_arguments(name: str) -> None:
    one = loewen_shaw_temperature_rise(**CUT)
    many = loewen_shaw_temperature_rise(**(CUT | {name: [CUT[name]] * 3}))
    for part in ("shear_plane_rise", "rake_face_rise", "shear_share", "friction_share"):
        assert np.shape(getattr(many, part).m) == (3,)
        np.testing.assert_allclose(getattr(many, part).m, getattr(one, part).m, rtol=1e-12)


def test_a_slow_shear_plane_under_a_long_contact_warns_too() -> None:
    """A thin chip: the contact is fast enough for a band of heat, the shear plane is not."""
    thin = CUT | {"chip_thickness": "0.02 mm", "friction_energy": "6000 MPa"}
    with pytest.warns(ValidityWarning, match="thermal number of the shear plane") as caught:
        loewen_shaw_temperature_rise(**thin)
    assert len(caught) == 1


@pytest.mark.parametrize("number", [0.5, 1.0, 2.0, 4.0])
def test_below_the_range_the_share_of_the_chip_is_a_lower_bound(number: float) -> None:
    """There the work gets warmer under the band than the form for a fast one tells, and so keeps less of the heat."""
    assert mean_under_moving_band(number) * np.sqrt(number) > 4 / (3 * np.sqrt(np.pi))
