"""Sweeps of holes: every axis that broadcasts gives the digits of the plan."""

import pytest
from jobs_for_holes import drilling, reaming

import chipload as cl
from chipload.planning.operations import operation_of

VALUES = {
    "cutting_speed": ["10 m/min", "20 m/min"],
    "spindle_speed": ["300 rpm", "600 rpm"],
    "feed_per_rev": ["0.1 mm/rev", "0.2 mm/rev"],
    "feed_rate": ["60 mm/min", "120 mm/min"],
    "pilot_diameter": ["6 mm", "9 mm"],
    "breakthrough": ["0 mm", "2 mm"],
    "approach_length": ["0 mm", "2 mm"],
    "holes": [1, 7],
    "wear_factor": [1.0, 1.4],
    "feed_force_factor": [0.5, 0.63],
    "length_factor": [0.7, 2.0],
    "stickout": ["90 mm", "120 mm"],
    "core_fraction": [0.5, 0.6],
    "youngs_modulus": ["200 GPa", "220 GPa"],
}
AXES = [(make, name) for make, operation in ((drilling, "drilling"), (reaming, "reaming"))
        for name in operation_of(operation).swept]  # fmt: skip


@pytest.mark.parametrize(("make", "name"), AXES, ids=[f"{make.__name__} {name}" for make, name in AXES])
def test_an_axis_is_the_plans_of_its_values(make, name):
    job = make()
    found = cl.sweep(job, {name: VALUES[name]})
    in_tool = name in type(job.tool).model_fields
    other = type(job).EITHER.get(name)
    for place, value in enumerate(VALUES[name]):
        changed = {name: value} if other is None else {name: value, other: None}
        plan = cl.plan(make(changed) if in_tool else make(**changed))
        for result, kind in plan.operation.kinds.items():
            if result == name:
                continue
            swept = found[result]
            ours = float(swept[{name: place}] if name in swept.dims else swept)
            assert ours == pytest.approx(getattr(plan, result).to(kind.metric.unit).m, rel=1e-12, nan_ok=True), result
        for limit in plan.limits:
            used = found[f"utilisation_{limit.name}"]
            ours = float(used[{name: place}] if name in used.dims else used)
            assert ours == pytest.approx(limit.utilisation, rel=1e-12), limit.name


def test_a_pilot_as_wide_as_the_drill_is_refused_on_an_axis():
    with pytest.raises(cl.errors.InputError, match="pilot_diameter"):
        cl.sweep(drilling(), pilot_diameter=["6 mm", "10 mm"])
