"""What controls read differently: one record for each, taken from the manuals of their makers.

Where a program does not say which control it is for, only what all of them agree on is evaluated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chipload.errors import UnknownNameError

INCH, MILLIMETRE = 0.0254, 0.001

_UNITS = {20: INCH, 21: MILLIMETRE}
_FEED_MODES = {93: "inverse", 94: "minute", 95: "turn"}
_MILL_CYCLES = frozenset({73, 74, 76, 81, 82, 83, 84, 85, 86, 89})


@dataclass(frozen=True)
class Dialect:
    """How a control reads a program.

    Attributes
    ----------
    name, title
        As it is chosen, and as it is shown.
    round_comments
        True where round brackets hold comments.
    whole_lengths
        True where X100 is 100 mm; False where it depends on a parameter, and may be 0.1 mm.
    whole_feeds
        What a feed without a point is: "as written", "metric only" where that holds for mm/min alone, or "parameter".
    dwell
        What the P of a dwell is: "seconds"; or "point tells", seconds with a decimal point and milliseconds without;
        or "parameter" for a whole number that dialects read differently.
    lathe
        True where X is a diameter and U, W are increments.
    units
        Code to metres a unit.
    split_units
        Codes of units that hold for lengths alone and leave the feed in the unit of the machine.
    feed_modes
        Code to "inverse", "minute" or "turn".
    return_codes
        True where G98 and G99 say how far a cycle retracts.
    cap_codes
        Codes with which S is the highest spindle speed.
    cycles
        Codes of canned cycles that are evaluated.
    tool_change
        "M6"; "T" where T itself changes the tool; "turret" where T carries tool and offset in pairs of digits.
    repeat
        Letters that repeat a cycle.
    start_unit
        Metres a unit before the program says; None where a setting decides.
    stop_first
        True where M5 stops the spindle before the move of its block.
    """

    name: str
    title: str
    round_comments: bool = True
    whole_lengths: bool = True
    whole_feeds: Literal["as written", "metric only", "parameter"] = "as written"
    dwell: Literal["seconds", "point tells", "parameter"] = "seconds"
    lathe: bool = False
    units: tuple[tuple[int, float], ...] = tuple(_UNITS.items())
    split_units: frozenset[int] = frozenset()
    feed_modes: tuple[tuple[int, str], ...] = tuple(_FEED_MODES.items())
    return_codes: bool = True
    cap_codes: frozenset[int] = frozenset({92})
    cycles: frozenset[int] = _MILL_CYCLES
    tool_change: Literal["M6", "T", "turret"] = "M6"
    repeat: str = "L"
    start_unit: float | None = None
    stop_first: bool = False


COMMON = Dialect(
    "common", "what controls agree on", whole_lengths=False, whole_feeds="parameter", dwell="parameter",
    cap_codes=frozenset({50, 92}), cycles=_MILL_CYCLES - {76}, repeat="KL",
)  # fmt: skip
"""Stands for a program whose control is not named."""

DIALECTS: dict[str, Dialect] = {
    one.name: one
    for one in (
        COMMON,
        Dialect(
            "fanuc", "Fanuc mill", whole_lengths=False, whole_feeds="metric only", dwell="point tells", repeat="K",
        ),
        Dialect(
            "fanuc-lathe", "Fanuc lathe, G-code system A", whole_lengths=False, whole_feeds="metric only",
            dwell="point tells", lathe=True, feed_modes=((98, "minute"), (99, "turn")), return_codes=False,
            cap_codes=frozenset({50}), cycles=frozenset(), tool_change="turret",
        ),
        Dialect(
            "haas", "Haas mill", whole_lengths=False, whole_feeds="parameter", dwell="point tells",
            cap_codes=frozenset({50, 92}),
        ),
        Dialect(
            "linuxcnc", "LinuxCNC", cap_codes=frozenset(), cycles=_MILL_CYCLES - {76}, stop_first=True,
        ),
        Dialect(
            "grbl", "GRBL", cap_codes=frozenset(), cycles=frozenset(), tool_change="T", start_unit=MILLIMETRE,
            stop_first=True,
        ),
        Dialect(
            "siemens", "Siemens", round_comments=False,
            units=((70, INCH), (71, MILLIMETRE), (700, INCH), (710, MILLIMETRE)), split_units=frozenset({70, 71}),
            return_codes=False, cap_codes=frozenset({26}), cycles=frozenset(),
        ),
    )
}  # fmt: skip
"""The dialects by name."""


def dialect(name: str | None) -> Dialect:
    """The dialect of a name; what controls agree on for None.

    Raises
    ------
    UnknownNameError
        For a name that is none of them.

    Examples
    --------
    >>> dialect("grbl").whole_lengths
    True
    """
    if name is None:
        return COMMON
    found = DIALECTS.get(name.strip().casefold())
    if found is None:
        raise UnknownNameError(f"dialect: {name!r} is not known; choose from {', '.join(DIALECTS)}", DIALECTS)
    return found
