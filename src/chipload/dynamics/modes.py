"""Vibration modes of tool and part, the structure they make, and its frequency response.

A mode is one spring, mass and damper at the tool tip that moves along one direction in the plane of the cut; x is
the feed, y the normal to it.  The frequency response of a structure is the sum of its modes,

    G(f) = sum of d d^T (1 / k) / (1 - r^2 + 2 i zeta r)      r = f / f_n,  d the direction
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel, to_single

Array = NDArray[np.float64]
Complex = NDArray[np.complex128]

_AXES = {"x": 0.0, "y": np.pi / 2}
ESTIMATED_SPREAD = (0.10, 0.30, 0.50)
"""Relative standard deviation of frequency, stiffness and damping taken for a mode that was estimated from geometry
alone and says nothing better: a choice of this house, wider than the scatter of repeated tap tests."""


class ModeNumbers(NamedTuple):
    """A mode in plain SI: frequency [Hz], damping ratio, stiffness [N/m], direction from x [rad]."""

    frequency: float
    damping: float
    stiffness: float
    angle: float


@dataclass(frozen=True)
class Mode:
    """One vibration mode, as seen at the tool tip.

    Parameters
    ----------
    natural_frequency
        Undamped natural frequency [Hz].
    damping_ratio
        Share of critical damping, above 0 and below 1.
    modal_stiffness, modal_mass
        One of the two [N/µm, kg]; the other follows from the frequency.
    direction
        "x" (along the feed), "y" (across it), or the angle from x towards y [°].
    estimated
        True for a mode computed from geometry alone; what is made of it says low confidence.
    frequency_uncertainty, stiffness_uncertainty, damping_uncertainty
        Relative standard deviations; where none is given, 0 for a measured mode and `ESTIMATED_SPREAD` for an
        estimated one.

    Raises
    ------
    InputError
        When there is no damping, no stiffness, or both stiffness and mass, or a value that cannot be.

    Examples
    --------
    >>> mode = Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")
    >>> mode.modal_stiffness.to("N/um").m
    1.340...
    """

    natural_frequency: Any
    damping_ratio: Any
    modal_stiffness: Any = None
    modal_mass: Any = None
    direction: Any = "y"
    estimated: bool = False
    frequency_uncertainty: float | None = None
    stiffness_uncertainty: float | None = None
    damping_uncertainty: float | None = None

    def __post_init__(self) -> None:
        frequency = to_single(kinds.FREQUENCY, self.natural_frequency, "Mode, natural_frequency")
        damping = to_single(kinds.RATIO, self.damping_ratio, "Mode, damping_ratio")
        if not 0 < damping < 1:
            raise InputError(
                f"Mode, damping_ratio: {damping:g} was given; a mode that dies out has more than 0 and less than 1, "
                "usually 0.005 to 0.1"
            )
        if (self.modal_stiffness is None) == (self.modal_mass is None):
            given = "neither was" if self.modal_mass is None else "both were"
            raise InputError(f"Mode, modal_stiffness: {given} given; give the modal stiffness or the modal mass")
        turn = (2 * np.pi * frequency) ** 2
        if self.modal_stiffness is not None:
            stiffness = to_single(kinds.STIFFNESS, self.modal_stiffness, "Mode, modal_stiffness")
        else:
            stiffness = to_single(kinds.MASS, self.modal_mass, "Mode, modal_mass") * turn
        if isinstance(self.direction, str) and self.direction in _AXES:
            angle = _AXES[self.direction]
        else:
            angle = to_single(kinds.ANGLE, self.direction, "Mode, direction (x, y or an angle)")
        for place, name in enumerate(("frequency_uncertainty", "stiffness_uncertainty", "damping_uncertainty")):
            spread = getattr(self, name)
            if spread is None:
                spread = ESTIMATED_SPREAD[place] if self.estimated else 0.0
            spread = to_single(kinds.RATIO, spread, f"Mode, {name}")
            if not 0 <= spread < 2:
                raise InputError(f"Mode, {name}: {spread:g} was given; it is a relative deviation from 0 up, like 0.05")
            object.__setattr__(self, name, spread)
        for name, kind, figure in (
            ("natural_frequency", kinds.FREQUENCY, frequency),
            ("damping_ratio", kinds.DAMPING_RATIO, damping),
            ("modal_stiffness", kinds.STIFFNESS, stiffness),
            ("modal_mass", kinds.MASS, stiffness / turn),
        ):
            object.__setattr__(self, name, from_kernel(kind, figure))
        object.__setattr__(self, "_numbers", ModeNumbers(frequency, damping, stiffness, angle))

    @property
    def numbers(self) -> ModeNumbers:
        """The mode in plain SI numbers."""
        found: ModeNumbers = self.__dict__["_numbers"]
        return found


class Structure:
    """Several modes together, at one point.

    Parameters
    ----------
    modes
        The modes, in any direction and order: given, measured (`fit_modes`) or computed from geometry (`stack_modes`).

    Raises
    ------
    InputError
        When there is no mode, or something else than a Mode.

    Notes
    -----
    `critical_depth`, `best_pockets`, `stable_probability`, `simulate_milling` and `turning_limit` take it.

    Examples
    --------
    >>> bar = Structure([Mode("600 Hz", 0.035, "5.6 N/um", direction="x"), Mode("660 Hz", 0.035, "5.715 N/um")])
    >>> bar.receptance("600 Hz", "x").m.imag
    -2.55...
    """

    def __init__(self, modes: Iterable[Mode] | Mode) -> None:
        self.modes: tuple[Mode, ...] = (modes,) if isinstance(modes, Mode) else tuple(modes)
        if not self.modes:
            raise InputError("Structure, modes: give one Mode at least")
        for mode in self.modes:
            if not isinstance(mode, Mode):
                raise InputError(
                    f"Structure, modes: a {type(mode).__name__} is no Mode; StackMode.mode makes one of a computed mode"
                    " and ModalFit.structure a Structure of fitted ones"
                )

    def __iter__(self) -> Iterator[Mode]:
        return iter(self.modes)

    def __len__(self) -> int:
        return len(self.modes)

    def __repr__(self) -> str:
        return f"Structure({list(self.modes)!r})"

    @property
    def estimated(self) -> bool:
        """True where one of the modes was estimated from geometry alone."""
        return any(mode.estimated for mode in self.modes)

    @property
    def numbers(self) -> Array:
        """One row a mode: frequency [Hz], damping ratio, stiffness [N/m], direction [rad]."""
        return np.array([mode.numbers for mode in self.modes])

    def receptance(self, frequency: Any, first: str = "y", second: str | None = None) -> Any:
        """Frequency response between two directions.

        Parameters
        ----------
        frequency
            Frequencies [Hz].
        first, second
            Direction of the motion and of the force, "x" or "y"; the second is the first unless given.

        Returns
        -------
        Quantity
            Displacement over force, complex [µm/N].
        """
        steps = to_kernel(kinds.FREQUENCY, frequency, "Structure.receptance, frequency")
        axes = [first, first if second is None else second]
        for axis in axes:
            if axis not in _AXES:
                raise InputError(f"Structure.receptance, direction: {axis!r} is not x or y")
        row, column = ("xy".index(axis) for axis in axes)
        found = receptance_matrix(self.numbers, np.asarray(steps, dtype=float))[row, column][()]
        return from_kernel(kinds.RECEPTANCE, found)

    def frequency_range(self, points: int = 4000) -> Array:
        """Frequencies [Hz] that resolve every mode, dense where a mode is sharp and wide enough for the lobes."""
        return fitting_frequencies(self.numbers, points)


def receptance_matrix(modes: Array, frequency: Array) -> Complex:
    """Two-by-two frequency response [m/N] of modes as rows of `Structure.numbers`, at frequencies [Hz]."""
    natural, damping, stiffness, angle = modes.T
    ratio = frequency[..., None] / natural
    each = 1 / (stiffness * (1 - ratio**2 + 2j * damping * ratio))
    along = np.array([np.cos(angle), np.sin(angle)])
    along[np.abs(along) < 1e-15] = 0.0
    found: Complex = np.einsum("im,jm,...m->ij...", along, along, each)
    return found


def fitting_frequencies(modes: Array, points: int = 4000) -> Array:
    """Frequencies [Hz] for modes as rows: half spread evenly, half around the modes as their sharpness asks."""
    natural, damping = modes[:, 0], modes[:, 1]
    low, high = 0.3 * natural.min(), 2.0 * natural.max()
    even = np.linspace(low, high, points // 2)
    spread = np.tan(np.linspace(-1.0, 1.0, points // (2 * len(natural))) * np.arctan(1 / 0.02)) * 0.02 * 50
    near = [centre * (1 + width * spread) for centre, width in zip(natural, damping, strict=True)]
    grid = np.unique(np.concatenate([even, *near]))
    return grid[(grid >= low) & (grid <= high)]


def check_frequencies(frequency: Any, name: str) -> Array:
    """Frequencies of a measured response [Hz]: finite, rising, three at least."""
    given = getattr(frequency, "magnitude", None)
    if given is not None and np.any(np.isnan(np.asarray(given, dtype=float))):
        raise InputError(f"{name}: some are not a number; leave out the rows that were not measured")
    steps = np.atleast_1d(np.asarray(to_kernel(kinds.FREQUENCY, frequency, name), dtype=float))
    if steps.ndim != 1 or len(steps) < 3:
        raise InputError(f"{name}: {steps.size} given; a response needs three frequencies at least")
    if np.any(np.diff(steps) <= 0):
        raise InputError(f"{name}: they do not rise from one to the next; sort the rows by frequency")
    return steps


def check_response(response: Any, frequency: Array, name: str) -> Complex:
    """A measured response [m/N] on `frequency`; refuses what holds no mode."""
    values = np.asarray(response, dtype=complex)
    if values.shape != frequency.shape:
        raise InputError(f"{name}: {values.size} values for {frequency.size} frequencies; give one for each")
    if not np.all(np.isfinite(values)):
        raise InputError(f"{name}: some values are not a number; leave those frequencies out")
    if np.all(values == 0):
        return values
    peak = int(np.argmax(np.abs(values.imag)))
    if peak in (0, len(values) - 1):
        raise InputError(
            f"{name}: the largest imaginary part lies at the end of the range, {frequency[peak]:g} Hz, so that the "
            "mode is missed; give frequencies on both sides of it"
        )
    return values
