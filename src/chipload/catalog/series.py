"""Standard sizes: tool series and threads."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from chipload.catalog.reading import Row
from chipload.errors import TableError
from chipload.units import kinds
from chipload.units.kinds import Kind

TOOL_KINDS = ("end mill", "ball nose", "drill", "reamer", "tap", "insert", "shank")


@dataclass(frozen=True)
class SeriesTool:
    """One size of a standard series, lengths in metres and angles in radians; None where not stated."""

    series: str
    kind: str
    standard: str
    diameter: float | None
    teeth: int | None
    flute_length: float | None
    overall_length: float | None
    shank_diameter: float | None
    helix_angle: float | None
    point_angle: float | None
    corner_radius: float | None
    tool_material: str
    tier: str
    source: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Thread:
    """A thread: lengths in metres, the stress area in square metres; None where not stated."""

    name: str
    system: str
    major_diameter: float
    pitch: float
    tap_drill: float | None
    minor_diameter: float | None
    pitch_diameter: float | None
    stress_area: float | None
    clearance_close: float | None
    clearance_medium: float | None
    clearance_free: float | None
    tier: str
    source: tuple[str, ...]
    note: str


def read_tool(row: Row, sources: Container[str]) -> SeriesTool:
    """One size of a series, checked."""
    kind, unit = row.text("kind"), row.text("unit")
    if kind not in TOOL_KINDS:
        raise TableError(f"the kind {kind!r} is not one of {', '.join(TOOL_KINDS)}")
    teeth = row.optional("teeth")
    if teeth is not None and (teeth < 1 or teeth != int(teeth)):
        raise TableError(f"the number of teeth {teeth:g} cannot be; it is a whole number from 1")
    flutes, overall = _length(row, "flute_length", unit), _length(row, "overall_length", unit)
    if flutes is not None and overall is not None and flutes > overall:
        raise TableError("the flutes are longer than the tool; correct the row")
    return SeriesTool(
        row.text("series"), kind, row.text("standard"), _length(row, "diameter", unit),
        None if teeth is None else int(teeth), flutes,
        overall, _length(row, "shank_diameter", unit), _angle(row, "helix_angle"), _angle(row, "point_angle"),
        _length(row, "corner_radius", unit), row.text("tool_material", empty=True), row.tier(),
        row.sources(sources), row.note,
    )  # fmt: skip


def read_thread(row: Row, sources: Container[str]) -> Thread:
    """One thread, checked: what is inside is smaller than what is outside."""
    unit, pitch = row.text("unit"), row.number("pitch")
    in_turns = row.text("pitch_unit") == "tpi"
    major, minor = row.value("major_diameter", kinds.DIAMETER, unit), _length(row, "minor_diameter", unit)
    drill, area = _length(row, "tap_drill", unit), row.optional("stress_area")
    if pitch <= 0:
        raise TableError(f"the pitch {pitch:g} cannot be; it is more than zero")
    for inner in (minor, drill):
        if inner is not None and inner >= major:
            raise TableError("the minor diameter or the tap drill is not smaller than the major diameter")
    scale = 1e-3 if unit == "mm" else 0.0254
    return Thread(
        row.text("thread"), row.text("system"), major, 0.0254 / pitch if in_turns else pitch * 1e-3, drill, minor,
        _length(row, "pitch_diameter", unit), area and area * scale**2, _length(row, "clearance_close", unit),
        _length(row, "clearance_medium", unit), _length(row, "clearance_free", unit), row.tier(),
        row.sources(sources), row.note,
    )  # fmt: skip


def _length(row: Row, column: str, unit: str) -> float | None:
    return _optional(row, column, kinds.LENGTH, unit)


def _angle(row: Row, column: str) -> float | None:
    return _optional(row, column, kinds.ANGLE, "deg")


def _optional(row: Row, column: str, kind: Kind, unit: str) -> float | None:
    return row.value(column, kind, unit) if row.text(column, empty=True) else None
