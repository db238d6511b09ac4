"""How every picture looks: one place for fonts, colours and axes."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

LINE, SECOND, THIRD, LIMIT, MUTED = "#1f5f8b", "#c8553d", "#5b8c5a", "#b00020", "#7a7a7a"
"""Colours told apart by readers who see no red or green, and in print."""


def blank(title: str, x_title: str, y_title: str, **layout: Any) -> go.Figure:
    """An empty picture with named axes; the titles carry the units."""
    figure = go.Figure()
    figure.update_layout(
        title={"text": title, "x": 0.0, "xanchor": "left"}, template="plotly_white", hovermode="closest",
        margin={"l": 60, "r": 20, "t": 50, "b": 50}, font={"size": 14}, **layout,
    )  # fmt: skip
    figure.update_xaxes(title=x_title, zeroline=True, zerolinecolor=MUTED)
    figure.update_yaxes(title=y_title, zeroline=True, zerolinecolor=MUTED)
    return figure
