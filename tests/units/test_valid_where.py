"""A condition of validity between arguments warns, in a call, in a long call and in the working."""

from __future__ import annotations

import numpy as np
import pytest

import chipload as cl
from chipload.errors import ValidityWarning
from chipload.mechanics import helical_spring_stress, shaft_fillet_concentration, thin_cylinder
from chipload.units import working

THICK = ("2 MPa", "50 mm", "10 mm", "210 GPa", 0.3)


def test_a_call_warns_with_what_was_given() -> None:
    with pytest.warns(ValidityWarning, match="use the thick formulas") as caught:
        thin_cylinder(*THICK)
    (warning,) = caught
    assert "inner_radius 50.000 mm, thickness 10.000 mm" in str(warning.message)
    assert warning.filename == __file__


def test_the_edge_of_the_range_does_not_warn() -> None:
    assert thin_cylinder("2 MPa", "100 mm", "10 mm", "210 GPa", 0.3).hoop_stress.m == pytest.approx(20, rel=1e-12)


def test_an_option_takes_part() -> None:
    """A shoulder of a fifth of the radius is on the chart for bending and off that for torsion."""
    shape = ("20.4 mm", "20 mm", "1 mm")
    assert shaft_fillet_concentration(*shape, "bending").m > 1
    with pytest.warns(ValidityWarning, match="load torsion"):
        shaft_fillet_concentration(*shape, "torsion")


@pytest.mark.parametrize("bad", [0, 70_000, 199_999])
def test_one_point_among_many_warns(bad: int) -> None:
    thickness = np.full(200_000, 2.0)
    thickness[bad] = 10.0
    with pytest.warns(ValidityWarning, match="use the thick formulas") as caught:
        found = thin_cylinder("2 MPa", "50 mm", cl.Quantity(thickness, "mm"), "210 GPa", 0.3)
    assert len(caught) == 1
    assert found.hoop_stress.m[bad] == pytest.approx(10, rel=1e-12)


def test_a_long_call_inside_the_range_is_silent() -> None:
    wires = cl.Quantity(np.linspace(2.0, 4.0, 200_000), "mm")
    assert helical_spring_stress("100 N", wires, "20 mm", "wahl").m.shape == (200_000,)


def test_the_working_keeps_the_sentence() -> None:
    with working() as collected, pytest.warns(ValidityWarning):
        thin_cylinder(*THICK)
    (step,) = collected.steps
    (note,) = step.notes
    assert "50.000 mm" in note
    assert "1.9685 in" in note.describe("inch")
