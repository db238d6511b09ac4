"""Stability lobes: the verdict over speed and depth, the preview, the band of what is not known, and the cut."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from chipload.dynamics import CriticalDepth, StabilityBand, StabilityDiagram, ZeroOrderLimit
from chipload.pictures.style import LIMIT, LINE, MUTED, SECOND, THIRD, blank
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_single

_KINDS = ("stable", "hopf", "flip", "fold")
_WORDS = ("stable", "chatter beside the tooth frequency (Hopf)", "chatter at half the tooth frequency (flip)", "fold")
_SHADES = ("#e8f1e4", "#f4cfc6", "#e3c4e6", "#f6e3b4")


def lobes_picture(
    diagram: StabilityDiagram,
    *,
    limit: CriticalDepth | None = None,
    preview: ZeroOrderLimit | None = None,
    band: StabilityBand | None = None,
    working_point: tuple[Any, Any] | None = None,
) -> go.Figure:
    """Draw the verdicts of a diagram and what else is known.

    Parameters
    ----------
    diagram
        Verdicts on a grid, of `stability_diagram`.
    limit
        Critical depths, of `critical_depth`, drawn as the boundary; one alone is a point.
    preview
        Lobes of `zero_order_limit`, drawn as a broken line; infinite limits are left out.
    band
        Critical depths with their uncertainty, of `stability_band`, drawn as a shaded band with its median.
    working_point
        Speed and depth of a cut, drawn as a marker [rpm; mm, in].

    Returns
    -------
    plotly.graph_objects.Figure
        Axes in rpm and mm.
    """
    speeds, depths = diagram.spindle_speed.to("rpm").m, diagram.axial_depth.to("mm").m
    note = "" if diagram.confidence == "as the modes" else f" ({diagram.confidence})"
    figure = blank(f"Stability of the cut{note}", "spindle speed [rpm]", "axial depth [mm]")
    figure.add_trace(_verdicts(diagram, speeds, depths))
    for kind, words, shade in zip(_KINDS, _WORDS, _SHADES, strict=True):
        if (diagram.kind == kind).any():
            key = {"size": 14, "symbol": "square", "color": shade}
            figure.add_trace(go.Scatter(x=[None], y=[None], mode="markers", marker=key, name=words))
    if band is not None:
        along = band.spindle_speed.to("rpm").m
        lower, upper = band.lower.to("mm").m, band.upper.to("mm").m
        figure.add_trace(
            go.Scatter(
                x=np.concatenate([along, along[::-1]]), y=np.concatenate([upper, lower[::-1]]), fill="toself",
                fillcolor="rgba(31,95,139,0.22)", line={"width": 0}, hoverinfo="skip",
                name=f"limit, {band.coverage:.0%} of {band.samples} samples",
            )
        )  # fmt: skip
        figure.add_trace(_line(along, band.median.to("mm").m, "limit, median", {"color": LINE, "dash": "dot"}))
    if preview is not None:
        heights = np.atleast_1d(preview.limit_depth.to("mm").m)
        figure.add_trace(
            _line(
                preview.spindle_speed.to("rpm").m, np.where(np.isfinite(heights), heights, np.nan),
                "zero-order preview", {"color": SECOND, "dash": "dash"},
            )
        )  # fmt: skip
    if limit is not None:
        figure.add_trace(
            _line(limit.spindle_speed.to("rpm").m, limit.limit_depth.to("mm").m, "limit", {"color": LIMIT, "width": 3})
        )
    if working_point is not None:
        speed = to_single(kinds.SPINDLE_SPEED, working_point[0], "lobes_picture, working_point")
        depth = to_single(kinds.LENGTH, working_point[1], "lobes_picture, working_point")
        figure.add_trace(
            go.Scatter(
                x=[from_kernel(kinds.SPINDLE_SPEED, speed).m], y=[from_kernel(kinds.LENGTH, depth).m],
                mode="markers", name="this cut",
                marker={"size": 15, "color": THIRD, "symbol": "x", "line": {"width": 2, "color": "white"}},
                hovertemplate="this cut: %{x:.0f} rpm, %{y:.3f} mm<extra></extra>",
            )
        )  # fmt: skip
    figure.update_xaxes(range=[float(speeds.min()), float(speeds.max())])
    figure.update_yaxes(range=[0.0, float(depths.max())])
    figure.update_layout(legend={"orientation": "h", "y": -0.18})
    return figure


def _verdicts(diagram: StabilityDiagram, speeds: Any, depths: Any) -> go.Heatmap:
    """The kinds as shades, with the radius to hover over."""
    number = np.searchsorted(np.sort(_KINDS), diagram.kind)
    number = np.argsort(_KINDS)[number].T
    words = np.array(_WORDS)[number]
    steps = [(place / len(_SHADES), shade) for place, shade in enumerate(_SHADES)]
    scale = [entry for (start, shade) in steps for entry in ((start, shade), (start + 1 / len(_SHADES), shade))]
    return go.Heatmap(
        x=speeds, y=depths, z=number, zmin=-0.5, zmax=len(_KINDS) - 0.5, colorscale=scale, showscale=False,
        customdata=np.dstack([words, np.round(diagram.spectral_radius.T, 3).astype(str)]),
        hovertemplate="%{x:.0f} rpm, %{y:.3f} mm<br>%{customdata[0]}<br>radius %{customdata[1]}<extra></extra>",
    )  # fmt: skip


def _line(speeds: Any, depths: Any, name: str, line: dict[str, Any]) -> go.Scatter:
    x, y = np.atleast_1d(speeds), np.atleast_1d(depths)
    return go.Scatter(
        x=x, y=y, mode="lines" if x.size > 1 else "markers", name=name, line={"color": MUTED, **line},
        hovertemplate=f"{name}: %{{x:.0f}} rpm, %{{y:.3f}} mm<extra></extra>",
    )  # fmt: skip
