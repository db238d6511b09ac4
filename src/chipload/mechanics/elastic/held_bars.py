"""Bars end to end between two walls when their temperature changes: the force in them, and the stress in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.states.states import fitting
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.kinds import (
    AREA,
    LENGTH,
    MODULUS,
    POSITIVE_LENGTH,
    SIGNED_FORCE,
    SIGNED_STRESS,
    TEMPERATURE_RISE,
    THERMAL_EXPANSION,
)

_KINDS = {
    "spans": POSITIVE_LENGTH,
    "areas": AREA,
    "youngs_moduli": MODULUS,
    "thermal_expansions": THERMAL_EXPANSION,
}


@dataclass(frozen=True)
class HeldBars:
    """Force in the bars, tension positive, and the stress in each on the first axis, as quantities."""

    axial_force: Any
    stresses: Any


def held_bars(
    spans: Sequence[Any],
    areas: Sequence[Any],
    youngs_moduli: Sequence[Any],
    thermal_expansions: Sequence[Any],
    temperature_rise: Any,
    *,
    end_gap: Any = None,
) -> HeldBars:
    """Force and stresses in bars that stand end to end between rigid walls.

    Parameters
    ----------
    spans, areas, youngs_moduli, thermal_expansions
        One for each bar [mm, mm², GPa, µm/(m K)].
    temperature_rise
        Of all bars, negative for cooling [K].
    end_gap
        Gap to one wall before the rise; the bars then only push.  Without it they are fixed to both walls [mm].

    Returns
    -------
    HeldBars
        The force, the same in every bar [N], and the stress in each [MPa], tension positive.

    Raises
    ------
    InputError
        When there are not as many of each, or a bar has no section.

    Notes
    -----
    Below yield and short enough not to buckle.

    References
    ----------
    The example is Beer, Johnston and DeWolf, Mechanics of Materials, example 2.06: 31.42 and 15.71 ksi.

    Examples
    --------
    >>> found = held_bars(["12 in", "12 in"], ["0.6 in**2", "1.2 in**2"], ["29e6 psi", "29e6 psi"],
    ...                   ["6.5e-6 1/delta_degF", "6.5e-6 1/delta_degF"], "-125 delta_degF")
    >>> found.stresses.to("ksi").m
    array([31.41..., 15.70...])
    """
    said = "held_bars"
    given = dict(zip(_KINDS, (spans, areas, youngs_moduli, thermal_expansions), strict=True))
    for name, values in given.items():
        if not isinstance(values, list | tuple) and np.ndim(getattr(values, "_magnitude", values)) == 0:
            raise InputError(f"{said}, {name}: one value was given; give a list with one for every bar")
    counts = {name: len(values) for name, values in given.items()}
    if len(set(counts.values())) != 1 or not counts["spans"]:
        shown = ", ".join(f"{count} {name}" for name, count in counts.items())
        raise InputError(f"{said}, spans: {shown} were given; give one of each for every bar")
    span, area, modulus, expansion = (
        [to_kernel(kind, one, f"{said}, {name}") for one in given[name]] for name, kind in _KINDS.items()
    )
    if any(np.any(np.asarray(one) == 0) for one in area):
        raise InputError(f"{said}, areas: a bar has a section; give areas above zero")
    rise = to_kernel(TEMPERATURE_RISE, temperature_rise, f"{said}, temperature_rise")
    gap = None if end_gap is None else to_kernel(LENGTH, end_gap, f"{said}, end_gap")
    parts = [(name, one) for name, ones in zip(_KINDS, (span, area, modulus, expansion), strict=True) for one in ones]
    fitting(said, [*parts, ("temperature_rise", rise), ("end_gap", 0.0 if gap is None else gap)])
    short: Any = -sum(a * rise * long for a, long in zip(expansion, span, strict=True))
    if gap is not None:
        short = np.minimum(short + gap, 0.0)
    give: Any = sum(long / (e * a) for long, e, a in zip(span, modulus, area, strict=True))
    force = short / give
    stresses = np.stack(np.broadcast_arrays(*(force / a for a in area)))
    return HeldBars(from_kernel(SIGNED_FORCE, force), from_kernel(SIGNED_STRESS, stresses))
