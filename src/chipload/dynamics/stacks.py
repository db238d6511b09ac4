"""Stacks by their trade names: end mill, boring bar, drill, grooving blade."""

from __future__ import annotations

from typing import Any

from chipload.dynamics.elements import Blade, Cylinder, Element, Fluted, Joint, Material, number
from chipload.dynamics.stack import Stack
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel


def end_mill(
    diameter: Any,
    shank_diameter: Any,
    stickout: Any,
    flute_length: Any,
    material: Material,
    *,
    neck_diameter: Any = None,
    neck_length: Any = "0 mm",
    core_fraction: Any = 0.80,
    area_fraction: Any = None,
    holder: Joint | None = None,
) -> Stack:
    """An end mill held at the collet face.

    Parameters
    ----------
    diameter, shank_diameter
        Over the flutes and of the shank [mm, in].
    stickout, flute_length
        From the collet face to the tip, and of the flutes [mm, in].
    material
        Of the tool.
    neck_diameter, neck_length
        Of a relieved neck behind the flutes [mm, in].
    core_fraction, area_fraction
        See `Fluted`.
    holder
        Joint at the collet face; None is rigid.

    Returns
    -------
    Stack
        Holder joint, shank, neck and flutes.

    Raises
    ------
    InputError
        When flutes and neck are longer than the stick-out.

    Examples
    --------
    >>> mill = end_mill("10 mm", "10 mm", "40 mm", "25 mm", Material("600 GPa", 0.22))
    >>> mill.bend("100 N", theory="euler").deflection.m
    9.792...
    """
    total = _length(stickout, "stickout")
    flutes, neck = _length(flute_length, "flute_length"), _length(neck_length, "neck_length")
    shank = total - flutes - neck
    if shank < -1e-12 * total:
        raise InputError(
            "end_mill, stickout: flutes and neck together are longer than the stick-out; give a longer stick-out"
        )
    parts: list[Element] = [] if holder is None else [holder]
    if shank > 1e-12 * total:
        parts.append(Cylinder(_back(shank), shank_diameter, material=material))
    if neck > 0:
        if neck_diameter is None:
            raise InputError("end_mill, neck_diameter: a neck with a length needs its diameter")
        parts.append(Cylinder(neck_length, neck_diameter, material=material))
    if flutes > 0:
        parts.append(Fluted(flute_length, diameter, core_fraction, area_fraction, material=material))
    return Stack(parts)


def boring_bar(
    diameter: Any, overhang: Any, material: Material, *, bore: Any = "0 mm", holder: Joint | None = None
) -> Stack:
    """A round boring bar of one diameter.

    Examples
    --------
    >>> bar = boring_bar("25.4 mm", "101.6 mm", Material("206 GPa", 0.3))
    >>> bar.bend("911.1 N", theory="euler").deflection.to("mm").m
    0.0756...
    """
    parts: list[Element] = [] if holder is None else [holder]
    return Stack([*parts, Cylinder(overhang, diameter, bore, material=material)])


def twist_drill(
    diameter: Any,
    stickout: Any,
    flute_length: Any,
    material: Material,
    *,
    core_fraction: Any,
    shank_diameter: Any = None,
    area_fraction: Any = None,
    holder: Joint | None = None,
) -> Stack:
    """A twist drill; `core_fraction` is the stiffness-equivalent diameter of its flutes, to be given."""
    return end_mill(
        diameter,
        diameter if shank_diameter is None else shank_diameter,
        stickout,
        flute_length,
        material,
        core_fraction=core_fraction,
        area_fraction=area_fraction,
        holder=holder,
    )


def grooving_blade(overhang: Any, width: Any, height: Any, material: Material, *, holder: Joint | None = None) -> Stack:
    """A grooving or parting blade, bent by the main cutting force along its height."""
    parts: list[Element] = [] if holder is None else [holder]
    return Stack([*parts, Blade(overhang, width, height, material=material)])


def _length(value: Any, name: str) -> float:
    return number(kinds.LENGTH, value, f"end_mill, {name}")


def _back(metres: float) -> Any:
    return from_kernel(kinds.LENGTH, metres)
