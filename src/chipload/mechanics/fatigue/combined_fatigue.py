"""Fatigue under stresses of several kinds: amplitude and mean after von Mises, and what a cycle consists of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.units.formulas import formula
from chipload.units.kinds import PositiveRatio, Real, SignedStress, Stress
from chipload.units.parameters import Requires

AXIAL_FACTOR = 0.85
"""Load factor of axial load, which is put on its amplitude where bending and axial load meet."""


@dataclass(frozen=True)
class CycleStress:
    """Amplitude and mean of a cycle of stress."""

    stress_amplitude: Stress
    mean_stress: SignedStress


@formula(
    symbol=r"\sigma_a",
    equation=(
        r"\sigma_a = \frac{\sigma_{max} - \sigma_{min}}{2} ,\quad "
        r"\sigma_m = \frac{\sigma_{max} + \sigma_{min}}{2}"
    ),
    source="shigley-fatigue",
    example={"maximum_stress": "300 MPa", "minimum_stress": "-150 MPa"},
    requires=(
        Requires(
            ("maximum_stress", "minimum_stress"), lambda largest, smallest: largest >= smallest,
            "the largest stress of a cycle is not below the smallest",
        ),
    ),
)  # fmt: skip
def stress_cycle(maximum_stress: SignedStress, minimum_stress: SignedStress) -> CycleStress:
    """Amplitude and mean of a cycle from its ends.

    Parameters
    ----------
    maximum_stress
        Largest stress, tension positive [MPa, ksi].
    minimum_stress
        Smallest stress [MPa, ksi].

    Returns
    -------
    CycleStress
        Half the range, and the mean [MPa, ksi].

    Raises
    ------
    InputError
        When the largest stress is below the smallest.

    Notes
    -----
    A matter of definition.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-36.

    Examples
    --------
    >>> found = stress_cycle("300 MPa", "-150 MPa")
    >>> found.stress_amplitude.m, found.mean_stress.m
    (225.0, 75.0)
    """
    return CycleStress((maximum_stress - minimum_stress) / 2, (maximum_stress + minimum_stress) / 2)


def _von_mises(x: Real, y: Real, shear: Real) -> Real:
    return np.sqrt(x**2 - x * y + y**2 + 3 * shear**2)


@formula(
    symbol=r"\sigma_a",
    equation=(
        r"\sigma_a = \sqrt{\sigma_{ax}^2 - \sigma_{ax} \sigma_{ay} + \sigma_{ay}^2 + 3 \tau_{axy}^2} ,\quad "
        r"\sigma_m = \sqrt{\sigma_{mx}^2 - \sigma_{mx} \sigma_{my} + \sigma_{my}^2 + 3 \tau_{mxy}^2}"
    ),
    source="shigley-fatigue",
    example={
        "normal_amplitude_x": "25 MPa", "normal_amplitude_y": "20 MPa", "shear_amplitude_xy": "10 MPa",
        "normal_mean_x": "75 MPa", "normal_mean_y": "45 MPa", "shear_mean_xy": "12 MPa",
    },
)  # fmt: skip
def plane_cycle(
    normal_amplitude_x: SignedStress,
    normal_amplitude_y: SignedStress = 0.0,
    shear_amplitude_xy: SignedStress = 0.0,
    normal_mean_x: SignedStress = 0.0,
    normal_mean_y: SignedStress = 0.0,
    shear_mean_xy: SignedStress = 0.0,
) -> CycleStress:
    """Equivalent amplitude and mean of plane stress whose components swing together, after von Mises.

    Parameters
    ----------
    normal_amplitude_x, normal_amplitude_y, shear_amplitude_xy
        Amplitudes; of two that swing against each other one is negative [MPa, ksi].
    normal_mean_x, normal_mean_y, shear_mean_xy
        Means [MPa, ksi].

    Returns
    -------
    CycleStress
        Equivalent amplitude and mean; the mean counts as tension [MPa, ksi].

    Notes
    -----
    The components reach their ends together and the directions of principal stress stay.  Out of phase it can be
    far too hopeful.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., section 6-14.

    Examples
    --------
    >>> found = plane_cycle("25 MPa", "25 MPa", "0 MPa", "75 MPa", "45 MPa")
    >>> found.stress_amplitude.m, found.mean_stress.m
    (25.0, 65.38...)
    """
    return CycleStress(
        *together(
            _von_mises(normal_amplitude_x, normal_amplitude_y, shear_amplitude_xy),
            _von_mises(normal_mean_x, normal_mean_y, shear_mean_xy),
        )
    )


@formula(
    symbol=r"\sigma_a",
    equation=(
        r"\sigma_a = \sqrt{(K_{fb} \sigma_{ab} + K_{fa} \frac{\sigma_{aa}}{0.85})^2 + 3 (K_{fs} \tau_a)^2} ,\quad "
        r"\sigma_m = \sqrt{(K_{fb} \sigma_{mb} + K_{fa} \sigma_{ma})^2 + 3 (K_{fs} \tau_{mt})^2}"
    ),
    source="shigley-fatigue",
    example={
        "bending_amplitude": "60 MPa", "bending_mean": "20 MPa", "axial_amplitude": "15 MPa",
        "axial_mean": "10 MPa", "torsion_amplitude": "25 MPa", "torsion_mean": "40 MPa",
        "bending_notch_factor": 1.6, "axial_notch_factor": 1.7, "torsion_notch_factor": 1.4,
    },
)  # fmt: skip
def shaft_cycle(
    bending_amplitude: SignedStress,
    bending_mean: SignedStress = 0.0,
    axial_amplitude: SignedStress = 0.0,
    axial_mean: SignedStress = 0.0,
    torsion_amplitude: SignedStress = 0.0,
    torsion_mean: SignedStress = 0.0,
    bending_notch_factor: PositiveRatio = 1.0,
    axial_notch_factor: PositiveRatio = 1.0,
    torsion_notch_factor: PositiveRatio = 1.0,
) -> CycleStress:
    """Equivalent amplitude and mean of bending, axial load and torsion on one bar, after von Mises.

    Parameters
    ----------
    bending_amplitude, bending_mean
        Nominal bending stress; a turning shaft under a steady moment has it all as amplitude [MPa, ksi].
    axial_amplitude, axial_mean
        Nominal axial stress [MPa, ksi].
    torsion_amplitude, torsion_mean
        Nominal shear stress of torsion [MPa, ksi].
    bending_notch_factor, axial_notch_factor, torsion_notch_factor
        Fatigue notch factors, put on amplitude and mean.

    Returns
    -------
    CycleStress
        Equivalent amplitude and mean; the mean counts as tension [MPa, ksi].

    Notes
    -----
    The axial amplitude is divided by its load factor of 0.85, so take the endurance limit in bending, with a load
    factor of 1.  Loads swing together; a notch factor on the mean is on the safe side where the notch yields.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., section 6-14.  The example is problem 6-12 of the
    8th ed.: bending that swings by 172 MPa over a steady torsion of 103 MPa.

    Examples
    --------
    >>> found = shaft_cycle("172 MPa", torsion_mean="103 MPa")
    >>> found.stress_amplitude.m, found.mean_stress.m
    (172.0, 178.40...)
    """
    amplitude = bending_notch_factor * bending_amplitude + axial_notch_factor * axial_amplitude / AXIAL_FACTOR
    mean = bending_notch_factor * bending_mean + axial_notch_factor * axial_mean
    return CycleStress(
        *together(
            _von_mises(amplitude, 0.0, torsion_notch_factor * torsion_amplitude),
            _von_mises(mean, 0.0, torsion_notch_factor * torsion_mean),
        )
    )
