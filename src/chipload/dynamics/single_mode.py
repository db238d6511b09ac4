"""Stability of one mode, cut by cut: zero-order lobes on arrays in which every point is a cut of its own.

With one mode along the cut, or the same mode in both directions of a milling tool, the loop of regeneration has
eigenvalues that no frequency changes, so that each lobe is a function of one variable, the angle beta by which the
motion lags behind the force:

    tan beta = 2 zeta r / (1 - r^2),  r = f / f_n        depth ~ r / (sin beta cos(beta - alpha))
    2 pi r f_n T + 2 (beta - alpha) = pi + 2 pi k,  k = 0, 1, ...

alpha is the argument of the eigenvalue and T the time between two teeth.  The left side of the second line rises with
beta and the depth falls to its floor at the middle of the branch and rises again: the smallest depth at a speed is at
one of the two neighbours of the floor.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from chipload.dynamics.milling_process import mean_factor
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Count,
    DampingRatio,
    ForceCoefficient,
    Frequency,
    Length,
    Ratio,
    Real,
    SpindleSpeed,
    Stiffness,
    Stress,
)
from chipload.units.parameters import Requires

_STEPS = 80
_CLOSE = 1e-6
"""Step at which an angle is near enough for the last one to double its digits [rad]."""


@np.errstate(divide="ignore", invalid="ignore", over="ignore")
def least_depth(argument: Any, cycles: Any, damping: Any) -> Any:
    """Smallest ``|1 - r^2 + 2 i zeta r| / cos(beta - alpha)`` over the lobes; infinite where no lobe passes.

    Parameters
    ----------
    argument
        Of the eigenvalue of the loop, alpha [rad].
    cycles
        Cycles of the natural frequency from one tooth to the next.
    damping
        Damping ratio.
    """
    alpha, cycles, damping = np.broadcast_arrays(
        (np.asarray(argument) + np.pi / 2) % (2 * np.pi) - np.pi / 2, np.asarray(cycles), np.asarray(damping)
    )
    start, end = np.maximum(alpha - np.pi / 2, 0.0), np.minimum(alpha + np.pi / 2, np.pi)

    def turns(beta: Any) -> tuple[Any, Any]:
        """Phase between two teeth beyond that of lobe 0 [rad], and how fast it rises."""
        ratio, growth = _frequency(beta, damping)
        return 2 * np.pi * cycles * ratio + 2 * (beta - alpha) - np.pi, 2 * np.pi * cycles * ratio * growth + 2

    floor = _floor(alpha, damping)
    lobe = np.floor(turns(floor)[0] / (2 * np.pi))
    wanted = 2 * np.pi * np.array([lobe, lobe + 1])
    low, high = np.array([np.broadcast_to(start, floor.shape), floor]), np.array([floor, end])
    first, last = turns(low)[0], turns(high)[0]
    # the spring alone, at no frequency, and the mass alone, at an endless one, are never beyond the lobe
    first, last = np.where(low <= 0, -2 * alpha - np.pi, first), np.where(high >= np.pi, np.inf, last)
    passes = (first < wanted) & (last > wanted) & (wanted >= 0) & (end > start)
    # where no lobe passes there is nothing to solve
    low, high = np.where(passes, low, floor), np.where(passes, high, floor)
    # a first guess: the frequency at which the waves between two teeth are those of the lobe with the lag of the floor
    guess = (wanted + np.pi - 2 * (floor - alpha)) / (2 * np.pi * cycles)
    lag = np.arctan2(2 * damping * guess, 1 - guess**2)
    beta = _solved(turns, wanted, low, high, np.where((lag > low) & (lag < high), lag, floor))
    # the angle is round near the mode and the frequency away from it: one more step, in the frequency
    ratio, growth = _frequency(beta, damping)
    lag = np.arctan2(2 * damping * ratio, 1 - ratio**2)
    miss = 2 * np.pi * cycles * ratio + 2 * (lag - alpha) - np.pi - wanted
    ratio = ratio - miss / (2 * np.pi * cycles + 2 / (ratio * growth))
    depth = np.hypot(1 - ratio**2, 2 * damping * ratio) / np.sin(np.pi * cycles * ratio - wanted / 2)
    # at the very ends of a branch the depth is endless, of either sign by a rounding
    return np.where(passes & (depth > 0), depth, np.inf).min(axis=0)


def _frequency(beta: Any, damping: Any) -> tuple[Any, Any]:
    """Frequency over the natural one, and how fast its logarithm rises with beta."""
    sine = np.sin(beta)
    lean = damping * np.cos(beta) / sine
    root, size = np.sqrt(1 + lean**2), np.abs(lean)
    # of the two forms the one that does not take the difference of equals
    return (root + size) ** np.where(lean > 0, -1.0, 1.0), damping / (sine * sine * root)


def _floor(alpha: Any, damping: Any) -> Any:
    """Where the depth is least: half-way along the branch but for the change of the frequency along it."""
    beta = np.pi / 4 + alpha / 2
    for _ in range(2):
        slope = _frequency(beta, damping)[1] - 1 / np.tan(beta) + np.tan(beta - alpha)
        moved = beta - slope / (1 / np.sin(beta) ** 2 + 1 / np.cos(beta - alpha) ** 2)
        inside = (moved > np.maximum(alpha - np.pi / 2, 0)) & (moved < np.minimum(alpha + np.pi / 2, np.pi))
        beta = np.where(inside, moved, beta)
    return beta


def _solved(turns: Any, wanted: Any, low: Any, high: Any, beta: Any) -> Any:
    """Where `turns` comes to what is wanted, by Newton's steps that stay between the ends.

    A point that is found is left as it is, so that its digits do not depend on its neighbours.
    """
    found = np.zeros(beta.shape, dtype=bool)
    for _ in range(_STEPS):
        value, rise = turns(beta)
        above = value > wanted
        low, high = np.where(above, low, beta), np.where(above, beta, high)
        step = beta - (value - wanted) / rise
        following = np.where((step > low) & (step < high), step, (low + high) / 2)
        following = np.where(found, beta, following)
        found |= np.abs(following - beta) <= _CLOSE
        beta = following
        if np.all(found):
            break
    return beta


_DAMPED = Requires(
    ("damping_ratio",), lambda damping_ratio: (damping_ratio > 0) & (damping_ratio < 1),
    "the damping ratio must be more than zero and less than 1, usually 0.005 to 0.1",
)  # fmt: skip
_TURNS = Requires(
    ("spindle_speed",), lambda spindle_speed: spindle_speed > 0, "the spindle speed must be more than zero"
)


@formula(
    symbol=r"a_{lim}",
    equation=(
        r"a_{lim} = \min_k \frac{2 \pi k_m r}{z K_{tc} |\lambda|} "
        r"\frac{2 \zeta}{\sin(\beta) \cos(\beta - \alpha)} ,\quad "
        r"2 \pi r \frac{f_n}{z n} + 2 (\beta - \alpha) = \pi + 2 \pi k ,\quad "
        r"\tan(\beta) = \frac{2 \zeta r}{1 - r^2}"
    ),
    source="altintas2012",
    example={
        "spindle_speed": "24000 rpm", "teeth": 4, "entry_angle": "90 deg", "exit_angle": "180 deg",
        "tangential_cutting": "800 MPa", "radial_cutting": "240 MPa", "natural_frequency": "130 Hz",
        "modal_stiffness": "10 N/um", "damping_ratio": 0.03,
    },
    requires=(
        _DAMPED, _TURNS,
        Requires(("tangential_cutting",), lambda tangential_cutting: tangential_cutting > 0,
                 "the tangential coefficient must be more than zero"),
        Requires(("entry_angle", "exit_angle"), lambda entry_angle, exit_angle: entry_angle < exit_angle,
                 "a tooth must leave the cut after it enters"),
    ),
)  # fmt: skip
def single_mode_milling_depth(
    spindle_speed: SpindleSpeed,
    teeth: Count,
    entry_angle: Angle,
    exit_angle: Angle,
    tangential_cutting: ForceCoefficient,
    radial_cutting: ForceCoefficient,
    natural_frequency: Frequency,
    modal_stiffness: Stiffness,
    damping_ratio: DampingRatio,
) -> Length:
    """Axial depth from which a milling cut chatters on one mode, the same along and across the feed.

    Parameters
    ----------
    spindle_speed
        Spindle speed [rpm].
    teeth
        Number of teeth, evenly pitched.
    entry_angle, exit_angle
        Where a tooth enters and leaves [°].
    tangential_cutting, radial_cutting
        Cutting coefficients; the radial one is a pressure too, not a ratio [MPa].
    natural_frequency, modal_stiffness, damping_ratio
        Of the mode at the tool tip [Hz, N/µm].

    Returns
    -------
    Quantity
        Limit of depth [mm], the smallest of all lobes at this speed; infinite where none passes.

    Raises
    ------
    InputError
        When a tooth leaves before it enters, or a coefficient, the speed or the damping is not above zero.

    Notes
    -----
    Zero-order lobes as those of `zero_order_limit`, which takes any modes on a list of speeds of one cut; here each
    point of an array is a cut of its own, and lambda with its argument alpha are the eigenvalues of its mean
    directional matrix.  1.4 to 2 times too high in the pockets between lobes for a small radial depth, and it knows
    no flip: `critical_depth` does.  Process damping is left out.

    References
    ----------
    Y. Altintas and E. Budak, CIRP Annals 44 (1995) 357-362.  Y. Altintas, Manufacturing Automation, 2nd ed., 2012,
    chapter 4.

    Examples
    --------
    >>> cut = dict(teeth=4, entry_angle="90 deg", exit_angle="180 deg", tangential_cutting="800 MPa",
    ...            radial_cutting="240 MPa")
    >>> mode = dict(natural_frequency="900 Hz", modal_stiffness="10 N/um", damping_ratio=0.03)
    >>> single_mode_milling_depth(["5000 rpm", "6500 rpm"], **cut, **mode).m
    array([1.127..., 3.990...])
    """
    arc = exit_angle - entry_angle
    # Altintas and Budak take a factor of one half out of their integrals
    matrix = 2 * arc * mean_factor(entry_angle, exit_angle, 1.0, radial_cutting / tangential_cutting)
    half, product = (matrix[0, 0] + matrix[1, 1]) / 2, matrix[0, 0] * matrix[1, 1] - matrix[0, 1] * matrix[1, 0]
    first = half - np.sqrt(half**2 - product + 0j)
    with np.errstate(divide="ignore", invalid="ignore"):
        eigenvalues = np.array([first, product / first])
    cycles = natural_frequency / (teeth * spindle_speed)
    # a row for each eigenvalue, above all that the other arguments are arrays of, so that both are solved at once
    dimensions = max(np.ndim(first), np.ndim(cycles), np.ndim(damping_ratio))
    rows = eigenvalues.reshape(2, *(1,) * (dimensions - np.ndim(first)), *np.shape(first))
    with np.errstate(divide="ignore", invalid="ignore"):
        depth = least_depth(np.angle(rows), cycles, damping_ratio) / np.abs(rows)
    found: Real = 2 * np.pi * modal_stiffness / (teeth * tangential_cutting) * depth.min(axis=0)
    return found


@formula(
    symbol=r"b_{lim}",
    equation=(
        r"b_{lim} = \min_k \frac{k_m}{2 K_c \mu_o} \frac{(1 - r^2)^2 + 4 \zeta^2 r^2}{r^2 - 1} ,\quad "
        r"2 \pi r \frac{f_n}{n} + 2 \beta = 3 \pi + 2 \pi k ,\quad \tan(\beta) = \frac{2 \zeta r}{1 - r^2}"
    ),
    source="altintas2012",
    example={
        "spindle_speed": "9600 rpm", "cutting_coefficient": "1000 MPa", "natural_frequency": "60 Hz",
        "modal_stiffness": "226 N/um", "damping_ratio": 0.012, "orientation_factor": 0.75,
    },
    requires=(
        _DAMPED, _TURNS,
        Requires(("cutting_coefficient",), lambda cutting_coefficient: cutting_coefficient > 0,
                 "the cutting coefficient must be more than zero"),
        Requires(("orientation_factor",), lambda orientation_factor: orientation_factor > 0,
                 "the force must push the mode away from the cut; a factor of zero or less has no limit of this form"),
    ),
)  # fmt: skip
def single_mode_turning_width(
    spindle_speed: SpindleSpeed,
    cutting_coefficient: Stress,
    natural_frequency: Frequency,
    modal_stiffness: Stiffness,
    damping_ratio: DampingRatio,
    orientation_factor: Ratio = 1.0,
) -> Length:
    """Width of cut from which turning or boring chatters on one mode at this speed.

    Parameters
    ----------
    spindle_speed
        Spindle speed [rpm].
    cutting_coefficient
        Force along the cutting force on an area of chip [MPa].
    natural_frequency, modal_stiffness, damping_ratio
        Of the one mode that bends [Hz, N/µm].
    orientation_factor
        Cosine from the mode to the chip thickness times cosine from the mode to the force; 1 where all are in line.

    Returns
    -------
    Quantity
        Limit of width [mm], the smallest of all lobes at this speed; infinite where none passes.

    Raises
    ------
    InputError
        When the coefficient, the factor, the speed or the damping is not above zero.

    Notes
    -----
    As `turning_limit` for one mode, but each point of an array is a cut of its own; its floor is
    `stable_width_at_any_speed`.  Orthogonal cutting, no process damping.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 4.

    Examples
    --------
    >>> bar = dict(natural_frequency="250 Hz", modal_stiffness="226 N/um", damping_ratio=0.012)
    >>> single_mode_turning_width("3000 rpm", "1000 MPa", **bar, orientation_factor=0.75).m
    34.58...
    """
    found: Real = least_depth(np.pi, natural_frequency / spindle_speed, damping_ratio)
    return modal_stiffness / (2 * cutting_coefficient * orientation_factor) * found
