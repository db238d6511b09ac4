"""Constants of the specific cutting force, as the tables and calibrations state them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from chipload.catalog.reading import Row
from chipload.errors import TableError
from chipload.units import kinds


@dataclass(frozen=True)
class ForceExponents:
    """How measured forces go with width of the chip and speed, beyond kc1.1 and mc.

    `measured_width` and `measured_speed` [m, m/s] are those of the cuts, where kc1.1 holds as it is.
    """

    width_exponent: float
    measured_width: float
    speed_exponent: float
    measured_speed: float


@dataclass(frozen=True)
class Kienzle:
    """Constants of the specific cutting force, with the conditions they were stated for."""

    subject: str
    operation: str
    kc11: float
    mc: float | None
    reference_rake: float | None
    thinnest: float | None
    thickest: float | None
    tier: str
    source: tuple[str, ...]
    note: str
    log_sd: float | None = None
    """Log standard deviation of the force, where a calibration found it; that of the tier stands in for None."""
    exponents: ForceExponents | None = None
    """Where a calibration found them."""


def read_kienzle(row: Row, subjects: Container[str], sources: Container[str]) -> Kienzle:
    """Constants of a row of kienzle.csv; those that a calibration adds stand in columns a table need not have."""
    subject = row.subject(subjects)
    kc11, mc = row.value("kc11", kinds.STRESS, row.text("kc11_unit")), row.optional("mc")
    if mc is not None and not 0 <= mc < 1:
        raise TableError(f"the exponent mc {mc:g} cannot be; it lies between 0 and 1")
    rake, low, high = row.optional("reference_rake"), row.optional("h_low"), row.optional("h_high")
    return Kienzle(
        subject, row.text("operation"), kc11, mc, rake, low and low * 1e-3, high and high * 1e-3,
        row.tier(), row.sources(sources), row.note, row.spread(), _exponents(row),
    )  # fmt: skip


def _exponents(row: Row) -> ForceExponents | None:
    found = {}
    for what, scale in (("width", 1e-3), ("speed", 1 / 60)):
        exponent, reference = row.optional(f"{what}_exponent"), row.optional(f"measured_{what}")
        if (exponent is None) != (reference is None):
            raise TableError(f"a {what}_exponent holds about a measured_{what}; fill in both or neither")
        if exponent is not None and not -1 < exponent < 1:
            raise TableError(f"the {what}_exponent {exponent:g} cannot be; it lies between -1 and 1")
        if reference is not None and not reference > 0:
            raise TableError(f"the measured_{what} {reference:g} cannot be; it is above 0")
        found[what] = None if exponent is None or reference is None else (exponent, reference * scale)
    if found["width"] is None and found["speed"] is None:
        return None
    return ForceExponents(*(found["width"] or (0.0, 1.0)), *(found["speed"] or (0.0, 1.0)))
