"""What the preparation of every hole does: inputs of the job and the tool, an open feed, and what the time holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chipload import cutting
from chipload.catalog import Choice, Machine
from chipload.errors import MissingFigureError
from chipload.planning.holes.cut import HoleCut, feeds, speeds
from chipload.planning.holes.job import HoleJob
from chipload.planning.lookups import recommended
from chipload.planning.prepared import Said, Setting, Spread
from chipload.units import kinds

FEED_FORCE_FACTORS = Spread("feed_force_factor", "ratio of feed force to cutting force", low=0.5, high=0.63)
"""Ratios of the feed force of a drill to its cutting force in the guides of makers."""
FEED_FORCE_FACTOR = HoleJob.model_fields["feed_force_factor"].default


def hole_inputs(job: HoleJob) -> dict[str, Any]:
    """Fields of the cut that come from the job and its tool alone, by name."""
    tool = job.tool
    return {
        "diameter": tool.si("diameter"),
        "teeth": tool.si("teeth"),
        "depth": job.si("depth"),
        "breakthrough": job.si_or("breakthrough", 0.0),
        "approach_length": job.si_or("approach_length", 0.0),
        "holes": job.si("holes"),
        "cutting_speed": None,
        "spindle_speed": None,
        "feed_per_rev": None,
        "feed_rate": None,
        "feed_force_factor": job.si("feed_force_factor"),
        "stickout": tool.si("stickout"),
        "flute_length": tool.si("flute_length"),
        "shank_diameter": tool.shank_si,
        "core_fraction": tool.si("core_fraction"),
    }


def scaled(choice: Choice | None, factor: float) -> Choice | None:
    """A range times a factor, with its row and notes."""
    return None if choice is None else replace(choice, low=choice.low * factor, high=choice.high * factor)


def feed_setting(
    cut: HoleCut, job: HoleJob, choice: Choice | None, machine: Machine | None, said: Said
) -> tuple[dict[str, Any], Setting]:
    """The feed per revolution [m] or feed rate [m/s] of the job, recommended where it is open.

    Raises
    ------
    MissingFigureError
        Where it is open and the tables hold none.
    """
    given = next((name for name in ("feed_per_rev", "feed_rate") if getattr(job, name) is not None), None)
    if given is not None:
        kind = type(job).kind_of(given)
        assert kind is not None
        return {given: job.si(given)}, Setting(given, given.replace("_", " "), kind, True, choice)
    if choice is None:
        raise MissingFigureError(
            f"feed_per_rev: the tables hold no feed for {job.operation} {job.material} with {job.tool.material}; "
            "give one, like 0.15 mm/rev"
        )
    wanted = recommended("feed per revolution", kinds.FEED_PER_REV, choice, job.si("boldness"), said)
    _, spindle_speed = speeds(cut)
    figure = None if machine is None else machine.find("feed_max")
    if figure is not None and float(cutting.axial_feed_rate.si(wanted, spindle_speed)) > figure.value:
        wanted = float(feeds(cut.having(feed_rate=figure.value), spindle_speed)[0])
        said.warn(
            "the recommended feed is held to {} by the highest feed rate of {}",
            (kinds.FEED_PER_REV, wanted), (kinds.FEED_RATE, figure.value),
        )  # fmt: skip
    return {"feed_per_rev": wanted}, Setting("feed_per_rev", "feed per revolution", kinds.FEED_PER_REV, False, choice)


def say_of_the_time(cut: HoleCut, lead: float, what: str, said: Said) -> None:
    """What the time in cut holds and what it leaves out."""
    parts: list[Any] = [(kinds.LENGTH, cut.depth), (kinds.LENGTH, lead)]
    text = "the time in cut is that of " + (f"{cut.holes:g} x " if cut.holes > 1 else "")
    text += f"(depth {{}} + {what} {{}}"
    for name, word in (("breakthrough", "beyond the far side"), ("approach_length", "approach")):
        if getattr(cut, name) > 0:
            text += f" + {word} {{}}"
            parts.append((kinds.LENGTH, getattr(cut, name)))
    said.assume(text + ") at the feed; moves between holes, pecks and the way back are not in it", *parts)
