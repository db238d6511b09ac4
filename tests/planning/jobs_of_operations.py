"""A job of every operation, with path, life and costs known, for the tests that hold for all of them."""

from jobs_for_tests import make

import chipload as cl

LIFE = {
    "reference_speed": "100 m/min", "reference_life": "30 min", "taylor_exponent": 0.25,
    "economy": {"cost_per_hour": 60, "edge_cost": 12},
}  # fmt: skip

JOBS = {
    "milling": make(cut_length="2 m", **{**LIFE, "reference_speed": "300 m/min"}),
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
