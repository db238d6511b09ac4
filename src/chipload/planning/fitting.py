"""A recommendation that the tool and the machine can bear: what is open is held to the limits, and it is said."""

from __future__ import annotations

import numpy as np

from chipload.catalog import Choice
from chipload.planning.operations import Operation
from chipload.planning.prepared import Prepared, Setting
from chipload.planning.rules import Rule
from chipload.units.messages import Message

_LEAST = 0.5
"""Share of a single recommended value below which it is not held; a range is held down to its low end."""


def fit(operation: Operation, prepared: Prepared) -> Prepared:
    """Hold what was recommended, in the order of the operation, to what tool and machine can bear.

    Nothing is held below the range of the tables: a thinner chip rubs, and a limit that is still broken then is for
    the user to see.
    """
    applying = list(operation.rules(prepared))
    for hold in operation.holds:
        for setting in prepared.settings:
            if setting.name == hold.setting and not setting.given and setting.choice is not None:
                binding = [rule for rule in applying if rule.name in hold.limits]
                prepared = _hold(operation, prepared, binding, setting, setting.choice)
    return prepared


def _hold(operation: Operation, prepared: Prepared, binding: list[Rule], setting: Setting, choice: Choice) -> Prepared:
    if not binding:
        return prepared
    start = choice.at(prepared.job.si("boldness"))
    lowest = choice.low / start if choice.low < start else _LEAST if choice.low == choice.high else 1.0
    factors = np.geomspace(1.0, lowest, 101)
    suggested = float(getattr(prepared.cut, setting.name))
    cut = prepared.cut.having(**{setting.name: suggested * factors})
    outcome = operation.evaluate(cut)
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
        f"the recommended {setting.word} is held to {{}} by the limit on {worst}; the tables suggest {{}}",
        (setting.kind, held), (setting.kind, suggested),
    )  # fmt: skip
    return prepared.having(cut=prepared.cut.having(**{setting.name: held}), warnings=(*prepared.warnings, said))
