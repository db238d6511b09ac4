"""Heat: published rises, balances of energy, and readings of a thermometer that are no differences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload import cutting
from chipload.errors import InputError, UnitError


def test_cook_by_a_second_published_example() -> None:
    """Force of 1180 N on 2.6 by 0.28 mm at 3.5 m/s, 2900 kg/m3, 1 J/gK, 0.8 cm2/s: 537 from 22 degrees."""
    heat = cutting.volumetric_heat_capacity("2900 kg/m**3", "1000 J/(kg*K)")
    energy = cl.Quantity(1180.0, "N") / cl.Quantity(2.6 * 0.28, "mm**2")
    rise = cutting.chip_tool_temperature_rise(energy, "3.5 m/s", "0.28 mm", heat, "0.8 cm**2/s").m
    assert rise + 22 == pytest.approx(537, abs=0.5)


def test_both_rises_of_the_chip_add_up_to_the_published_temperature() -> None:
    """Ghosh and Mallik, problem 4.6, as transcribed: 835.6 degrees from 40."""
    common = {
        "cutting_speed": "2 m/s", "chip_thickness": "0.25 mm", "chip_width": "2 mm",
        "volumetric_heat_capacity": cutting.volumetric_heat_capacity("7200 kg/m**3", "502 J/(kg*K)"),
        "thermal_conductivity": "43.6 W/(m*K)", "shear_angle": cl.Quantity(np.pi / 4 - np.arctan(0.5), "rad"),
    }  # fmt: skip
    shear = cutting.shear_plane_temperature_rise(shear_power=cl.Quantity(4000 / 3, "W"), **common).m
    friction = cutting.rake_face_temperature_rise(
        friction_power=cl.Quantity(800 / 3, "W"), rake_angle="0 deg", **common
    ).m
    assert 40 + shear + friction == pytest.approx(835.6, rel=1e-4, abs=0)


def test_the_shear_plane_law_says_where_it_ends() -> None:
    given_ = dict(cutting.shear_plane_temperature_rise.example)
    for speed in ("0.001 m/s", "20 m/s"):
        with pytest.raises(InputError, match="outside the range"):
            cutting.shear_plane_temperature_rise(**{**given_, "cutting_speed": speed})


@given(st.floats(1, 1e5), st.floats(0.01, 0.9), st.floats(0.01, 0.1))
def test_no_heat_is_lost(power: float, chip: float, tool: float) -> None:
    found = cutting.heat_split.si(power, chip, tool)
    assert found.chip_heat + found.tool_heat + found.work_heat == pytest.approx(power, rel=1e-12, abs=0)


@given(st.floats(1, 1e5), st.floats(0.1, 50), st.floats(500, 2000), st.floats(500, 5000))
def test_the_flow_warms_by_what_was_asked(power: float, rise: float, density: float, heat: float) -> None:
    flow = cutting.coolant_flow.si(power, rise, density, heat)
    assert cutting.bulk_temperature_rise.si(power, 1.0, flow * density, heat) == pytest.approx(rise, rel=1e-12, abs=0)


def test_spindle_growth_begins_at_nothing_and_settles() -> None:
    assert cutting.spindle_growth("30 um", "0 s", "20 min").m == 0
    assert cutting.spindle_growth("30 um", "20 hours", "20 min").m == pytest.approx(30, rel=1e-12, abs=0)


def test_a_colder_part_is_shorter() -> None:
    assert cutting.thermal_growth("17e-6 1/K", "200 mm", "-25 K").m == pytest.approx(-85, rel=1e-12, abs=0)


@pytest.mark.parametrize("same", ["25 K", "25 delta_degC", "45 delta_degF"])
def test_differences(same: str) -> None:
    assert cutting.thermal_growth("17e-6 1/K", "200 mm", same).m == pytest.approx(85, rel=1e-12, abs=0)


@pytest.mark.parametrize("reading", ["25 degC", "25 °C", "77 degF"])
def test_a_reading_of_a_thermometer_is_no_difference(reading: str) -> None:
    with pytest.raises(UnitError, match=r'reading of a thermometer.*"25 delta_degC"'):
        cutting.thermal_growth("17e-6 1/K", "200 mm", reading)
    with pytest.raises(UnitError, match="reading of a thermometer"):
        cutting.thermal_growth("17e-6 1/K", "200 mm", cl.Quantity(25.0, "degC"))
