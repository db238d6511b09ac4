"""Cycles in a history of stress, counted by rainflow, and the damage they add up to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.mechanics.fatigue.equivalent_amplitude import (
    asme_elliptic_reversed,
    gerber_reversed,
    goodman_reversed,
    morrow_reversed,
    soderberg_reversed,
    swt_reversed,
)
from chipload.mechanics.fatigue.stress_life import basquin_cycles, sn_cycles
from chipload.mechanics.states.states import fitting
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel

MeanStressRule: TypeAlias = Literal["none", "goodman", "gerber", "soderberg", "asme elliptic", "morrow", "swt"]
"""How the mean of a cycle counts."""

_WITH_STRENGTH: dict[str, tuple[Callable[..., Any], str]] = {
    "goodman": (goodman_reversed, "the tensile strength"),
    "gerber": (gerber_reversed, "the tensile strength"),
    "soderberg": (soderberg_reversed, "the yield strength"),
    "asme elliptic": (asme_elliptic_reversed, "the yield strength"),
    "morrow": (morrow_reversed, "the fatigue strength coefficient or the true stress at fracture"),
}


_ALIKE = 1e-9
"""Difference of two ranges, as a share of the largest, that is taken for rounding."""


@dataclass(frozen=True)
class CountedCycles:
    """Cycles of a history in the order they close; arrays of equal length.

    Attributes
    ----------
    stress_range, stress_amplitude, mean_stress
        Of each cycle, as quantities.
    counts
        1 for a whole cycle, 0.5 for a half.
    starts, ends
        Places in the history where each begins and ends.
    """

    stress_range: Any
    stress_amplitude: Any
    mean_stress: Any
    counts: NDArray[np.float64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def by_range(self) -> tuple[Any, NDArray[np.float64]]:
        """Ranges from small to large, each once but for rounding, and how many cycles have them."""
        order = np.argsort(self.stress_range.magnitude, kind="stable")
        ranges, counts = self.stress_range.magnitude[order], self.counts[order]
        begins = np.flatnonzero(np.diff(ranges, prepend=-np.inf) > _ALIKE * ranges.max(initial=0.0))
        return self.stress_range.units * ranges[begins], np.add.reduceat(counts, begins) if begins.size else counts


@dataclass(frozen=True)
class SteelCurve:
    """Stress life of a steel part as the line of `sn_cycles`."""

    tensile_strength: Any
    endurance_limit: Any
    fatigue_strength_fraction: Any = 0.9

    def life(self, reversed_amplitude: Any) -> Any:
        """Cycles to failure at fully reversed amplitudes."""
        return sn_cycles(
            reversed_amplitude, self.tensile_strength, self.endurance_limit, self.fatigue_strength_fraction
        )


@dataclass(frozen=True)
class BasquinCurve:
    """Stress life as the power law of `basquin_cycles`, which damages at every stress."""

    fatigue_strength_coefficient: Any
    fatigue_strength_exponent: Any

    def life(self, reversed_amplitude: Any) -> Any:
        """Cycles to failure at fully reversed amplitudes."""
        return basquin_cycles(reversed_amplitude, self.fatigue_strength_coefficient, self.fatigue_strength_exponent)


@dataclass(frozen=True)
class HistoryDamage:
    """Damage that a history does each time it passes.

    Attributes
    ----------
    cycles
        What was counted.
    reversed_amplitude
        Amplitude of each without its mean.
    life
        Cycles to failure of each alone.
    damage_of_each, damage
        Share of the life that each cycle takes, and their sum.
    repetitions
        How often the history passes until failure; without limit where it does no damage.
    """

    cycles: CountedCycles
    reversed_amplitude: Any
    life: Any
    damage_of_each: Any
    damage: Any
    repetitions: Any


def count_cycles(history: Any) -> CountedCycles:
    """Cycles in a history of stress, by the rainflow count of ASTM E1049.

    Parameters
    ----------
    history
        Stresses in the order they come, two at least; points between reversals do no harm [MPa, ksi].

    Returns
    -------
    CountedCycles
        Range, mean and count of every cycle.

    Raises
    ------
    InputError
        When the history is not a row of two stresses or more.
    ModuleNotFoundError
        When the package `rainflow` is missing.

    Notes
    -----
    What is left open at the end counts as half cycles; a history that repeats should begin and end at its largest
    or smallest stress, and then everything closes.

    References
    ----------
    ASTM E1049-85, section 5.4.4.  The counting is that of the package rainflow by P. Janiszewski.

    Examples
    --------
    >>> import chipload as cl
    >>> counted = count_cycles(cl.Quantity([-2.0, 1.0, -3.0, 5.0, -1.0, 3.0, -4.0, 4.0, -2.0], "MPa"))  # doctest: +SKIP
    >>> print(*counted.by_range())  # doctest: +SKIP
    [3.0 4.0 6.0 8.0 9.0] megapascal [0.5 1.5 0.5 1.  0.5]
    """
    try:
        import rainflow
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "count_cycles: counting needs rainflow, which is not installed; run: pip install 'chipload[fatigue]'"
        ) from error
    kind = kinds.SIGNED_STRESS
    stresses = np.asarray(to_kernel(kind, history, "count_cycles, history"), dtype=float)
    if stresses.ndim != 1 or stresses.size < 2:
        raise InputError("count_cycles, history: give a row of two stresses or more, in the order they come")
    # The last stress once more, for the library takes no history of two; a plateau adds no reversal.
    found = np.array(list(rainflow.extract_cycles([*stresses.tolist(), float(stresses[-1])])), dtype=float)
    found = found.reshape(-1, 5)
    found = found[found[:, 0] > 0]
    ends = np.minimum(found[:, 3:], stresses.size - 1).astype(np.int64)
    return CountedCycles(
        from_kernel(kind, found[:, 0]), from_kernel(kind, found[:, 0] / 2), from_kernel(kind, found[:, 1]),
        found[:, 2], ends[:, 0], ends[:, 1],
    )  # fmt: skip


def miner_damage(counts: Any, lives: Any) -> Any:
    """Sum of the shares of life that cycles take, after Palmgren and Miner.

    Parameters
    ----------
    counts
        How many cycles of each kind.
    lives
        Cycles to failure of each kind alone; infinite ones take nothing.

    Returns
    -------
    Quantity
        Sum of counts over lives, a plain number; failure is expected at 1.

    Raises
    ------
    InputError
        When a count is negative or a life not above zero.

    Notes
    -----
    The order of the cycles has no effect in it, and in truth it has: sums at failure from 0.3 to 3 are met.

    References
    ----------
    M. A. Miner, J. Appl. Mech. 12 (1945) A159-A164.  The example is problem 6-30 of Shigley's Mechanical
    Engineering Design, 8th ed.

    Examples
    --------
    >>> round(miner_damage([4000, 60000, 209160], [19460, 137880, 582150]).m, 4)
    1.0
    """
    try:
        many = np.asarray(getattr(counts, "magnitude", counts), dtype=float)
        cycles = np.asarray(getattr(lives, "magnitude", lives), dtype=float)
    except (TypeError, ValueError):
        raise InputError("miner_damage, counts: give counts and lives as plain numbers, one for each kind") from None
    if np.any(~(many >= 0)) or np.any(np.isinf(many)):
        raise InputError("miner_damage, counts: give counts of zero or more")
    if np.any(~(cycles > 0)):
        raise InputError("miner_damage, lives: give cycles to failure above zero")
    fitting("miner_damage", (("counts", many), ("lives", cycles)))
    return from_kernel(kinds.RATIO, float(np.sum(many / cycles)))


def history_damage(
    history: Any,
    curve: SteelCurve | BasquinCurve,
    mean_stress_rule: MeanStressRule = "goodman",
    strength: Any = None,
) -> HistoryDamage:
    """Damage of a history of stress: rainflow count, mean stress, stress life and the sum of Miner.

    Parameters
    ----------
    history
        Stresses at the critical place in the order they come, with the notch factor [MPa, ksi].
    curve
        Stress life under fully reversed stress.
    mean_stress_rule
        How the mean of a cycle counts: "none", "goodman", "gerber", "soderberg", "asme elliptic", "morrow", "swt".
    strength
        The strength that the rule draws to: tensile for Goodman and Gerber, yield for Soderberg and the ASME,
        the fatigue strength coefficient or true fracture stress for Morrow [MPa, ksi].

    Returns
    -------
    HistoryDamage
        The cycles, the life of each, the damage and how often the history can pass.

    Raises
    ------
    InputError
        When the rule is unknown, its strength is missing or reached by a mean stress, the curve is none or of several
        parts, or a cycle is one that it does not know.

    Notes
    -----
    A steel curve gives no damage to cycles below its endurance limit; once larger cycles have made a crack they
    do some, and a `BasquinCurve` that goes on falling is then on the safe side.

    References
    ----------
    ASTM E1049-85 for the count; M. A. Miner, J. Appl. Mech. 12 (1945), for the sum.

    Examples
    --------
    >>> import chipload as cl
    >>> block = cl.Quantity([0.0, 400.0, -400.0, 300.0, 0.0], "MPa")
    >>> curve = BasquinCurve("1020 MPa", -0.138)
    >>> history_damage(block, curve, "swt").repetitions.m  # doctest: +SKIP
    674.72...
    """
    if mean_stress_rule not in get_args(MeanStressRule):
        raise InputError(
            f"history_damage, mean_stress_rule: {mean_stress_rule!r} is not one of "
            + ", ".join(get_args(MeanStressRule))
        )
    if not isinstance(curve, SteelCurve | BasquinCurve):
        raise InputError(
            f"history_damage, curve: {curve!r} is no curve of stress life; give a SteelCurve or BasquinCurve"
        )
    for name, value in (*vars(curve).items(), ("strength", strength)):
        if np.ndim(getattr(value, "magnitude", value)):
            raise InputError(f"history_damage, {name}: a history damages one part; give one value, not several")
    cycles = count_cycles(history)
    amplitude = cycles.stress_amplitude
    if mean_stress_rule == "swt":
        amplitude = swt_reversed(amplitude, cycles.mean_stress)
    elif mean_stress_rule != "none":
        rule, needed = _WITH_STRENGTH[mean_stress_rule]
        if strength is None:
            raise InputError(f"history_damage, strength: the rule {mean_stress_rule!r} needs {needed}")
        amplitude = rule(amplitude, cycles.mean_stress, strength)
    life = curve.life(amplitude)
    each = cycles.counts / life.magnitude
    total = float(each.sum())
    return HistoryDamage(
        cycles, amplitude, life, from_kernel(kinds.RATIO, each), from_kernel(kinds.RATIO, total),
        from_kernel(kinds.CYCLES, 1 / total if total > 0 else np.inf),
    )  # fmt: skip
