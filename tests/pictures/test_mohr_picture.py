"""Mohr's circles as drawn, against the state they are drawn of."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from chipload.errors import InputError
from chipload.mechanics import StrainState, StressState
from chipload.pictures import mohr_picture

PLANE = StressState.plane("80 MPa", "-40 MPa", "25 MPa")
SPACE = StressState(
    normal_stress_x="90 MPa", normal_stress_y="-40 MPa", normal_stress_z="30 MPa", shear_stress_xy="25 MPa",
    shear_stress_yz="12 MPa", shear_stress_zx="-18 MPa",
)  # fmt: skip


def trace(figure: Any, name: str) -> Any:
    (found,) = [one for one in figure.data if one.name == name]
    return found


def test_the_circle_of_a_plane_state() -> None:
    figure = mohr_picture(PLANE)
    circle = trace(figure, "circle")
    np.testing.assert_allclose(np.hypot(np.array(circle.x) - 20.0, circle.y), 65.0, rtol=1e-12)
    assert list(trace(figure, "principal").x) == pytest.approx([85.0, -45.0], rel=1e-12)
    assert trace(figure, "principal").text[0] == "σ₁ = 85 MPa"
    faces = trace(figure, "faces x and y")
    assert list(faces.x) == pytest.approx([80.0, -40.0], rel=1e-12)
    assert list(faces.y) == pytest.approx([25.0, -25.0], rel=1e-12)
    np.testing.assert_allclose(np.hypot(np.array(faces.x) - 20.0, faces.y), 65.0, rtol=1e-12)
    assert "11.31°" in figure.layout.title.text
    assert "[MPa]" in figure.layout.xaxis.title.text
    assert "downwards" in figure.layout.yaxis.title.text
    assert figure.layout.yaxis.autorange == "reversed"
    assert figure.layout.yaxis.scaleanchor == "x"


def test_the_circles_of_a_state_in_space() -> None:
    figure = mohr_picture(SPACE)
    values = SPACE.principal_values.magnitude
    for name, upper, lower in (("between 1 and 3", 0, 2), ("between 1 and 2", 0, 1), ("between 2 and 3", 1, 2)):
        circle = trace(figure, name)
        assert max(circle.x) == pytest.approx(values[upper], rel=1e-9)
        assert min(circle.x) == pytest.approx(values[lower], rel=1e-4)
        assert max(circle.y) == pytest.approx((values[upper] - values[lower]) / 2, rel=1e-9)
    faces = trace(figure, "faces x, y and z")
    for x, y, normal in zip(faces.x, faces.y, np.eye(3), strict=True):
        face = SPACE.traction(normal)
        assert x == pytest.approx(face.normal_stress.magnitude, rel=1e-12)
        assert y == pytest.approx(face.shear_stress.magnitude, rel=1e-9)
    assert trace(figure, "largest shear").y[0] == pytest.approx(SPACE.max_shear_stress.magnitude, rel=1e-12)


def test_space_can_be_asked_for_and_inches_too() -> None:
    figure = mohr_picture(PLANE, space=True, system="inch")
    assert list(trace(figure, "principal").x) == pytest.approx([85 / 6.894757293, 0.0, -45 / 6.894757293], abs=1e-9)
    assert "[ksi]" in figure.layout.xaxis.title.text
    assert len(mohr_picture(SPACE, space=False).data) == len(mohr_picture(PLANE).data)


def test_strains_are_shown_in_millionths() -> None:
    figure = mohr_picture(StrainState.plane_strain(340e-6, 110e-6, 180e-6))
    assert list(trace(figure, "faces x and y").y) == pytest.approx([90.0, -90.0], rel=1e-12)
    assert "µm/m" in figure.layout.xaxis.title.text


def test_the_shear_of_strains_is_named_as_half_of_it() -> None:
    """The radius is half the largest shear strain, which the words beside it must not call the whole."""
    strain = StrainState.plane_strain(340e-6, 110e-6, 180e-6)
    for space, whole in ((False, strain.max_in_plane_shear_strain), (True, strain.max_shear_strain)):
        figure = mohr_picture(strain, space=space)
        shown = trace(figure, "largest shear")
        assert abs(shown.y[0]) == pytest.approx(whole.magnitude * 1e6 / 2, rel=1e-12)
        assert shown.text[0].startswith("half the largest shear strain")
    assert trace(mohr_picture(PLANE), "largest shear").text[0] == "largest shear in the plane 65 MPa"


def test_nothing_and_a_stack() -> None:
    assert list(trace(mohr_picture(StressState()), "principal").x) == [0.0, 0.0]
    with pytest.raises(InputError, match="give one of them"):
        mohr_picture(np.ones(2) * PLANE)
