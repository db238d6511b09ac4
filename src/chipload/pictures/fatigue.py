"""Pictures of fatigue: the line of stress life, and the diagram of Haigh with its mean-stress rules."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from chipload.errors import InputError
from chipload.mechanics import (
    asme_elliptic_safety,
    gerber_safety,
    goodman_safety,
    langer_safety,
    sn_cycles,
    sn_strength,
    soderberg_safety,
)
from chipload.pictures import style
from chipload.units.boundary import to_kernel
from chipload.units.kinds import FRACTION, SIGNED_STRESS, STRESS, Kind

_POINTS = 101
_ROUND = [step * 10.0**decade for decade in range(-1, 5) for step in (1, 2, 3, 4, 5, 6, 8)]
"""Values that a logarithmic axis of stress names."""


def _one(kind: Kind, value: Any, name: str) -> float:
    """The kernel value of what is one number."""
    read = to_kernel(kind, value, name)
    if np.ndim(read):
        raise InputError(f"{name}: a picture shows one part; give one value, not {np.size(read)}")
    return float(read)


def _megapascal(kind: Kind, value: Any, name: str) -> float:
    return _one(kind, value, name) / 1e6


def stress_life_picture(
    tensile_strength: Any,
    endurance_limit: Any,
    fatigue_strength_fraction: Any = 0.9,
    stress_amplitude: Any = None,
) -> go.Figure:
    """The line of stress life of a steel part, with the life at one amplitude marked.

    Parameters
    ----------
    tensile_strength, endurance_limit, fatigue_strength_fraction
        As `chipload.mechanics.sn_cycles` takes them.
    stress_amplitude
        Fully reversed amplitude to mark; none unless given.

    Returns
    -------
    go.Figure
        Stress amplitude in MPa over cycles, both logarithmic.
    """
    for kind, value, name in (
        (STRESS, tensile_strength, "tensile_strength"), (STRESS, endurance_limit, "endurance_limit"),
        (FRACTION, fatigue_strength_fraction, "fatigue_strength_fraction"),
    ):  # fmt: skip
        _one(kind, value, name)
    steel = (tensile_strength, endurance_limit, fatigue_strength_fraction)
    cycles = np.append(np.geomspace(1e3, 1e6, _POINTS), 1e8)
    strength = sn_strength(cycles, *steel).to("MPa").magnitude
    figure = style.blank("Stress life", "cycles to failure", "stress amplitude, fully reversed [MPa]", showlegend=True)
    figure.update_xaxes(type="log", exponentformat="power", dtick=1)
    figure.update_yaxes(type="log", tickvals=_ROUND, ticktext=[f"{value:g}" for value in _ROUND])
    figure.add_scatter(
        x=cycles, y=strength, mode="lines", line={"color": style.LINE, "width": 2}, name="strength",
        hovertemplate="%{x:.3g} cycles<br>%{y:.0f} MPa<extra></extra>",
    )  # fmt: skip
    if stress_amplitude is not None:
        amplitude = _megapascal(STRESS, stress_amplitude, "stress_amplitude")
        life = float(sn_cycles(stress_amplitude, *steel).magnitude)
        endless = not np.isfinite(life)
        said = "no limit" if endless else f"{float(f'{life:.3g}'):,.0f} cycles"
        figure.add_scatter(
            x=[cycles[-1] if endless else life], y=[amplitude], mode="markers+text", name="part",
            marker={"color": style.SECOND, "size": 11, "symbol": "arrow-right" if endless else "circle"},
            text=[said], textposition="middle left" if endless else "top right",
            hovertemplate=f"{said}<br>%{{y:.0f}} MPa<extra>part</extra>",
        )  # fmt: skip
    return figure


def haigh_picture(
    endurance_limit: Any,
    tensile_strength: Any,
    yield_strength: Any,
    stress_amplitude: Any = None,
    mean_stress: Any = "0 MPa",
) -> go.Figure:
    """The diagram of Haigh: what amplitude each rule allows over the mean stress, and one cycle in it.

    Parameters
    ----------
    endurance_limit, tensile_strength, yield_strength
        Of the part and its steel [MPa, ksi].
    stress_amplitude, mean_stress
        The cycle to mark; none unless given [MPa, ksi].

    Returns
    -------
    go.Figure
        Amplitude over mean stress, both in MPa; the hover text of the cycle tells its safety by each rule.
    """
    limit = _megapascal(STRESS, endurance_limit, "endurance_limit")
    ultimate = _megapascal(STRESS, tensile_strength, "tensile_strength")
    strong = _megapascal(STRESS, yield_strength, "yield_strength")
    for name, strength in (("endurance_limit", limit), ("tensile_strength", ultimate), ("yield_strength", strong)):
        if not strength > 0:
            raise InputError(f"{name}: the diagram ends at it; give a strength above zero")
    pull, hold = np.linspace(0.0, ultimate, _POINTS), np.linspace(0.0, strong, _POINTS)
    lines = {
        "Goodman": (pull, limit * (1 - pull / ultimate), style.LINE, "solid"),
        "Gerber": (pull, limit * (1 - (pull / ultimate) ** 2), style.SECOND, "solid"),
        "Soderberg": (hold, limit * (1 - hold / strong), style.THIRD, "solid"),
        "ASME ellipse": (hold, limit * np.sqrt(1 - (hold / strong) ** 2), style.MUTED, "dash"),
        "yield": (np.array([-strong, 0.0, strong]), np.array([0.0, strong, 0.0]), style.LIMIT, "dot"),
    }
    figure = style.blank("Diagram of Haigh", "mean stress [MPa]", "stress amplitude [MPa]", showlegend=True)
    figure.add_scatter(
        x=[-strong, 0.0], y=[limit, limit], mode="lines", line={"color": style.LINE, "width": 1, "dash": "dash"},
        name="compression, no credit", hovertemplate="%{y:.0f} MPa<extra>compression</extra>",
    )  # fmt: skip
    for name, (mean, amplitude, colour, dash) in lines.items():
        figure.add_scatter(
            x=mean, y=amplitude, mode="lines", name=name, line={"color": colour, "width": 2, "dash": dash},
            hovertemplate=f"mean %{{x:.0f}} MPa<br>amplitude %{{y:.0f}} MPa<extra>{name}</extra>",
        )  # fmt: skip
    figure.update_yaxes(range=[0.0, 1.15 * max(limit, strong)])
    if stress_amplitude is not None:
        cycle = (stress_amplitude, mean_stress)
        safety = {
            "Goodman": goodman_safety(*cycle, endurance_limit, tensile_strength),
            "Gerber": gerber_safety(*cycle, endurance_limit, tensile_strength),
            "Soderberg": soderberg_safety(*cycle, endurance_limit, yield_strength),
            "ASME ellipse": asme_elliptic_safety(*cycle, endurance_limit, yield_strength),
            "yield": langer_safety(*cycle, yield_strength),
        }
        at = (
            _megapascal(SIGNED_STRESS, mean_stress, "mean_stress"),
            _megapascal(STRESS, stress_amplitude, "stress_amplitude"),
        )
        told = "<br>".join(f"{name} {value.magnitude:.2f}" for name, value in safety.items())
        figure.add_scatter(
            x=[0.0, at[0]], y=[0.0, at[1]], mode="lines", line={"color": style.MUTED, "width": 1},
            showlegend=False, hoverinfo="skip",
        )  # fmt: skip
        figure.add_scatter(
            x=[at[0]], y=[at[1]], mode="markers", marker={"color": style.SECOND, "size": 11}, name="part",
            hovertemplate=f"mean %{{x:.0f}} MPa<br>amplitude %{{y:.0f}} MPa<br>safety<br>{told}<extra>part</extra>",
        )  # fmt: skip
    return figure
