"""Material cards of FreeCAD, `.FCMat`: what they say of cutting, as quantities, with their remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chipload.errors import InputError
from chipload.exchange.guards import DEEPEST, Given, LibraryError, as_text, guarded, read_bytes
from chipload.exchange.items import Problem
from chipload.exchange.keys import shown
from chipload.planning.fields import QuantityOf
from chipload.units import kinds

LARGEST = 256 * 1024
"""Bytes of a card; those of FreeCAD have a few thousand."""
_KEYS = {
    "SurfaceSpeedHSS": ("cutting_speed_hss", kinds.CUTTING_SPEED),
    "SurfaceSpeedCarbide": ("cutting_speed_carbide", kinds.CUTTING_SPEED),
    "UnitCuttingForce": ("unit_cutting_force", kinds.STRESS),
    "SpecificCuttingForce": ("unit_cutting_force", kinds.STRESS),
    "ChipThicknessExponent": ("chip_thickness_exponent", kinds.FRACTION),
    "MaterialConstant": ("chip_thickness_exponent", kinds.FRACTION),
}


@dataclass(frozen=True)
class MaterialCard:
    """What a material card says of cutting.

    Attributes
    ----------
    name, note
        Of the material.
    cutting_speed_hss, cutting_speed_carbide
        Surface speeds by tool material; None where the card has none.
    unit_cutting_force, chip_thickness_exponent
        Force per area of a chip 1 mm thick and 1 mm wide, and its exponent.  Cards of FreeCAD have a correction for
        milling and for the rake in the force, which `remarks` tell; it is no figure for a table of kc1.1 as it stands.
    remarks
        Comments of the card, which say where its figures come from.
    problems
        What could not be read.
    extra
        Everything else of the card.
    """

    name: str
    note: str = ""
    cutting_speed_hss: Any = None
    cutting_speed_carbide: Any = None
    unit_cutting_force: Any = None
    chip_thickness_exponent: float | None = None
    remarks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@guarded
def read_material_card(given: Given) -> MaterialCard:
    r"""Read a material card of FreeCAD.

    Parameters
    ----------
    given
        Path of the `.FCMat`, or its content as bytes.

    Raises
    ------
    LibraryError
        For a file that is no card; and where PyYAML is missing, which the extra `io` brings.

    Examples
    --------
    >>> card = read_material_card(b"General: {Name: Steel}\nModels: {Machinability: {SurfaceSpeedHSS: '20 m/min'}}")
    >>> card.name, card.cutting_speed_hss.m
    ('Steel', 20.0)
    """
    content = read_bytes(given, LARGEST)
    text = as_text(content)
    document = _parse(text)
    general = document.get("General")
    general = general if isinstance(general, dict) else {}
    models = document.get("Models")
    machining = models.get("Machinability") if isinstance(models, dict) else None
    if not isinstance(machining, dict):
        raise LibraryError("the file: the card says nothing of machinability; give one that does")
    problems: list[Problem] = []
    name = str(general.get("Name", ""))
    found: dict[str, Any] = {}
    for key, (ours, kind) in _KEYS.items():
        raw = machining.get(key)
        if raw is None or ours in found:
            continue
        try:
            found[ours] = QuantityOf(kind).read(raw if kind.unit or not isinstance(raw, str) else float(raw))
        except (InputError, ValueError) as error:
            problems.append(Problem(name, key, raw, f"{shown(raw)} cannot be read ({error}); it is kept"))
            continue
        del machining[key]
    remarks = tuple(line.strip().lstrip("#").strip() for line in text.splitlines() if line.lstrip().startswith("#"))
    note = general.get("Description")
    note = note if isinstance(note, str) else ""
    return MaterialCard(name, note, **found, remarks=remarks, problems=tuple(problems), extra=document)


def _parse(text: str) -> dict[str, Any]:
    """The document of a card; a node that refers to another is refused, since a few of them blow up to gigabytes."""
    try:
        import yaml
    except ImportError:
        raise LibraryError("PyYAML is missing; install it by: pip install 'chipload[io]'") from None

    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        depth = 0

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.events.AliasEvent):
                raise LibraryError("the file: a part of the card refers to another part; write it out")
            if self.depth >= DEEPEST:
                raise LibraryError(f"the file: it is more than {DEEPEST} levels deep; no card is")
            self.depth += 1
            found = super().compose_node(parent, index)
            self.depth -= 1
            return found

    try:
        document = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        raise LibraryError(f"the file: it is no card ({' '.join(str(error).split())}); save it again") from None
    if not isinstance(document, dict):
        raise LibraryError("the file: it is no card; give an .FCMat of FreeCAD")
    return document
