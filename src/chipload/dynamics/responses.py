"""Frequency responses: computed from modes, or measured, for the methods that work in the frequency domain."""

from __future__ import annotations

from typing import Any

import numpy as np

from chipload.dynamics.modes import (
    Array,
    Complex,
    Structure,
    check_frequencies,
    check_response,
    fitting_frequencies,
    receptance_matrix,
)
from chipload.errors import InputError


class FrequencyResponse:
    """Receptances of the tool tip on a list of frequencies.

    Parameters
    ----------
    frequency
        Rising frequencies [Hz].
    xx, yy
        Displacement over force along x and along y, complex [m/N]; 0 for a rigid direction.
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
    >>> measured = FrequencyResponse(steps, 0, tool.receptance(steps, "y"))
    >>> measured.matrix.shape
    (2, 2, 601)
    """

    def __init__(self, frequency: Any, xx: Any, yy: Any, xy: Any = 0) -> None:
        self.frequency: Array = check_frequencies(frequency, "FrequencyResponse, frequency")
        zero = np.zeros(self.frequency.shape, dtype=complex)
        parts = [
            check_response(zero + value if np.ndim(value) == 0 else value, self.frequency, f"FrequencyResponse, {name}")
            for name, value in (("xx", xx), ("xy", xy), ("yy", yy))
        ]
        if not any(part.any() for part in parts):
            raise InputError("FrequencyResponse, xx: nothing moves; give a response along x or y that is not zero")
        self.matrix: Complex = np.array([[parts[0], parts[1]], [parts[1], parts[2]]])
        self.estimated = False


def response_of(structure: Structure | FrequencyResponse, name: str) -> tuple[Array, Complex]:
    """Frequencies [Hz] and two-by-two receptances [m/N] of modes or of a measurement."""
    if isinstance(structure, FrequencyResponse):
        return structure.frequency, structure.matrix
    if not isinstance(structure, Structure):
        raise InputError(f"{name}, structure: give a Structure of modes or a FrequencyResponse")
    modes = structure.numbers
    frequency = fitting_frequencies(modes, 1000)
    return frequency, receptance_matrix(modes, frequency)
