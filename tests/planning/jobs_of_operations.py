"""A job of every operation, with path, life and costs known, for the tests that hold for all of them."""

from jobs_for_holes import drilling, reaming
from jobs_for_tests import make
from turning_jobs_for_tests import boring, facing, grooving, parting, turning

import chipload as cl

LIFE = {
    "reference_speed": "100 m/min", "reference_life": "30 min", "taylor_exponent": 0.25,
    "economy": {"cost_per_hour": 60, "edge_cost": 12},
}  # fmt: skip

JOBS = {
    "drilling": drilling(holes=4, **LIFE),
    "reaming": reaming(holes=4, **LIFE),
    "milling": make(cut_length="2 m", **{**LIFE, "reference_speed": "300 m/min"}),
    "turning": turning(cut_length="120 mm", support="chuck and centre", part_length="300 mm", **LIFE),
    "facing": facing(max_spindle_speed="3000 rpm", **LIFE),
    "boring": boring(cut_length="60 mm", **LIFE),
    "grooving": grooving(feed_force_ratio=0.5, support="chuck", part_length="80 mm", **LIFE),
    "parting": parting(max_spindle_speed="2500 rpm", **LIFE),
    "tapping": cl.Tapping(
        material="1045",
        tool=cl.Tap(thread="M10", kind="spiral point"),
        machine="generic-vmc-40",
        thread_length="20 mm",
        cutting_speed="15 m/min",
        **{**LIFE, "reference_speed": "15 m/min"},
    ),
    "threading": cl.Threading(
        material="1045", tool=cl.ThreadingTool(), thread="M20x2.5", thread_length="30 mm", passes=10, **LIFE
    ),
    "thread_milling": cl.ThreadMilling(
        material="1045",
        tool=cl.ThreadMill(diameter="8 mm", teeth=4, stickout="30 mm", flute_length="18 mm", pitch="1.5 mm"),
        machine="generic-vmc-40",
        major_diameter="12 mm",
        pitch="1.5 mm",
        thread_length="15 mm",
        cutting_speed="100 m/min",
        feed_per_tooth="0.03 mm",
        **LIFE,
    ),
}
