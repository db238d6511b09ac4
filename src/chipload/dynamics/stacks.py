"""Stacks by their trade names: end mill, boring bar, drill, grooving blade."""

from __future__ import annotations

from typing import Any

from chipload.dynamics.elements import Blade, Cylinder, Element, Fluted, Joint, Material
from chipload.dynamics.stack import Stack
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_single


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
        When flutes and neck are longer than the stick-out, or a neck lacks its diameter or its length.

    Notes
    -----
    `Stack.bend` and `wall_error` say how far it bends; `stack_modes` and `tip_receptance`, which need the density and
    the area fraction, how it rings, and `StackMode.mode` leads on to `critical_depth`.

    Examples
    --------
    >>> mill = end_mill("10 mm", "10 mm", "40 mm", "25 mm", Material("600 GPa", 0.22))
    >>> mill.bend("100 N", theory="euler").deflection.m
    9.792...
    """
    return _fluted(
        "end_mill", diameter, shank_diameter, stickout, flute_length, material, neck_diameter, neck_length,
        core_fraction, area_fraction, holder,
    )  # fmt: skip


def _fluted(
    name: str,
    diameter: Any,
    shank_diameter: Any,
    stickout: Any,
    flute_length: Any,
    material: Material,
    neck_diameter: Any,
    neck_length: Any,
    core_fraction: Any,
    area_fraction: Any,
    holder: Joint | None,
) -> Stack:
    total = to_single(kinds.LENGTH, stickout, f"{name}, stickout")
    flutes = to_single(kinds.LENGTH, flute_length, f"{name}, flute_length")
    neck = to_single(kinds.LENGTH, neck_length, f"{name}, neck_length")
    shank = total - flutes - neck
    if neck_diameter is not None and neck == 0:
        raise InputError(f"{name}, neck_length: a neck with a diameter needs its length")
    if shank < -1e-12 * total:
        raise InputError(
            f"{name}, stickout: flutes and neck together are longer than the stick-out; give a longer stick-out"
        )
    parts: list[Element] = [] if holder is None else [holder]
    if shank > 1e-12 * total:
        parts.append(Cylinder(from_kernel(kinds.LENGTH, shank), shank_diameter, material=material))
    if neck > 0:
        if neck_diameter is None:
            raise InputError(f"{name}, neck_diameter: a neck with a length needs its diameter")
        parts.append(Cylinder(neck_length, neck_diameter, material=material))
    if flutes > 0:
        parts.append(Fluted(flute_length, diameter, core_fraction, area_fraction, material=material))
    return Stack(parts)


def boring_bar(
    diameter: Any, overhang: Any, material: Material, *, bore: Any = "0 mm", holder: Joint | None = None
) -> Stack:
    """A round boring bar of one diameter.

    `Stack.bend` says how far it gives way, `boring_bar_error` what that does to the bore, and `turning_limit`, with the
    modes of `stack_modes`, how wide a cut stays free of chatter.

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
    return _fluted(
        "twist_drill", diameter, diameter if shank_diameter is None else shank_diameter, stickout, flute_length,
        material, None, "0 mm", core_fraction, area_fraction, holder,
    )  # fmt: skip


def grooving_blade(overhang: Any, width: Any, height: Any, material: Material, *, holder: Joint | None = None) -> Stack:
    """A grooving or parting blade, bent by the main cutting force along its height."""
    parts: list[Element] = [] if holder is None else [holder]
    return Stack([*parts, Blade(overhang, width, height, material=material)])
