"""How sure a stability limit is: modes and coefficients sampled within their uncertainty.

Every sampled number is log-normal about the value given.  Tangential and radial coefficient share one factor, since
nearly all of what is not known of them is one offset of the set-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.dynamics.critical import critical_depths
from chipload.dynamics.milling_process import Array, MillingProcess
from chipload.dynamics.modes import Structure
from chipload.dynamics.multipliers import dominant_multipliers
from chipload.dynamics.stability import confidence_in, modes_of
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel, to_single


@dataclass(frozen=True)
class StabilityBand:
    """Critical depth at each speed with its band.

    `lower` and `upper` hold the middle share `coverage` of the samples, `median` half of them on each side.  Where
    samples stay stable up to the largest depth asked they count as that depth.
    """

    spindle_speed: Any
    lower: Any
    median: Any
    upper: Any
    coverage: float
    samples: int
    confidence: str


@dataclass(frozen=True)
class StableProbability:
    """Probability that a cut is stable, with the standard error that the number of samples leaves."""

    probability: float
    standard_error: float
    samples: int
    confidence: str


def stability_band(
    process: MillingProcess,
    structure: Structure,
    spindle_speed: Any,
    max_depth: Any,
    *,
    coefficient_uncertainty: float,
    coverage: float = 0.9,
    samples: int = 64,
    seed: int = 0,
) -> StabilityBand:
    """Critical depth with the band that uncertain modes and coefficients leave.

    Parameters
    ----------
    process
        Teeth, engagement and coefficients.
    structure
        Modes with their uncertainties; an estimated mode without any has `chipload.dynamics.modes.ESTIMATED_SPREAD`.
    spindle_speed
        List of speeds [rpm].
    max_depth
        Largest depth of interest [mm, in].
    coefficient_uncertainty
        Relative standard deviation of the cutting coefficients: some 0.05 after calibrating cuts on the same set-up,
        0.4 from a table of materials.
    coverage
        Share of the samples within the band.
    samples
        Number of samples, a power of two.
    seed
        Of the samples; the same seed gives the same band.

    Returns
    -------
    StabilityBand
        Lower, median and upper critical depth at each speed [mm].

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    See `critical_depth` for the model.  Scrambled Sobol points.  A factor on the coefficients is one on the depth, so
    process damping, where it is given, varies with them.

    References
    ----------
    T. Insperger and G. Stepan, Int. J. Numer. Meth. Engng 61 (2004) 117-141, for the model.

    Examples
    --------
    >>> from chipload.dynamics import Mode
    >>> tool = Structure([Mode("922 Hz", 0.011, "1.34 N/um", direction="x", stiffness_uncertainty=0.05)])
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> band = stability_band(slot, tool, ["15000 rpm"], "3 mm", coefficient_uncertainty=0.05, samples=32)
    >>> bool(band.lower.m < 0.3867), bool(band.upper.m > 0.3867)
    (True, True)
    """
    name = "stability_band"
    speed = np.atleast_1d(to_kernel(kinds.SPINDLE_SPEED, spindle_speed, f"{name}, spindle_speed"))
    largest = to_single(kinds.POSITIVE_LENGTH, max_depth, f"{name}, max_depth")
    coverage = to_single(kinds.RATIO, coverage, f"{name}, coverage")
    if not 0 < coverage < 1:
        raise InputError(f"{name}, coverage: {coverage:g} was given; it is a share between 0 and 1")
    modes_of(process, structure, name)
    modes, factors = sampled(structure, coefficient_uncertainty, samples, seed, name)
    # a factor on both coefficients is one on the depth
    each = np.repeat(modes, speed.size, axis=2)
    scaled = critical_depths(
        process.numbers, each, np.tile(speed, samples), largest * np.repeat(factors, speed.size), tolerance=1e-3
    )
    depths = scaled.depth.reshape(samples, speed.size) / factors[:, None]
    low, middle, high = np.quantile(depths, [(1 - coverage) / 2, 0.5, (1 + coverage) / 2], axis=0)
    return StabilityBand(
        from_kernel(kinds.SPINDLE_SPEED, speed),
        from_kernel(kinds.LENGTH, low),
        from_kernel(kinds.LENGTH, middle),
        from_kernel(kinds.LENGTH, high),
        coverage,
        samples,
        confidence_in(structure),
    )


def stable_probability(
    process: MillingProcess,
    structure: Structure,
    spindle_speed: Any,
    axial_depth: Any,
    *,
    coefficient_uncertainty: float,
    samples: int = 256,
    seed: int = 0,
) -> StableProbability:
    """Probability that a milling cut is stable.

    Parameters
    ----------
    process
        Teeth, engagement and coefficients.
    structure
        Modes with their uncertainties; `ModalFit.structure` hands them on from a tap test.
    spindle_speed, axial_depth
        The cut [rpm; mm, in].
    coefficient_uncertainty
        Relative standard deviation of the cutting coefficients.
    samples
        Number of samples, a power of two.
    seed
        Of the samples.

    Returns
    -------
    StableProbability
        Share of the samples that are stable, and what is said of it.

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    See `milling_stability` for the model; what the model leaves out is in no band.  `stability_band` gives the depths
    instead.

    References
    ----------
    T. Insperger and G. Stepan, Int. J. Numer. Meth. Engng 61 (2004) 117-141, for the model.

    Examples
    --------
    >>> from chipload.dynamics import Mode
    >>> tool = Structure([Mode("922 Hz", 0.011, "1.34 N/um", direction="x", estimated=True)])
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> found = stable_probability(slot, tool, "15000 rpm", "0.1 mm", coefficient_uncertainty=0.2)
    >>> 0.9 < found.probability <= 1, found.confidence[:3]
    (True, 'low')
    """
    name = "stable_probability"
    speed = to_single(kinds.SPINDLE_SPEED, spindle_speed, f"{name}, spindle_speed")
    depth = to_single(kinds.LENGTH, axial_depth, f"{name}, axial_depth")
    modes_of(process, structure, name)
    modes, factors = sampled(structure, coefficient_uncertainty, samples, seed, name)
    multiplier = dominant_multipliers(process.numbers, modes, np.full(samples, speed), depth * factors)
    share = float((np.abs(multiplier) < 1).mean())
    error = float(np.sqrt(max(share * (1 - share), 1 / samples) / samples))
    return StableProbability(share, error, samples, confidence_in(structure))


def sampled(structure: Structure, coefficients: float, samples: int, seed: int, name: str) -> tuple[Array, Array]:
    """Sampled modes, a third axis along the samples, and factors on the coefficients."""
    from scipy.special import ndtri
    from scipy.stats import qmc

    if samples < 8 or samples & (samples - 1):
        raise InputError(f"{name}, samples: {samples} were given; give a power of two from 8, like 64")
    coefficients = to_single(kinds.RATIO, coefficients, f"{name}, coefficient_uncertainty")
    if not 0 <= coefficients < 2:
        raise InputError(
            f"{name}, coefficient_uncertainty: {coefficients:g} was given; it is a relative deviation, like 0.1"
        )
    spreads = np.array(
        [(one.frequency_uncertainty, one.damping_uncertainty, one.stiffness_uncertainty) for one in structure]
    )
    count = len(structure)
    points = qmc.Sobol(3 * count + 1, rng=np.random.default_rng(seed)).random(samples)
    normal = ndtri(np.clip(points, 1e-9, 1 - 1e-9))
    modes = np.repeat(structure.numbers[:, :, None], samples, axis=2)
    width = np.sqrt(np.log1p(spreads**2))
    modes[:, :3] *= np.exp(width[:, :, None] * normal[:, :-1].T.reshape(count, 3, samples))
    modes[:, 1] = np.minimum(modes[:, 1], 0.99)
    return modes, np.exp(np.sqrt(np.log1p(coefficients**2)) * normal[:, -1])
