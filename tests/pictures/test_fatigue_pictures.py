"""Stress life and Haigh's diagram: the traces hold the numbers of the formulas."""

from __future__ import annotations

import numpy as np
import pytest

import chipload as cl
from chipload import mechanics as m
from chipload import pictures
from chipload.errors import InputError


def trace(figure, name):
    (found,) = (one for one in figure.data if one.name == name)
    return found


def test_stress_life() -> None:
    figure = pictures.stress_life_picture("650 MPa", "325 MPa", 0.9, "395 MPa")
    line = trace(figure, "strength")
    np.testing.assert_allclose(line.y, m.sn_strength.si(np.array(line.x), 650.0, 325.0, 0.9), rtol=1e-12)
    part = trace(figure, "part")
    assert part.y[0] == pytest.approx(395, rel=1e-12)
    assert part.x[0] == pytest.approx(m.sn_cycles.si(395.0, 650.0, 325.0, 0.9), rel=1e-12)
    assert part.text[0] == "101,000 cycles"
    assert "[MPa]" in figure.layout.yaxis.title.text


def test_a_part_without_a_limit_stands_at_the_end() -> None:
    part = trace(pictures.stress_life_picture("650 MPa", "325 MPa", 0.9, "200 MPa"), "part")
    assert part.x[0] == 1e8
    assert part.text[0] == "no limit"
    assert len(pictures.stress_life_picture("650 MPa", "325 MPa").data) == 1


@pytest.mark.parametrize("rule", ["Goodman", "Gerber", "Soderberg", "ASME ellipse"])
def test_every_line_of_haigh_is_a_safety_of_one(rule: str) -> None:
    figure = pictures.haigh_picture("276 MPa", "551 MPa", "413 MPa")
    line = trace(figure, rule)
    safety = {
        "Goodman": lambda a, s: m.goodman_safety.si(a, s, 276.0, 551.0),
        "Gerber": lambda a, s: m.gerber_safety.si(a, s, 276.0, 551.0),
        "Soderberg": lambda a, s: m.soderberg_safety.si(a, s, 276.0, 413.0),
        "ASME ellipse": lambda a, s: m.asme_elliptic_safety.si(a, s, 276.0, 413.0),
    }[rule]
    np.testing.assert_allclose(safety(np.array(line.y), np.array(line.x)), 1.0, rtol=1e-6)
    assert "[MPa]" in figure.layout.xaxis.title.text


def test_the_cycle_in_haigh_tells_its_safety() -> None:
    figure = pictures.haigh_picture("276 MPa", "551 MPa", "413 MPa", "172 MPa", "178.4 MPa")
    part = trace(figure, "part")
    assert (part.x[0], part.y[0]) == pytest.approx((178.4, 172), rel=1e-12)
    assert "Goodman 1.06" in part.hovertemplate
    assert "Gerber 1.31" in part.hovertemplate
    assert "ASME ellipse 1.32" in part.hovertemplate


def test_bad_input_is_told_by_name() -> None:
    with pytest.raises(InputError, match="yield_strength"):
        pictures.haigh_picture("276 MPa", "551 MPa", "413")
    with pytest.raises(InputError, match="tensile_strength: the diagram ends at it"):
        pictures.haigh_picture("276 MPa", "0 MPa", "413 MPa")


def test_a_picture_shows_one_part() -> None:
    two = cl.Quantity([300.0, 400.0], "MPa")
    asked = {
        "yield_strength": lambda: pictures.haigh_picture("276 MPa", "551 MPa", two),
        "mean_stress": lambda: pictures.haigh_picture("276 MPa", "551 MPa", "413 MPa", "100 MPa", two),
        "endurance_limit": lambda: pictures.stress_life_picture("651 MPa", two),
        "stress_amplitude": lambda: pictures.stress_life_picture("650 MPa", "325 MPa", 0.9, two),
    }
    for name, ask in asked.items():
        with pytest.raises(InputError, match=f"{name}: a picture shows one part"):
            ask()
