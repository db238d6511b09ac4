"""Mohr's circles of a stress or strain state, in the plane or in space."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from chipload.errors import InputError
from chipload.mechanics import StressState, mohr_circle, mohr_circles
from chipload.mechanics.states.states import TensorState
from chipload.pictures.style import LINE, MUTED, SECOND, THIRD, blank
from chipload.units.boundary import from_kernel

_ANGLES = np.linspace(0.0, 2 * np.pi, 361)
_ACROSS_Z = 1e-9
"""Stress on the face z, as a share of the largest, below which a state counts as one in the plane of x and y."""


@dataclass(frozen=True)
class _Scale:
    """How the values of a state are shown."""

    unit: str
    label: str
    normal: str
    shear: str
    letter: str
    most: str

    def of(self, quantity: Any) -> Any:
        return quantity.to(self.unit).magnitude

    def text(self, value: float) -> str:
        return f"{value:.4g} {self.label}"


def mohr_picture(state: TensorState, *, space: bool | None = None, system: str = "metric") -> go.Figure:
    """Mohr's circle of a state in the plane of x and y, or the three circles of a state in space.

    Parameters
    ----------
    state
        One `StressState` or `StrainState`.
    space
        True for the three circles, False for the one in the plane of x and y; by default three where anything but
        zero stands on the face z.
    system
        "metric" or "inch".

    Returns
    -------
    plotly.graph_objects.Figure
        In the plane with the shear axis downwards, so that the circle is run through in the sense in which the
        element turns; in space with the size of the shear upwards.

    Raises
    ------
    InputError
        When it is a stack of states.
    """
    if state.shape:
        raise InputError(f"mohr_picture, state: it is a stack of {state.shape}; give one of them, like state[0]")
    if isinstance(state, StressState):
        unit = state.kind.display(system)
        scale = _Scale(unit.unit, unit.label, "Normal stress σ", "shear stress τ", "σ", "largest shear")
    else:
        scale = _Scale(
            "micrometer/m",
            "µm/m",
            "Normal strain ε",
            "half the shear strain, γ/2",
            "ε",
            "half the largest shear strain",
        )
    if space is None:
        space = bool(np.abs(state.tensor[2]).max() > _ACROSS_Z * np.abs(state.tensor).max())
    return _in_space(state, scale) if space else _in_plane(state, scale)


def _blank(title: str, scale: _Scale, shear: str) -> go.Figure:
    figure = blank(title, f"{scale.normal} [{scale.label}]", f"{shear} [{scale.label}]", showlegend=False)
    figure.update_yaxes(scaleanchor="x", scaleratio=1)
    return figure


def _circle(figure: go.Figure, center: float, radius: float, colour: str, name: str, scale: _Scale, fill: str) -> None:
    figure.add_trace(
        go.Scatter(
            x=center + radius * np.cos(_ANGLES), y=radius * np.sin(_ANGLES), mode="lines", name=name,
            line={"color": colour, "width": 2}, fill="toself" if fill else None, fillcolor=fill or None,
            hovertemplate=f"{scale.letter} %{{x:.4g}}, {scale.shear} %{{y:.4g}} {scale.label}<extra>{name}</extra>",
        )
    )  # fmt: skip


def _points(
    figure: go.Figure, name: str, at: list[tuple[float, float]], texts: list[str], colour: str, places: list[str]
) -> None:
    figure.add_trace(
        go.Scatter(
            x=[x for x, _ in at], y=[y for _, y in at], mode="markers+text", name=name, text=texts,
            textposition=places, marker={"color": colour, "size": 9}, textfont={"color": colour},
            hovertemplate="%{text}<extra></extra>", cliponaxis=False,
        )
    )  # fmt: skip


def _room(figure: go.Figure, low: float, high: float, reach: float) -> None:
    """Axes that hold the circles and the words beside them."""
    width = max(high - low, 2 * reach) or 1.0
    middle = (high + low) / 2
    figure.update_xaxes(range=[middle - 0.75 * width, middle + 0.75 * width])


def _in_plane(state: TensorState, scale: _Scale) -> go.Figure:
    found = mohr_circle(state)
    center, radius, first, second = (
        float(scale.of(one)) for one in (found.center, found.radius, found.first, found.second)
    )
    angle = float(found.principal_angle.to("deg").magnitude)
    faces = [(float(scale.of(x)), float(scale.of(y))) for x, y in (found.x_face, found.y_face)]
    title = f"Mohr's circle; {scale.letter}₁ at {angle:.4g}° from x"
    figure = _blank(title, scale, f"{scale.shear.capitalize()}, positive downwards")
    figure.update_yaxes(autorange="reversed")
    _circle(figure, center, radius, LINE, "circle", scale, "")
    figure.add_trace(
        go.Scatter(
            x=[face[0] for face in faces], y=[face[1] for face in faces], mode="lines", name="faces",
            line={"color": MUTED, "dash": "dash"}, hoverinfo="skip",
        )
    )  # fmt: skip
    _points(
        figure, "principal", [(first, 0.0), (second, 0.0)],
        [f"{scale.letter}₁ = {scale.text(first)}", f"{scale.letter}₂ = {scale.text(second)}"], SECOND,
        ["top right", "top left"],
    )  # fmt: skip
    texts = [
        f"{name} face ({face[0]:.4g}, {face[1]:.4g}) {scale.label}" for name, face in zip("xy", faces, strict=True)
    ]
    # downwards is positive, so a point with positive shear has its words below it
    _points(figure, "faces x and y", faces, texts, THIRD, [_beside(*face, center) for face in faces])
    _points(
        figure, "largest shear", [(center, -radius)], [f"{scale.most} in the plane {scale.text(radius)}"], LINE,
        ["top center"],
    )  # fmt: skip
    away = "bottom left" if (faces[0][0] - center) * faces[0][1] >= 0 else "bottom right"  # of the dashed line
    _points(figure, "centre", [(center, 0.0)], [f"centre {scale.text(center)}"], MUTED, [away])
    _room(figure, second, first, radius)
    return figure


def _beside(normal: float, shear: float, center: float) -> str:
    return f"{'bottom' if shear >= 0 else 'top'} {'right' if normal >= center else 'left'}"


def _in_space(state: TensorState, scale: _Scale) -> go.Figure:
    found = mohr_circles(state)
    centers, radii, values = (np.asarray(scale.of(one)) for one in (found.centers, found.radii, found.principal_values))
    figure = _blank("Mohr's circles", scale, f"{scale.shear.capitalize()}, its size")
    for center, radius, colour, name, fill in zip(
        centers, radii, (LINE, SECOND, THIRD), ("1 and 3", "1 and 2", "2 and 3"),
        ("rgba(31,95,139,0.15)", "white", "white"), strict=True,
    ):  # fmt: skip
        _circle(figure, float(center), float(radius), colour, f"between {name}", scale, fill)
    texts = [f"{scale.letter}{mark} = {scale.text(float(one))}" for mark, one in zip("₁₂₃", values, strict=True)]
    places = ["bottom right", "bottom center", "bottom left"]
    _points(figure, "principal", [(float(one), 0.0) for one in values], texts, SECOND, places)
    tensor = state.tensor
    normal = np.diag(tensor)
    shear = np.sqrt(np.maximum(np.sum(tensor**2, axis=-1) - normal**2, 0.0))
    faces = [
        (float(scale.of(from_kernel(state.kind, x))), float(scale.of(from_kernel(state.kind, y))))
        for x, y in zip(normal, shear, strict=True)
    ]
    texts = [f"{name} face" for name in "xyz"]
    _points(figure, "faces x, y and z", faces, texts, MUTED, ["top center"] * 3)
    _points(
        figure, "largest shear", [(float(centers[0]), float(radii[0]))],
        [f"{scale.most} {scale.text(float(radii[0]))}"], LINE, ["top center"],
    )  # fmt: skip
    _room(figure, float(values[2]), float(values[0]), float(radii[0]))
    return figure
