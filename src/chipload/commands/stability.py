"""`chipload stability`: the depth at which a milling cut chatters, from modes or tap tests."""

from __future__ import annotations

import argparse
from typing import Any

from chipload.commands.parser import add_output
from chipload.commands.words import axes, print_json, system_of, table
from chipload.errors import InputError

_EXAMPLES = """examples:
  chipload stability --mode "922 Hz; 0.011; 1.34 N/um; x" --teeth 2 --entry "0 deg" --exit "180 deg" \\
                     --tangential "600 MPa" --radial "200 MPa" --speeds "5000:20000:16 rpm" --max-depth 5mm
  chipload stability --taps-x x.csv --taps-y y.csv --between "400 Hz" "2000 Hz" --modes 2 --teeth 4 \\
                     --diameter 12mm --radial-depth 2mm --material 6082-T6 --speeds "10000 rpm" --depth 3mm

exit status: 0 the cut is stable, or no --depth was asked for; 1 it chatters at one of the speeds; 2 an input cannot be
used"""


def add_commands(commands: Any) -> None:
    """Add `stability`."""
    parser = commands.add_parser("stability", help="depths and speeds at which milling is stable", epilog=_EXAMPLES)
    shape = parser.add_argument_group("what rings")
    shape.add_argument(
        "--mode", action="append", default=[], dest="modes_given", metavar="FREQUENCY;DAMPING;STIFFNESS;DIRECTION",
        help="a mode at the tool tip; the direction is x along the feed, y across it, or an angle",
    )  # fmt: skip
    shape.add_argument("--taps-x", metavar="CSV", help="frequency response along the feed")
    shape.add_argument("--taps-y", metavar="CSV", help="frequency response across the feed")
    shape.add_argument("--between", nargs=2, metavar=("LOW", "HIGH"), help="frequencies between which to fit modes")
    shape.add_argument("--modes", type=int, default=1, metavar="NUMBER", help="how many modes are between them (1)")
    cut = parser.add_argument_group("the cut")
    cut.add_argument("--teeth", required=True, metavar="NUMBER", help="of the tool, evenly pitched")
    cut.add_argument("--diameter", help="of the tool, to tell entry and exit with --radial-depth")
    cut.add_argument("--radial-depth", metavar="WIDTH", help="width across the feed")
    cut.add_argument("--direction", choices=("down", "up"), default="down", help="climb or conventional milling (down)")
    cut.add_argument("--entry", metavar="ANGLE", help="where a tooth enters, instead of the width")
    cut.add_argument("--exit", metavar="ANGLE", help="where a tooth leaves")
    cut.add_argument("--tangential", metavar="PRESSURE", help="tangential cutting coefficient, like 600 MPa")
    cut.add_argument("--radial", metavar="PRESSURE", help="radial cutting coefficient, a pressure too")
    cut.add_argument("--material", metavar="NAME", help="material whose coefficients in the tables to take instead")
    asked = parser.add_argument_group("what is asked")
    asked.add_argument("--speeds", required=True, metavar="START:STOP:COUNT UNIT", help="spindle speeds, or one")
    asked.add_argument("--max-depth", default="10 mm", metavar="DEPTH", help="largest depth of interest (10 mm)")
    asked.add_argument("--depth", metavar="DEPTH", help="axial depth to judge at each speed")
    asked.add_argument("--pockets", action="store_true", help="the best speeds in the range instead of each speed")
    add_output(parser)
    parser.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    from chipload import dynamics

    said: list[str] = []
    structure = _structure(given)
    process = _process(given, said)
    speeds = axes([f"speeds={given.speeds}"], "speeds")["speeds"]
    if given.pockets:
        if len(speeds) < 2:
            raise InputError('speeds: pockets lie in a range; give one like "8000:24000:200 rpm"')
        return _pockets(dynamics.best_pockets(process, structure, speeds[0], speeds[-1], given.max_depth), given, said)
    found = dynamics.critical_depth(process, structure, speeds, given.max_depth)
    stable = None if given.depth is None else _verdicts(process, structure, speeds, given.depth)
    _print_limits(found, stable, given, said)
    return 0 if stable is None or all(stable) else 1


def _structure(given: argparse.Namespace) -> Any:
    from chipload.dynamics import Mode, Structure, fit_modes, read_frf_csv

    modes = []
    for text in given.modes_given:
        parts = [part.strip() for part in text.split(";")]
        if len(parts) != 4:
            raise InputError(
                f'mode: {text!r} has {len(parts)} parts; give four with semicolons, like "922 Hz; 0.011; 1.34 N/um; x"'
            )
        modes.append(Mode(parts[0], parts[1], parts[2], direction=parts[3]))
    for direction, file in (("x", given.taps_x), ("y", given.taps_y)):
        if file is not None:
            if given.between is None:
                raise InputError(
                    'between: a tap test is fitted between two frequencies; give them, as "400 Hz" "2 kHz"'
                )
            fitted = fit_modes(read_frf_csv(file), *given.between, number=given.modes)
            modes += fitted.structure(direction)
    if not modes:
        raise InputError("mode: nothing is known of what rings; give --mode, --taps-x or --taps-y")
    return Structure(modes)


def _process(given: argparse.Namespace, said: list[str]) -> Any:
    from chipload.dynamics import MillingProcess

    tangential, radial = _coefficients(given, said)
    if (given.entry is None) != (given.exit is None):
        raise InputError("entry: entry and exit go together; give both angles, or diameter and radial depth")
    if given.entry is not None:
        if given.radial_depth is not None:
            raise InputError("radial_depth: the angles tell the width already; leave one of them out")
        return MillingProcess(given.teeth, given.entry, given.exit, tangential, radial)
    if given.diameter is None or given.radial_depth is None:
        raise InputError("entry: where a tooth cuts is not known; give --diameter and --radial-depth, or both angles")
    from chipload.cutting import side_engagement

    arc = side_engagement(given.radial_depth, given.diameter, direction=given.direction)
    return MillingProcess(given.teeth, arc.entry_angle, arc.exit_angle, tangential, radial)


def _coefficients(given: argparse.Namespace, said: list[str]) -> tuple[Any, Any]:
    """The coefficients that were given, or those of the tables."""
    if (given.tangential is None) != (given.radial is None):
        raise InputError("tangential: the tangential and the radial coefficient go together; give both")
    if given.tangential is not None:
        if given.material is not None:
            raise InputError("material: the coefficients are given already; leave one of them out")
        return given.tangential, given.radial
    if given.material is None:
        raise InputError("tangential: no coefficient is known; give --tangential and --radial, or --material")
    from chipload.catalog import default
    from chipload.errors import MissingFigureError
    from chipload.units import kinds
    from chipload.units.boundary import from_kernel

    tables = default()
    material = tables.material(given.material)
    for one in tables.milling_coefficients.get(material.name, ()):
        tangential, radial, _ = one.cutting
        if tangential is not None and radial is not None:
            said.append(
                f"coefficients {tangential / 1e6:.0f} MPa and {radial / 1e6:.0f} MPa of {material.title} are "
                f"{one.tier} ({', '.join(one.source)}), measured with {one.tool}, {one.conditions}"
            )
            kind = kinds.FORCE_COEFFICIENT
            return from_kernel(kind, tangential), from_kernel(kind, radial)
    raise MissingFigureError(
        f"material: the tables hold no milling coefficients of {material.title}; give --tangential and --radial"
    )


def _verdicts(process: Any, structure: Any, speeds: list[str], depth: str) -> list[bool]:
    from chipload.dynamics import stability_diagram

    found = stability_diagram(process, structure, speeds, [depth])
    return [bool(one) for one in (found.kind == "stable")[:, 0]]


def _print_limits(found: Any, stable: list[bool] | None, given: argparse.Namespace, said: list[str]) -> None:
    from chipload.units import kinds
    from chipload.units.boundary import to_kernel
    from chipload.units.trace import show

    points = [
        {
            "spindle_speed_rpm": float(speed), "limit_depth_mm": float(depth), "lost_by": str(kind),
            "stable_to_max_depth": bool(beyond), **({} if stable is None else {"stable": stable[place]}),
        }
        for place, (speed, depth, kind, beyond) in enumerate(
            zip(found.spindle_speed.m_as("rpm"), found.limit_depth.m_as("mm"), found.kind, found.beyond, strict=True)
        )
    ]  # fmt: skip
    if given.json:
        print_json({"confidence": found.confidence, "depth": given.depth, "points": points, "assumptions": said})
        return
    rows = [("spindle speed", "deepest stable cut", "lost by", *(() if stable is None else (f"{given.depth} is",)))]
    speeds = to_kernel(kinds.SPINDLE_SPEED, found.spindle_speed)
    depths = to_kernel(kinds.LENGTH, found.limit_depth)
    for place, (one, speed, depth) in enumerate(zip(points, speeds, depths, strict=True)):  # type: ignore[arg-type]
        shown = show(kinds.LENGTH, depth, system_of(given))
        verdict = () if stable is None else ("stable" if stable[place] else "chatter",)
        cells = (f"{shown} or more", "-") if one["stable_to_max_depth"] else (shown, str(one["lost_by"]))
        rows.append((show(kinds.SPINDLE_SPEED, speed, system_of(given)), *cells, *verdict))
    print(table(rows))
    print("\n".join(["", f"confidence: {found.confidence}", *said]))


def _pockets(found: Any, given: argparse.Namespace, said: list[str]) -> int:
    from chipload.units import kinds
    from chipload.units.boundary import to_kernel
    from chipload.units.trace import show

    names = ("spindle_speed", "limit_depth", "lowest_speed", "highest_speed")
    if given.json:
        print_json(
            {
                "pockets": [
                    {
                        "spindle_speed_rpm": float(one.spindle_speed.m_as("rpm")),
                        "limit_depth_mm": float(one.limit_depth.m_as("mm")),
                        "lowest_speed_rpm": float(one.lowest_speed.m_as("rpm")),
                        "highest_speed_rpm": float(one.highest_speed.m_as("rpm")),
                        "stable_to_max_depth": one.beyond, "confidence": one.confidence,
                    }
                    for one in found
                ],
                "assumptions": said,
            }
        )  # fmt: skip
        return 0
    kind = {name: kinds.LENGTH if name == "limit_depth" else kinds.SPINDLE_SPEED for name in names}
    rows = [("spindle speed", "deepest stable cut", "half of it from", "to")]
    rows += [
        tuple(show(kind[name], to_kernel(kind[name], getattr(one, name)), system_of(given)) for name in names)  # type: ignore[misc]
        for one in found
    ]
    print(table(rows))
    print("\n".join(["", f"confidence: {found[0].confidence}", *said]))
    return 0
