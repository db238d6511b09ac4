"""What chipload returns is a quantity of the application registry like any other."""

from __future__ import annotations

import copy
import pickle

import numpy as np
import pint
import pytest

import chipload as cl


@pytest.fixture
def speed() -> pint.Quantity:
    return cl.cutting.spindle_speed("300 m/min", "10 mm")


def built(speed: pint.Quantity) -> pint.Quantity:
    """The same quantity, made the usual way."""
    return pint.application_registry.get().Quantity(speed.magnitude, "rpm")


def test_class(speed: pint.Quantity) -> None:
    assert type(speed) is type(built(speed))
    assert isinstance(speed, pint.Quantity)
    assert isinstance(speed, cl.Quantity)
    assert type(speed.magnitude) is float


def test_comparison_and_hash(speed: pint.Quantity) -> None:
    same = built(speed)
    assert speed == same
    assert (speed != same) is False
    assert speed == pint.Quantity(speed.magnitude, "rpm")
    assert hash(speed) == hash(same)
    assert len({speed, same}) == 1
    assert speed < pint.Quantity(1, "kHz") * 1000
    assert speed > pint.Quantity(9549, "rpm")
    assert speed.dimensionality == same.dimensionality


def test_arithmetic(speed: pint.Quantity) -> None:
    assert (speed + pint.Quantity(1, "rpm")).magnitude == speed.magnitude + 1
    assert (speed * 2) == built(speed) * 2
    assert (speed / speed).magnitude == 1.0
    assert (speed**2).units == pint.Unit("rpm**2")
    assert (-speed).magnitude == -speed.magnitude
    with pytest.raises(pint.DimensionalityError):
        speed + pint.Quantity(1, "mm")


def test_conversion(speed: pint.Quantity) -> None:
    assert speed.to("rev/s").magnitude == pytest.approx(speed.magnitude / 60, rel=1e-14, abs=0)
    assert speed.to("rad/s").magnitude == pytest.approx(speed.magnitude * 2 * np.pi / 60, rel=1e-14, abs=0)
    force = cl.cutting.turning_force("3100 MPa", "0.2 mm/rev", "3 mm")
    assert force.to("lbf").magnitude == pytest.approx(1860 / 4.4482216152605, rel=1e-14, abs=0)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(speed: pint.Quantity, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(speed, protocol))
    assert again == speed
    assert again.units == speed.units


def test_copies(speed: pint.Quantity) -> None:
    assert copy.copy(speed) == speed
    assert copy.deepcopy(speed) == speed


def test_in_place_change_stays_private(speed: pint.Quantity) -> None:
    other = cl.cutting.spindle_speed("300 m/min", "10 mm")
    speed.ito("Hz")
    assert other.units == pint.Unit("rpm")
    assert cl.cutting.spindle_speed("300 m/min", "10 mm").units == pint.Unit("rpm")


def test_text(speed: pint.Quantity) -> None:
    assert f"{speed:.0f~P}" == "9549 rpm"
    assert str(speed) == str(built(speed))
    assert repr(speed) == repr(built(speed))


def test_arrays() -> None:
    speeds = cl.cutting.spindle_speed(pint.Quantity(np.array([100.0, 300.0]), "m/min"), "10 mm")
    assert speeds.magnitude.shape == (2,)
    assert speeds[1] == cl.cutting.spindle_speed("300 m/min", "10 mm")
    np.testing.assert_allclose(np.mean(speeds).magnitude, speeds.magnitude.mean(), rtol=1e-15)
    assert np.array_equal(pickle.loads(pickle.dumps(speeds)).magnitude, speeds.magnitude)


def test_a_record_survives_pickling() -> None:
    cut = cl.cutting.face_engagement("40 mm", "80 mm")
    again = pickle.loads(pickle.dumps(cut))
    assert again == cut


def test_it_goes_straight_back_in(speed: pint.Quantity) -> None:
    back = cl.cutting.cutting_speed(speed, "10 mm")
    assert back.magnitude == pytest.approx(300.0, rel=1e-14, abs=0)
