"""Stability lobes of milling with the mean of the directional factors: fast, and a preview only.

With the factors averaged over a turn the limit has a closed form for each chatter frequency (Altintas and Budak):

    det(I + Lambda A0 G) = 0        a_lim = -2 pi Re Lambda (1 + kappa^2) / (z K_t),  kappa = Im Lambda / Re Lambda
    n = f / (z (k + epsilon / 2 pi)),  epsilon = pi - 2 arctan kappa,  k = 0, 1, ...
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.dynamics.lobes import envelope
from chipload.dynamics.milling_process import MillingProcess, ProcessNumbers
from chipload.dynamics.modes import Array, Complex, Structure
from chipload.dynamics.responses import TipResponse, response_of
from chipload.dynamics.stability import confidence_in
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel


@dataclass(frozen=True)
class ZeroOrderLimit:
    """Depth that zero-order theory allows at each speed, infinite where no lobe passes, and the chatter frequency.

    `lowest_depth` is the floor under all lobes, which no speed changes; `confidence` is "low" where a mode was
    estimated from geometry alone.
    """

    spindle_speed: Any
    limit_depth: Any
    chatter_frequency: Any
    lowest_depth: Any
    confidence: str


def zero_order_limit(process: MillingProcess, structure: Structure | TipResponse, spindle_speed: Any) -> ZeroOrderLimit:
    """Stability lobes of milling with averaged directional factors.

    Parameters
    ----------
    process
        Teeth, evenly pitched, engagement and coefficients.
    structure
        Modes, or a measured response.
    spindle_speed
        Speeds [rpm].

    Returns
    -------
    ZeroOrderLimit
        Limit of depth [mm] and chatter frequency [Hz] at each speed.

    Raises
    ------
    InputError
        When an argument cannot be, or the pitch is uneven.

    Notes
    -----
    A preview.  Beside `critical_depth` it is within some 12 % at the floors of the lobes, but 1.4 to 2 times too
    high in the pockets between them for a small radial depth, and it knows no flip.  Process damping is left out.

    References
    ----------
    Y. Altintas and E. Budak, CIRP Annals 44 (1995) 357-362.

    Examples
    --------
    >>> from chipload.dynamics import Mode
    >>> tool = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> lobes = zero_order_limit(slot, tool, ["5000 rpm", "20000 rpm"])
    >>> lobes.limit_depth.m
    array([0.370..., 1.55...])
    >>> lobes.lowest_depth.m
    0.298...
    """
    if not isinstance(process, MillingProcess):
        raise InputError("zero_order_limit, process: give a MillingProcess")
    if not process.even:
        raise InputError("zero_order_limit, pitch_angles: the teeth are uneven; use critical_depth, which knows each")
    speed = np.asarray(to_kernel(kinds.SPINDLE_SPEED, spindle_speed, "zero_order_limit, spindle_speed"), dtype=float)
    frequency, response = response_of(structure, "zero_order_limit")
    limits, phases = zero_order_roots(process.numbers, response)
    found, heard = envelope(frequency, limits, phases, process.numbers.teeth, speed.ravel())
    positive = limits[limits > 0]
    return ZeroOrderLimit(
        from_kernel(kinds.SPINDLE_SPEED, speed[()]),
        from_kernel(kinds.LENGTH, found.reshape(speed.shape)[()]),
        from_kernel(kinds.FREQUENCY, heard.reshape(speed.shape)[()]),
        from_kernel(kinds.LENGTH, float(positive.min()) if positive.size else np.inf),
        confidence_in(structure),
    )


def zero_order_roots(process: ProcessNumbers, response: Complex) -> tuple[Array, Array]:
    """Limit of depth [m] and phase between two teeth [rad] for both roots, a row each, at each frequency."""
    arc = process.exit - process.entry
    # Altintas and Budak take a factor of one half out of their integrals
    factor = 2 * process.mean_factor(np.asarray(process.entry), np.asarray(process.exit)) * arc / process.tangential
    loop = np.einsum("ij,jkf->ikf", factor, response)
    trace, product = loop[0, 0] + loop[1, 1], loop[0, 0] * loop[1, 1] - loop[0, 1] * loop[1, 0]
    # the loop's own eigenvalues stay finite where a rigid direction makes the product zero
    root = np.sqrt(trace**2 - 4 * product)
    both = _followed(np.array([(trace + root) / 2, (trace - root) / 2]))
    with np.errstate(divide="ignore", invalid="ignore"):
        root_of = -1 / np.where(np.abs(both) < 1e-12 * np.abs(both).max(), np.nan, both)
        kappa = root_of.imag / root_of.real
        limits = -2 * np.pi * root_of.real * (1 + kappa**2) / (process.teeth * process.tangential)
        phases = np.pi - 2 * np.arctan(kappa)
    return np.nan_to_num(limits, nan=-1.0, posinf=-1.0), np.nan_to_num(phases)


def _followed(roots: Complex) -> Complex:
    """Two roots against frequency with each in a row of its own, where they would change places."""
    kept = np.abs(np.diff(roots, axis=1)).sum(axis=0)
    crossed = np.abs(roots[::-1, 1:] - roots[:, :-1]).sum(axis=0)
    swap = np.concatenate([[False], np.cumsum(crossed < kept) % 2 == 1])
    return np.where(swap, roots[::-1], roots)
