"""Mohr's circles of a stress or strain state, in the plane of x and y and in space, as quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.mechanics.states import tensors
from chipload.mechanics.states.states import TensorState
from chipload.units.boundary import from_kernel
from chipload.units.kinds import ANGLE


@dataclass(frozen=True)
class MohrCircle:
    """Mohr's circle in the plane of x and y.

    Attributes
    ----------
    center, radius
        Of the circle; the radius is the largest shear in the plane.
    first, second
        Largest and smallest normal value in the plane.
    principal_angle
        Angle from x to the first, counter-clockwise; half the angle on the circle.
    x_face, y_face
        Points of the two faces as normal and shear value; the shear of the face y is that of x with the other sign.
    """

    center: Any
    radius: Any
    first: Any
    second: Any
    principal_angle: Any
    x_face: tuple[Any, Any]
    y_face: tuple[Any, Any]


@dataclass(frozen=True)
class MohrCircles:
    """The three circles of a state in space: their centres and radii, the largest circle first.

    Attributes
    ----------
    centers, radii
        Of the circles between the values 1 and 3, 1 and 2, 2 and 3, on the last axis.
    principal_values
        Where they meet the axis, largest first, on the last axis.
    """

    centers: Any
    radii: Any
    principal_values: Any


def mohr_circle(state: TensorState) -> MohrCircle:
    """Mohr's circle of `state` in the plane of x and y.

    Shear values are stresses, or half the angles of strain; drawn with the shear axis downwards, the circle is run
    through in the sense in which the element turns.

    Examples
    --------
    Gere, Mechanics of Materials, example 7.6: centre -20, radius 50 MPa.

    >>> from chipload.mechanics.states.stress_states import StressState
    >>> circle = mohr_circle(StressState.plane("-50 MPa", "10 MPa", "-40 MPa"))
    >>> circle.center.m, circle.radius.m, circle.first.m
    (-20.0, 50.0, 30.0)
    """
    xx, yy, _, xy, *_ = tensors.components(state.tensor)
    center, radius = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)

    def out(value: Any) -> Any:
        return from_kernel(state.kind, np.array(value) if np.ndim(value) else value)

    return MohrCircle(
        out(center), out(radius), out(center + radius), out(center - radius),
        from_kernel(ANGLE, tensors.angle_to_first(xx, yy, xy)), (out(xx), out(xy)), (out(yy), out(-xy)),
    )  # fmt: skip


def mohr_circles(state: TensorState) -> MohrCircles:
    """The three Mohr's circles of `state`; the shear on every plane lies between them.

    Examples
    --------
    >>> from chipload.mechanics.states.stress_states import StressState
    >>> mohr_circles(StressState.from_principal("60 MPa", "20 MPa", "-40 MPa")).radii.m
    array([50., 20., 30.])
    """
    values = tensors.principal_values(state.tensor)
    reduced = tensors.deviator_principal_values(state.tensor)
    upper, lower = [0, 0, 1], [2, 1, 2]
    return MohrCircles(
        from_kernel(state.kind, (values[..., upper] + values[..., lower]) / 2),
        from_kernel(state.kind, (reduced[..., upper] - reduced[..., lower]) / 2),
        from_kernel(state.kind, values),
    )
