"""A plan as text, HTML and plain values; every face shows these same rows."""

from __future__ import annotations

import html
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from chipload.units.boundary import to_kernel
from chipload.units.glossary import SYMBOLS
from chipload.units.messages import describe
from chipload.units.trace import show

if TYPE_CHECKING:
    from chipload.planning.plans import Plan

DISCLAIMER = "Starting values from tables. Check them against tool maker, machine and clamping, and begin with less."

LABELS = {
    "cutting_speed": "cutting speed",
    "specific_cutting_force": "specific cutting force",
    "tangential_force": "tangential force",
    "motor_power": "motor power",
    "power": "power at the edge",
    "deflection": "deflection",
    "tool_stress": "stress in the tool",
    "engagement_angle": "engagement angle",
    "mean_chip_thickness": "chip thickness, mean",
    "max_chip_thickness": "chip thickness, largest",
    "cutting_time": "time in cut",
    "cost": "cost",
}
"""Words for results; an operation has its own for some, and the glossary for the others."""


def label_of(plan: Plan, name: str) -> str:
    """What a result is called."""
    return plan.operation.labels.get(name) or LABELS.get(name) or SYMBOLS[name][1]


@dataclass(frozen=True)
class ResultRow:
    """One number of a plan as it is shown."""

    name: str
    label: str
    value: str
    interval: str


def result_rows(plan: Plan, system: str = "metric") -> list[ResultRow]:
    """The numbers of a plan, in order, as they are shown in `system`; what does not apply is left out."""
    rows = []
    for name, kind in plan.operation.kinds.items():
        value = getattr(plan.outcome, name)
        if math.isnan(float(value)):
            continue
        low, high = (float(to_kernel(kind, end, name)) for end in plan.intervals[name])
        spread = "" if math.isclose(low, high, rel_tol=1e-9) else show(kind, np.array([low, high]), system)
        rows.append(ResultRow(name, label_of(plan, name), show(kind, value, system), spread))
    return rows


def as_text(plan: Plan, system: str = "metric") -> str:
    """The plan as a table of text."""
    rows = result_rows(plan, system)
    wide = max(len(row.label) for row in rows)
    values = max(len(row.value) for row in rows)
    lines = [title(plan), ""]
    lines += [
        f"  {row.label:<{wide}}  {row.value:>{values}}" + (f"   ({row.interval})" if row.interval else "")
        for row in rows
    ]
    bound = f"Limits, the fullest first; bound by {plan.binding.label}" if plan.limits else "No limit is known"
    lines += ["", bound, *(f"  {limit.describe(system)}" for limit in plan.limits)]
    if plan.limits and plan.binding.remedy:
        lines.append(f"  To free it: {describe(plan.binding.remedy, system)}.")
    for head, texts in (("Warnings", plan.warnings), ("Taken from tables or assumed", plan.assumptions)):
        if texts:
            lines += ["", head, *(f"  - {describe(text, system)}" for text in texts)]
    lines += ["", "In brackets: where the truth lies nine times in ten.", DISCLAIMER]
    return "\n".join(lines)


def title(plan: Plan) -> str:
    """What is planned, in a line."""
    machine = f" on {plan.prepared.machine.title}" if plan.prepared.machine else ""
    return f"{plan.prepared.material.title}, {plan.job.tool.describe()}{machine}, {plan.operation.title(plan.prepared)}"


def as_html(plan: Plan, system: str = "metric") -> str:
    """The plan as an HTML table, for a notebook."""
    rows = "".join(
        f"<tr><th style='text-align:left'>{html.escape(row.label)}</th><td style='text-align:right'>"
        f"{html.escape(row.value)}</td><td>{html.escape(row.interval)}</td></tr>"
        for row in result_rows(plan, system)
    )
    limits = "".join(f"<li>{html.escape(str(limit))}</li>" for limit in plan.limits)
    warnings = "".join(f"<li>{html.escape(text)}</li>" for text in plan.warnings)
    return (
        f"<p><b>{html.escape(title(plan))}</b></p><table>{rows}</table><p>Limits</p><ul>{limits}</ul>"
        + (f"<p>Warnings</p><ul>{warnings}</ul>" if warnings else "")
        + f"<p>{html.escape(DISCLAIMER)}</p>"
    )


def as_dict(plan: Plan) -> dict[str, Any]:
    """The plan as plain values."""

    def number(name: str) -> dict[str, Any] | None:
        quantity = getattr(plan, name)
        if math.isnan(quantity.magnitude):
            return None
        low, high = plan.intervals[name]
        return {
            "value": float(quantity.magnitude),
            "unit": plan.operation.kinds[name].metric.unit,
            "low": float(low.magnitude),
            "high": float(high.magnitude),
        }

    return {
        "job": json_ready(plan.job),
        "results": {name: number(name) for name in plan.operation.kinds},
        "limits": [
            {
                "name": limit.name,
                "label": limit.label,
                "utilisation": limit.utilisation if limit.known else None,
                "low": limit.interval[0] if limit.known else None,
                "high": limit.interval[1] if limit.known else None,
                "confidence": limit.confidence if limit.known else None,
                "remedy": limit.remedy,
                "source": limit.source,
            }
            for limit in plan.limits
        ],
        "binding": plan.binding.name if plan.limits else None,
        "warnings": list(plan.warnings),
        "assumptions": list(plan.assumptions),
        "working": [
            {"formula": step.formula.qualified_name, "line": str(step), "source": step.source} for step in plan.working
        ],
    }


def json_ready(job: Any) -> Any:
    """A job as plain values."""
    return job.model_dump(mode="json")
