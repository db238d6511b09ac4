"""Single-point threading: infeed, passes and time."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Count,
    Length,
    PositiveLength,
    PositiveRatio,
    SpindleSpeed,
    Time,
)
from chipload.units.parameters import Requires

_PASS = Requires(
    ("pass_number", "passes"),
    lambda pass_number, passes: pass_number <= passes,
    "the pass comes after the last one",
)
_PASS_OF_SEVERAL = Requires(
    ("pass_number", "passes"),
    lambda pass_number, passes: (pass_number <= passes) & (passes > 1),
    "the rule needs two passes or more, and a pass among them",
)


@formula(
    symbol=r"a_x",
    equation=r"a_x = h_t \sqrt{\frac{x}{n_p}}",
    source="machinecalcs-g76",
    example={"thread_depth": "0.92 mm", "pass_number": 3, "passes": 12},
    requires=(_PASS,),
)
def infeed_depth(thread_depth: Length, pass_number: Count, passes: Count) -> Length:
    """Depth reached after a pass of single-point threading with equal chip areas.

    Parameters
    ----------
    thread_depth
        Whole depth of the thread, on the radius [mm, in].
    pass_number
        Number of the pass, from 1.
    passes
        Number of passes.

    Returns
    -------
    Quantity
        Depth on the radius, from the surface [mm].

    Raises
    ------
    InputError
        When the pass is beyond the last.

    Notes
    -----
    For straight flanks and a full profile: the section cut grows with the square of the depth, so each pass takes
    as much. The infeed of a pass is the difference to the pass before.

    References
    ----------
    MachineCalcs, G76 threading infeed: 0.92 mm in 6 passes, 0.651 mm after the third.

    Examples
    --------
    >>> infeed_depth("0.92 mm", 3, 6).m
    0.6505...
    """
    return thread_depth * np.sqrt(pass_number / passes)


@formula(
    symbol=r"a_x",
    equation=r"a_x = h_t \sqrt{\frac{\phi_x}{n_p - 1}} ,\quad \phi_1 = 0.3 ,\quad \phi_x = x - 1",
    source="sandvik-threading",
    example={"thread_depth": "0.94 mm", "pass_number": 3, "passes": 12},
    requires=(_PASS_OF_SEVERAL,),
)
def maker_infeed_depth(thread_depth: Length, pass_number: Count, passes: Count) -> Length:
    """Depth reached after a pass of single-point threading, after the makers of inserts.

    Parameters
    ----------
    thread_depth
        Whole depth of the thread, on the radius [mm, in].
    pass_number
        Number of the pass, from 1.
    passes
        Number of passes.

    Returns
    -------
    Quantity
        Depth on the radius, from the surface [mm].

    Raises
    ------
    InputError
        When the pass is beyond the last, or there is only one.

    Notes
    -----
    Equal chip areas from the second pass on, and 0.3 of one in the first.

    References
    ----------
    Sandvik Coromant, threading, owner's manual, page 114; Widia, general catalogue 2017, page 685.

    Examples
    --------
    >>> [round(maker_infeed_depth("0.94 mm", x, 6).m, 2) for x in (1, 2, 3, 4, 5, 6)]
    [0.23, 0.42, 0.59, 0.73, 0.84, 0.94]
    """
    areas = np.where(pass_number < 1.5, 0.3, pass_number - 1)[()]
    return thread_depth * np.sqrt(areas / (passes - 1))


@formula(
    symbol=r"n_p",
    equation=r"n_p = (\frac{h_t}{a_1})^2",
    source="machinecalcs-g76",
    example={"thread_depth": "0.92 mm", "first_infeed": "0.3756 mm"},
)
def passes_for_first_infeed(thread_depth: Length, first_infeed: PositiveLength) -> PositiveRatio:
    """Number of passes with equal chip areas that a depth of the first pass means.

    Parameters
    ----------
    thread_depth
        Whole depth of the thread, on the radius [mm, in].
    first_infeed
        Depth of the first pass [mm, in].

    Returns
    -------
    Quantity
        Number of passes, to be rounded up.

    References
    ----------
    MachineCalcs, G76 threading infeed, the other way round.

    Examples
    --------
    >>> passes_for_first_infeed("0.92 mm", "0.376 mm").m
    5.98...
    """
    return (thread_depth / first_infeed) ** 2


@formula(
    symbol=r"t_c",
    equation=r"t_c = \frac{n_p l}{P_h n}",
    source="kyocera-threading",
    example={"length": "89 mm", "lead": "5 mm", "spindle_speed": "43.41 rpm", "passes": 5},
)
def threading_time(length: Length, lead: PositiveLength, spindle_speed: SpindleSpeed, passes: Count) -> Time:
    """Time in cut of single-point threading.

    Parameters
    ----------
    length
        Length of a pass, run-in and run-out included [mm, in].
    lead
        Advance of the thread in one turn, pitch times starts [mm, in].
    spindle_speed
        Turns in a unit of time [rpm].
    passes
        Number of passes.

    Returns
    -------
    Quantity
        Time [s], without the returns.

    References
    ----------
    Kyocera, turning technical information 2016, page R27. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 4.21: 2.05 min.

    Examples
    --------
    >>> threading_time("89 mm", "5 mm", "43.41 rpm", 5).to("min").m
    2.050...
    """
    return passes * length / (lead * spindle_speed)
