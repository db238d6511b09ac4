"""Pictures of what people would rather look at than read, as plotly figures: `pip install chipload[pictures]`.

A picture takes an object or a result of another room and gives a `plotly.graph_objects.Figure`; the library is
loaded at the first picture.
"""

from __future__ import annotations

import importlib
from typing import Any

_HOMES: dict[str, str] = {
    "beam_picture": "beams",
    "bent_stack_picture": "bent_tool",
    "flow_curve_picture": "flow_curves",
    "haigh_picture": "fatigue",
    "lobes_picture": "lobes",
    "mohr_picture": "mohr",
    "response_picture": "frf",
    "stress_life_picture": "fatigue",
}
"""Which module draws what."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        found = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("plotly"):
            raise
        raise ModuleNotFoundError(
            f"{name}: pictures need plotly, which is not installed; run: pip install 'chipload[pictures]'"
        ) from error
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(_HOMES)
