"""Frequency responses of tap tests: receptance by frequency, converted from what was measured, and averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

import numpy as np

from chipload.dynamics.elements import Array
from chipload.dynamics.receptance import read_complex, read_frequencies
from chipload.dynamics.transfer import Matrices
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_single

Response: TypeAlias = Literal["receptance", "mobility", "accelerance"]

RESPONSES: dict[str, tuple[kinds.Kind, int]] = {
    "receptance": (kinds.RECEPTANCE, 0),
    "mobility": (kinds.MOBILITY, 1),
    "accelerance": (kinds.ACCELERANCE, 2),
}
"""Kind of each response, and how often displacement is differentiated in it."""

_SUREST = 1 - 1e-6
"""Coherence above which a line counts for no more, or one line of 1.0 would silence all other taps."""


@dataclass(frozen=True)
class FrequencyResponse:
    """Displacement by force against frequency, measured or computed; plain SI numbers, made by `frequency_response`.

    `compliance` is complex [m/N], `coherence` from 0 to 1 where it was measured.
    """

    hertz: Array
    compliance: Matrices
    coherence: Array | None = None
    name: str = ""

    @property
    def frequency(self) -> Any:
        """Frequencies."""
        return from_kernel(kinds.FREQUENCY, self.hertz)

    @property
    def receptance(self) -> Any:
        """Complex receptance."""
        return from_kernel(kinds.RECEPTANCE, self.compliance)

    def as_response(self, response: Response) -> Any:
        """The same as a receptance, mobility or accelerance."""
        kind, order = _known(response)
        return from_kernel(kind, self.compliance * (2j * np.pi * self.hertz) ** order)

    def between(self, low: Any, high: Any) -> FrequencyResponse:
        """The part between two frequencies, ends included.

        Raises
        ------
        InputError
            When nothing was measured there.
        """
        first, last = (
            to_single(kinds.FREQUENCY, end, f"between, {name}") for name, end in (("low", low), ("high", high))
        )
        inside = (self.hertz >= first) & (self.hertz <= last)
        if not inside.any():
            raise InputError(
                f"between: nothing was measured from {first:g} to {last:g} Hz; the record runs from "
                f"{self.hertz[0]:g} to {self.hertz[-1]:g} Hz"
            )
        return FrequencyResponse(
            self.hertz[inside],
            self.compliance[inside],
            None if self.coherence is None else self.coherence[inside],
            self.name,
        )


def frequency_response(
    frequency: Any, response: Any, *, of: Response = "receptance", coherence: Any = None, name: str = ""
) -> FrequencyResponse:
    """A frequency response from quantities.

    Parameters
    ----------
    frequency
        Frequencies, rising [Hz].
    response
        Quantity with complex magnitudes [µm/N, m/s/N, m/s²/N].
    of
        What `response` is; mobility and accelerance are integrated to displacement.
    coherence
        Of the measurement, 0 to 1.
    name
        For messages and pictures.

    Returns
    -------
    FrequencyResponse
        With the receptance.

    Raises
    ------
    InputError
        When lengths differ, a value is not finite, frequencies do not rise, or a coherence is not from 0 to 1.

    Notes
    -----
    `read_frf_csv` and `read_frf_uff` read one from a file, `average_taps` takes the mean of several, `fit_modes` finds
    the modes in it.

    Examples
    --------
    >>> import chipload as cl
    >>> tap = frequency_response(["100 Hz", "200 Hz"], cl.Quantity([1 + 0j, 2 - 1j], "m/s**2/N"), of="accelerance")
    >>> tap.receptance.m.real.round(4).tolist()
    [-2.533, -1.2665]
    """
    kind, order = _known(of)
    hertz = read_frequencies(frequency, "frequency_response, frequency")
    values = read_complex(kind, response, "frequency_response, response")
    sure = None if coherence is None else np.atleast_1d(np.asarray(coherence, dtype=float))
    return checked_response(hertz, values / (2j * np.pi * hertz) ** order if order else values, sure, name)


def checked_response(
    hertz: Array, compliance: Matrices, coherence: Array | None, name: str = "", place: str = "frequency_response"
) -> FrequencyResponse:
    """A frequency response of plain numbers that can be one; `place` begins the sentence of a refusal."""
    if hertz.size != compliance.size or (coherence is not None and coherence.size != hertz.size):
        raise InputError(
            f"{place}: {hertz.size} frequencies, {compliance.size} values"
            + ("" if coherence is None else f" and {coherence.size} coherences")
            + " were given; give one of each for every line"
        )
    if hertz.size < 2:
        raise InputError(f"{place}: a response needs two lines at least, {hertz.size} was given")
    good = np.isfinite(hertz) & np.isfinite(compliance)
    if not good.all():
        row = int(np.argmin(good)) + 1
        raise InputError(f"{place}: line {row} holds a value that is no number; leave such lines out")
    if np.any(np.diff(hertz) <= 0):
        row = int(np.argmax(np.diff(hertz) <= 0)) + 2
        raise InputError(f"{place}: the frequency of line {row} is not above the one before; sort the lines")
    if coherence is not None and not np.all((coherence >= 0) & (coherence <= 1 + 1e-9)):
        raise InputError(f"{place}: a coherence is not from 0 to 1; check the column")
    return FrequencyResponse(hertz, compliance, None if coherence is None else np.minimum(coherence, 1.0), name)


def average_taps(taps: Sequence[FrequencyResponse]) -> FrequencyResponse:
    """Mean of several taps, weighted by what their coherence says of them.

    Parameters
    ----------
    taps
        On one grid of frequencies; either all have a coherence or none.

    Returns
    -------
    FrequencyResponse
        Weighted mean, and the weighted mean of the coherences.

    Raises
    ------
    InputError
        When there is no tap, grids differ, or only some have a coherence.

    Notes
    -----
    The variance of an estimate of a frequency response is ``(1 - c) / (2 n c)`` times its square, c the coherence, so
    the weights are ``c / (1 - c)``; without coherences all count alike.  `fit_modes` takes the mean on.

    References
    ----------
    J. S. Bendat and A. G. Piersol, Random Data, 4th ed., Wiley, 2010, section 9.2.

    Examples
    --------
    >>> import chipload as cl
    >>> grid = ["100 Hz", "200 Hz"]
    >>> measured = ((1, 0.5), (3, 0.75))
    >>> taps = [frequency_response(grid, cl.Quantity([v, v], "um/N"), coherence=[c, c]) for v, c in measured]
    >>> average_taps(taps).receptance.m.real.round(6).tolist()
    [2.5, 2.5]
    """
    if isinstance(taps, FrequencyResponse) or not all(isinstance(tap, FrequencyResponse) for tap in taps):
        raise InputError("average_taps, taps: give a list of frequency responses, as read_frf_csv reads them")
    if not taps:
        raise InputError("average_taps: no tap was given; give one at least")
    first = taps[0]
    for tap in taps:
        if tap.hertz.shape != first.hertz.shape or not np.allclose(tap.hertz, first.hertz, rtol=1e-9, atol=0):
            raise InputError("average_taps: the taps are at different frequencies; measure all with one setting")
        if (tap.coherence is None) != (first.coherence is None):
            raise InputError("average_taps: only some of the taps have a coherence; give all of them one, or none")
    values = np.array([tap.compliance for tap in taps])
    if first.coherence is None:
        return replace(first, compliance=values.mean(axis=0))
    coherence = np.array([tap.coherence for tap in taps], dtype=float)
    sure = np.clip(coherence, 1e-12, _SUREST)
    weights = sure / (1 - sure)
    weights /= weights.sum(axis=0)
    return replace(
        first, compliance=(weights * values).sum(axis=0), coherence=np.minimum((weights * coherence).sum(axis=0), 1.0)
    )


def _known(response: str) -> tuple[kinds.Kind, int]:
    if response not in RESPONSES:
        raise InputError(f"of: {response!r} is not known; give one of {', '.join(RESPONSES)}")
    return RESPONSES[response]
