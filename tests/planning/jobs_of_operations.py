"""A job of every operation, with path, life and costs known, for the tests that hold for all of them."""

from jobs_for_holes import drilling, reaming
from jobs_for_tests import make

LIFE = {
    "reference_speed": "100 m/min", "reference_life": "30 min", "taylor_exponent": 0.25,
    "economy": {"cost_per_hour": 60, "edge_cost": 12},
}  # fmt: skip

JOBS = {
    "drilling": drilling(holes=4, **LIFE),
    "reaming": reaming(holes=4, **LIFE),
    "milling": make(cut_length="2 m", **{**LIFE, "reference_speed": "300 m/min"}),
}
