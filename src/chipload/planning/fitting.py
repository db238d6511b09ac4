"""A recommendation that the tool and the machine can bear: what is open is held to the limits, and it is said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from chipload.catalog import Choice
from chipload.planning.jobs import Milling
from chipload.planning.milling import evaluate
from chipload.planning.preparing import Prepared
from chipload.planning.rules import Rule, rules
from chipload.units import kinds
from chipload.units.kinds import Kind
from chipload.units.messages import Message

_BY_FEED = ("deflection", "tool_stress", "power", "torque", "feed_force")
_BY_SPEED = ("power",)
_LEAST = 0.5
"""Share of a single recommended value below which it is not held; a range is held down to its low end."""


def fit(prepared: Prepared, job: Milling, edge_radius: float | None) -> Prepared:
    """Hold an open feed, then an open speed, to what tool and machine can bear.

    Neither is held below the range of the tables: a thinner chip rubs, and a limit that is still broken then
    is for the user to see.
    """
    applying = list(rules(prepared, job.limits, edge_radius))
    if job.feed_per_tooth is None and job.feed_rate is None and prepared.feed_range is not None:
        by_feed = [rule for rule in applying if rule.name in _BY_FEED]
        what = ("feed", "feed_per_tooth", kinds.FEED_PER_TOOTH)
        prepared = _hold(prepared, by_feed, prepared.feed_range, *what)
    if job.cutting_speed is None and job.spindle_speed is None and prepared.speed_range is not None:
        by_speed = [rule for rule in applying if rule.name in _BY_SPEED]
        what = ("speed", "cutting_speed", kinds.CUTTING_SPEED)
        prepared = _hold(prepared, by_speed, prepared.speed_range, *what)
    return prepared


def _hold(prepared: Prepared, binding: list[Rule], choice: Choice, word: str, field: str, kind: Kind) -> Prepared:
    if not binding:
        return prepared
    lowest = choice.low / choice.start if choice.low < choice.start else _LEAST
    factors = np.geomspace(1.0, lowest, 101)
    suggested = float(getattr(prepared.cut, field))
    cut = prepared.cut.having(**{field: suggested * factors})
    outcome = evaluate(cut)
    used = {
        rule.label: np.nan_to_num(np.broadcast_to(rule.utilisation(cut, outcome), factors.shape)) for rule in binding
    }
    fullest = np.max(list(used.values()), axis=0)
    if fullest[0] <= 1:
        return prepared
    holds = np.flatnonzero(fullest <= 1)
    worst = max(used, key=lambda label: float(used[label][0]))
    held = suggested * float(factors[int(holds[0]) if holds.size else -1])
    said = Message.of(
        f"the recommended {word} is held to {{}} by the limit on {worst}; the tables suggest {{}}",
        (kind, held), (kind, suggested),
    )  # fmt: skip
    return replace(prepared, cut=prepared.cut.having(**{field: held}), warnings=(*prepared.warnings, said))
