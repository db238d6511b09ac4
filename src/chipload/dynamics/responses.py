"""Frequency responses: computed from modes, or measured, for the methods that work in the frequency domain."""

from __future__ import annotations

from typing import Any

import numpy as np

from chipload.dynamics.frf import FrequencyResponse
from chipload.dynamics.modes import (
    Array,
    Complex,
    Structure,
    check_frequencies,
    check_response,
    fitting_frequencies,
    receptance_matrix,
)
from chipload.dynamics.receptance import read_complex
from chipload.errors import InputError
from chipload.units import kinds


class TipResponse:
    """Receptances of the tool tip on a list of frequencies.

    Parameters
    ----------
    frequency
        Rising frequencies [Hz].
    xx, yy
        Displacement over force along x and along y, complex [µm/N]; 0 for a rigid direction.
    xy
        Between the two; 0 unless given.

    Raises
    ------
    InputError
        When frequencies do not rise or are not numbers, when the shapes differ, when all is rigid, or when the
        largest response lies at an end of the range, so that its mode is missed.

    Examples
    --------
    >>> import numpy as np
    >>> from chipload import Quantity
    >>> from chipload.dynamics import Mode
    >>> steps = Quantity(np.linspace(300, 900, 601), "Hz")
    >>> tool = Structure([Mode("600 Hz", 0.035, "5.6 N/um", direction="y")])
    >>> measured = TipResponse(steps, 0, tool.receptance(steps, "y"))
    >>> measured.matrix.shape
    (2, 2, 601)
    """

    @classmethod
    def of_taps(cls, x: FrequencyResponse | None = None, y: FrequencyResponse | None = None) -> TipResponse:
        """From tap tests along x and y on the same lines; a direction without one is rigid.

        Raises
        ------
        InputError
            When there is none, or the two were measured at different frequencies.
        """
        taps = [tap for tap in (x, y) if tap is not None]
        if not taps:
            raise InputError("TipResponse.of_taps, x: give a tap test along x, along y or both")
        if any(not np.array_equal(tap.hertz, taps[0].hertz) for tap in taps):
            raise InputError("TipResponse.of_taps, y: it was measured at other frequencies than x; use the same lines")
        along = [0 if tap is None else tap.receptance for tap in (x, y)]
        return cls(taps[0].frequency, *along)

    def __init__(self, frequency: Any, xx: Any, yy: Any, xy: Any = 0) -> None:
        self.frequency: Array = check_frequencies(frequency, "TipResponse, frequency")
        zero = np.zeros(self.frequency.shape, dtype=complex)
        parts = [
            check_response(_complex(value, zero, f"TipResponse, {name}"), self.frequency, f"TipResponse, {name}")
            for name, value in (("xx", xx), ("xy", xy), ("yy", yy))
        ]
        if not any(part.any() for part in parts):
            raise InputError("TipResponse, xx: nothing moves; give a response along x or y that is not zero")
        self.matrix: Complex = np.array([[parts[0], parts[1]], [parts[1], parts[2]]])
        self.estimated = False


def _complex(value: Any, zero: Complex, name: str) -> Complex:
    """Receptances in SI; a plain 0 is a rigid direction."""
    return zero if isinstance(value, int | float) and value == 0 else read_complex(kinds.RECEPTANCE, value, name)


def response_of(structure: Structure | TipResponse, name: str) -> tuple[Array, Complex]:
    """Frequencies [Hz] and two-by-two receptances [m/N] of modes or of a measurement."""
    if isinstance(structure, TipResponse):
        return structure.frequency, structure.matrix
    if not isinstance(structure, Structure):
        raise InputError(f"{name}, structure: give a Structure of modes or a TipResponse")
    modes = structure.numbers
    frequency = fitting_frequencies(modes, 1000)
    return frequency, receptance_matrix(modes, frequency)
