"""The picture of a solved beam: what holds and loads it, and below it shear force, bending moment and deflection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from chipload.errors import InputError
from chipload.mechanics import BeamResult, DistributedLoad, Fixed, Guided, MomentLoad, PointLoad
from chipload.mechanics.beams.beam_loads import scaled
from chipload.pictures.style import LIMIT, LINE, MUTED, SECOND, THIRD, blank
from chipload.units import kinds
from chipload.units.boundary import from_kernel
from chipload.units.kinds import Kind

_POINTS = 40
"""Points of a curve between two joints of the beam."""
_ROWS = (0.28, 0.24, 0.24, 0.24)


def beam_picture(result: BeamResult, *, system: str = "metric") -> go.Figure:
    """The beam with its supports and loads, and its shear force, bending moment and deflection.

    Parameters
    ----------
    result
        Of `Beam.solve`.
    system
        Units of the axes, "metric" or "inch".

    Returns
    -------
    plotly.graph_objects.Figure
        Four rows over one axis of places (three where no stiffness is given); extremes are marked.  Deflection is
        drawn downwards, as the beam goes.

    Raises
    ------
    InputError
        When the system of units is not one of the two.

    Examples
    --------
    >>> from chipload.mechanics import Beam, PointLoad, Segment
    >>> shaft = Beam.simply_supported(Segment.round("400 mm", "25 mm", "206 GPa"), PointLoad("900 N", "150 mm"))
    >>> [trace.name for trace in beam_picture(shaft.solve()).data if trace.name]
    ['beam', 'force', 'support', 'support', 'shear force', 'bending moment', 'deflection']
    """
    if system not in ("metric", "inch"):
        raise InputError(f"system: {system!r} is not one of metric, inch")
    length = kinds.LENGTH.display(system)
    curves = [
        ("shear force", kinds.SIGNED_FORCE, LINE, (result.highest_shear, result.lowest_shear)),
        ("bending moment", kinds.MOMENT, SECOND, (result.highest_moment, result.lowest_moment)),
    ]
    bends = all(segment.bending_stiffness is not None for segment in result.beam.segments)
    if bends:
        extremes = (result.highest_deflection, result.lowest_deflection)
        curves.append(("deflection", kinds.OFFSET, THIRD, extremes))
    rows = 1 + len(curves)
    figure = make_subplots(rows=rows, cols=1, shared_xaxes=True, vertical_spacing=0.05, row_heights=_ROWS[:rows])
    figure.update_layout(blank(_title(result), "", "").layout)
    figure.update_layout(height=210 * rows, showlegend=False)
    _draw_beam(figure, result, system)
    for row, (name, kind, colour, extremes) in enumerate(curves, start=2):
        _draw_curve(figure, row, result, name, kind, colour, extremes, system)
    figure.update_xaxes(title=None, zeroline=False)
    figure.update_xaxes(title=f"from the left end [{length.label}]", row=rows, col=1)
    return figure


def _title(result: BeamResult) -> str:
    return "Beam, with the deflection from shear" if result.shear_included else "Beam"


def _numbers(kind: Kind, system: str) -> Callable[[Any], Any]:
    """How kernel values of `kind` become numbers in the unit of `system`."""
    return lambda values: from_kernel(kind, values, system).magnitude


def _at(places: Any, system: str) -> Any:
    return places.to(kinds.LENGTH.display(system).unit).magnitude


def _said(kind: Kind, value: Any, system: str) -> str:
    """A value in four figures with its unit."""
    display = kind.display(system)
    rounded = float(f"{value.to(display.unit).magnitude:.4g}")
    return f"{rounded:.10g} {display.label}"


# -- the curves --------------------------------------------------------------------------------------


def _draw_curve(
    figure: go.Figure,
    row: int,
    result: BeamResult,
    name: str,
    kind: Kind,
    colour: str,
    extremes: tuple[Any, ...],
    system: str,
) -> None:
    """One curve, piece by piece so that its jumps stay upright, with its extremes."""
    curve = {"shear force": "shear", "bending moment": "moment", "deflection": "deflection"}[name]
    downwards = name == "deflection"
    joined = getattr(result.solution, curve)
    nodes, coefficients = joined.nodes, joined.coefficients
    share = np.linspace(0.0, 1.0, _POINTS)
    places = (nodes[:-1, None] + np.diff(nodes)[:, None] * share).ravel()
    values = np.polynomial.polynomial.polyval(share, coefficients.T).ravel()
    # A curve that jumps at an end begins and ends on the line.
    places = np.concatenate([nodes[:1], places, nodes[-1:]])
    values = np.concatenate([[0.0], values, [0.0]]) if not downwards else values[[0, *range(values.size), -1]]
    x, display, read = kinds.LENGTH.display(system), kind.display(system), _numbers(kind, system)
    figure.add_scatter(
        x=_numbers(kinds.LENGTH, system)(places), y=read(values), mode="lines", name=name, fill="tozeroy",
        line={"color": colour, "width": 2}, row=row, col=1,
        hovertemplate=f"%{{x:.5g}} {x.label}: %{{y:.5g}} {display.label}<extra>{name}</extra>",
    )  # fmt: skip
    shown = {extreme.position: extreme for extreme in extremes if extreme.value.magnitude != 0}
    for extreme in shown.values():
        value = extreme.value.to(display.unit).magnitude
        figure.add_scatter(
            x=[_at(extreme.position, system)], y=[value], mode="markers+text",
            text=[_said(kind, extreme.value, system)], textposition=_beside(extreme, result, (value > 0) != downwards),
            marker={"color": colour, "size": 8}, cliponaxis=False, row=row, col=1,
            hovertemplate=f"extreme at %{{x:.5g}} {x.label}: %{{y:.5g}} {display.label}<extra>{name}</extra>",
        )  # fmt: skip
    low, high = read(values.min()), read(values.max())
    room = 0.25 * ((high - low) or 1.0)
    ends = [high + room, low - room] if downwards else [low - room, high + room]
    figure.update_yaxes(title=f"{name}<br>[{display.label}]", range=ends, row=row, col=1)


def _beside(extreme: Any, result: BeamResult, above: bool) -> str:
    """Where the text of an extreme stands: off the curve, and not off the picture."""
    share = float((extreme.position / result.beam.length).to("").magnitude)
    side = "right" if share < 0.1 else "left" if share > 0.9 else "center"
    return f"{'top' if above else 'bottom'} {side}"


# -- the beam ----------------------------------------------------------------------------------------


def _draw_beam(figure: go.Figure, result: BeamResult, system: str) -> None:
    """The first row: segments as bands as thick as they are stiff, loads above, supports below."""
    beam = result.beam
    stiff = np.array([segment.bending_stiffness or 1.0 for segment in beam.segments])
    thick = 0.22 * (stiff / stiff.max()) ** 0.25
    ends = np.concatenate([[0.0], np.cumsum([segment.si("length") for segment in beam.segments])])
    read = _numbers(kinds.LENGTH, system)
    x = np.repeat(ends, 2)[1:-1]
    top = np.repeat(thick, 2)
    outline_x, outline_y = np.concatenate([x, x[::-1], x[:1]]), np.concatenate([top, -top[::-1], top[:1]])
    figure.add_scatter(
        x=read(outline_x), y=outline_y, mode="lines", fill="toself", name="beam", line={"color": MUTED, "width": 1},
        fillcolor="rgba(122,122,122,0.3)", hoverinfo="skip", row=1, col=1,
    )  # fmt: skip
    loads = [scaled(load, result.factor) for load in beam.loads]
    peak = max(
        (abs(value) for load in loads if isinstance(load, DistributedLoad) for value in _ends_of(load)),
        default=1.0,
    )
    for load in loads:
        if isinstance(load, DistributedLoad):
            _draw_spread(figure, load, ends[-1], peak or 1.0, system)
        elif isinstance(load, PointLoad):
            _draw_force(figure, load, system)
        else:
            _draw_couple(figure, load, system)
    for reaction in result.reactions:
        _draw_support(figure, reaction, ends[-1], system)
    for hinge in beam.hinges:
        figure.add_scatter(
            x=[_at(hinge.position, system)], y=[0.0], mode="markers", name="hinge", row=1, col=1,
            marker={"symbol": "circle-open", "size": 11, "color": LINE, "line": {"width": 2}},
            hovertemplate=f"hinge at {_said(kinds.LENGTH, hinge.position, system)}<extra></extra>",
        )  # fmt: skip
    figure.update_yaxes(range=[-1.15, 1.35], visible=False, row=1, col=1)


def _ends_of(load: DistributedLoad) -> tuple[float, float]:
    first = load.si("line_load")
    return first, first if load.end_line_load is None else load.si("end_line_load")


def _draw_spread(figure: go.Figure, load: DistributedLoad, length: float, peak: float, system: str) -> None:
    first, last = _ends_of(load)
    start, end = load.si("start"), length if load.end is None else load.si("end")
    base, read = 0.25, _numbers(kinds.LENGTH, system)
    # Heights are drawn above the beam whatever their sign.
    heights = [base + 0.1 + 0.4 * abs(value) / peak for value in (first, last)]
    shown = [
        _said(kinds.LINE_LOAD, value, system) for value in (load.line_load, load.end_line_load) if value is not None
    ]
    figure.add_scatter(
        x=read(np.array([start, start, end, end, start])), y=[base, heights[0], heights[1], base, base], mode="lines",
        fill="toself", name="distributed load", line={"color": LINE, "width": 1}, fillcolor="rgba(31,95,139,0.2)",
        hoveron="fills", text=" to ".join(shown), hoverinfo="text", row=1, col=1,
    )  # fmt: skip
    text = f"{'↓' if first + last >= 0 else '↑'} {' to '.join(shown)}"
    figure.add_annotation(
        x=float(read((start + end) / 2)), y=max(heights), text=text, showarrow=False, yanchor="bottom",
        font={"color": LINE, "size": 12}, row=1, col=1,
    )  # fmt: skip


def _draw_force(figure: go.Figure, load: PointLoad, system: str) -> None:
    x, text = _at(load.position, system), _said(kinds.SIGNED_FORCE, load.force, system)
    down = load.si("force") >= 0
    figure.add_scatter(
        x=[x, x], y=[0.25, 1.0], mode="lines+markers", name="force", line={"color": LIMIT, "width": 3},
        marker={
            "symbol": ["triangle-down", "circle"] if down else ["circle", "triangle-up"], "color": LIMIT,
            "size": [14, 0] if down else [0, 14],
        },
        hovertemplate=f"{text} at {_said(kinds.LENGTH, load.position, system)}<extra></extra>", row=1, col=1,
    )  # fmt: skip
    figure.add_annotation(
        x=x, y=1.05, text=text, showarrow=False, yanchor="bottom", font={"color": LIMIT}, row=1, col=1
    )


def _draw_couple(figure: go.Figure, load: MomentLoad, system: str) -> None:
    x, text = _at(load.position, system), _said(kinds.MOMENT, load.moment, system)
    figure.add_annotation(
        x=x, y=0.0, text="↻" if load.si("moment") >= 0 else "↺", showarrow=False, font={"color": LIMIT, "size": 34},
        row=1, col=1,
    )  # fmt: skip
    figure.add_scatter(
        x=[x], y=[0.0], mode="markers", name="couple", marker={"color": LIMIT, "size": 7}, row=1, col=1,
        hovertemplate=f"{text} at {_said(kinds.LENGTH, load.position, system)}<extra></extra>",
    )  # fmt: skip
    figure.add_annotation(
        x=x, y=0.35, text=text, showarrow=False, yanchor="bottom", font={"color": LIMIT}, row=1, col=1
    )


def _draw_support(figure: go.Figure, reaction: Any, length: float, system: str) -> None:
    support = reaction.support
    x = _at(reaction.position, system)
    parts = [_said(kinds.SIGNED_FORCE, reaction.force, system)]
    if reaction.moment.magnitude != 0:
        parts.append(_said(kinds.MOMENT, reaction.moment, system))
    name = type(support).__name__
    symbol, low = {"Roller": ("circle", -0.38), "Spring": ("y-down-open", -0.42)}.get(name, ("triangle-up", -0.38))
    if isinstance(support, Fixed | Guided):
        symbol, low = ("line-ns-open", 0.0)
    size = 50 if isinstance(support, Fixed | Guided) else 16
    figure.add_scatter(
        x=[x], y=[low], mode="markers", name="support", row=1, col=1,
        marker={"symbol": symbol, "size": size, "color": "#333333", "line": {"width": 4 if size > 20 else 2}},
        hovertemplate=f"{name} at {_said(kinds.LENGTH, reaction.position, system)}: {', '.join(parts)}<extra></extra>",
    )  # fmt: skip
    share = support.si("position") / length
    figure.add_annotation(
        x=x, y=-0.6, text="<br>".join(parts), showarrow=False, yanchor="top", font={"size": 12},
        xanchor="left" if share < 0.03 else "right" if share > 0.97 else "center", row=1, col=1,
    )  # fmt: skip
