"""Two drawings as SVG: the cutter in the work seen from above, and the tool as it bends.

Drawn from the fields of a plan; plain SVG costs a tenth of a millisecond where a chart library costs twenty.
Lines take the colour of the text, given as `ink`, so that the drawings hold in a light and a dark page.
"""

from __future__ import annotations

import base64
import html
import math
from dataclasses import dataclass

import numpy as np

from chipload import mechanics
from chipload.planning import Plan
from chipload.planning.milling import load_position, width_in_cut
from chipload.units import kinds, show

INK = "#1b2430"
_WORK, _CUT, _TOOL = "#8a97a6", "#d9730d", "#5b8fc7"


@dataclass(frozen=True)
class Picture:
    """A drawing and what it shows, in words."""

    svg: str
    words: str

    @property
    def tag(self) -> str:
        """The drawing as an HTML image that carries its words."""
        data = base64.b64encode(self.svg.encode()).decode()
        return (
            f'<img src="data:image/svg+xml;base64,{data}" alt="{html.escape(self.words)}" '
            'style="width:100%;max-width:34rem;height:auto;display:block;margin:auto">'
        )


def _svg(width: int, height: int, words: str, body: list[str], ink: str) -> Picture:
    return Picture(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-size="15" font-family="sans-serif" color="{ink}" fill="{ink}">{"".join(body)}</svg>',
        words,
    )


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{html.escape(text)}</text>'


def _arrow(x: float, y: float, dx: float, dy: float) -> str:
    """An arrow from (x, y)."""
    length = math.hypot(dx, dy)
    ux, uy = dx / length, dy / length
    tip_x, tip_y = x + dx, y + dy
    left = f"{tip_x - 9 * ux + 4.5 * uy:.1f},{tip_y - 9 * uy - 4.5 * ux:.1f}"
    right = f"{tip_x - 9 * ux - 4.5 * uy:.1f},{tip_y - 9 * uy + 4.5 * ux:.1f}"
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{tip_x - 6 * ux:.1f}" y2="{tip_y - 6 * uy:.1f}" '
        f'stroke="currentColor" stroke-width="1.6"/>'
        f'<polygon points="{tip_x:.1f},{tip_y:.1f} {left} {right}"/>'
    )


def arc_in_cut(plan: Plan) -> tuple[float, float]:
    """Angles at which a tooth enters and leaves the work [rad], clockwise from the left side of the feed."""
    if plan.job.cut_style == "face":
        arc = plan.working["face_engagement"].result
        return float(arc.entry_angle), float(arc.exit_angle)
    span = float(plan.outcome.engagement_angle)
    return (0.0, span) if plan.job.direction == "up" else (math.pi - span, math.pi)


def engagement(plan: Plan, system: str, ink: str = INK) -> Picture:
    """The cutter from above, feeding to the right and turning clockwise, with the arc in cut."""
    entry, leave = arc_in_cut(plan)
    middle_x, middle_y, radius = 176.0, 146.0, 96.0

    def at(angle: float, far: float = radius) -> tuple[float, float]:
        return middle_x + far * math.sin(angle), middle_y - far * math.cos(angle)

    (x1, y1), (x2, y2) = at(entry), at(leave)
    large = 1 if leave - entry > math.pi else 0
    right, width = 390.0, show(kinds.LENGTH, width_in_cut(plan.prepared.cut, plan.outcome.effective_diameter), system)
    arc = show(kinds.ANGLE, leave - entry, system)
    body = [
        # the work: ahead of the cutter the full width, behind it what is left beside the cut
        f'<path d="M{right} {y1:.1f} L{x1:.1f} {y1:.1f} A{radius} {radius} 0 {large} 1 {x2:.1f} {y2:.1f} '
        f'L{right} {y2:.1f} Z" fill="{_WORK}" fill-opacity=".35"/>'
    ]
    slot, face = plan.job.cut_style == "slot", plan.job.cut_style == "face"
    if slot or (not face and plan.job.direction == "down"):
        body.append(_beside(y2, right, above=False))
    if slot or (not face and plan.job.direction == "up"):
        body.append(_beside(y1, right, above=True))
    body += [
        f'<circle cx="{middle_x}" cy="{middle_y}" r="{radius}" fill="{_TOOL}" fill-opacity=".18" '
        f'stroke="{_TOOL}" stroke-width="1.6"/>',
        f'<path d="M{middle_x} {middle_y} L{x1:.1f} {y1:.1f} A{radius} {radius} 0 {large} 1 {x2:.1f} {y2:.1f} Z" '
        f'fill="{_CUT}" fill-opacity=".18"/>',
        f'<path d="M{x1:.1f} {y1:.1f} A{radius} {radius} 0 {large} 1 {x2:.1f} {y2:.1f}" fill="none" '
        f'stroke="{_CUT}" stroke-width="5"/>',
    ]
    teeth = min(int(plan.job.tool.teeth), 60)
    for tooth in range(teeth):
        x, y = at(leave - 0.35 * (leave - entry) - 2 * math.pi * tooth / teeth)
        body.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{4 if teeth <= 12 else 2.5}"/>')
    body.append(_arrow(middle_x - 22, middle_y, 62, 0))
    body.append(_text(middle_x - 24, middle_y + 4, "feed", "end"))
    # sense of rotation, on the side away from the work
    (sx, sy), (ex, ey) = at(math.pi * 1.25, radius + 14), at(math.pi * 1.6, radius + 14)
    body.append(
        f'<path d="M{sx:.1f} {sy:.1f} A{radius + 14} {radius + 14} 0 0 1 {ex:.1f} {ey:.1f}" fill="none" '
        f'stroke="currentColor" stroke-width="1.6"/>'
    )
    body.append(_arrow(ex - 1.5, ey + 3.9, 4.5, -12.6))
    for (x, y), word in (((x1, y1), "in"), ((x2, y2), "out")):
        body.append(_text(x + (8 if x >= middle_x + 12 else -8), y + (-9 if y < middle_y else 19), word,
                          "start" if x >= middle_x + 12 else "end"))  # fmt: skip
    mark = right + 12
    body.append(
        f'<path d="M{mark - 5} {y1:.1f} h10 M{mark - 5} {y2:.1f} h10 M{mark} {y1:.1f} V{y2:.1f}" '
        f'stroke="currentColor" stroke-width="1.2" fill="none"/>'
    )
    body.append(_text(mark + 9, (y1 + y2) / 2 + 4, f"ae {width}"))
    words = (
        f"Cutter from above, feeding to the right and turning clockwise, {_direction(plan)}: "
        f"{plan.job.tool.teeth:g} teeth, width of cut {width}, a tooth is in cut over {arc}."
    )
    return _svg(520, 312, words, [*body, _text(10, 300, f"{_direction(plan).capitalize()}, {arc} in cut")], ink)


def _direction(plan: Plan) -> str:
    if plan.job.cut_style in ("face", "slot"):
        return plan.job.cut_style + " cut"
    return "climb milling" if plan.job.direction == "down" else "conventional milling"


def _beside(y: float, right: float, above: bool) -> str:
    """The work that stands beside the cut and stays."""
    top, high = (y - 18, 18) if above else (y, 18)
    return f'<rect x="12" y="{top:.1f}" width="{right - 12}" height="{high}" fill="{_WORK}" fill-opacity=".6"/>'


def bent_tool(plan: Plan, system: str, ink: str = INK) -> Picture:
    """The tool lying in its holder, straight and, much exaggerated, bent by the side force."""
    cut, outcome = plan.prepared.cut, plan.outcome
    stickout, neck = float(cut.stickout), float(cut.neck_length)
    flutes, diameter, shank = float(cut.flute_length), float(cut.diameter), float(cut.shank_diameter)
    along = 330.0 / stickout
    across = min(along, 76.0 / max(diameter, shank))
    left, axis, bend = 92.0, 130.0, 52.0

    places = np.linspace(0.0, stickout, 41)  # from the holder
    line = _bent_line(plan, places)
    drops = line / line[-1] * bend if line[-1] > 0 else np.zeros_like(line)
    parts = (
        ("shank", 0.0, stickout - flutes - neck, shank, ".30"),
        ("neck", stickout - flutes - neck, stickout - flutes, float(cut.neck_diameter), ".42"),
        ("flutes", stickout - flutes, stickout, diameter, ".60"),
    )
    body = [
        f'<rect x="10" y="{axis - 56}" width="{left - 10}" height="112" fill="{_WORK}" fill-opacity=".5"/>',
        _text(16, axis + 4, "holder"),
        f'<line x1="{left}" y1="{axis}" x2="{left + 360}" y2="{axis}" stroke="currentColor" stroke-opacity=".55" '
        'stroke-dasharray="5 4"/>',
    ]
    for name, start, end, thick, shade in parts:
        if end - start < stickout * 1e-6:
            continue
        inside = np.unique(np.concatenate(([start], places[(places > start) & (places < end)], [end])))
        half = thick * across / 2
        down = np.interp(inside, places, drops)
        edge = [f"{left + x * along:.1f},{axis + d - half:.1f}" for x, d in zip(inside, down, strict=True)]
        edge += [f"{left + x * along:.1f},{axis + d + half:.1f}" for x, d in zip(inside[::-1], down[::-1], strict=True)]
        body.append(f'<polygon points="{" ".join(edge)}" fill="{_TOOL}" fill-opacity="{shade}" stroke="{_TOOL}"/>')
        if (end - start) * along > 44:
            where = (start + end) / 2
            sunk = float(np.interp(where, places, drops))
            body.append(_text(left + where * along, axis + sunk + half + 17, name, "middle"))
    force_at = stickout - float(load_position(cut))
    tip, loaded = float(drops[-1]), float(np.interp(force_at, places, drops))
    top = axis + loaded - diameter * across / 2 - 4
    force, moved = show(kinds.FORCE, outcome.side_force, system), show(kinds.SMALL_LENGTH, outcome.deflection, system)
    body.append(_arrow(left + force_at * along, top - 34, 0, 34))
    body.append(_text(left + force_at * along - 8, top - 24, force, "end"))
    x = left + 344
    body.append(
        f'<path d="M{x - 5} {axis} h10 M{x - 5} {axis + tip:.1f} h10 M{x} {axis} v{tip:.1f}" stroke="{_CUT}" '
        'stroke-width="2" fill="none"/>'
    )
    body.append(_text(x + 8, axis + tip / 2 + 4, moved))
    out = show(kinds.LENGTH, stickout, system)
    words = (
        f"The tool sticks out {out} from the holder; a side force of {force} bends its tip by {moved}. "
        "The bend is drawn much larger than it is."
    )
    return _svg(520, 312, words, [*body, _text(10, 300, f"Stick-out {out}; bend not to scale")], ink)


def _bent_line(plan: Plan, places: np.ndarray) -> np.ndarray:
    """Shape of the bent tool: by reciprocity, the tip under a load at a place moves as that place does."""
    cut = plan.prepared.cut
    bent = mechanics.tool_deflection.si(
        plan.outcome.side_force, cut.diameter, cut.shank_diameter, cut.stickout, cut.flute_length,
        cut.youngs_modulus, float(cut.stickout) - places, cut.neck_diameter, cut.neck_length, cut.core_fraction,
        cut.poisson_ratio, cut.holder_stiffness, cut.holder_rotational_stiffness,
    )  # fmt: skip
    return np.asarray(bent.deflection, dtype=float) * np.ones_like(places)
