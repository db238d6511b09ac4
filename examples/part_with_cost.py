"""A bracket from the saw to the bin: time, edges and cost of a batch, and what holds it up."""

import chipload as cl

COSTS = {"economy": {"cost_per_hour": 75, "edge_cost": 18}}
STOCK = {"material": "6061-T6", "machine": "haas-vf2", **COSTS}
END_MILL = cl.EndMill(diameter="12 mm", teeth=3, stickout="36 mm", flute_length="30 mm", material="carbide")
# what is known of the life of an edge here: 60 minutes at 300 m/min, and the exponent of Taylor's law
LIFE = {"reference_speed": "300 m/min", "reference_life": "60 min", "taylor_exponent": 0.3}

outside = cl.Milling(tool=END_MILL, radial_depth="2 mm", axial_depth="20 mm", cut_length="1.6 m", **STOCK, **LIFE)
holes = cl.Drilling(
    tool=cl.Drill(diameter="6.8 mm", stickout="60 mm", flute_length="50 mm", material="hss"),
    depth="20 mm", holes=4, **STOCK, reference_speed="60 m/min", reference_life="45 min", taylor_exponent=0.125,
)  # fmt: skip
threads = cl.Tapping(
    tool=cl.Tap(thread="M8"), thread_length="16 mm", holes=4, **STOCK,
    cutting_speed="15 m/min", reference_speed="15 m/min", reference_life="30 min", taylor_exponent=0.125,
)  # fmt: skip

part = cl.Part(
    name="bracket",
    operations=[
        {"label": "10 outside", "job": outside, "moves": "12 s"},
        {"label": "20 drill", "job": holes, "moves": "8 s"},
        {"label": "30 tap", "job": threads, "moves": "8 s"},
    ],
    quantity=50, tool_swap_time="6 s", loading_time="45 s", setup_time="40 min",
)  # fmt: skip
plan = cl.plan_part(part)

print(plan)
print(f"\nA batch of {part.quantity:.0f} takes {plan.time_of_batch.m_as('hour'):.2f} hours.")
for one in plan.plans:
    if not one.feasible:
        print(f"{one.job.operation} breaks a limit: {one.binding.describe()}")
