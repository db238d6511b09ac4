"""Stability of turning and boring: one edge always in cut, so that the limit has a closed form.

    b_lim(f) = -1 / (2 K_f Re G(f)),  Re G < 0        n = f / (k + epsilon / 2 pi),  k = 0, 1, ...

G is the response along the chip thickness to a force along the cutting force (Tlusty, Tobias).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.dynamics.lobes import envelope
from chipload.dynamics.modes import Structure
from chipload.dynamics.responses import TipResponse, response_of
from chipload.dynamics.stability import confidence_in
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel, to_single
from chipload.units.formulas import formula
from chipload.units.kinds import DampingRatio, Length, Ratio, Stiffness, Stress
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class TurningLimit:
    """Width of cut that stays stable at each speed, infinite where no lobe passes, and the chatter frequency.

    `lowest_width` is the floor under all lobes; `confidence` is "low" where a mode was estimated from geometry alone.
    """

    spindle_speed: Any
    limit_width: Any
    chatter_frequency: Any
    lowest_width: Any
    confidence: str


@formula(
    symbol=r"b_{min}",
    equation=r"b_{min} = \frac{2 k_m \zeta (1 + \zeta)}{K_c \mu_o}",
    source="altintas2012",
    example={
        "modal_stiffness": "226 N/um", "damping_ratio": 0.012, "cutting_coefficient": "1000 MPa",
        "orientation_factor": 0.75,
    },
    requires=(
        Requires(("cutting_coefficient",), lambda cutting_coefficient: cutting_coefficient > 0,
                 "the cutting coefficient must be more than zero"),
        Requires(("orientation_factor",), lambda orientation_factor: orientation_factor > 0,
                 "the force must push the mode away from the cut; a factor of zero or less has no limit of this form"),
    ),
)  # fmt: skip
def stable_width_at_any_speed(
    modal_stiffness: Stiffness,
    damping_ratio: DampingRatio,
    cutting_coefficient: Stress,
    orientation_factor: Ratio = 1.0,
) -> Length:
    """Width of cut in turning or boring up to which no speed chatters.

    Parameters
    ----------
    modal_stiffness
        Stiffness of the one mode that bends [N/µm].
    damping_ratio
        Its damping ratio.
    cutting_coefficient
        Force along the cutting force on an area of chip [MPa].
    orientation_factor
        Cosine from the mode to the chip thickness times cosine from the mode to the force; 1 where all are in line.

    Returns
    -------
    Quantity
        Width of cut [mm].

    Raises
    ------
    InputError
        When coefficient or factor is not above zero.

    Notes
    -----
    One mode, orthogonal cutting, no process damping; the floor under all lobes, which `turning_limit` gives by speed.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 4.  The example is his,
    7.32 mm: a mode at 30 degrees, whose factor is the squared cosine.

    Examples
    --------
    >>> stable_width_at_any_speed("226 N/um", 0.012, "1000 MPa", 0.75).m
    7.319...
    """
    return 2 * modal_stiffness * damping_ratio * (1 + damping_ratio) / (cutting_coefficient * orientation_factor)


def turning_limit(
    structure: Structure | TipResponse,
    cutting_coefficient: Any,
    spindle_speed: Any,
    *,
    thickness_angle: Any = "0 deg",
    force_angle: Any = "0 deg",
) -> TurningLimit:
    """Stability lobes of turning or boring.

    Parameters
    ----------
    structure
        Modes, measured (`fit_modes`) or of a `boring_bar` (`stack_modes`), or a measured `TipResponse`, in the plane of
        chip thickness and force.
    cutting_coefficient
        Resultant force on an area of chip [MPa].
    spindle_speed
        Speeds [rpm].
    thickness_angle, force_angle
        Directions from x of the chip thickness, out of the work, and of the force on the tool [°]; both along x
        unless given, so that the force pushes the tool straight out of the cut.

    Returns
    -------
    TurningLimit
        Limit of width [mm] and chatter frequency [Hz] at each speed.

    Raises
    ------
    InputError
        When an argument cannot be, or nothing moves along the chip thickness.

    Notes
    -----
    Orthogonal cutting with a straight edge, no process damping; the nose of an insert couples directions and is not
    in it.

    References
    ----------
    J. Tlusty and M. Polacek, ASME Production Engineering Research Conference, 1963.  Y. Altintas, Manufacturing
    Automation, 2nd ed., 2012, chapter 4, whose example gives 7.32 mm for the floor.

    Examples
    --------
    >>> from chipload.dynamics import Mode
    >>> bar = Structure([Mode("250 Hz", 0.012, "226 N/um", direction="30 deg")])
    >>> turning_limit(bar, "1000 MPa", "3000 rpm").lowest_width.m
    7.319...
    """
    name = "turning_limit"
    speed = np.asarray(to_kernel(kinds.SPINDLE_SPEED, spindle_speed, f"{name}, spindle_speed"), dtype=float)
    coefficient = to_single(kinds.FORCE_COEFFICIENT, cutting_coefficient, f"{name}, cutting_coefficient")
    if coefficient <= 0:
        raise InputError(f"{name}, cutting_coefficient: it must be more than zero, like 2000 MPa")
    across, along = (
        np.array([np.cos(angle), np.sin(angle)])
        for angle in (
            to_single(kinds.ANGLE, thickness_angle, f"{name}, thickness_angle"),
            to_single(kinds.ANGLE, force_angle, f"{name}, force_angle"),
        )
    )
    frequency, response = response_of(structure, name)
    oriented = np.einsum("i,ijf,j->f", across, response, along)
    if np.abs(oriented).max() < 1e-9 * np.abs(response).max():
        raise InputError(f"{name}, thickness_angle: no mode moves along the chip thickness; give its direction from x")
    real = np.where(oriented.real < 0, oriented.real, -np.inf)
    limits = np.where(np.isfinite(real), -1 / (2 * coefficient * real), -1.0)
    phases = -np.angle(-oriented.conj() * oriented.conj()) % (2 * np.pi)
    found, heard = envelope(frequency, limits[None], phases[None], 1.0, speed.ravel())
    positive = limits[limits > 0]
    return TurningLimit(
        from_kernel(kinds.SPINDLE_SPEED, speed[()]),
        from_kernel(kinds.LENGTH, found.reshape(speed.shape)[()]),
        from_kernel(kinds.FREQUENCY, heard.reshape(speed.shape)[()]),
        from_kernel(kinds.LENGTH, float(positive.min()) if positive.size else np.inf),
        confidence_in(structure),
    )
