"""Chains of dimensions: how far a gap can be out in the worst case, by statistics and by simulation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel, to_single

DISTRIBUTIONS = {"normal": None, "uniform": sqrt(3), "triangular": sqrt(6)}
"""Distributions of a dimension; those with ends have a half width of so many standard deviations."""


@dataclass(frozen=True)
class StackLimits:
    """Limits of the sum of a chain, its standard deviation where it has one, and the share of each dimension."""

    nominal: Any
    middle: Any
    lower: Any
    upper: Any
    tolerance: Any
    deviation: Any
    contributions: dict[str, float]
    outside: float | None
    method: str


class Dimension:
    """One dimension of a chain.

    Parameters
    ----------
    name
        What it is; every dimension of a chain has a name of its own.
    nominal
        Nominal value [mm, in].
    plus, minus
        Tolerances upwards and downwards, both without sign; `minus` is `plus` unless given [mm, in].
    direction
        1 where the dimension adds to the gap, -1 where it takes from it.
    distribution
        "normal", "uniform" or "triangular", over the whole tolerance and centred in it.
    capability
        Cpk of a normal dimension: the tolerance reaches so many times three standard deviations from the middle.
    """

    def __init__(
        self,
        name: str,
        nominal: Any,
        plus: Any,
        minus: Any = None,
        direction: int = 1,
        distribution: str = "normal",
        capability: float = 1.0,
    ) -> None:
        where = f"Dimension, {name}"
        self.name = name
        self.nominal = to_single(kinds.OFFSET, nominal, f"{where}, nominal")
        self.plus = to_single(kinds.LENGTH, plus, f"{where}, plus")
        self.minus = self.plus if minus is None else to_single(kinds.LENGTH, minus, f"{where}, minus")
        self.capability = to_single(kinds.POSITIVE_RATIO, capability, f"{where}, capability")
        if direction not in (1, -1):
            raise InputError(f"{where}, direction: {direction!r} is neither 1, which adds, nor -1, which takes away")
        if distribution not in DISTRIBUTIONS:
            raise InputError(f"{where}, distribution: {distribution!r} is not one of {', '.join(DISTRIBUTIONS)}")
        self.direction, self.distribution = int(direction), distribution

    @classmethod
    def between(cls, name: str, least: Any, largest: Any, **more: Any) -> Dimension:
        """Make a dimension from its limits of size, such as those of `chipload.catalog.tolerance_zone`.

        Parameters
        ----------
        name
            What it is.
        least, largest
            Limits of size [mm, in]; the nominal value is taken in their middle.
        **more
            `direction`, `distribution` and `capability` as for a dimension.

        Raises
        ------
        InputError
            When the largest is below the least.
        """
        low = to_single(kinds.OFFSET, least, f"Dimension, {name}, least")
        high = to_single(kinds.OFFSET, largest, f"Dimension, {name}, largest")
        if low > high:
            raise InputError(f"Dimension, {name}, least: the least size is above the largest; exchange them")
        half = from_kernel(kinds.LENGTH, (high - low) / 2)
        return cls(name, from_kernel(kinds.OFFSET, (low + high) / 2), half, **more)

    @property
    def middle(self) -> float:
        """Middle of the tolerance [m]."""
        return self.nominal + (self.plus - self.minus) / 2

    @property
    def half(self) -> float:
        """Half of the tolerance [m]."""
        return (self.plus + self.minus) / 2

    @property
    def sigma(self) -> float:
        """Standard deviation [m]."""
        width = DISTRIBUTIONS[self.distribution]
        return self.half / (3 * self.capability if width is None else width)

    def draw(self, count: int, generator: np.random.Generator) -> NDArray[np.float64]:
        """`count` values [m]."""
        if self.distribution == "normal":
            return generator.normal(self.middle, self.sigma, count)
        if self.half == 0:
            return np.full(count, self.middle)
        low, high = self.middle - self.half, self.middle + self.half
        if self.distribution == "uniform":
            return generator.uniform(low, high, count)
        return generator.triangular(low, self.middle, high, count)


class ToleranceStack:
    """A chain of dimensions whose sum, with their directions, is a gap.

    Parameters
    ----------
    dimensions
        The dimensions, each with a name of its own.

    Raises
    ------
    InputError
        When there is no dimension, or two have one name.

    Examples
    --------
    >>> stack = ToleranceStack([
    ...     Dimension("housing", "50 mm", "0.1 mm"),
    ...     Dimension("bearing", "30 mm", "0 mm", "0.12 mm", direction=-1),
    ...     Dimension("spacer", "19.7 mm", "0.05 mm", direction=-1),
    ... ])
    >>> worst = stack.worst_case()
    >>> worst.lower.m, worst.upper.m
    (0.15..., 0.57...)
    >>> stack.statistical().tolerance.m
    0.126...
    """

    def __init__(self, dimensions: Sequence[Dimension]) -> None:
        self.dimensions = tuple(dimensions)
        names = [one.name for one in self.dimensions]
        if not names:
            raise InputError("ToleranceStack, dimensions: a chain needs one dimension at least")
        if len(set(names)) < len(names):
            raise InputError("ToleranceStack, dimensions: two dimensions have one name; name them apart")

    def __repr__(self) -> str:
        return f"<ToleranceStack of {', '.join(one.name for one in self.dimensions)}>"

    @property
    def _nominal(self) -> float:
        return sum(one.direction * one.nominal for one in self.dimensions)

    @property
    def _middle(self) -> float:
        return sum(one.direction * one.middle for one in self.dimensions)

    def worst_case(self) -> StackLimits:
        """Limits that hold if every dimension is within its tolerance.

        Returns
        -------
        StackLimits
            Contributions are shares of the tolerance; nothing is outside.
        """
        half = sum(one.half for one in self.dimensions)
        shares = {one.name: one.half / half if half else 0.0 for one in self.dimensions}
        return self._limits(half, None, shares, None, "worst case")

    def statistical(
        self, sigmas: float = 3.0, inflation: float = 1.0, lower: Any = None, upper: Any = None
    ) -> StackLimits:
        """Limits by the root of the sum of squares.

        Parameters
        ----------
        sigmas
            Standard deviations from the middle to the limits; three hold 99.73 % of a normal sum.
        inflation
            Factor on the standard deviation for what is not centred; Bender's 1.5 is usual where nothing is known.
        lower, upper
            Limits of the gap wanted, for the probability outside; those of the result unless given [mm, in].

        Returns
        -------
        StackLimits
            Contributions are shares of the variance.

        Raises
        ------
        InputError
            When `sigmas` or `inflation` is not above zero.

        Notes
        -----
        The dimensions vary independently about the middle of their tolerances, the sum is taken as normal. With all
        dimensions normal, capability 1 and three sigmas this is the plain root of the sum of squared tolerances.
        """
        reach = to_kernel(kinds.POSITIVE_RATIO, sigmas, "ToleranceStack.statistical, sigmas")
        factor = to_kernel(kinds.POSITIVE_RATIO, inflation, "ToleranceStack.statistical, inflation")
        variances = {one.name: one.sigma**2 for one in self.dimensions}
        total = sum(variances.values())
        sigma = float(factor) * sqrt(total)
        shares = {name: variance / total if total else 0.0 for name, variance in variances.items()}
        half = float(reach) * sigma
        low, high = self._wanted(lower, upper, half, "statistical")
        outside = _normal_above(high - self._middle, sigma) + _normal_above(self._middle - low, sigma)
        return self._limits(half, sigma, shares, outside, "root sum square")

    def simulate(
        self, count: int = 100_000, seed: int = 0, lower: Any = None, upper: Any = None, coverage: float = 0.9973
    ) -> StackLimits:
        """Limits by drawing the dimensions at random.

        Parameters
        ----------
        count
            How many assemblies are drawn.
        seed
            Of the random numbers: the same seed gives the same result.
        lower, upper
            Limits of the gap wanted, for the probability outside; those of the result unless given [mm, in].
        coverage
            Share of the assemblies between the limits of the result.

        Returns
        -------
        StackLimits
            Contributions are shares of the variance that was drawn.

        Raises
        ------
        InputError
            For fewer than two draws, or a coverage that is not between 0 and 1.

        Notes
        -----
        The standard error of a probability p outside is ``sqrt(p (1 - p) / count)``.
        """
        if not isinstance(count, (int, np.integer)) or count < 2:
            raise InputError(
                f"ToleranceStack.simulate, count: {count!r} does not count them; draw two assemblies at least"
            )
        if not isinstance(coverage, (int, float)) or not 0 < coverage < 1:
            raise InputError(f"ToleranceStack.simulate, coverage: {coverage!r} does not lie between 0 and 1")
        generator = np.random.default_rng(seed)
        drawn = {one.name: one.direction * one.draw(count, generator) for one in self.dimensions}
        total = np.sum(list(drawn.values()), axis=0)
        tail = (1 - coverage) / 2
        low, high = (float(one) for one in np.quantile(total, (tail, 1 - tail)))
        variances = {name: float(np.var(values)) for name, values in drawn.items()}
        sum_of = sum(variances.values())
        shares = {name: variance / sum_of if sum_of else 0.0 for name, variance in variances.items()}
        wanted_low = low if lower is None else self._wanted(lower, upper, 0.0, "simulate")[0]
        wanted_high = high if upper is None else self._wanted(lower, upper, 0.0, "simulate")[1]
        outside = float(np.mean((total < wanted_low) | (total > wanted_high)))
        length = kinds.OFFSET
        return StackLimits(
            from_kernel(length, self._nominal), from_kernel(length, float(np.mean(total))), from_kernel(length, low),
            from_kernel(length, high), from_kernel(kinds.LENGTH, (high - low) / 2),
            from_kernel(kinds.LENGTH, float(np.std(total))), shares, outside, "simulation",
        )  # fmt: skip

    def _wanted(self, lower: Any, upper: Any, half: float, method: str) -> tuple[float, float]:
        where = f"ToleranceStack.{method}"
        low = self._middle - half if lower is None else to_single(kinds.OFFSET, lower, f"{where}, lower")
        high = self._middle + half if upper is None else to_single(kinds.OFFSET, upper, f"{where}, upper")
        if lower is not None and upper is not None and low > high:
            raise InputError(f"{where}, lower: the lower limit is above the upper one; exchange them")
        return low, high

    def _limits(
        self, half: float, sigma: float | None, shares: dict[str, float], outside: float | None, method: str
    ) -> StackLimits:
        length = kinds.OFFSET
        return StackLimits(
            from_kernel(length, self._nominal), from_kernel(length, self._middle),
            from_kernel(length, self._middle - half), from_kernel(length, self._middle + half),
            from_kernel(kinds.LENGTH, half), None if sigma is None else from_kernel(kinds.LENGTH, sigma), shares,
            outside, method,
        )  # fmt: skip


def _normal_above(distance: float, sigma: float) -> float:
    """Probability of a normal value more than `distance` above its mean."""
    if sigma == 0:
        return float(distance < 0)
    return 0.5 * erfc(distance / sigma / sqrt(2))
