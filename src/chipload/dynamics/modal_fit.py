r"""Modes from a measured frequency response: frequency, damping, stiffness and mass with their standard errors.

Over a range of frequencies the receptance is taken as

    G(omega) = sum_r 1 / (k_r (1 - (omega / omega_r)^2 + 2 i zeta_r omega / omega_r)) + c_0 + c_2 / omega^2

with complex c_0 and c_2 for the modes above and below the range.  Starting values come from a rational fraction, and
all parameters are refined together by least squares on real and imaginary parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.dynamics.elements import Array
from chipload.dynamics.frf import FrequencyResponse
from chipload.dynamics.modes import Mode, Structure
from chipload.dynamics.transfer import Matrices
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_single


@dataclass(frozen=True)
class FittedMode:
    """One mode with the standard errors of its figures."""

    natural_frequency: Any
    damping_ratio: Any
    modal_stiffness: Any
    modal_mass: Any
    natural_frequency_error: Any
    damping_ratio_error: Any
    modal_stiffness_error: Any
    modal_mass_error: Any


@dataclass(frozen=True)
class ModalFit:
    """Modes fitted to a measured response, by rising frequency, with the fitted curve on the lines used.

    `relative_misfit` is the root mean square of what is left over, against that of the response.
    """

    modes: tuple[FittedMode, ...]
    measured: FrequencyResponse
    fitted: FrequencyResponse
    relative_misfit: float

    def structure(self, direction: Any = "y") -> Structure:
        """The modes as the stability of a cut asks for them, with their standard errors as spreads.

        Taps along x and along y make two fits; ``Structure([*of_x.structure("x"), *of_y.structure("y")])`` has both.
        """
        return Structure(
            Mode(
                one.natural_frequency, one.damping_ratio, one.modal_stiffness, direction=direction,
                frequency_uncertainty=float((one.natural_frequency_error / one.natural_frequency).m),
                stiffness_uncertainty=float((one.modal_stiffness_error / one.modal_stiffness).m_as("")),
                damping_uncertainty=float((one.damping_ratio_error / one.damping_ratio).m),
            )
            for one in self.modes
        )  # fmt: skip


def fit_modes(response: FrequencyResponse, low: Any, high: Any, *, number: int = 1) -> ModalFit:
    """Fit modes to a measured response between two frequencies.

    Parameters
    ----------
    response
        Direct receptance: tapped where and along what it was measured.  With a coherence, sure lines count more.
    low, high
        Ends of the range, with the modes well inside [Hz].
    number
        How many modes there are in it.

    Returns
    -------
    ModalFit
        Modes with standard errors, and the fitted curve; `ModalFit.structure` is what `critical_depth`,
        `best_pockets` and `turning_limit` ask for.

    Raises
    ------
    InputError
        When the range misses a mode, a mode has too few lines, or its stiffness comes out negative.

    Notes
    -----
    A mode just outside the range is not what two constants can stand for: count it in.  Errors are those of least
    squares for independent noise; they hold no error of calibration, of a leaking window or of a hit that was not
    along the axis.  With a coherence the noise of a line is taken as ``(1 - c) / c`` times the square of the fitted
    response, without as even.

    References
    ----------
    M. H. Richardson and D. L. Formenti, Parameter estimation from frequency response measurements using rational
    fraction polynomials, 1st Int. Modal Analysis Conf., 1982.  D. J. Ewins, Modal Testing, 2nd ed., 2000.

    Examples
    --------
    >>> import numpy as np
    >>> import chipload as cl
    >>> f = np.linspace(700, 1100, 201)
    >>> g = 1 / (5e6 * (1 - (f / 922) ** 2 + 2j * 0.011 * f / 922))
    >>> tap = cl.dynamics.frequency_response(cl.Quantity(f, "Hz"), cl.Quantity(g, "m/N"))
    >>> mode = fit_modes(tap, "750 Hz", "1050 Hz").modes[0]
    >>> round(mode.natural_frequency.m, 3), round(float(mode.damping_ratio.m), 6)
    (922.0, 0.011)
    """
    if not isinstance(response, FrequencyResponse):
        raise InputError("fit_modes, response: give one frequency response, as read_frf_csv or average_taps gives it")
    if number < 1:
        raise InputError("fit_modes, number: at least one mode must be asked for")
    ends = tuple(to_single(kinds.FREQUENCY, end, f"fit_modes, {name}") for name, end in (("low", low), ("high", high)))
    if not ends[0] < ends[1]:
        raise InputError(f"fit_modes, high: {ends[1]:g} Hz is not above {ends[0]:g} Hz, where the range begins")
    part = response.between(from_kernel(kinds.FREQUENCY, ends[0]), from_kernel(kinds.FREQUENCY, ends[1]))
    count = 3 * number + 4
    if 2 * part.hertz.size <= count + 2:
        raise InputError(
            f"fit_modes: {part.hertz.size} lines are too few for {number} modes; widen the range or measure finer"
        )
    size = float(np.sqrt(np.mean(np.abs(part.compliance) ** 2)))
    if size == 0:
        raise InputError("fit_modes: the response is zero all over the range; check the record")
    fit = _Fit(part.hertz, part.compliance / size, part.coherence, number)
    start = fit.start()
    if start is None:
        if part.compliance.imag.sum() > 0:
            raise InputError(
                "fit_modes: the imaginary part has the wrong sign, as if damping fed energy in; "
                "give the conjugate of the record"
            )
        raise InputError(_missed(ends, number))
    return _written(fit, start, part, size, ends)


class _Fit:
    """Scaled data: frequencies over their middle, receptance over its mean size."""

    def __init__(self, hertz: Array, values: Matrices, coherence: Array | None, number: int) -> None:
        self.middle = float(np.mean(hertz))
        self.w, self.values, self.number = hertz / self.middle, values, number
        self.coherence = coherence
        self.weigh(values)

    def weigh(self, values: Matrices) -> None:
        """Weights of the lines, where `values` is as good a response as is known; even without a coherence."""
        self.weights = np.ones(self.w.size)
        if self.coherence is not None:
            sure = np.clip(self.coherence, 1e-3, 1 - 1e-6)
            noise = np.sqrt((1 - sure) / sure) * np.maximum(np.abs(values), 1e-3 * np.abs(values).max())
            self.weights = np.exp(np.mean(np.log(noise))) / noise

    def start(self) -> tuple[Array, Array] | None:
        """Frequencies and damping ratios from a rational fraction, refined by its own denominator."""
        half = (self.w[-1] - self.w[0]) / 2
        x = (self.w - (self.w[-1] + self.w[0]) / 2) / half
        up = np.polynomial.chebyshev.chebvander(x, self.number + 1)
        down = up[:, : self.number + 1]
        weights = self.weights.astype(complex)
        poles = np.empty(0, dtype=complex)
        for _ in range(25):
            # numerator - value (denominator without its last term) = value times the last term
            matrix = np.hstack([up, -self.values[:, None] * down[:, :-1]]) * weights[:, None]
            solution = np.linalg.lstsq(matrix, self.values * down[:, -1] * weights, rcond=None)[0]
            denominator = np.append(solution[up.shape[1] :], 1.0)
            before, poles = poles, np.sort_complex(np.polynomial.chebyshev.chebroots(denominator))
            if before.size == poles.size and np.max(np.abs(poles - before)) < 1e-5:
                break
            size = np.abs(down @ denominator)
            weights = self.weights / np.maximum(size, 1e-9 * size.max())
        # a pole at w0 (sqrt(1 - zeta^2) + i zeta), with exp(i w t)
        w = poles * half + (self.w[-1] + self.w[0]) / 2
        own, damping = np.abs(w), w.imag / np.abs(w)
        inside = (w.real > self.w[0]) & (w.real < self.w[-1]) & (damping > 1e-6) & (damping < 0.7)
        if inside.sum() < self.number:
            return None
        order = np.argsort(own[inside])
        return own[inside][order], damping[inside][order]

    def basis(self, own: Array, damping: Array) -> Matrices:
        """Columns of the model that are linear: modes, then the rest of the structure."""
        ratio = self.w[:, None] / own
        modes = 1 / (1 - ratio**2 + 2j * damping * ratio)
        one = np.ones((self.w.size, 1))
        return np.hstack([modes, one, 1j * one, 1 / self.w[:, None] ** 2, 1j / self.w[:, None] ** 2])

    def amplitudes(self, own: Array, damping: Array) -> Array:
        """Real amplitudes of the columns, by linear least squares."""
        matrix = self.basis(own, damping) * self.weights[:, None]
        values = self.values * self.weights
        stacked = np.vstack([matrix.real, matrix.imag])
        out: Array = np.linalg.lstsq(stacked, np.concatenate([values.real, values.imag]), rcond=None)[0]
        return out

    def misses(self, unknown: Array) -> Array:
        """Weighted real and imaginary parts of what is left over; unknowns are w0, log zeta, amplitudes."""
        n = self.number
        own, damping = unknown[:n], np.exp(unknown[n : 2 * n])
        rest = (self.basis(own, damping) @ unknown[2 * n :] - self.values) * self.weights
        return np.concatenate([rest.real, rest.imag])

    def slopes(self, unknown: Array) -> Array:
        """Derivatives of `misses`."""
        n = self.number
        own, damping = unknown[:n], np.exp(unknown[n : 2 * n])
        amplitudes = unknown[2 * n : 3 * n]
        basis = self.basis(own, damping)
        ratio = self.w[:, None] / own
        by_ratio = -(basis[:, :n] ** 2) * (-2 * ratio + 2j * damping)
        by_own = amplitudes * by_ratio * (-ratio / own)
        by_damping = amplitudes * -(basis[:, :n] ** 2) * 2j * ratio * damping
        full = np.hstack([by_own, by_damping, basis]) * self.weights[:, None]
        return np.vstack([full.real, full.imag])


def _written(
    fit: _Fit, start: tuple[Array, Array], part: FrequencyResponse, size: float, ends: tuple[float, ...]
) -> ModalFit:
    from scipy.optimize import least_squares

    n = fit.number
    unknown = np.concatenate([start[0], np.log(start[1]), fit.amplitudes(*start)])
    # weights from the noisy record would favour lines that happen to be low; those of the curve do not
    for _ in range(1 if part.coherence is None else 3):
        scale = np.concatenate([start[0] * start[1], np.ones(n), np.maximum(np.abs(unknown[2 * n :]), 1e-3)])
        found = least_squares(
            fit.misses, unknown, jac=fit.slopes, x_scale=scale, method="lm", xtol=1e-14, ftol=1e-14, gtol=1e-14
        )
        unknown = found.x
        if part.coherence is not None:
            fit.weigh(fit.basis(unknown[:n], np.exp(unknown[n : 2 * n])) @ unknown[2 * n :])
    order = np.argsort(found.x[:n])
    own, damping, amplitude = found.x[:n], np.exp(found.x[n : 2 * n]), found.x[2 * n : 3 * n]
    slopes = fit.slopes(found.x)
    freedom = slopes.shape[0] - found.x.size
    left = float(2 * found.cost / freedom)
    columns = np.linalg.norm(slopes, axis=0)
    covariance = np.linalg.pinv((slopes / columns).T @ (slopes / columns)) * left / np.outer(columns, columns)
    if np.any(own <= fit.w[0]) or np.any(own >= fit.w[-1]) or np.any(damping >= 1):
        raise InputError(_missed(ends, n))
    modes = []
    for r in order:
        error = np.sqrt(np.diag(covariance)[[r, n + r, 2 * n + r]])
        if abs(amplitude[r]) < 3 * error[2]:
            raise InputError(_missed(ends, n))
        lines = int(np.sum(np.abs(fit.w - own[r]) <= damping[r] * own[r]))
        if lines < 2:
            raise InputError(
                f"fit_modes: the mode at {own[r] * fit.middle:.5g} Hz has {lines} lines within its half-power width of "
                f"{2 * damping[r] * own[r] * fit.middle:.2g} Hz; measure with a finer step"
            )
        if amplitude[r] < 0:
            raise InputError(
                f"fit_modes: the mode at {own[r] * fit.middle:.5g} Hz has a negative stiffness; the polarity of "
                "hammer or sensor is wrong, or the response is not a direct one"
            )
        # stiffness 1 / amplitude, mass stiffness / omega^2; relative errors with what ties them
        by_amplitude, by_own = covariance[2 * n + r, 2 * n + r] / amplitude[r] ** 2, covariance[r, r] / own[r] ** 2
        tied = covariance[r, 2 * n + r] / (own[r] * amplitude[r])
        mass_share = np.sqrt(max(by_amplitude + 4 * by_own + 4 * tied, 0.0))
        stiffness = 1 / (amplitude[r] * size)
        hertz = own[r] * fit.middle
        mass = stiffness / (2 * np.pi * hertz) ** 2
        figures = (
            (kinds.FREQUENCY, hertz),
            (kinds.DAMPING_RATIO, damping[r]),
            (kinds.STIFFNESS, stiffness),
            (kinds.MASS, mass),
            (kinds.FREQUENCY, error[0] * fit.middle),
            (kinds.DAMPING_RATIO, error[1] * damping[r]),
            (kinds.STIFFNESS, stiffness * np.sqrt(by_amplitude)),
            (kinds.MASS, mass * mass_share),
        )
        modes.append(FittedMode(*(from_kernel(kind, float(value)) for kind, value in figures)))
    curve = fit.basis(own, damping) @ found.x[2 * n :] * size
    misfit = float(np.sqrt(np.mean(np.abs(curve - part.compliance) ** 2)) / size)
    return ModalFit(tuple(modes), part, FrequencyResponse(part.hertz, curve, None, "fitted"), misfit)


def _missed(ends: tuple[float, ...], number: int) -> str:
    modes = "the mode" if number == 1 else f"one of the {number} modes"
    return (
        f"fit_modes: the range from {ends[0]:g} to {ends[1]:g} Hz misses {modes}; "
        "take a range with the peak well inside, or fewer modes"
    )
