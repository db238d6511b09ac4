"""Random jobs of the turning family that can be made: hypothesis strategies by the name of the operation."""

from typing import Any

from hypothesis import strategies as st

import chipload as cl

_MATERIALS = st.sampled_from(["1018", "1045", "4140", "304", "6061-T6"])
_MACHINES = st.sampled_from([None, "generic-lathe-bench", "generic-lathe-toolroom", "generic-lathe-large"])


def _between(low: float, high: float, unit: str) -> st.SearchStrategy[str]:
    return st.floats(low, high).map(lambda value: f"{value!r} {unit}")


def _mm(low: float, high: float) -> st.SearchStrategy[str]:
    return _between(low, high, "mm")


_INSERT = {
    "material": st.sampled_from(["carbide", "coated carbide", "cermet", "hss"]),
    "nose_radius": st.none() | _mm(0.2, 1.6),
    "entering_angle": st.none() | _between(45, 107, "deg"),
    "edge_radius": st.none() | _between(2, 60, "um"),
}
_CUT = {
    "material": _MATERIALS,
    "machine": _MACHINES,
    "feed_per_rev": _between(0.03, 0.6, "mm/rev"),
    "max_spindle_speed": st.none() | _between(800, 5000, "rpm"),
    "wear_factor": st.floats(1.0, 1.8),
}


@st.composite
def _job(draw: st.DrawFn, job: type[Any], tool: Any, fields: dict[str, Any]) -> Any:
    """A job with one of the two speeds, what is None left out."""
    given = {name: draw(strategy) for name, strategy in {**_CUT, **fields}.items()}
    if draw(st.booleans()):
        given |= {"natural_frequency": draw(_between(80, 1500, "Hz")), "modal_stiffness": "20 N/um"}
        given |= {"damping_ratio": draw(st.floats(0.01, 0.1)), "orientation_factor": draw(st.floats(0.2, 1.0))}
    if draw(st.booleans()):
        given["cutting_speed"] = draw(_between(20, 400, "m/min"))
    else:
        given["spindle_speed"] = draw(_between(100, 3000, "rpm"))
    return job(tool=draw(tool), **{name: value for name, value in given.items() if value is not None})


def _records(record: type[Any], fields: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(fields).map(
        lambda given: record(**{name: value for name, value in given.items() if value is not None})
    )


_SHANK = {"shank_height": _mm(12, 40), "shank_width": _mm(12, 40), "overhang": _mm(15, 80)}
_TURNING_TOOL = _records(cl.TurningTool, _INSERT) | _records(cl.TurningTool, {**_INSERT, **_SHANK})
_BAR = _records(
    cl.BoringBar,
    {
        **_INSERT, "bar_diameter": _mm(8, 32), "overhang": _mm(20, 150),
        "bar_material": st.sampled_from(["steel", "carbide", "heavy metal", "damped steel"]),
    },
)  # fmt: skip
_BLADE = _records(
    cl.GroovingTool,
    {"width": _mm(2, 6), "overhang": _mm(60, 90), "blade_height": _mm(20, 40), "blade_thickness": _mm(1.5, 2)},
)
_HELD = st.sampled_from(["chuck", "chuck and centre", "between centres"])

STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "turning": _job(
        cl.Turning, _TURNING_TOOL,
        {
            "diameter": _mm(12, 200), "depth_of_cut": _mm(0.1, 5), "cut_length": st.none() | _mm(5, 500),
            "support": _HELD, "part_length": _mm(50, 400),
        },
    ),
    "facing": _job(
        cl.Facing, _TURNING_TOOL,
        {"diameter": _mm(12, 200), "depth_of_cut": _mm(0.1, 5), "inner_diameter": st.none() | _mm(0, 10)},
    ),
    "boring": _job(
        cl.Boring, _BAR,
        {"diameter": _mm(33, 200), "depth_of_cut": _mm(0.1, 4), "cut_length": st.none() | _mm(5, 150)},
    ),
    "grooving": _job(
        cl.Grooving, _BLADE,
        {"diameter": _mm(20, 120), "groove_depth": _mm(0.5, 9), "feed_force_ratio": st.none() | st.floats(0.2, 0.8)},
    ),
    "parting": _job(cl.Parting, _BLADE, {"diameter": _mm(12, 100), "inner_diameter": st.none() | _mm(0, 10)}),
}  # fmt: skip
