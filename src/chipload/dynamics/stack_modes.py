"""Natural frequencies and modes of stacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.dynamics.modes import Mode
from chipload.dynamics.receptance import Base, row_of
from chipload.dynamics.stack import Stack, Theory
from chipload.dynamics.transfer import Row, natural_omegas
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel


@dataclass(frozen=True)
class StackMode:
    """One mode of a stack without damping; stiffness and mass are those felt at the tip.

    `shape` is the displacement at `from_tip` over that of the tip.
    """

    natural_frequency: Any
    modal_stiffness: Any
    modal_mass: Any
    from_tip: Any
    shape: Any

    def mode(self, damping_ratio: Any, direction: Any = "y") -> Mode:
        """The mode as the stability of a cut asks for it: estimated, since geometry alone tells no joint.

        The damping ratio cannot come from geometry; give one that was measured on a tool alike.  A `Structure` of
        such modes, one along x and one along y for a round tool, is what `critical_depth` and `turning_limit` take.
        """
        return Mode(self.natural_frequency, damping_ratio, self.modal_stiffness, direction=direction, estimated=True)


def natural_frequencies(stack: Stack, number: int = 3, *, base: Base = "clamped", theory: Theory = "timoshenko") -> Any:
    """The lowest natural frequencies of a stack.

    Parameters
    ----------
    stack
        With densities; damping is left out.
    number
        How many, above those of the rigid body.
    base
        "clamped", where a `Joint` at the front makes the ground flexible, or "free".
    theory
        "timoshenko" with shear and rotary inertia, or "euler".

    Returns
    -------
    Quantity
        Frequencies, rising [Hz].

    Raises
    ------
    InputError
        When a density is missing, or a free base begins with a joint.

    Notes
    -----
    Exact for cylinders and tapers: no mode can be missed, because the modes below a frequency are counted.

    References
    ----------
    W. H. Wittrick and F. W. Williams, A general algorithm for computing natural frequencies of elastic structures,
    Quarterly J. of Mechanics and Applied Mathematics 24 (1971) 263-284.

    Examples
    --------
    >>> from chipload.dynamics import Cylinder, Material, Stack
    >>> bar = Stack([Cylinder("200 mm", "10 mm", material=Material("200 GPa", 0.3, "7.85 g/cm**3"))])
    >>> natural_frequencies(bar, 2, theory="euler").m.round(1).tolist()
    [176.5, 1106.3]
    """
    row = row_of(stack, theory, damped=False, base=base)
    return from_kernel(kinds.FREQUENCY, natural_omegas(row, _whole(number), clamped=base == "clamped") / (2 * np.pi))


def stack_modes(
    stack: Stack, number: int = 3, *, base: Base = "clamped", theory: Theory = "timoshenko", at: Any = None
) -> list[StackMode]:
    """The lowest modes of a stack, with what a tool tip feels of them.

    Parameters
    ----------
    stack, number, base, theory
        As of `natural_frequencies`.
    at
        Distances from the tip at which to give the shape; 41 even ones unless given [mm, in].

    Returns
    -------
    list of StackMode
        With rising frequency.

    Raises
    ------
    InputError
        When a place lies beyond the stack, and as of `natural_frequencies`.

    Notes
    -----
    Modal mass is ``-d(1/G)/d(omega^2)`` of the tip receptance G at the natural frequency, stiffness follows from it;
    a mode whose node is at the tip has a large one.  `StackMode.mode` leads on to the stability of a cut.
    """
    row = row_of(stack, theory, damped=False, base=base)
    clamped = base == "clamped"
    omegas = natural_omegas(row, _whole(number), clamped=clamped)
    if at is None:
        from_tip = np.linspace(stack.metres, 0.0, 41)
    else:
        from_tip = np.atleast_1d(np.asarray(to_kernel(kinds.LENGTH, at, "stack_modes, at"), dtype=float))
    if np.any(from_tip > stack.metres * (1 + 1e-12)):
        raise InputError(f"stack_modes, at: a place lies beyond the stack of {1e3 * stack.metres:g} mm")
    found = []
    for omega in omegas:
        mass = _modal_mass(row, float(omega), clamped)
        found.append(
            StackMode(
                from_kernel(kinds.FREQUENCY, float(omega) / (2 * np.pi)),
                from_kernel(kinds.STIFFNESS, mass * float(omega) ** 2),
                from_kernel(kinds.MASS, mass),
                from_kernel(kinds.LENGTH, from_tip),
                row.shape(float(omega), stack.metres - from_tip, clamped=clamped),
            )
        )
    return found


def _modal_mass(row: Row, omega: float, clamped: bool) -> float:
    """Slope of the inverse receptance, by differences of fourth order in the square of the frequency."""
    step = 1e-3
    squares = omega**2 * (1 + step * np.array([-2.0, -1.0, 1.0, 2.0]))
    tip = row.scaled(np.linalg.inv(row.tip(np.sqrt(squares), clamped=clamped)))[:, 0, 0]
    slope = np.dot([1.0, -8.0, 8.0, -1.0], 1 / tip) / (12 * step * omega**2)
    return float(-slope)


def _whole(number: int) -> int:
    if number < 1:
        raise InputError("number: at least one natural frequency must be asked for")
    return int(number)
