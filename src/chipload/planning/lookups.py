"""What the preparation of every operation looks up: force constants, stiffness, efficiency, life, speed and feed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from chipload import cutting
from chipload.catalog import Catalog, Choice, ForceExponents, Holder, Kienzle, Machine, Material
from chipload.catalog.constants import ToolLife
from chipload.errors import MissingFigureError
from chipload.planning.jobs import Job
from chipload.planning.prepared import Said, Setting, Spread
from chipload.planning.uncertainty import COVERAGE
from chipload.units import kinds
from chipload.units.kinds import Kind

_COMPARED_AT = 1e-4
"""Chip thickness at which force constants of different sources are compared [m]."""


@dataclass(frozen=True)
class Named:
    """The records that a job names."""

    material: Material
    machine: Machine | None
    holder: Holder | None


def named(job: Job, tables: Catalog) -> Named:
    """Look up material, machine and holder.

    Raises
    ------
    UnknownNameError
        For a name no table holds.
    """
    return Named(
        tables.material(job.material),
        None if job.machine is None else tables.machine(job.machine),
        None if job.holder is None else tables.holder(job.holder),
    )


def force_constants(material: Material, operation: str, tables: Catalog, said: Said) -> tuple[Kienzle, Spread]:
    """The constants of the cutting force for an operation, and how uncertain they are.

    The spread is the one a calibration found, else that of the tier: one value holds for a whole set-up, as its error
    is one offset of tool, edge, bar and machine.  Where sources of that tier differ by more, it covers them.

    Raises
    ------
    MissingFigureError
        Where the tables hold none for the material or its class.
    """
    from scipy.special import ndtri

    rows = material.usable_kienzle(operation)
    if not rows:
        raise MissingFigureError(
            f"material: the tables hold no kc1.1 with mc for {material.title} or its class; "
            "add a row to a kienzle.csv of your own"
        )
    best = rows[0]
    said.assume("kc1.1 {} and mc {} are {}", (kinds.STRESS, best.kc11), f"{best.mc:g}", _origin(best, material))
    forces = [float(cutting.specific_cutting_force.si(_COMPARED_AT, row.kc11, _exponent(row))) for row in rows]
    disagreement = 0.0
    if len(rows) > 1:
        said.assume(
            "{} rows of the tables give {} to {} for the specific force at a chip of {}; the chosen one, by tier, "
            "gives {}",
            str(len(rows)), (kinds.STRESS, min(forces)), (kinds.STRESS, max(forces)),
            (kinds.CHIP_THICKNESS, _COMPARED_AT), (kinds.STRESS, forces[0]),
        )  # fmt: skip
        alike = [force for row, force in zip(rows, forces, strict=True) if row.tier == best.tier]
        disagreement = max(abs(math.log(force / forces[0])) for force in alike)
    if best.log_sd is not None:
        return best, Spread("kc11", "force constant kc1.1", log_sd=best.log_sd)
    log_sd = max(tables.spreads.get(("kc11", best.tier), 0.0), disagreement / float(ndtri(COVERAGE[1])))
    return best, Spread("kc11", "force constant kc1.1", log_sd=log_sd)


def _exponent(kienzle: Kienzle) -> float:
    assert kienzle.mc is not None
    return kienzle.mc


def _origin(kienzle: Kienzle, material: Material) -> str:
    if kienzle.subject != material.name:
        what = f"those of the class {material.material_class.title} ({kienzle.subject})"
    else:
        what = f"those of {material.title}"
    measured = f", measured ({kienzle.note})" if kienzle.note else ", measured"
    return what + {"estimated": ", an estimate", "measured": measured}.get(kienzle.tier, f", tier {kienzle.tier}")


def rake_factor(rake: float | None, kienzle: Kienzle, said: Said) -> float:
    """Factor on the force for a rake [rad] other than that of the tables; 1 where it is not given."""
    if rake is None:
        return 1.0
    if kienzle.reference_rake is None:
        said.assume("the force is not corrected for rake: the table does not state the rake its figures hold for")
        return 1.0
    return float(cutting.rake_factor.si(rake, math.radians(kienzle.reference_rake)))


_NO_EXPONENTS = ForceExponents(0.0, 1.0, 0.0, 1.0)


def common_inputs(
    job: Job,
    found: Named,
    kienzle: Kienzle,
    rake: float | None,
    life_operation: str | None,
    tables: Catalog,
    said: Said,
) -> dict[str, Any]:
    """Values of the fields that every cut has, by name."""
    economy = job.economy
    speed, life, exponent = _known_life(job, found.material, life_operation, tables, said)
    return {
        "kc11": kienzle.kc11,
        "mc": _exponent(kienzle),
        **vars(kienzle.exponents or _NO_EXPONENTS),
        "rake_factor": rake_factor(rake, kienzle, said),
        "wear_factor": job.si("wear_factor"),
        "efficiency": _efficiency(found.machine, said),
        "reference_speed": speed,
        "reference_life": life,
        "taylor_exponent": exponent,
        "cost_per_hour": math.nan if economy is None else economy.si("cost_per_hour"),
        "edge_cost": math.nan if economy is None else economy.si("edge_cost"),
        "tool_change_time": math.nan if economy is None else economy.si("tool_change_time"),
        "idle_time": math.nan if economy is None else economy.si("idle_time"),
    }


_ONE_MINUTE = 60.0


def _known_life(
    job: Job, material: Material, operation: str | None, tables: Catalog, said: Said
) -> tuple[float, float, float]:
    """A speed, the life at it and Taylor's exponent: the job's, or those of the tables for `operation`; else NaN."""
    if job.reference_speed is not None:
        return job.si("reference_speed"), job.si("reference_life"), job.si("taylor_exponent")
    material_class = material.material_class
    for subject in (material.name, material_class.name, f"iso-{material.iso_group}"):
        for row in tables.tool_life.get(subject, ()):
            usable = row.operation == operation and row.tool_material == job.tool.material
            if usable and row.speed_at_one_minute is not None:
                said.assume(
                    "Taylor's exponent {} and speed for one minute {} are those of {} ({}, tier {}); {}",
                    f"{row.exponent:g}", (kinds.CUTTING_SPEED, row.speed_at_one_minute), subject,
                    "; ".join(row.source), row.tier, _trust(row),
                )  # fmt: skip
                return row.speed_at_one_minute, _ONE_MINUTE, row.exponent
    return math.nan, math.nan, math.nan


def _trust(row: ToolLife) -> str:
    """How far a life by these constants is to be trusted."""
    if row.log_sd is None:
        return "class constants miss a life by a factor of 5, so give a life of your own"
    from scipy.special import ndtri

    factor = math.exp(row.log_sd * ndtri(COVERAGE[1]))
    return f"nine lives in ten lie within a factor of {factor:.2f}; {row.note}"


def _efficiency(machine: Machine | None, said: Said) -> float:
    figure = None if machine is None else machine.find("efficiency")
    if figure is None:
        said.assume("the efficiency of the spindle drive is taken as 1; the tables hold none for this machine")
        return 1.0
    if figure.estimated:
        said.assume(f"the efficiency of {figure.value:g} from motor to edge is an estimate")
    return figure.value


def elastic_modulus(job: Job, tables: Catalog) -> tuple[float, Spread | None]:
    """Elastic modulus of the tool [Pa] and its spread; none where the job gives it.

    Raises
    ------
    MissingFigureError
        Where neither job nor tables hold one.
    """
    if job.tool.youngs_modulus is not None:
        return job.tool.si("youngs_modulus"), None
    tool_material = tables.tool_material(job.tool.material)
    figure = tool_material.find("youngs_modulus")
    if figure is None:
        raise MissingFigureError(
            f"tool.youngs_modulus: the tables hold no elastic modulus of {job.tool.material!r}; give one, like 600 GPa"
        )
    low, high = tool_material.stated_range("youngs_modulus")
    return figure.value, Spread("youngs_modulus", "elastic modulus of the tool", low=low, high=high)


def poisson_ratio(job: Job, tables: Catalog, said: Said) -> float:
    """Poisson's ratio of the tool."""
    figure = tables.tool_material(job.tool.material).find("poisson_ratio")
    if figure is None:
        said.assume("Poisson's ratio of the tool is taken as 0.3; the tables hold none")
        return 0.3
    return figure.value


def known(record: Any, name: str, otherwise: float = math.nan) -> float:
    """Kernel value of a field; `otherwise` where it is left open or the record has none."""
    if getattr(record, name, None) is None:
        return otherwise
    return float(record.si(name))


def holder_stiffness(job: Job, holder: Holder | None, field: str, prop: str) -> float:
    """A stiffness of the clamping: the job's, the table's, or rigid."""
    if getattr(job, field) is not None:
        return job.si(field)
    figure = None if holder is None else holder.find(prop)
    return math.inf if figure is None else figure.value


def recommended(word: str, kind: Kind, choice: Choice, boldness: float, said: Said) -> float:
    """The value of a range at the boldness, which is said with its source."""
    place = "the middle" if boldness == 0.5 else f"at {boldness:.0%}"
    said.assume(
        f"the {word} is {place} of {{}} to {{}} ({'; '.join(choice.row.source)}, tier {choice.row.tier})",
        (kind, choice.low), (kind, choice.high),
    )  # fmt: skip
    for note in choice.notes:
        said.warn(note)
    return choice.at(boldness)


def speed_setting(
    job: Job, choice: Choice | None, across: float, machine: Machine | None, said: Said
) -> tuple[dict[str, Any], Setting]:
    """The cutting speed [m/s] or spindle speed [rev/s] of a job, recommended where it is open.

    Parameters
    ----------
    job
        With the fields `cutting_speed` and `spindle_speed`.
    choice
        The range of the tables.
    across
        Diameter at which the cutting speed holds [m].
    machine
        Whose spindle a recommended speed is held to.

    Returns
    -------
    tuple of dict and Setting
        The fields of the cut it sets, and what is to be told of it.

    Raises
    ------
    MissingFigureError
        Where it is open and the tables hold none.
    """
    given = next((name for name in ("cutting_speed", "spindle_speed") if getattr(job, name) is not None), None)
    if given is not None:
        kind = type(job).kind_of(given)
        assert kind is not None
        return {given: job.si(given)}, Setting(given, given.replace("_", " "), kind, True, choice)
    setting = Setting("cutting_speed", "cutting speed", kinds.CUTTING_SPEED, False, choice)
    if choice is None:
        raise MissingFigureError(
            f"cutting_speed: the tables hold no speed for {job.material} with {job.tool.material}; "
            "give one, like 100 m/min"
        )
    wanted = recommended("cutting speed", kinds.CUTTING_SPEED, choice, job.si("boldness"), said)
    return {"cutting_speed": _within_the_spindle(wanted, across, machine, said)}, setting


def _within_the_spindle(wanted: float, across: float, machine: Machine | None, said: Said) -> float:
    """A recommended speed held to the range of the spindle, which is said."""
    needed = float(cutting.spindle_speed.si(wanted, across))
    highest = None if machine is None else machine.find("spindle_speed_max")
    lowest = None if machine is None else machine.find("spindle_speed_min")
    if highest is not None and needed > highest.value:
        held, word = highest.value, "highest"
    elif lowest is not None and needed < lowest.value:
        held, word = lowest.value, "lowest"
    else:
        return wanted
    speed = float(cutting.cutting_speed.si(held, across))
    said.warn(
        "the recommended speed is held to {} by the " + word + " spindle speed of {}; the tables suggest {}",
        (kinds.CUTTING_SPEED, speed), (kinds.SPINDLE_SPEED, held), (kinds.CUTTING_SPEED, wanted),
    )  # fmt: skip
    return speed
