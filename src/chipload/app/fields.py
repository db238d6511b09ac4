"""The inputs of the milling page: name in a link, label, and the field of the job they fill."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chipload.app.entries import Entry
from chipload.catalog import Catalog
from chipload.planning import Economy, EndMill, Limits, Milling
from chipload.units import kinds
from chipload.units.kinds import Kind

NONE = "none"
"""How a link writes an empty field, and how a choice says that nothing was chosen."""

SHAPES = {"square": "Square end mill", "bull": "Bull nose", "ball": "Ball nose", "face": "Face mill"}
STYLES = {"auto": "By tool and width", "side": "Side", "slot": "Slot", "face": "Face", "ball": "Ball"}
DIRECTIONS = {"down": "Climb (down)", "up": "Conventional (up)"}


def _model(path: tuple[str, ...]) -> Any:
    """The record that holds the field at a path of the job."""
    return {"tool": EndMill, "limits": Limits, "economy": Economy}.get(path[0], Milling)


@dataclass(frozen=True)
class Field:
    """A text field for a quantity or a plain number."""

    name: str
    label: str
    path: tuple[str, ...]
    default: str = ""
    optional: bool = False
    help: str | None = None
    excludes: str = ""
    share: bool = False
    empty: str = ""

    @property
    def kind(self) -> Kind:
        """Kind of quantity, as the job has it."""
        found = _model(self.path).kind_of(self.path[-1])
        return found if isinstance(found, Kind) else kinds.RATIO

    @property
    def entry(self) -> Entry:
        """The entry a new session starts with."""
        return Entry(self.default)


@dataclass(frozen=True)
class Choice:
    """A list to choose from: option to what is shown."""

    name: str
    label: str
    path: tuple[str, ...]
    default: str
    options: Callable[[Catalog], dict[str, str]]
    open: bool = False


_SHARE = 'Takes a share of the diameter too: "50 %" or "0.5xD".'
_OUT = "From the holder to the tip. " + _SHARE
_EMPTY = "Leave it empty for a value from the tables."

_FIELDS = (
    Field("d", "Diameter", ("tool", "diameter"), "10", help='Also sizes: 3/8, 1-1/2 in, #7, F, M6x1 or 0.25".'),
    Field("z", "Number of teeth", ("tool", "teeth"), "4"),
    Field("stickout", "Stick-out", ("tool", "stickout"), "30", share=True, help=_OUT),
    Field("flutes", "Flute length", ("tool", "flute_length"), "25"),
    Field("shank", "Shank diameter", ("tool", "shank_diameter"), "10", optional=True, empty="the diameter"),
    Field("corner", "Corner radius", ("tool", "corner_radius"), optional=True),
    Field("entering", "Entering angle", ("tool", "entering_angle"), optional=True, empty="90°",
          help="90° for a shoulder mill, 45° for a common face mill; the complement of the lead angle."),
    Field("rake", "Rake angle", ("tool", "rake_angle"), optional=True, empty="no correction"),
    Field("neck_d", "Neck diameter", ("tool", "neck_diameter"), optional=True, empty="no neck"),
    Field("neck", "Neck length", ("tool", "neck_length"), optional=True, empty="no neck"),
    Field("edge", "Edge radius", ("tool", "edge_radius"), optional=True, empty="not checked",
          help="Lets the plan check for rubbing."),
    Field("core", "Core fraction of the flutes", ("tool", "core_fraction"), optional=True,
          help="Diameter of the rod that bends like the flutes, over the diameter."),
    Field("modulus", "Elastic modulus of the tool", ("tool", "youngs_modulus"), optional=True, empty="from the tables"),
    Field("fatigue", "Fatigue strength of the tool", ("tool", "fatigue_strength"), optional=True, empty="not checked",
          help="Amplitude of reversed bending that the tool stands for ever, as its maker states it."),
    Field("ae", "Radial depth ae", ("radial_depth",), "2", share=True, help="Width of cut across the feed. " + _SHARE),
    Field("ap", "Axial depth ap", ("axial_depth",), "6", share=True, help="Depth along the tool axis. " + _SHARE),
    Field("offset", "Offset of the cutter axis", ("offset",), optional=True, empty="in the middle"),
    Field("vc", "Cutting speed", ("cutting_speed",), optional=True, help=_EMPTY, excludes="n"),
    Field("n", "Spindle speed", ("spindle_speed",), optional=True, help=_EMPTY, excludes="vc"),
    Field("fz", "Feed per tooth", ("feed_per_tooth",), optional=True, help=_EMPTY, excludes="vf"),
    Field("vf", "Feed rate", ("feed_rate",), optional=True, help=_EMPTY, excludes="fz"),
    Field("bold", "Cautious 0 to bold 1", ("boldness",), optional=True,
          help="Where in the range of the tables an open speed or feed is taken."),
    Field("length", "Length of the path", ("cut_length",), optional=True, empty="for time and cost",
          help="At the feed, all passes together; tells the time in cut."),
    Field("volume", "Volume to remove", ("volume",), optional=True, empty="for time and cost",
          help="Tells the time in cut, as the length of the path does."),
    Field("life_v", "Speed of a known life", ("reference_speed",), optional=True, empty="not known"),
    Field("life", "Known tool life", ("reference_life",), optional=True, empty="not known"),
    Field("taylor", "Taylor exponent", ("taylor_exponent",), optional=True, empty="not known",
          help="About 0.1 for high speed steel, 0.2 to 0.3 for carbide."),
    Field("rate", "Cost of an hour", ("economy", "cost_per_hour"), optional=True, empty="not counted"),
    Field("edge_cost", "Cost of an edge", ("economy", "edge_cost"), optional=True),
    Field("change", "Time to change an edge", ("economy", "tool_change_time"), optional=True),
    Field("idle", "Time outside the cut", ("economy", "idle_time"), optional=True),
    Field("wear", "Wear factor on force", ("wear_factor",), optional=True,
          help="1 for a sharp edge, 1.2 to 1.8 at 0.3 mm of flank wear."),
    Field("kr", "Radial over tangential force", ("radial_force_ratio",), optional=True),
    Field("kt", "Holder stiffness", ("holder_stiffness",), optional=True, empty="from the holder",
          help="Radial, of holder and spindle together."),
    Field("ktheta", "Holder tilt stiffness", ("holder_rotational_stiffness",), optional=True, empty="from the holder",
          help="Rotational, of holder and spindle together."),
    Field("k_part", "Stiffness of the part", ("workpiece_stiffness",), optional=True, empty="rigid",
          help="Of the part and its clamping at the cut, against the side force."),
    Field("f_mode", "Natural frequency of the tool tip", ("natural_frequency",), optional=True, empty="not checked",
          help="With modal stiffness and damping ratio, lets the plan check for chatter."),
    Field("k_mode", "Modal stiffness of the tool tip", ("modal_stiffness",), optional=True, empty="not checked"),
    Field("zeta", "Damping ratio of the tool tip", ("damping_ratio",), optional=True, empty="not checked"),
    Field("clamp", "Clamping force of the vice", ("clamping_force",), optional=True, empty="not checked",
          help="With the friction at the jaws, lets the plan check whether the part is held."),
    Field("mu", "Friction at the jaws", ("grip_friction",), optional=True, empty="not checked"),
    Field("faces", "Jaws that hold by friction", ("friction_faces",), optional=True),
    Field("safety", "Safety factor of the clamping", ("safety_factor",), optional=True),
    Field("max_defl", "Largest deflection", ("limits", "deflection"), optional=True),
    Field("max_stress", "Share of rupture strength", ("limits", "tool_stress_share"), optional=True),
    Field("max_fatigue", "Share of fatigue strength", ("limits", "tool_fatigue_share"), optional=True),
    Field("max_power", "Share of machine power", ("limits", "power_share"), optional=True),
    Field("estimated_share", "Share of an estimated machine limit", ("limits", "estimated_share"), optional=True),
    Field("min_chip", "Least chip over edge radius", ("limits", "min_chip_share"), optional=True),
    Field("max_rz", "Largest ideal Rz", ("limits", "roughness_rz"), optional=True, empty="no limit"),
    Field("min_life", "Shortest tool life", ("limits", "tool_life"), optional=True, empty="no limit"),
    Field("max_rise", "Largest rise of temperature", ("limits", "temperature_rise"), optional=True, empty="no limit",
          help="Between chip and tool, of a dry cut without a break, by Cook's form: an order of magnitude."),
    Field("max_fill", "Largest share of the room in a flute", ("limits", "flute_fill"), optional=True, empty="no limit",
          help="That the metal of one tooth's cut takes; curled chips take several times the room of the metal."),
)  # fmt: skip
FIELDS = {field.name: field for field in _FIELDS}
"""Every text field of the page, by its name."""


_TRADE = {"hss": "HSS", "cobalt hss": "Cobalt HSS", "cbn": "CBN", "pcd": "PCD"}


def _materials(tables: Catalog) -> dict[str, str]:
    """Title and aliases, so that a search for any usual name finds the material."""
    return {
        name: " · ".join((record.title, *record.aliases))
        for name, record in sorted(tables.materials.items(), key=lambda item: item[1].title)
    }


_CHOICES = (
    Choice("material", "Material", ("material",), "6061-t6", _materials, open=True),
    Choice("machine", "Machine", ("machine",), "generic-vmc-40",
           lambda tables: {NONE: "No machine limits", **{n: r.title for n, r in tables.machines.items()}}),
    Choice("holder", "Holder", ("holder",), NONE,
           lambda tables: {NONE: "None (rigid)", **{n: r.title for n, r in tables.holders.items()}}),
    Choice("shape", "Shape", (), "square", lambda _: SHAPES),
    Choice("tool", "Tool material", ("tool", "material"), "carbide",
           lambda tables: {n: _TRADE.get(n, r.title.capitalize()) for n, r in tables.tool_materials.items()}),
    Choice("style", "Kind of cut", ("style",), "auto", lambda _: STYLES),
    Choice("direction", "Direction", ("direction",), "down", lambda _: DIRECTIONS),
)  # fmt: skip
CHOICES = {choice.name: choice for choice in _CHOICES}
"""Every list of the page, by its name."""

NAMED: tuple[Field | Choice, ...] = (*FIELDS.values(), *CHOICES.values())
"""Every input of the page."""

LABELS = {".".join(one.path): one.label for one in NAMED if one.path} | {
    "tool material": "Tool material",
    "shape": "Shape",
}
"""Label of every field of the job, by its path."""


def default_of(field: Field) -> Any:
    """What the job takes for an empty optional field; None where it has no fixed value."""
    return _model(field.path).model_fields[field.path[-1]].get_default(call_default_factory=True)
