"""The reading of a thermometer: its units differ by their zero, so it goes in and out by pint's conversion."""

from __future__ import annotations

import numpy as np
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError, UnitError
from chipload.units import FORMULAS, KINDS, formula, from_kernel, registry, to_kernel
from chipload.units import formulas as formulas_module
from chipload.units.kinds import Ratio, Temperature, TemperatureRise
from chipload.units.trace import show

TEMPERATURE = KINDS["TEMPERATURE"]


def warmer(temperature: Temperature, temperature_rise: TemperatureRise) -> Temperature:
    """Temperature after a rise."""
    return temperature + temperature_rise


def hotter_times(temperature: Temperature, times: Ratio) -> Temperature:
    """So many times as far from absolute zero."""
    return temperature * times


@pytest.fixture
def made() -> object:
    """A formula with a temperature in and out, taken out of the list again."""
    made = formula(symbol="T", equation="T = T_0 + x", source="none", example={
        "temperature": "25 degC", "temperature_rise": "10 K",
    })(warmer)  # fmt: skip
    yield made
    del FORMULAS[made.qualified_name]


@pytest.mark.parametrize(
    ("text", "kelvin"),
    [
        ("25 degC", 298.15),
        ("25 °C", 298.15),
        ("-40 degF", 233.15),
        ("-40 degC", 233.15),
        ("77 degF", 298.15),
        ("32 °F", 273.15),
        ("298.15 K", 298.15),
        ("536.67 degR", 298.15),
        ("0 K", 0.0),
        ("-273.15 degC", 0.0),
        ("-459.67 degF", 0.0),
    ],
)
def test_readings(text: str, kelvin: float) -> None:
    assert to_kernel(TEMPERATURE, text, "temperature") == pytest.approx(kelvin, rel=1e-12, abs=0)


@pytest.mark.parametrize("bad", ["-300 degC", "-500 degF", "-1 K", "-1 degR", "-273.16 degC"])
def test_nothing_is_colder_than_absolute_zero(bad: str) -> None:
    with pytest.raises(InputError, match=rf"^temperature: '{bad}' cannot be; a temperature is not below absolute zero"):
        to_kernel(TEMPERATURE, bad, "temperature")
    with pytest.raises(InputError, match="absolute zero"):
        to_kernel(TEMPERATURE, registry().Quantity(np.array([20.0, -300.0]), "degC"), "temperature")


@pytest.mark.parametrize("bad", ["25", 25.0, 25, np.array([25.0])])
def test_a_number_without_its_thermometer(bad: object) -> None:
    with pytest.raises(UnitError, match='like "25 degC"'):
        to_kernel(TEMPERATURE, bad, "temperature")


@pytest.mark.parametrize("bad", ["25 delta_degC", "45 delta_degF"])
def test_a_difference_is_no_reading(bad: str) -> None:
    with pytest.raises(UnitError, match=r'is a difference, not a temperature; give a reading like "25 degC"'):
        to_kernel(TEMPERATURE, bad, "temperature")


@pytest.mark.parametrize("bad", ["25 C", "25 F", "25 mm", "25 degC/m", "25 K**2"])
def test_other_things_are_no_temperature(bad: str) -> None:
    with pytest.raises(UnitError, match='like "25 degC"'):
        to_kernel(TEMPERATURE, bad, "temperature")


@given(st.floats(0.0, 1e5))
def test_out_and_in_again(kelvin: float) -> None:
    for system in ("metric", "inch"):
        written = from_kernel(TEMPERATURE, kelvin, system)
        assert to_kernel(TEMPERATURE, written, "t") == pytest.approx(kelvin, rel=1e-12, abs=1e-9)


def test_each_system_shows_its_thermometer() -> None:
    assert show(TEMPERATURE, 298.15) == "25.0 °C"
    assert show(TEMPERATURE, 298.15, "inch") == "77.0 °F"
    assert show(TEMPERATURE, np.array([273.15, 373.15]), "inch") == "32.0 … 212.0 °F"


def test_a_plain_number_reads_in_the_system() -> None:
    assert to_kernel(TEMPERATURE, 25, "t", "metric") == pytest.approx(298.15, rel=1e-13)
    assert to_kernel(TEMPERATURE, "77", "t", "inch") == pytest.approx(298.15, rel=1e-13)


def test_lists_and_arrays_of_any_shape() -> None:
    np.testing.assert_allclose(to_kernel(TEMPERATURE, ["0 degC", "32 degF", "273.15 K"], "t"), 273.15, rtol=1e-13)
    grid = registry().Quantity(np.array([[0.0, 100.0], [200.0, -273.15]]), "degC")
    np.testing.assert_allclose(to_kernel(TEMPERATURE, grid, "t"), [[273.15, 373.15], [473.15, 0.0]], rtol=1e-13)


def test_a_formula_reads_and_writes_it(made: object) -> None:
    found = made("25 degC", "18 delta_degF")
    assert isinstance(found, pint.Quantity)
    assert found.units == registry().degC
    assert type(found.magnitude) is float
    assert found.magnitude == pytest.approx(35.0, rel=1e-12)
    assert made("77 degF", "10 K").to("degF").magnitude == pytest.approx(95.0, rel=1e-12)


@pytest.mark.parametrize("size", [3, formulas_module._BLOCK + 3])
def test_arrays_short_and_in_blocks(made: object, size: int) -> None:
    fahrenheit = np.linspace(-400.0, 2000.0, size)
    given = registry().Quantity(fahrenheit.copy(), "degF")
    found = made(given, "10 K")
    np.testing.assert_allclose(found.to("K").magnitude, (fahrenheit + 459.67) * 5 / 9 + 10, rtol=1e-12)
    np.testing.assert_array_equal(given.magnitude, fahrenheit)
    in_kelvin = registry().Quantity(np.linspace(1.0, 2.0, size), "K")
    assert not np.shares_memory(made(in_kelvin, "0 K").magnitude, in_kelvin.magnitude)
    with pytest.raises(InputError, match="absolute zero"):
        made(registry().Quantity(np.full(size, -300.0), "degC"), "10 K")


def test_solving_for_it(made: object) -> None:
    found = made.solve_for("temperature", warmer="95 degF", temperature_rise="10 K")
    assert found.units == registry().degC
    assert found.magnitude == pytest.approx(25.0, rel=1e-9)
    rise = made.solve_for("temperature_rise", warmer="95 degF", temperature="25 degC")
    assert rise.magnitude == pytest.approx(10.0, rel=1e-9)
    within = made.solve_for("temperature", bracket=("0 degC", "100 degC"), warmer="95 degF", temperature_rise="10 K")
    assert within.magnitude == pytest.approx(25.0, rel=1e-9)


def test_the_working_shows_it(made: object) -> None:
    with cl.working() as steps:
        made("25 degC", "10 K")
    given, found = steps["warmer"].numbers("inch")
    assert given[0][1] == "77.0 °F"
    assert found[0][1] == "95.0 °F"
    assert "35.0 °C" in str(steps)


def test_twice_as_hot_is_counted_from_absolute_zero() -> None:
    made = formula(symbol="T", equation="T = T_0 x", source="none", example={
        "temperature": "25 degC", "times": 2,
    })(hotter_times)  # fmt: skip
    try:
        assert made("0 degC", 2).magnitude == pytest.approx(273.15, rel=1e-12)
    finally:
        del FORMULAS[made.qualified_name]
