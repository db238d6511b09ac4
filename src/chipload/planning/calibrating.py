"""Force constants of the shop's own: fitted to cuts that were measured, with what is left uncertain."""

from __future__ import annotations

import html
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from chipload.catalog import Catalog, ForceExponents, Kienzle, default
from chipload.catalog.adding import add_rows, replace_text
from chipload.catalog.library import user_folder
from chipload.errors import InputError, TableError
from chipload.planning.force_update import LEAST_RATIO, Before, Update, update_force
from chipload.planning.measured import Measured
from chipload.planning.operations import operation_of
from chipload.planning.robust_fit import Fit, Numbers
from chipload.planning.uncertainty import COVERAGE
from chipload.units import kinds
from chipload.units.kinds import Kind
from chipload.units.trace import show

SOURCE = "shop-calibration"
RAW = "measurements.jsonl"

_FURTHEST = math.log(20.0)
"""A reading further than this from what the tables say is one of another thing: they miss by a factor of two or so."""
_STEP = 1e-3
_LARGEST = 0.999


@dataclass(frozen=True)
class Reading:
    """One measured cut: what was measured and what was predicted before and after, in kernel units."""

    name: str
    kind: Kind
    measured: float
    before: float
    after: float
    outlier: bool

    @property
    def residual(self) -> float:
        """Logarithm of measured over predicted after."""
        return math.log(self.measured / self.after)


@dataclass(frozen=True)
class Calibration:
    """Force constants fitted to measured cuts.  Print it for the table of before and after.

    Attributes
    ----------
    kc11, mc
        The constants, kc1.1 in Pa.
    kc11_log_sd, mc_sd
        Standard deviations of the logarithm of kc1.1 and of mc.
    before
        kc1.1, mc and log standard deviation of a force before.
    mc_fitted
        False where the chips were too alike to tell the exponent, so that the table's stays.
    exponents
        How the force goes with width of the chip and speed; an exponent of 0 where the cuts were too alike to tell.
    spread
        Log standard deviation of the force of the next cut; nine in ten lie within `factor` of the prediction.
    readings
        Every cut with what was measured and predicted.
    degrees_of_freedom
        Cuts beyond the coefficients that they determine; none where the tables had to help.
    """

    material: str
    operation: str
    kc11: float
    mc: float
    kc11_log_sd: float
    mc_sd: float
    before: tuple[float, float, float]
    mc_fitted: bool
    exponents: ForceExponents
    spread: float
    readings: tuple[Reading, ...]
    degrees_of_freedom: int
    chips: tuple[float, float]
    reference_rake: float | None
    assumptions: tuple[str, ...]
    fit: Fit = field(repr=False)
    rows: tuple[dict[str, Any], ...] = field(repr=False)

    @property
    def outliers(self) -> tuple[int, ...]:
        """Places of the cuts that do not fit the others, from 0."""
        return tuple(place for place, one in enumerate(self.readings) if one.outlier)

    @property
    def factor(self) -> float:
        """Factor about the prediction that holds the force of the next cut nine times in ten."""
        return _factor(self.spread)

    @property
    def narrowing(self) -> float:
        """How many times narrower in logarithm the interval has become."""
        return self.before[2] / self.spread

    def describe(self, system: str = "metric") -> str:
        """The constants, and every cut before and after, as a table."""
        kc11, mc, log_sd = self.before
        lines = [
            f"{self.material}, {self.operation}: force constants from {len(self.readings)} measured cuts",
            "",
            f"  before  kc1.1 {show(kinds.STRESS, kc11, system)}, mc {mc:.3f}; "
            f"nine forces in ten within a factor of {_factor(log_sd):.2f}",
            f"  after   kc1.1 {show(kinds.STRESS, self.kc11, system)} "
            f"(standard deviation {self.kc11_log_sd:.0%} at 1 mm of chip), "
            f"mc {self.mc:.3f}"
            + (f" (standard deviation {self.mc_sd:.3f})" if self.mc_fitted else " as in the table")
            + "".join(f", with {what} to the power {one:+.2f}" for what, one in self._told() if one)
            + f"; within a factor of {self.factor:.2f}, {self.narrowing:.1f} times narrower",
            "",
            f"  {'cut':>3}  {'measured':<14}{'':>14}  {'before':>14}  {'after':>14}  {'off after':>9}",
        ]
        for place, one in enumerate(self.readings, 1):
            shown = [show(one.kind, value, system) for value in (one.measured, one.before, one.after)]
            off = f"{math.expm1(one.residual):+.1%}"
            lines.append(
                f"  {place:>3}  {one.name.replace('_', ' '):<14}{shown[0]:>14}  {shown[1]:>14}  {shown[2]:>14}"
                f"  {off:>9}" + ("  does not fit the others: check it" if one.outlier else "")
            )
        lines += ["", *(f"  - {one}" for one in self.assumptions)]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.describe()

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.describe())}</pre>"

    def _told(self) -> tuple[tuple[str, float], ...]:
        return ("width", self.exponents.width_exponent), ("speed", self.exponents.speed_exponent)

    def save(self, folder: Path | str | None = None, note: str = "", on: date | None = None) -> Path:
        """Keep the constants as a row of the shop's own kienzle.csv, and the readings beside it.

        The newest row wins; no row that was there is lost.

        Parameters
        ----------
        folder
            Folder of own tables; that of `CHIPLOAD_DATA` or of the user unless given.
        note
            What to remember of the cuts, as the tool.
        on
            The day; today unless given.

        Returns
        -------
        Path
            The table.

        Raises
        ------
        TableError
            When a table that is there cannot be read, or the folder cannot be written.
        """
        place = user_folder() if folder is None else Path(folder)
        day = (on or date.today()).isoformat()
        low, high = (chip * 1e3 for chip in self.chips)
        told = f"calibrated {day} from {len(self.readings)} measured cuts, chips {low:.3g} to {high:.3g} mm"
        row = {
            "subject": self.material, "operation": self.operation, "kc11": f"{self.kc11 / 1e6:.6g}",
            "kc11_unit": "MPa", "mc": f"{self.mc:.5g}",
            "reference_rake": "" if self.reference_rake is None else f"{self.reference_rake:g}",
            "h_low": f"{low:.4g}", "h_high": f"{high:.4g}", "tier": "measured", "source": SOURCE,
            "note": told + (f"; {note}" if note else ""), "log_sd": f"{self.spread:.4g}",
        }  # fmt: skip
        held = self.exponents
        if held.width_exponent:
            row |= {
                "width_exponent": f"{held.width_exponent:.4g}",
                "measured_width": f"{held.measured_width * 1e3:.5g}",
            }
        if held.speed_exponent:
            row |= {"speed_exponent": f"{held.speed_exponent:.4g}", "measured_speed": f"{held.measured_speed * 60:.5g}"}
        raw, kept = place / RAW, ""
        if raw.exists():
            try:
                kept = raw.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise TableError(f"nothing was saved, as {raw} cannot be read ({error}); mend it first") from None
        kept += "" if not kept or kept.endswith("\n") else "\n"
        lines = [json.dumps({"date": day, "note": note, **one}, ensure_ascii=False) for one in self.rows]
        table = add_rows("kienzle.csv", [row], place)
        replace_text(raw, kept + "\n".join(lines) + "\n")
        return table


def _factor(log_sd: float) -> float:
    from scipy.special import ndtri

    return math.exp(log_sd * float(ndtri(COVERAGE[1])))


def calibrate(measurements: Sequence[Measured], what: str = "force", catalog: Catalog | None = None) -> Calibration:
    """Fit kc1.1, and what the cuts tell of mc and of exponents of width and speed, to cuts measured in one set-up.

    A joint update in logarithms: the constants of the tables with their spread are what is known before, Huber's
    loss keeps an outlier from pulling, and the noise is found with the constants.  An exponent that the cuts are too
    alike to tell stays that of the tables and widens the interval.

    Parameters
    ----------
    measurements
        Two cuts at least, of one material and operation, cut with one tool; three that differ in feed, depth and
        speed narrow the interval well.
    what
        "force"; tool life is `calibrate_life`.
    catalog
        Tables the cuts are predicted from; the shipped and own ones unless given.  Own constants that stem from the
        same readings would count them twice.

    Returns
    -------
    Calibration
        See there.

    Raises
    ------
    InputError
        For fewer than two cuts, cuts of several materials or operations, or readings that cannot be of these cuts.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  cutting_speed="300 m/min", feed_per_tooth="0.05 mm")
    >>> other = job.model_copy(update={"feed_per_tooth": cl.Quantity(0.1, "mm")})
    >>> found = cl.calibrate([cl.Measured(job, power="1.1 kW"), cl.Measured(other, power="1.9 kW")])
    >>> found.mc_fitted, found.factor < 1.6
    (True, True)
    """
    if what != "force":
        raise InputError(f"what: {what!r} cannot be calibrated here; give 'force', or use calibrate_life for tool life")
    if not all(isinstance(one, Measured) for one in measurements):
        raise InputError("measurements: each is a cut with its reading; give cl.Measured(job, power='1.9 kW')")
    if len(measurements) < 2:
        raise InputError(
            f"measurements: {len(measurements)} cut tells neither scatter nor exponent; measure two or more cuts"
        )
    tables = default() if catalog is None else catalog
    materials = {tables.material(one.job.material).name for one in measurements}
    operations = {one.job.operation for one in measurements}
    for name, different in (("material", materials), ("operation", operations)):
        if len(different) > 1:
            raise InputError(
                f"measurements: their {name}s are {', '.join(sorted(different))}; calibrate one {name} at a time"
            )
    operation = operation_of(measurements[0].job)
    prepared = [operation.prepare(one.job, tables) for one in measurements]
    force = next(spread for spread in prepared[0].spreads if spread.field == "kc11")
    kc11, mc = float(prepared[0].cut.kc11), float(prepared[0].cut.mc)

    def predict(**constants: float) -> Numbers:
        return np.array(
            [
                float(getattr(operation.evaluate(ready.cut.having(**constants)), one.result))
                * one.per_result(ready.machine)
                for one, ready in zip(measurements, prepared, strict=True)
            ]
        )

    def slope(name: str, value: float) -> Numbers:
        """How the logarithm of the prediction goes with a constant."""
        moved: Numbers = np.log(predict(**{name: value + _STEP}) / before) / _STEP
        return moved

    before = predict()
    readings = np.log([one.value for one in measurements]) - np.log(before)
    if np.any(np.abs(np.log(predict(kc11=kc11 * math.exp(_STEP)) / before) / _STEP - 1) > 1e-3):
        raise InputError("measurements: a reading does not follow kc1.1; give a force, torque or power of cutting")
    for place, (one, reading, said) in enumerate(zip(measurements, readings, before, strict=True), 1):
        if abs(reading) > _FURTHEST:
            raise InputError(
                f"measurements: cut {place} has a {one.name.replace('_', ' ')} of {show(one.kind, one.value)} where "
                f"{show(one.kind, said)} is expected; a factor of {math.exp(abs(reading)):.0f} is no matter of "
                "material, check unit, job and reading"
            )
    # The specific force goes with the thickness h as (h / 1 mm) ** -mc, so its slope in mc tells the thickness; so do
    # those of the exponents tell width and speed, about the ones that the tables hold for.
    thickness = -slope("mc", mc)
    held = {name: float(getattr(prepared[0].cut, name)) for name in ForceExponents.__annotations__}
    width = slope("width_exponent", held["width_exponent"]) + math.log(held["measured_width"])
    speed = slope("speed_exponent", held["speed_exponent"]) + math.log(held["measured_speed"])
    own = np.array([math.log1p(one.uncertainty) ** 2 for one in measurements])
    best = prepared[0].material.best_kienzle(operation.name)
    # What the published cuts teach is about tables; constants that were calibrated have it in them.
    known = Before() if best is None or best.log_sd is None else Before(exponents=np.zeros(3))
    conditions = np.column_stack([thickness, width, speed])
    found = update_force(conditions, readings, own, force.log_sd, known)
    fit, centre = found.fit, found.centre
    # No mc below zero or from one on is a constant of the tables, and no exponent of the others beyond one.
    exponent = min(max(float(found.exponents[0]), mc - _LARGEST), mc)
    here = [float(value) for value in np.exp(centre[1:])]
    beyond = [
        min(max(held[f"{what}_exponent"] + float(one), -_LARGEST), _LARGEST)
        for what, one in zip(("width", "speed"), found.exponents[1:], strict=True)
    ]
    moved_to = ForceExponents(beyond[0], here[0], beyond[1], here[1])
    # The constant holds at the width and speed of these cuts from now on.
    from_there = sum(
        held[f"{what}_exponent"] * math.log(one / held[f"measured_{what}"])
        for what, one in zip(("width", "speed"), here, strict=True)
    )
    after_mc = mc - exponent
    after = kc11 * math.exp(found.offset - exponent * float(centre[0]) + from_there)
    predicted = predict(kc11=after, mc=after_mc, **vars(moved_to))
    turned = np.array([1.0, -centre[0] if found.fitted[0] else 0.0])
    return Calibration(
        materials.pop(), operation.name, after, after_mc,
        math.sqrt(float(turned @ fit.covariance[:2, :2] @ turned)),
        math.sqrt(float(fit.covariance[1, 1])), (kc11, mc, force.log_sd), found.fitted[0], moved_to, found.spread,
        tuple(
            Reading(one.name, one.kind, one.value, float(old), float(new), bool(bad))
            for one, old, new, bad in zip(measurements, before, predicted, fit.outliers, strict=True)
        ),
        fit.degrees_of_freedom, (math.exp(float(thickness.min())) * 1e-3, math.exp(float(thickness.max())) * 1e-3),
        None if best is None else best.reference_rake, _assumptions(found, conditions, best), fit,
        tuple(one.as_row(tables) for one in measurements),
    )  # fmt: skip


def _assumptions(found: Update, conditions: Numbers, best: Kienzle | None) -> tuple[str, ...]:
    assumptions = [
        "all cuts are taken as of one tool, bar and machine: another tool has another offset",
        "how far forces of one set-up scatter is that of published turning cuts; the interval holds for cuts as far "
        "from these as theirs are from each other",
    ]
    for what, values, fitted in zip(("chips", "widths of the chip", "speeds"), conditions.T, found.fitted, strict=True):
        if not fitted:
            assumptions.append(
                f"the {what} differ by a factor of {math.exp(float(np.ptp(values))):.2f}, less than {LEAST_RATIO:g}: "
                "how the force goes with them stays as the tables have it"
            )
    if best is not None and best.tier == "measured":
        assumptions.append(
            f"what was known before is measured too ({best.note}): none of those cuts may be among these"
        )
    return tuple(assumptions)
