"""A frequency response, measured and fitted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
import plotly.graph_objects as go

from chipload.dynamics.frf import FrequencyResponse
from chipload.dynamics.modal_fit import ModalFit
from chipload.errors import InputError
from chipload.pictures import style

_PARTS: dict[str, Callable[[Any], Any]] = {"real": np.real, "imaginary": np.imag, "magnitude": np.abs}


def response_picture(
    response: FrequencyResponse | ModalFit, *, part: Literal["both", "real", "imaginary", "magnitude"] = "both"
) -> go.Figure:
    """A frequency response over frequency; of a fit, measured points, the fitted curve and its modes.

    Parameters
    ----------
    response
        A record, or what `fit_modes` gave.
    part
        Real and imaginary part together, one of them, or the magnitude on a logarithmic axis.

    Returns
    -------
    plotly.graph_objects.Figure
        In µm/N over Hz.

    Raises
    ------
    InputError
        When the part is not known.
    """
    if part != "both" and part not in _PARTS:
        raise InputError(f"response_picture, part: {part!r} is not known; give both, real, imaginary or magnitude")
    fit = response if isinstance(response, ModalFit) else None
    measured = response.measured if isinstance(response, ModalFit) else response
    title = "Receptance" if fit is None else f"Receptance and {len(fit.modes)} fitted mode{'s'[: len(fit.modes) > 1]}"
    figure = style.blank(title, "frequency [Hz]", "receptance [µm/N]")
    for name, colour in zip(
        ("real", "imaginary") if part == "both" else (part,), (style.LINE, style.SECOND), strict=False
    ):
        _add(figure, measured, name, f"{name}, measured" if fit else name, colour, "markers" if fit else "lines")
        if fit:
            _add(figure, fit.fitted, name, f"{name}, fitted", colour, "lines")
    if part == "magnitude":
        figure.update_yaxes(type="log")
    for mode in () if fit is None else fit.modes:
        hertz, damping = mode.natural_frequency.to("Hz").m, 100 * float(mode.damping_ratio.m)
        figure.add_vline(
            x=hertz,
            line={"color": style.MUTED, "dash": "dash"},
            annotation_text=f"{hertz:.1f} Hz, ζ {damping:.2f} %<br>{mode.modal_stiffness.to('N/um').m:.3g} N/µm",
        )
    return figure


def _add(figure: go.Figure, response: FrequencyResponse, part: str, name: str, colour: str, mode: str) -> None:
    values: Any = _PARTS[part](response.compliance) * 1e6
    figure.add_scatter(
        x=response.hertz, y=values, mode=mode, name=name, line={"color": colour}, marker={"color": colour, "size": 4},
        hovertemplate="%{x:.1f} Hz<br>%{y:.4g} µm/N<extra>" + name + "</extra>",
    )  # fmt: skip
