"""Taylor's constants of the shop's own: fitted to a log of tool lives, with what is left uncertain."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from chipload.catalog import Catalog, default
from chipload.catalog.adding import add_rows
from chipload.errors import InputError
from chipload.planning.calibrating import SOURCE
from chipload.planning.robust_fit import Noise, robust_fit
from chipload.planning.uncertainty import COVERAGE
from chipload.units import kinds
from chipload.units.boundary import to_kernel
from chipload.units.trace import show

NOISE = Noise(scale=0.2, freedom=4.0)
"""Lives of one laboratory scatter with a log standard deviation of 0.2, which is held as loosely as four readings."""
LEAST_FACTOR = 1.75
"""Factor that held nine lives in ten by constants fitted to a shop's own log; no interval is taken to be narrower."""
_ONE_MINUTE = 60.0


@dataclass(frozen=True)
class LifeCalibration:
    """Taylor's ``v T**n = C`` fitted to a log of tool lives.  Print it for the table.

    Attributes
    ----------
    exponent, exponent_sd
        n and its standard deviation.
    speed_at_one_minute, speed_log_sd
        C in m/s, for a life of one minute, and the standard deviation of its logarithm.
    spread
        Log standard deviation of the life of the next edge at the speeds of the log.
    outliers
        Places of the lives that do not fit the others, from 0.
    """

    material: str
    tool_material: str
    operation: str
    exponent: float
    exponent_sd: float
    speed_at_one_minute: float
    speed_log_sd: float
    spread: float
    speeds: tuple[float, ...]
    lives: tuple[float, ...]
    fitted: tuple[float, ...]
    outliers: tuple[int, ...]
    degrees_of_freedom: int

    @property
    def factor(self) -> float:
        """Factor about the prediction that holds the next life nine times in ten."""
        from scipy.special import ndtri

        return math.exp(self.spread * float(ndtri(COVERAGE[1])))

    def describe(self, system: str = "metric") -> str:
        """The constants and every life beside the fitted one as a table."""
        constant = show(kinds.CUTTING_SPEED, self.speed_at_one_minute, system)
        lines = [
            f"{self.material}, {self.operation} with {self.tool_material}: Taylor's constants from "
            f"{len(self.lives)} tool lives",
            "",
            f"  n {self.exponent:.3f} (standard deviation {self.exponent_sd:.3f}), C {constant} for one minute "
            f"(standard deviation {self.speed_log_sd:.0%})",
            f"  nine lives in ten within a factor of {self.factor:.2f}",
            "",
            f"  {'edge':>4}  {'speed':>14}  {'life':>12}  {'fitted':>12}  {'off':>7}",
        ]
        for place, (speed, life, fitted) in enumerate(zip(self.speeds, self.lives, self.fitted, strict=True)):
            lines.append(
                f"  {place + 1:>4}  {show(kinds.CUTTING_SPEED, speed, system):>14}  "
                f"{show(kinds.TOOL_LIFE, life, system):>12}  {show(kinds.TOOL_LIFE, fitted, system):>12}  "
                f"{life / fitted - 1:>+7.0%}" + ("  does not fit the others" if place in self.outliers else "")
            )
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.describe()

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.describe())}</pre>"

    def save(self, folder: Path | str | None = None, note: str = "", on: date | None = None) -> Path:
        """Keep the constants as a row of the shop's own taylor.csv, with the log in its note; the newest row wins.

        Raises
        ------
        TableError
            When the table that is there cannot be read, or the folder cannot be written.
        """
        day = (on or date.today()).isoformat()
        data = ", ".join(
            f"{speed * 60:.4g} m/min {life / 60:.4g} min" for speed, life in zip(self.speeds, self.lives, strict=True)
        )
        told = f"calibrated {day} from {len(self.lives)} tool lives ({data})"
        row = {
            "subject": self.material, "tool_material": self.tool_material, "operation": self.operation,
            "n": f"{self.exponent:.5g}", "C": f"{self.speed_at_one_minute * 60:.6g}", "C_unit": "m/min",
            "low": f"{min(self.speeds) * 60:.4g}", "high": f"{max(self.speeds) * 60:.4g}", "tier": "measured",
            "source": SOURCE, "note": told + (f"; {note}" if note else ""), "log_sd": f"{self.spread:.4g}",
        }  # fmt: skip
        return add_rows("taylor.csv", [row], None if folder is None else Path(folder))


def calibrate_life(
    speeds: Sequence[Any],
    lives: Sequence[Any],
    material: str,
    tool_material: str,
    operation: str = "turning",
    catalog: Catalog | None = None,
) -> LifeCalibration:
    """Fit Taylor's exponent and constant to a log of tool lives, outliers not pulling.

    Parameters
    ----------
    speeds
        Cutting speeds, two different ones at least.
    lives
        Life of an edge at each, in time in cut to the same wear.
    material, tool_material
        What was cut with what, by names of the tables.
    operation
        What the row is for, as the tables call it.
    catalog
        Where the names are looked up.

    Returns
    -------
    LifeCalibration
        See there.

    Raises
    ------
    InputError
        For fewer than two lives, lists of different lengths, one speed alone, or lives that do not fall with speed as
        Taylor's law has it.

    Examples
    --------
    >>> import chipload as cl
    >>> found = cl.calibrate_life(["25 m/min", "35 m/min"], ["90 min", "20 min"], "1045", "hss")
    >>> round(found.exponent, 3)
    0.224
    """
    if len(speeds) != len(lives):
        raise InputError(f"lives: there are {len(lives)} for {len(speeds)} speeds; give one life for each speed")
    if len(speeds) < 2:
        raise InputError(f"speeds: {len(speeds)} tell no exponent; give lives at two or more different speeds")
    speed = np.array([float(to_kernel(kinds.CUTTING_SPEED, one, "speeds")) for one in speeds])
    life = np.array([float(to_kernel(kinds.TOOL_LIFE, one, "lives")) for one in lives])
    tables = default() if catalog is None else catalog
    subject, tool = tables.material(material).name, tables.tool_material(tool_material).name
    logs = np.log(speed)
    if np.ptp(logs) < 1e-6:
        raise InputError("speeds: they are all the same, which tells no exponent; give lives at two or more speeds")
    centre = float(logs.mean())
    design = np.column_stack([np.ones(len(logs)), logs - centre])
    fit = robust_fit(design, np.log(life), np.zeros(len(logs)), np.zeros(2), np.full(2, np.inf), NOISE)
    middle, slope = (float(one) for one in fit.mean)
    if not slope < -1:
        raise InputError(
            f"lives: they go as speed to the power {slope:.2f}, but Taylor's law holds for a power below -1: "
            "check the pairs of speed and life"
        )
    exponent = -1 / slope
    to_minute = (middle - math.log(_ONE_MINUTE)) * exponent
    # log C = centre + (middle - log 1 min) * n and n = -1/slope: what C and n take from the fitted line.
    gradient = np.array([exponent, (middle - math.log(_ONE_MINUTE)) * exponent**2])
    half = fit.half_width(np.array([1.0, float(logs.var())]), fit.mean)
    least = math.log(LEAST_FACTOR)
    from scipy.special import ndtri

    return LifeCalibration(
        subject, tool, operation, exponent, exponent**2 * math.sqrt(float(fit.covariance[1, 1])),
        math.exp(centre + to_minute), math.sqrt(float(gradient @ fit.covariance @ gradient)),
        max(half, least) / float(ndtri(COVERAGE[1])), tuple(map(float, speed)), tuple(map(float, life)),
        tuple(map(float, np.exp(design @ fit.mean))), tuple(int(place) for place in np.flatnonzero(fit.outliers)),
        fit.degrees_of_freedom,
    )  # fmt: skip
