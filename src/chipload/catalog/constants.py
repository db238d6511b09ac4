"""Constants of material laws: flow stress, tool life, milling force coefficients, tapping."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from chipload.catalog.reading import Row
from chipload.errors import TableError
from chipload.units import kinds

MODELS: dict[str, tuple[str, ...]] = {
    "johnson-cook": ("A", "B", "n", "C", "m", "reference_rate", "reference_temperature", "melting_temperature"),
    "hollomon": ("K", "n"),
    "ramberg-osgood": ("K", "n", "E", "alpha"),
    "basquin": ("fatigue_strength_coefficient", "exponent"),
}
"""The laws whose constants the tables hold, with the names of the constants."""

_STRESSES = ("A", "B", "K", "E", "fatigue_strength_coefficient")
_SCALES = {"reference_rate": "1/s", "reference_temperature": "degC", "melting_temperature": "degC"}


@dataclass(frozen=True)
class Constant:
    """One constant of a law, as a row states it: stresses in Pa, the others on the scale of `MODELS`."""

    subject: str
    model: str
    set: str
    parameter: str
    value: float
    tier: str
    source: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class ConstantSet:
    """Constants of one law that belong together: never mix two sets.

    `values` holds them by name, stresses in Pa, temperatures in degrees Celsius, the rate in 1/s.
    """

    subject: str
    model: str
    set: str
    values: dict[str, float]
    tier: str
    source: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class ToolLife:
    """Constants of Taylor's law ``v T**n = C``: `speed_at_one_minute` is C in m/s for T in minutes.

    `feed_exponent` and `depth_exponent` extend it, as `note` says.
    """

    subject: str
    tool_material: str
    operation: str
    exponent: float
    speed_at_one_minute: float | None
    feed_exponent: float | None
    depth_exponent: float | None
    slowest: float | None
    fastest: float | None
    tier: str
    source: tuple[str, ...]
    note: str
    log_sd: float | None = None
    """Log standard deviation of a life, where a calibration found it."""


@dataclass(frozen=True)
class MillingCoefficients:
    """Coefficients of the linear force model: cutting ones in Pa, edge ones in N/m; None where not stated."""

    subject: str
    set: str
    cutting: tuple[float | None, float | None, float | None]
    edge: tuple[float | None, float | None, float | None]
    tool: str
    conditions: str
    tier: str
    source: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class TappingForce:
    """Specific force [Pa] of a tapping torque formula; not the one of turning."""

    subject: str
    kc: float
    tap: str
    tier: str
    source: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class TapFactor:
    """Factor of a kind of tap on the tapping torque."""

    tap: str
    factor: float
    low: float | None
    high: float | None
    tier: str
    source: tuple[str, ...]
    note: str


def read_constant(row: Row, subjects: Container[str], sources: Container[str]) -> Constant:
    """One constant of a law, checked."""
    model, parameter, unit = row.text("model"), row.text("parameter"), row.text("unit")
    if model not in MODELS or parameter not in MODELS[model]:
        laws = "; ".join(f"{law}: {', '.join(names)}" for law, names in MODELS.items())
        raise TableError(f"{model!r} with {parameter!r} is not a constant of the tables; they hold {laws}")
    if parameter in _STRESSES:
        value = row.value("value", kinds.STRESS, unit)
    elif unit != _SCALES.get(parameter, "1"):
        raise TableError(f"{parameter} is given in {_SCALES.get(parameter, '1')}, not in {unit!r}")
    else:
        value = row.number("value")
    return Constant(
        row.subject(subjects), model, row.text("set"), parameter, value, row.tier(), row.sources(sources), row.note
    )


def gather(constants: list[Constant]) -> tuple[ConstantSet, ...]:
    """The constants of a subject as sets, in the order of the rows."""
    sets: dict[tuple[str, str], list[Constant]] = {}
    for constant in constants:
        sets.setdefault((constant.model, constant.set), []).append(constant)
    return tuple(
        ConstantSet(
            found[0].subject, model, name, {one.parameter: one.value for one in found},
            found[0].tier, found[0].source, found[0].note,
        )
        for (model, name), found in sets.items()
    )  # fmt: skip


def read_tool_life(row: Row, subjects: Container[str], sources: Container[str]) -> ToolLife:
    """Taylor constants of one row."""
    exponent = row.number("n")
    if not 0 < exponent < 1:
        raise TableError(f"the exponent n {exponent:g} cannot be; it lies between 0 and 1")
    unit = row.text("C_unit", empty=True)
    stated = row.text("C", empty=True)
    slowest, fastest = row.optional("low"), row.optional("high")
    return ToolLife(
        row.subject(subjects), row.text("tool_material"), row.text("operation"), exponent,
        row.value("C", kinds.CUTTING_SPEED, unit) if stated else None,
        row.optional("feed_exponent"), row.optional("depth_exponent"),
        slowest and slowest / 60, fastest and fastest / 60, row.tier(), row.sources(sources), row.note,
        row.spread(),
    )  # fmt: skip


def read_milling_coefficients(row: Row, subjects: Container[str], sources: Container[str]) -> MillingCoefficients:
    """Coefficients of one row: MPa and N/mm."""
    if (row.text("unit_c"), row.text("unit_e")) != ("MPa", "N/mm"):
        raise TableError("cutting coefficients are given in MPa and edge coefficients in N/mm")

    def three(kind: str, scale: float) -> tuple[float | None, float | None, float | None]:
        tangential, radial, axial = (row.optional(f"K{axis}{kind}") for axis in "tra")
        return (
            None if tangential is None else tangential * scale,
            None if radial is None else radial * scale,
            None if axial is None else axial * scale,
        )

    return MillingCoefficients(
        row.subject(subjects), row.text("set"), three("c", 1e6), three("e", 1e3), row.text("tool", empty=True),
        row.text("conditions", empty=True), row.tier(), row.sources(sources), row.note,
    )  # fmt: skip


def read_tapping_force(row: Row, subjects: Container[str], sources: Container[str]) -> TappingForce:
    """Tapping force of one row."""
    return TappingForce(
        row.subject(subjects), row.value("kc", kinds.STRESS, row.text("unit")), row.text("tap"),
        row.tier(), row.sources(sources), row.note,
    )  # fmt: skip


def read_tap_factor(row: Row, sources: Container[str]) -> TapFactor:
    """Tap factor of one row."""
    low, factor, high = row.optional("low"), row.number("factor"), row.optional("high")
    if (low is not None and low > factor) or (high is not None and high < factor):
        raise TableError(f"the factor {factor:g} does not lie between low {low} and high {high}; correct the row")
    return TapFactor(row.text("tap"), factor, low, high, row.tier(), row.sources(sources), row.note)
