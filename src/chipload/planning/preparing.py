"""From a job and the catalog to a cut: figures looked up, what is open recommended, and all of it said."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from chipload import cutting
from chipload.catalog import Catalog, Choice, Figure, Holder, Kienzle, Machine, Material, choose
from chipload.errors import InputError, MissingFigureError
from chipload.planning.jobs import Milling
from chipload.planning.milling import Cut, effective_diameter, thickest_entering_angle
from chipload.units import kinds
from chipload.units.messages import Message

RADIAL_FORCE_RATIO = Milling.model_fields["radial_force_ratio"].default


@dataclass(frozen=True)
class Prepared:
    """A cut ready to be evaluated, with what it was prepared from and what was assumed on the way."""

    cut: Cut
    material: Material
    kienzle: Kienzle
    force_disagreement: float
    machine: Machine | None
    holder: Holder | None
    strength: Figure | None
    modulus_range: tuple[float, float] | None
    speed_range: Choice | None
    feed_range: Choice | None
    assumptions: tuple[Message, ...]
    warnings: tuple[Message, ...]


def prepare(job: Milling, catalog: Catalog) -> Prepared:
    """Look up what the job names, and fill in what it leaves open.

    Raises
    ------
    UnknownNameError
        For a material, machine, holder or tool material no table holds.
    MissingFigureError
        Where the tables lack a figure the plan cannot do without.
    """
    material = catalog.material(job.material)
    machine = None if job.machine is None else catalog.machine(job.machine)
    holder = None if job.holder is None else catalog.holder(job.holder)
    tool_material = catalog.tool_material(job.tool.material)
    kienzle = _kienzle(material)
    said = _Said()

    modulus = tool_material.find("youngs_modulus")
    if job.tool.youngs_modulus is not None:
        youngs_modulus, modulus_range = job.tool.si("youngs_modulus"), None
    elif modulus is None:
        raise MissingFigureError(
            f"tool.youngs_modulus: the tables hold no elastic modulus of {job.tool.material!r}; give one, like 600 GPa"
        )
    else:
        youngs_modulus, modulus_range = modulus.value, tool_material.stated_range("youngs_modulus")
    poisson = tool_material.find("poisson_ratio")
    if poisson is None:
        said.assume("Poisson's ratio of the tool is taken as 0.3; the tables hold none")

    cut = Cut(
        style=job.cut_style,
        diameter=job.tool.si("diameter"),
        teeth=job.tool.si("teeth"),
        corner_radius=job.tool.corner_si,
        entering_angle=job.tool.entering_si,
        radial_depth=job.si("radial_depth"),
        axial_depth=job.si("axial_depth"),
        offset=job.offset_si,
        cutting_speed=math.nan,
        feed_per_tooth=math.nan,
        kc11=kienzle.kc11,
        mc=_exponent(kienzle),
        rake_factor=_rake_factor(job, kienzle, said),
        wear_factor=job.si("wear_factor"),
        radial_force_ratio=job.si("radial_force_ratio"),
        efficiency=_efficiency(machine, said),
        stickout=job.tool.si("stickout"),
        flute_length=job.tool.si("flute_length"),
        shank_diameter=job.tool.shank_si,
        neck_diameter=job.tool.shank_si if job.tool.neck_diameter is None else job.tool.si("neck_diameter"),
        neck_length=job.tool.neck_si,
        core_fraction=job.tool.si("core_fraction"),
        youngs_modulus=youngs_modulus,
        poisson_ratio=0.3 if poisson is None else poisson.value,
        holder_stiffness=_stiffness(job, holder, "holder_stiffness", "radial_stiffness"),
        holder_rotational_stiffness=_stiffness(job, holder, "holder_rotational_stiffness", "rotational_stiffness"),
    )
    cut = _fit_width(cut, said)
    share = float(cut.radial_depth) / float(effective_diameter(cut))
    asked = material.material_class.name, cut.style, job.tool.material
    speeds = choose(catalog.speeds, *asked, radial_share=share)
    feeds = choose(catalog.feeds, *asked, radial_share=share, diameter=float(cut.diameter))
    cut = cut.having(cutting_speed=_cutting_speed(job, cut, machine, speeds, said))
    cut = cut.having(feed_per_tooth=_feed(job, cut, machine, feeds, share, said))
    if math.isinf(float(cut.holder_stiffness)) and math.isinf(float(cut.holder_rotational_stiffness)):
        said.assume("holder and spindle are taken as rigid; measured stiffness would add to the deflection")
    said.assume(
        "kc1.1 {} and mc {} are {}", (kinds.STRESS, kienzle.kc11), f"{kienzle.mc:g}", _origin(kienzle, material)
    )
    disagreement = _disagreement(material, said)
    strength = tool_material.find("transverse_rupture_strength")
    return Prepared(
        cut, material, kienzle, disagreement, machine, holder, strength, modulus_range, speeds, feeds,
        tuple(said.assumptions), tuple(said.warnings),
    )  # fmt: skip


_COMPARED_AT = 1e-4
"""Chip thickness at which force constants of different sources are compared [m]."""


def _disagreement(material: Material, said: _Said) -> float:
    """How far sources as trusted as the chosen one are from its force, as a logarithm; all of them are told."""
    rows = material.usable_kienzle()
    forces = [float(cutting.specific_cutting_force.si(_COMPARED_AT, row.kc11, _exponent(row))) for row in rows]
    if len(rows) < 2:
        return 0.0
    said.assume(
        "{} rows of the tables give {} to {} for the specific force at a chip of {}; the chosen one, by tier, gives {}",
        str(len(rows)), (kinds.STRESS, min(forces)), (kinds.STRESS, max(forces)),
        (kinds.CHIP_THICKNESS, _COMPARED_AT), (kinds.STRESS, forces[0]),
    )  # fmt: skip
    alike = [force for row, force in zip(rows, forces, strict=True) if row.tier == rows[0].tier]
    return max(abs(math.log(force / forces[0])) for force in alike)


class _Said:
    def __init__(self) -> None:
        self.assumptions: list[Message] = []
        self.warnings: list[Message] = []

    def assume(self, text: str, *parts: tuple[kinds.Kind, Any] | str) -> None:
        self.assumptions.append(Message.of(text, *parts))

    def warn(self, text: str, *parts: tuple[kinds.Kind, Any] | str) -> None:
        self.warnings.append(Message.of(text, *parts))


def _kienzle(material: Material) -> Kienzle:
    found = material.best_kienzle()
    if found is not None:
        return found
    raise MissingFigureError(
        f"material: the tables hold no kc1.1 with mc for {material.title} or its class; "
        "add a row to a kienzle.csv of your own"
    )


def _exponent(kienzle: Kienzle) -> float:
    assert kienzle.mc is not None
    return kienzle.mc


def _origin(kienzle: Kienzle, material: Material) -> str:
    if kienzle.subject != material.name:
        what = f"those of the class {material.material_class.title} ({kienzle.subject})"
    else:
        what = f"those of {material.title}"
    return what + {"estimated": ", an estimate", "measured": ", measured"}.get(kienzle.tier, f", tier {kienzle.tier}")


def _rake_factor(job: Milling, kienzle: Kienzle, said: _Said) -> float:
    if job.tool.rake_angle is None:
        return 1.0
    if kienzle.reference_rake is None:
        said.assume("the force is not corrected for rake: the table does not state the rake its figures hold for")
        return 1.0
    return float(cutting.rake_factor.si(job.tool.si("rake_angle"), math.radians(kienzle.reference_rake)))


def _efficiency(machine: Machine | None, said: _Said) -> float:
    figure = None if machine is None else machine.find("efficiency")
    if figure is None:
        said.assume("the efficiency of the spindle drive is taken as 1; the tables hold none for this machine")
        return 1.0
    if figure.estimated:
        said.assume(f"the efficiency of {figure.value:g} from motor to edge is an estimate")
    return figure.value


def _stiffness(job: Milling, holder: Holder | None, field: str, prop: str) -> float:
    if getattr(job, field) is not None:
        return job.si(field)
    figure = None if holder is None else holder.find(prop)
    return math.inf if figure is None else figure.value


def _fit_width(cut: Cut, said: _Said) -> Cut:
    """A rounded tool is narrower at a small depth: a slot is that wide, and no wider pass can be cut."""
    across, width = float(effective_diameter(cut)), float(cut.radial_depth)
    if width <= across * (1 + 1e-9):
        return cut
    if cut.style == "slot":
        said.assume(
            "the slot is {} wide at its top: at a depth of {} only the corner of the tool cuts",
            (kinds.LENGTH, across), (kinds.LENGTH, cut.axial_depth),
        )  # fmt: skip
        return cut.having(radial_depth=across)
    raise InputError(
        Message.of(
            "radial_depth: at a depth of {} this tool is only {} wide, less than {}; step over less or cut deeper",
            (kinds.LENGTH, cut.axial_depth), (kinds.LENGTH, across), (kinds.LENGTH, width),
        )
    )  # fmt: skip


def _cutting_speed(job: Milling, cut: Cut, machine: Machine | None, speeds: Choice | None, said: _Said) -> float:
    across = effective_diameter(cut)
    if job.cutting_speed is not None:
        return job.si("cutting_speed")
    if job.spindle_speed is not None:
        return float(cutting.cutting_speed.si(job.si("spindle_speed"), across))
    if speeds is None:
        raise MissingFigureError(
            f"cutting_speed: the tables hold no speed for {job.material} with {job.tool.material}; "
            "give one, like 100 m/min"
        )
    _say_choice("cutting speed", kinds.CUTTING_SPEED, speeds, said)
    wanted = speeds.start
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


def _feed(job: Milling, cut: Cut, machine: Machine | None, feeds: Choice | None, share: float, said: _Said) -> float:
    spindle_speed = float(cutting.spindle_speed.si(cut.cutting_speed, effective_diameter(cut)))
    if job.feed_per_tooth is not None:
        return job.si("feed_per_tooth")
    if job.feed_rate is not None:
        return float(cutting.feed_per_tooth.si(job.si("feed_rate"), cut.teeth, spindle_speed))
    if feeds is None:
        raise MissingFigureError(
            f"feed_per_tooth: the tables hold no feed for {job.material} with {job.tool.material}; "
            "give one, like 0.05 mm"
        )
    _say_choice("feed per tooth", kinds.FEED_PER_TOOTH, feeds, said)
    wanted = feeds.start
    if cut.style in ("side", "ball") and share < 0.5 and feeds.row.any_width:
        kappa = thickest_entering_angle(cut)
        factor = float(cutting.chip_thinning_factor.si(cut.radial_depth, effective_diameter(cut), kappa))
        said.assume(
            f"the feed is raised by {factor:.2f} for chip thinning: the table's holds for any width, and this brings "
            "the largest chip back to that of a full-width cut"
        )
        wanted *= factor
    figure = None if machine is None else machine.find("feed_max")
    if figure is not None and float(cutting.feed_rate.si(wanted, cut.teeth, spindle_speed)) > figure.value:
        wanted = float(cutting.feed_per_tooth.si(figure.value, cut.teeth, spindle_speed))
        said.warn(
            "the recommended feed is held to {} by the highest feed rate of {}",
            (kinds.FEED_PER_TOOTH, wanted), (kinds.FEED_RATE, figure.value),
        )  # fmt: skip
    return wanted


def _say_choice(what: str, kind: kinds.Kind, choice: Choice, said: _Said) -> None:
    said.assume(
        f"the {what} is the middle of {{}} to {{}} ({'; '.join(choice.row.source)}, tier {choice.row.tier})",
        (kind, choice.low), (kind, choice.high),
    )  # fmt: skip
    for note in choice.notes:
        said.warn(note)
