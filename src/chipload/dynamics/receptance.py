r"""Receptances of stacks and their coupling: what a tip moves and turns under a force and a moment, by frequency.

A receptance is a 2 x 2 matrix, ``(x, theta) = G (F, M)``.  Substructures A and B, joined where the tip of A meets the
base of B by a joint of compliance C, move together as

    G_tip = B_22 - B_21 (A_22 + B_11 + C)^{-1} B_12
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np

from chipload.dynamics.elements import Array, Joint
from chipload.dynamics.stack import Stack, Theory, shear_of
from chipload.dynamics.transfer import Matrices, Row
from chipload.errors import InputError, ValidityWarning
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel

Base: TypeAlias = Literal["clamped", "free"]


@dataclass(frozen=True)
class TipReceptance:
    """Receptance of one end: displacement and turn there under a force and a moment there.

    `hertz` and `matrix` are plain SI numbers, the matrix with frequencies on its first axis; the properties are
    quantities with complex magnitudes.
    """

    hertz: Array
    matrix: Matrices

    @property
    def frequency(self) -> Any:
        """Frequencies."""
        return from_kernel(kinds.FREQUENCY, self.hertz)

    @property
    def displacement_by_force(self) -> Any:
        """What a tap test at the end measures."""
        return from_kernel(kinds.RECEPTANCE, self.matrix[:, 0, 0])

    @property
    def displacement_by_moment(self) -> Any:
        """Displacement under a moment."""
        return from_kernel(kinds.CROSS_RECEPTANCE, self.matrix[:, 0, 1])

    @property
    def rotation_by_force(self) -> Any:
        """Turn under a force; the same as the displacement under a moment."""
        return from_kernel(kinds.CROSS_RECEPTANCE, self.matrix[:, 1, 0])

    @property
    def rotation_by_moment(self) -> Any:
        """Turn under a moment."""
        return from_kernel(kinds.ROTATIONAL_RECEPTANCE, self.matrix[:, 1, 1])


@dataclass(frozen=True)
class EndReceptances:
    """Receptances of both ends of a free substructure, plain SI numbers: rows and columns x, theta of base and tip."""

    hertz: Array
    matrix: Matrices

    @property
    def tip(self) -> TipReceptance:
        """Of the tip, with the base free."""
        return TipReceptance(self.hertz, self.matrix[:, 2:, 2:])

    @property
    def base(self) -> TipReceptance:
        """Of the base, with the tip free."""
        return TipReceptance(self.hertz, self.matrix[:, :2, :2])


def tip_receptance(
    stack: Stack, frequency: Any, *, base: Base = "clamped", theory: Theory = "timoshenko"
) -> TipReceptance:
    """Receptance of the tip of a stack.

    Parameters
    ----------
    stack
        With densities; losses of materials and joints are its damping, and without any it rings without end.
    frequency
        Frequencies at which to answer [Hz].
    base
        "clamped", where a `Joint` at the front makes the ground flexible, or "free".
    theory
        "timoshenko" with shear and rotary inertia, or "euler".

    Returns
    -------
    TipReceptance
        Complex where the stack has losses, else with a zero imaginary part.

    Raises
    ------
    InputError
        When a density is missing, or a free base begins with a joint.

    Notes
    -----
    Exact for cylinders and tapers; about ten digits.

    References
    ----------
    T. L. Schmitz and K. S. Smith, Machining Dynamics, 2nd ed., Springer, 2019.

    Examples
    --------
    >>> from chipload.dynamics import Cylinder, Material, Stack
    >>> steel = Material("200 GPa", 0.3, "7.85 g/cm**3", loss_factor=0.02)
    >>> bar = Stack([Cylinder("100 mm", "16 mm", material=steel)])
    >>> tip_receptance(bar, ["1 Hz", "1000 Hz"]).displacement_by_force.m.shape
    (2,)
    """
    hertz = read_frequencies(frequency, "tip_receptance, frequency")
    row = row_of(stack, theory, damped=True, base=base)
    omega = 2 * np.pi * hertz
    matrix = np.linalg.inv(row.tip(omega, clamped=base == "clamped"))
    return TipReceptance(hertz, row.scaled(matrix).astype(complex))


def end_receptances(stack: Stack, frequency: Any, *, theory: Theory = "timoshenko") -> EndReceptances:
    """Receptances of both ends of a free stack, to be joined to others by `join` or `couple`.

    Parameters
    ----------
    stack, frequency, theory
        As of `tip_receptance`.

    Returns
    -------
    EndReceptances
        Plain numbers.
    """
    hertz = read_frequencies(frequency, "end_receptances, frequency")
    row = row_of(stack, theory, damped=True, base="free")
    return EndReceptances(hertz, row.scaled(np.linalg.inv(row.ends(2 * np.pi * hertz))).astype(complex))


def join(first: EndReceptances, second: EndReceptances, joint: Joint | None = None) -> EndReceptances:
    """Two free substructures, the tip of the first joined to the base of the second.

    Parameters
    ----------
    first, second
        At the same frequencies.
    joint
        Between them; None is rigid.

    Returns
    -------
    EndReceptances
        Of the whole.

    Raises
    ------
    InputError
        When the frequencies differ.
    """
    _refuse_other_grid(first.hertz, second.hertz, "join")
    a, b = first.matrix, second.matrix
    between = np.linalg.inv(a[:, 2:, 2:] + b[:, :2, :2] + _compliance(joint, first.hertz))
    out = np.empty_like(a)
    out[:, :2, :2] = a[:, :2, :2] - a[:, :2, 2:] @ between @ a[:, 2:, :2]
    out[:, :2, 2:] = a[:, :2, 2:] @ between @ b[:, :2, 2:]
    out[:, 2:, :2] = b[:, 2:, :2] @ between @ a[:, 2:, :2]
    out[:, 2:, 2:] = b[:, 2:, 2:] - b[:, 2:, :2] @ between @ b[:, :2, 2:]
    return EndReceptances(first.hertz, out)


def couple(
    tool: Stack | EndReceptances, holder: TipReceptance, joint: Joint | None = None, *, theory: Theory = "timoshenko"
) -> TipReceptance:
    """Receptance of the tip of a tool on a holder and spindle whose own receptance is known (receptance coupling).

    Parameters
    ----------
    tool
        Free stack of what stands out of the holder, or its receptances.
    holder
        At the face where the tool enters, measured or computed; see `holder_receptance`.
    joint
        Between holder and tool; None is rigid.
    theory
        For a stack.

    Returns
    -------
    TipReceptance
        At the frequencies of the holder's.

    Raises
    ------
    InputError
        When the frequencies differ.

    References
    ----------
    T. L. Schmitz and R. R. Donaldson, Predicting high-speed machining dynamics by substructure analysis, CIRP Annals
    49 (2000) 303-308.
    """
    ends = end_receptances(tool, holder.frequency, theory=theory) if isinstance(tool, Stack) else tool
    _refuse_other_grid(ends.hertz, holder.hertz, "couple")
    b = ends.matrix
    between = np.linalg.inv(holder.matrix + b[:, :2, :2] + _compliance(joint, ends.hertz))
    return TipReceptance(ends.hertz, b[:, 2:, 2:] - b[:, 2:, :2] @ between @ b[:, :2, 2:])


def holder_receptance(
    frequency: Any,
    displacement_by_force: Any,
    displacement_by_moment: Any = None,
    rotation_by_moment: Any = None,
) -> TipReceptance:
    """Receptance of a holder on its spindle from a record, measured or typical.

    Parameters
    ----------
    frequency
        Frequencies of the record, rising [Hz].
    displacement_by_force, displacement_by_moment, rotation_by_moment
        Quantities with complex magnitudes [µm/N, 1/N, rad/(N m)].

    Returns
    -------
    TipReceptance
        With the rotation by a force equal to the displacement by a moment.

    Raises
    ------
    InputError
        When lengths differ or frequencies do not rise.

    Warns
    -----
    ValidityWarning
        When rotations are left out: they are taken as rigid, and the tip then comes out too stiff.
    """
    hertz = read_frequencies(frequency, "holder_receptance, frequency")
    if np.any(np.diff(hertz) <= 0):
        raise InputError("holder_receptance, frequency: the frequencies do not rise; sort the record first")
    if displacement_by_moment is None or rotation_by_moment is None:
        warnings.warn(
            "holder_receptance: a rotation of the holder was not given and is taken as rigid, so a tool on it comes "
            "out too stiff; derive the rotations from taps at two or more places",
            ValidityWarning,
            stacklevel=2,
        )
    wanted = (
        ("displacement_by_force", displacement_by_force, kinds.RECEPTANCE),
        ("displacement_by_moment", displacement_by_moment, kinds.CROSS_RECEPTANCE),
        ("rotation_by_moment", rotation_by_moment, kinds.ROTATIONAL_RECEPTANCE),
    )
    columns = [
        np.zeros(hertz.size, dtype=complex)
        if given is None
        else read_complex(kind, given, f"holder_receptance, {name}")
        for name, given, kind in wanted
    ]
    for (name, _, _), column in zip(wanted, columns, strict=True):
        if column.shape != hertz.shape:
            raise InputError(
                f"holder_receptance, {name}: {column.size} values were given for {hertz.size} frequencies; "
                "give one for each"
            )
    xf, xm, tm = columns
    return TipReceptance(hertz, np.stack([np.stack([xf, xm], -1), np.stack([xm, tm], -1)], -2))


def read_frequencies(frequency: Any, name: str) -> Array:
    """Frequencies as a row of plain numbers."""
    return np.atleast_1d(np.asarray(to_kernel(kinds.FREQUENCY, frequency, name), dtype=float))


def read_complex(kind: kinds.Kind, value: Any, name: str) -> Matrices:
    """A quantity with a complex magnitude in the kernel unit."""
    if not hasattr(value, "real") or not hasattr(value, "units"):
        return np.atleast_1d(np.asarray(to_kernel(kind, value, name), dtype=complex))
    real, imaginary = (to_kernel(kind, part, name) for part in (value.real, value.imag))
    return np.atleast_1d(np.asarray(real) + 1j * np.asarray(imaginary))


def row_of(stack: Stack, theory: Theory, *, damped: bool, base: str) -> Row:
    """The stack for the solver of motions; refuses a base that is not known or does not fit."""
    if base not in ("clamped", "free"):
        raise InputError(f'base: {base!r} is not known; give "clamped" or "free"')
    if base == "free" and isinstance(stack.elements[0], Joint):
        raise InputError(
            "base: a stack that begins with a joint to the ground is not free; leave the joint out or say clamped"
        )
    return Row(stack.pieces, stack.joints, shear=shear_of(theory), damped=damped)


def _compliance(joint: Joint | None, hertz: Array) -> Matrices:
    out = np.zeros((hertz.size, 2, 2), dtype=complex)
    if joint is not None:
        out[:, 0, 0], out[:, 1, 1] = joint.compliance(2 * np.pi * hertz)
    return out


def _refuse_other_grid(first: Array, second: Array, name: str) -> None:
    if first.shape != second.shape or not np.allclose(first, second, rtol=1e-12, atol=0):
        raise InputError(f"{name}: the two receptances are at different frequencies; compute both on one grid")
