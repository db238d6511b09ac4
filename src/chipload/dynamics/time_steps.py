"""Milling in the time domain, step by step on plain SI numbers, several cuts together.

Tooth j cuts down to p_j, with u the motion of the tool and r_j the throw of the tooth, and what it finds is what the
teeth before it have left at the same angle, brought nearer by the feed s of the time tau since the last one:

    p_j = n u + r_j     n = [sin phi, cos phi]
    h_j = max(0, p_j - l)     l = left by the tooth before at t - tau, less s sin(phi)     left = max(p_j, l)

so an edge that jumps out of the cut leaves its chip to the next one, and that to the one after.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from chipload.dynamics.milling_process import Array, ProcessNumbers
from chipload.dynamics.period_map import exact_step


class Course(NamedTuple):
    """Motion of the tool [m] and force on it [N] at every step (rows), along x and y, for each cut."""

    turns: Array
    motion: Array
    force: Array


class _Tooth(NamedTuple):
    """A tooth near the cut at one angle: its share of the step in cut, its directions, and the tooth before it."""

    number: int
    share: float
    normal: Array
    tangent: Array
    spent: float
    throw: float
    back: float


def run(
    process: ProcessNumbers,
    modes: Array,
    speed: Array,
    depth: Array,
    feed: Array,
    throws: Array,
    turns: int,
    steps_per_turn: int,
    loses_contact: bool = True,
    edges: tuple[float, float] = (0.0, 0.0),
    nudge: float = 0.0,
) -> Course:
    """Cut for `turns` from rest, at points of speed [turns/s], depth [m] and mean feed a tooth [m].

    `throws` are the radii of the teeth beyond the mean [m], `edges` the tangential and radial edge coefficients
    [N/m], `nudge` a displacement of every mode at the start [m].  Without loss of contact every tooth leaves what it
    reaches and a chip may be negative, as in linear theory.
    """
    along = np.array([np.cos(modes[:, 3]), np.sin(modes[:, 3])])
    natural = 2 * np.pi * modes[:, 0, None]
    step = exact_step(modes, 1 / (speed * steps_per_turn))
    teeth_at = _teeth_at(process, throws, steps_per_turn)
    count, points = turns * steps_per_turn, speed.size
    motion, force = np.zeros((count + 1, 2, points)), np.zeros((count + 1, 2, points))
    left = np.zeros((count + 1, process.teeth, points))
    position, velocity = np.full((len(modes), points), nudge), np.zeros((len(modes), points))
    motion[0] = along @ position
    rate = along @ (velocity * natural) / (2 * np.pi * speed)

    def push(at: int, tip: Array, rate: Array) -> Array:
        total = np.zeros((2, points))
        for tooth in teeth_at[at % steps_per_turn]:
            reach = tooth.normal @ tip + tooth.throw
            found = _before(left[:, tooth.number - 1], at - tooth.back) - tooth.spent * feed
            if tooth.share == 0:
                left[at, tooth.number] = reach
                continue
            chip = np.maximum(reach - found, 0.0) if loses_contact else reach - found
            left[at, tooth.number] = np.maximum(reach, found) if loses_contact else reach
            cuts = (chip > 0) if loses_contact else 1.0
            tangential = process.tangential * chip + edges[0] * cuts
            radial = process.radial * chip + edges[1] * cuts + process.damping * (tooth.normal @ rate) * cuts
            total += tooth.share * depth * (tooth.tangent[:, None] * tangential - tooth.normal[:, None] * radial)
        return total

    force[0] = push(0, motion[0], rate)
    for number in range(count):
        start = along.T @ force[number]
        ahead = step.keep * position + step.turn * velocity + step.force_start * start
        swung = step.back * position + step.hold * velocity + step.push_start * start
        end = start  # a first guess, mended once
        for _ in range(2):
            tip = along @ (ahead + step.force_end * end)
            rate = along @ ((swung + step.push_end * end) * natural) / (2 * np.pi * speed)
            force[number + 1] = push(number + 1, tip, rate)
            end = along.T @ force[number + 1]
        position, velocity = ahead + step.force_end * end, swung + step.push_end * end
        motion[number + 1] = along @ position
    return Course(np.arange(count + 1) / steps_per_turn, motion, force)


def _teeth_at(process: ProcessNumbers, throws: Array, steps: int) -> list[list[_Tooth]]:
    """Teeth in and next to the cut at each step of a turn; one that enters or leaves within half a step counts in part.

    Next to the cut they are followed for two steps, so that what they left can be read between two steps.
    """
    width = 2 * np.pi / steps
    found: list[list[_Tooth]] = []
    for number in range(steps):
        here = []
        for tooth, place in enumerate(process.places):
            angle = (number * width - place + 2.5 * width) % (2 * np.pi) - 2.5 * width
            if not process.entry - 2.5 * width < angle < process.exit + 2.5 * width:
                continue
            inside = np.clip((np.array([angle - process.entry, process.exit - angle])) / width + 0.5, 0, 1)
            pitch = float(process.pitches[tooth])
            spent = pitch / (2 * np.pi) * process.teeth * np.sin(angle)
            sine, cosine = np.sin(angle), np.cos(angle)
            normal, tangent = np.array([sine, cosine]), np.array([-cosine, sine])
            share = float(inside.prod())
            here.append(_Tooth(tooth, share, normal, tangent, spent, float(throws[tooth]), pitch / width))
        found.append(here)
    return found


def _before(course: Array, at: float) -> Array:
    """Value of a course at a step that need not be whole; the wall meant, zero, before the cut."""
    if at < 0:
        return np.zeros(course.shape[1:])
    low = int(at + 1e-6)
    share = at - low
    if share < 1e-6:
        found: Array = course[low]
        return found
    return (1 - share) * course[low] + share * course[low + 1]


def growth_per_turn(course: Course, steps_per_turn: int) -> Array:
    """Factor by which a free motion, one without feed, grows in a turn, over the later half of its course."""
    turns = (len(course.motion) - 1) // steps_per_turn
    each = np.abs(course.motion[: turns * steps_per_turn]).reshape(turns, -1, course.motion.shape[-1]).max(axis=1)
    share = max(1, turns // 4)
    with np.errstate(divide="ignore", under="ignore"):
        level = np.log(np.maximum(each, 1e-300))
    middle, late = level[-3 * share : -2 * share].mean(axis=0), level[-share:].mean(axis=0)
    return np.exp((late - middle) / (2 * share))
