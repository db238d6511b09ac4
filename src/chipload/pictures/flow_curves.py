"""A fitted flow law over the points of its test."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from chipload.mechanics import FlowFit
from chipload.pictures import style

_POINTS = 200


def flow_curve_picture(fit: FlowFit, confidence: float = 0.95) -> go.Figure:
    """The points of a test, the fitted law and the band in which the true curve lies.

    Parameters
    ----------
    fit
        Of `chipload.mechanics.fit_flow_law`.
    confidence
        How often the band holds the true curve at a strain.

    Returns
    -------
    go.Figure
        True stress in MPa over true strain.
    """
    measured, stress = fit.strain.magnitude, fit.true_stress.to("MPa").magnitude
    strain = np.linspace(float(measured.min()), float(measured.max()), _POINTS)
    low, high = (edge.to("MPa").magnitude for edge in fit.band(strain, confidence))
    constants = ", ".join(
        f"{name.replace('_', ' ')} {value:.4g~P} ± {fit.standard_errors[name].magnitude:.2g}"
        for name, value in fit.constants.items()
    )
    which = "true plastic strain" if fit.youngs_modulus is not None and fit.law != "ramberg osgood" else "true strain"
    figure = style.blank(
        f"Flow law of {fit.law.title()}<br><sup>{constants}</sup>", f"{which}", "true stress [MPa]", showlegend=True
    )
    figure.add_scatter(
        x=np.concatenate([strain, strain[::-1]]), y=np.concatenate([high, low[::-1]]), fill="toself",
        mode="lines", line={"width": 0}, fillcolor="rgba(31, 95, 139, 0.2)", hoverinfo="skip",
        name=f"{100 * confidence:g} % band of the curve",
    )  # fmt: skip
    figure.add_scatter(
        x=strain, y=fit.stress(strain).to("MPa").magnitude, mode="lines", line={"color": style.LINE, "width": 2},
        name="fit", hovertemplate="strain %{x:.4f}<br>%{y:.1f} MPa<extra>fit</extra>",
    )  # fmt: skip
    figure.add_scatter(
        x=measured, y=stress, mode="markers", marker={"color": style.SECOND, "size": 8}, name="test",
        hovertemplate="strain %{x:.4f}<br>%{y:.1f} MPa<extra>test</extra>",
    )  # fmt: skip
    return figure
