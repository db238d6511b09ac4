"""A stack under load: its outline, bent."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from chipload.dynamics.stack import Stack, Theory
from chipload.pictures import style


def bent_stack_picture(stack: Stack, loads: Any, *, theory: Theory = "timoshenko") -> go.Figure:
    """The outline of a stack at rest and bent, with the deflection along it.

    Parameters
    ----------
    stack
        What is bent.
    loads
        As of `Stack.bend`.
    theory
        As of `Stack.bend`.

    Returns
    -------
    plotly.graph_objects.Figure
        Outline in grey, bent outline enlarged so that it can be seen, and the centre line with its deflection.
    """
    from chipload.units import registry

    edges = np.concatenate([[0.0], np.cumsum([piece.length for piece in stack.pieces])])
    behind_joints = [position * (1 - 1e-9) for position, _ in stack.joints]
    x = np.unique(np.concatenate([np.linspace(0, stack.metres, 121), edges, behind_joints]))
    at = registry().Quantity(stack.metres - x, "m")
    moved = stack.bend(loads, at=at, theory=theory).deflection.to("um").m
    outline_x, half = _outline(stack, edges)
    largest = float(np.max(np.abs(moved)))
    factor = 0.0 if largest == 0 else 0.5 * 2 * float(half.max()) * 1e3 / (largest / 1000)
    sag = np.interp(outline_x, x, moved) / 1000 * factor
    tip = float(moved[-1])
    drawn = f"{factor:.0f}" if factor >= 10 else f"{factor:.2g}"
    figure = style.blank(
        f"Bent stack: {tip:.3g} µm at the tip, drawn {drawn} times", "distance from the base [mm]", "height [mm]"
    )
    millimetres, radius = outline_x * 1e3, half * 1e3
    for name, shift, colour in (("at rest", 0 * sag, style.MUTED), ("bent", sag, style.LINE)):
        figure.add_scatter(
            x=np.concatenate([millimetres, millimetres[::-1], millimetres[:1]]),
            y=np.concatenate([radius + shift, (shift - radius)[::-1], (radius + shift)[:1]]),
            mode="lines", name=name, line={"color": colour, "dash": "dot" if name == "at rest" else "solid"},
            hoverinfo="skip",
        )  # fmt: skip
    figure.add_scatter(
        x=x * 1e3, y=moved / 1000 * factor, mode="lines", name="centre line", customdata=moved,
        line={"color": style.SECOND, "width": 3},
        hovertemplate="%{x:.2f} mm from the base<br>%{customdata:.3f} µm<extra></extra>",
    )  # fmt: skip
    for position, _ in stack.joints:
        figure.add_vline(x=position * 1e3, line={"color": style.THIRD, "dash": "dash"}, annotation_text="joint")
    return figure


def _outline(stack: Stack, edges: Any) -> tuple[Any, Any]:
    """Places and half heights of the upper outline [m], finely along every piece; flutes by what bends of them."""
    places, half = [], []
    for piece, start in zip(stack.pieces, edges, strict=False):
        share = np.linspace(0, 1 - 1e-9, 30)  # ends behind a joint
        places.append(start + share * piece.length)
        half.append((piece.start + share * (piece.end - piece.start)) / 2)
    return np.concatenate(places), np.concatenate(half)
