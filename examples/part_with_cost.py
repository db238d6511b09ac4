"""A bracket from the saw to the bin: time, edges and cost of a batch, and what holds it up."""

import chipload as cl

COSTS = {"economy": {"cost_per_hour": 75, "edge_cost": 18}}
STOCK = {"material": "1045", "machine": "haas-vf2", **COSTS}
END_MILL = cl.EndMill(diameter="12 mm", teeth=3, stickout="36 mm", flute_length="30 mm", material="carbide")
# what is known of the life of an edge here: 60 minutes at 150 m/min, and the exponent of Taylor's law
LIFE = {"reference_speed": "150 m/min", "reference_life": "60 min", "taylor_exponent": 0.25}

outside = cl.Milling(
    tool=END_MILL,
    radial_depth="1 mm",
    axial_depth="8 mm",
    feed_per_tooth="0.05 mm",
    cut_length="1.6 m",
    **STOCK,
    **LIFE,
)
holes = cl.Drilling(
    tool=cl.Drill(diameter="6.8 mm", stickout="60 mm", flute_length="50 mm", material="hss"),
    depth="20 mm", holes=4, **STOCK, reference_speed="25 m/min", reference_life="45 min", taylor_exponent=0.125,
)  # fmt: skip
threads = cl.Tapping(
    tool=cl.Tap(thread="M8", kind="spiral flute"), thread_length="16 mm", holes=4, **STOCK,
    cutting_speed="15 m/min", reference_speed="15 m/min", reference_life="30 min", taylor_exponent=0.125,
)  # fmt: skip

OPERATIONS = [
    {"label": "10 outside", "job": outside, "moves": "12 s"},
    {"label": "20 drill", "job": holes, "moves": "8 s"},
    {"label": "30 tap", "job": threads, "moves": "8 s"},
]


def planned(tool_swap_time):
    """The plan of the part on a machine that changes tools so fast."""
    part = cl.Part(
        name="bracket", operations=OPERATIONS, quantity=50, tool_swap_time=tool_swap_time, loading_time="45 s",
        setup_time="40 min",
    )  # fmt: skip
    return cl.plan_part(part)


plan, faster = planned("6 s"), planned("3 s")
saved = plan.time_of_batch - faster.time_of_batch

print(plan)
print(f"\nThe batch takes {plan.time_of_batch.m_as('hour'):.2f} hours.")
print(f"Changing tools in 3 s instead of 6 s would save {saved.m_as('min'):.1f} minutes of it.")
