"""Will this milling cut chatter?  Verdict, critical depth and stability diagram by semi-discretisation.

The equations of motion repeat with every tooth and remember the tooth before.  Over one period they are a linear map,
and the multiplier of that map with the largest size decides: below 1 a disturbance dies out.  A cut is lost by a
secondary Hopf bifurcation (complex multipliers: chatter beside the tooth frequency), by a flip (a multiplier of -1:
every other tooth cuts deeper) or, rarely, by a fold (+1).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.dynamics.critical import critical_depths
from chipload.dynamics.milling_process import Array, MillingProcess
from chipload.dynamics.modes import Structure
from chipload.dynamics.multipliers import Complex, dominant_multipliers
from chipload.dynamics.responses import TipResponse
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel, to_single

_REAL = 1e-7
Progress = Callable[[float], None]


@dataclass(frozen=True)
class MillingStability:
    """Verdict on cuts: the shape is that of speed and depth together.

    Attributes
    ----------
    spindle_speed, axial_depth
        The cuts.
    multiplier
        Dominant multiplier over one period, the pitch of an even cutter or a turn of an uneven one.
    spectral_radius
        Its size; below 1 the cut is stable.
    stable
        Whether it is.
    kind
        "stable", or how stability is lost: "hopf", "flip" or "fold".
    vibration_frequency
        Frequency of the disturbance that dies out last or grows, of all that the multiplier allows the one next to
        a natural frequency.
    confidence
        "as the modes", or "low" where a mode was estimated from geometry alone.
    """

    spindle_speed: Any
    axial_depth: Any
    multiplier: Any
    vibration_frequency: Any
    confidence: str

    @property
    def spectral_radius(self) -> Any:
        """Size of the dominant multiplier."""
        return from_kernel(kinds.RATIO, np.abs(self.multiplier))

    @property
    def stable(self) -> Any:
        """Whether a disturbance dies out."""
        return np.abs(self.multiplier) < 1

    @property
    def kind(self) -> Any:
        """Which way stability is lost."""
        return kind_of(np.asarray(self.multiplier))[()]


@dataclass(frozen=True)
class CriticalDepth:
    """Smallest depth at which a cut chatters, at each speed.

    `beyond` marks speeds at which every depth up to the largest asked is stable; `limit_depth` is that largest one
    there.  `kind` says how stability is lost.
    """

    spindle_speed: Any
    limit_depth: Any
    kind: Any
    beyond: Any
    confidence: str


@dataclass(frozen=True)
class StabilityDiagram:
    """Verdicts on a grid: rows are speeds, columns are depths."""

    spindle_speed: Any
    axial_depth: Any
    multiplier: Complex
    confidence: str

    @property
    def spectral_radius(self) -> Array:
        """Size of the dominant multiplier."""
        return np.abs(self.multiplier)

    @property
    def stable(self) -> NDArray[np.bool_]:
        """Where a disturbance dies out."""
        return self.spectral_radius < 1

    @property
    def kind(self) -> NDArray[np.str_]:
        """One of stable, hopf, flip and fold at every point."""
        return kind_of(self.multiplier)


def kind_of(multiplier: Complex) -> NDArray[np.str_]:
    """How stability is lost: by the place on the unit circle at which the multiplier leaves it."""
    size = np.abs(multiplier)
    real = np.abs(multiplier.imag) <= _REAL * size
    lost = np.where(real, np.where(multiplier.real < 0, "flip", "fold"), "hopf")
    return np.where(size < 1, "stable", lost)


def milling_stability(
    process: MillingProcess, structure: Structure, spindle_speed: Any, axial_depth: Any
) -> MillingStability:
    """Whether milling cuts are stable.

    Parameters
    ----------
    process
        Teeth, engagement and coefficients.
    structure
        Modes of the tool, or of tool and part together.
    spindle_speed, axial_depth
        The cuts; arrays broadcast [rpm; mm, in].

    Returns
    -------
    MillingStability
        Verdict, multiplier and the way stability is lost.

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    `critical_depth` asks how deep instead, `simulate_milling` follows one cut in time.

    Linear: small vibration, no loss of contact, straight teeth, one point of contact.  Thirty steps or more for a
    cycle of the highest mode, and forty or more for a tooth, so that critical depths are within 1 %.  Where more than
    some ten vibrations pass between two teeth the damping of the flank, left out unless given, raises the limit.
    The force of regeneration is straight over a step at both its ends, which Ding and others call full discretisation;
    the semi-discretisation of Insperger and Stepan, in which the present position is exact, has the same limit.

    References
    ----------
    T. Insperger and G. Stepan, Int. J. Numer. Meth. Engng 55 (2002) 503-518 and 61 (2004) 117-141.  Y. Ding and
    others, Int. J. Mach. Tools Manuf. 50 (2010) 502-509.  The example is their benchmark, whose published radius is
    0.8197.

    Examples
    --------
    >>> from chipload.dynamics import Mode, Structure
    >>> tool = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> cut = milling_stability(slot, tool, "5000 rpm", "0.2 mm")
    >>> bool(cut.stable), cut.spectral_radius.m
    (True, 0.81...)
    """
    speed = _read(kinds.SPINDLE_SPEED, spindle_speed, "milling_stability, spindle_speed")
    depth = _read(kinds.LENGTH, axial_depth, "milling_stability, axial_depth")
    speed, depth = np.broadcast_arrays(speed, depth)
    modes = modes_of(process, structure, "milling_stability")
    found = dominant_multipliers(process.numbers, modes, speed, depth)
    rings = vibration_frequency(found, speed, process.numbers.period, modes[:, 0])
    return MillingStability(
        from_kernel(kinds.SPINDLE_SPEED, speed[()]),
        from_kernel(kinds.LENGTH, depth[()]),
        found[()],
        from_kernel(kinds.FREQUENCY, rings[()]),
        confidence_in(structure),
    )


def critical_depth(
    process: MillingProcess, structure: Structure, spindle_speed: Any, max_depth: Any, *, depths: int = 40
) -> CriticalDepth:
    """Smallest depth at which a milling cut chatters.

    Parameters
    ----------
    process
        Teeth, engagement and coefficients.
    structure
        Modes of the tool, or of tool and part together.
    spindle_speed
        One speed or a list [rpm].
    max_depth
        Largest depth of interest [mm, in].
    depths
        Depths of the first scan, 30 at least: islands of instability below the main boundary are narrow.

    Returns
    -------
    CriticalDepth
        Depth [mm], within 1 % of the converged value, how stability is lost, and where it is not lost at all.

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    See `milling_stability` for the model.  Below the first unstable depth of the scan thirty more are tried, so an
    island is lost only where it is narrower than both.  `best_pockets` looks for the speeds with the deepest limit,
    `stability_band` and `stable_probability` say how sure it is, `stability_diagram` and `lobes_picture` show it.

    References
    ----------
    T. Insperger and G. Stepan, Int. J. Numer. Meth. Engng 61 (2004) 117-141.  The benchmark of the example has
    0.3867 mm at 15 000 rpm with 320 steps a tooth.

    Examples
    --------
    >>> from chipload.dynamics import Mode, Structure
    >>> tool = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> critical_depth(slot, tool, "15000 rpm", "10 mm").limit_depth.m
    0.386...
    """
    name = "critical_depth"
    speed = _read(kinds.SPINDLE_SPEED, spindle_speed, f"{name}, spindle_speed")
    largest = to_single(kinds.POSITIVE_LENGTH, max_depth, f"{name}, max_depth")
    if depths < 30:
        raise InputError(f"{name}, depths: {depths} were given; a scan of fewer than 30 loses islands of instability")
    found = critical_depths(process.numbers, modes_of(process, structure, name), speed.ravel(), largest, depths)
    shape = speed.shape
    kind = np.where(found.beyond, "stable", kind_of(found.multiplier)).reshape(shape)
    return CriticalDepth(
        from_kernel(kinds.SPINDLE_SPEED, speed[()]),
        from_kernel(kinds.LENGTH, found.depth.reshape(shape)[()]),
        kind[()],
        found.beyond.reshape(shape)[()],
        confidence_in(structure),
    )


def stability_diagram(
    process: MillingProcess,
    structure: Structure,
    spindle_speed: Any,
    axial_depth: Any,
    *,
    progress: Progress | None = None,
) -> StabilityDiagram:
    """Verdicts on a grid of speeds and depths.

    Parameters
    ----------
    process
        Teeth, engagement and coefficients.
    structure
        Modes of the tool, or of tool and part together.
    spindle_speed, axial_depth
        Lists of speeds and of depths [rpm; mm, in].
    progress
        Called with the share of the grid that is done, a few times a second at most and with 1 at the end.

    Returns
    -------
    StabilityDiagram
        Multipliers with a row for each speed and a column for each depth.

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    See `milling_stability` for the model; `lobes_picture` draws it.  Worked in blocks of about a hundred megabytes;
    what a point is found to be does not depend on its neighbours.

    References
    ----------
    T. Insperger and G. Stepan, Int. J. Numer. Meth. Engng 61 (2004) 117-141.

    Examples
    --------
    >>> from chipload.dynamics import Mode, Structure
    >>> tool = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> stability_diagram(slot, tool, ["10000 rpm", "20000 rpm"], ["0.3 mm", "1 mm"]).kind.tolist()
    [['stable', 'hopf'], ['stable', 'stable']]
    """
    speed = np.atleast_1d(_read(kinds.SPINDLE_SPEED, spindle_speed, "stability_diagram, spindle_speed"))
    depth = np.atleast_1d(_read(kinds.LENGTH, axial_depth, "stability_diagram, axial_depth"))
    if speed.ndim != 1 or depth.ndim != 1:
        raise InputError("stability_diagram, spindle_speed: give a plain list of speeds and one of depths")
    found = dominant_multipliers(
        process.numbers, modes_of(process, structure, "stability_diagram"), speed[:, None], depth[None, :],
        progress=_paced(progress),
    )  # fmt: skip
    return StabilityDiagram(
        from_kernel(kinds.SPINDLE_SPEED, speed), from_kernel(kinds.LENGTH, depth), found, confidence_in(structure)
    )


def vibration_frequency(multiplier: Complex, speed: Array, period: float, natural: Array) -> Array:
    """Frequency [Hz] that `multiplier` stands for, next to a natural frequency; 0 where nothing vibrates."""
    repeats = speed * 2 * np.pi / period
    base = np.abs(np.angle(multiplier)) / (2 * np.pi) * repeats
    best = np.full(np.shape(base), np.inf)
    found = np.array(base)
    for one in natural:
        for candidate in (
            base + repeats * np.maximum(np.round((one - base) / repeats), 0),
            -base + repeats * np.maximum(np.round((one + base) / repeats), 1),
        ):
            nearer = np.abs(candidate - one) < best
            best, found = np.where(nearer, np.abs(candidate - one), best), np.where(nearer, candidate, found)
    return found


def confidence_in(structure: Structure | TipResponse) -> str:
    """What is said of a result of `structure`."""
    return "low: a mode was estimated from geometry alone" if structure.estimated else "as the modes"


def _paced(progress: Progress | None) -> Progress | None:
    """`progress`, called no more than five times a second and with the last share."""
    if progress is None:
        return None
    last = -np.inf

    def told(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if share >= 1 or now - last > 0.2:
            last = now
            progress(share)

    return told


def modes_of(process: MillingProcess, structure: Structure, name: str) -> Array:
    """The modes in plain numbers; refuses what is no structure or no process with the `name` of who asks."""
    if not isinstance(process, MillingProcess):
        raise InputError(f"{name}, process: give a MillingProcess")
    if not isinstance(structure, Structure):
        raise InputError(
            f"{name}, structure: give a Structure of modes, like Structure([Mode(...)]) or that of ModalFit.structure"
        )
    return structure.numbers


def _read(kind: kinds.Kind, value: Any, name: str) -> Array:
    return np.asarray(to_kernel(kind, value, name), dtype=float)
