"""Random milling jobs that can be made: every style, shape of tool and way to set speed and feed."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

import chipload as cl

MATERIALS = ("6061-T6", "7075-T6", "1045", "4140", "304", "Ti-6Al-4V")
MACHINES = (None, "haas-vf2", "generic-vmc-40", "pm-25mv-servo", "generic-bench-mill")
SHAPES = ("square", "bull", "ball", "face")


def _mm(value: float) -> Any:
    return cl.Quantity(value, "mm")


@st.composite
def _jobs(draw: st.DrawFn) -> cl.Milling:
    share = st.floats(0.0, 1.0)
    shape = draw(st.sampled_from(SHAPES))
    diameter = draw(st.floats(40, 80) if shape == "face" else st.floats(3, 20))
    flutes = diameter * (1 + draw(share))
    stickout = flutes * (1.1 + draw(share))
    tool: dict[str, Any] = {
        "diameter": _mm(diameter), "teeth": draw(st.integers(1, 6)), "stickout": _mm(stickout),
        "flute_length": _mm(flutes), "material": draw(st.sampled_from(("carbide", "coated carbide"))),
    }  # fmt: skip
    if draw(st.booleans()):
        tool["shank_diameter"] = _mm(diameter * (1 + 0.2 * draw(share)))
    if draw(st.booleans()):
        tool["edge_radius"] = cl.Quantity(5 + 10 * draw(share), "um")
    # a rounded tool is as wide as its diameter from the top of its corner on
    least = 0.05 * diameter
    if shape in ("bull", "ball"):
        corner = diameter * (0.5 if shape == "ball" else 0.05 + 0.2 * draw(share))
        tool["corner_radius"], least = _mm(corner), corner
    if shape == "face":
        tool["entering_angle"] = "45 deg"
    depth = least + (0.9 * flutes - least) * draw(share)
    fields: dict[str, Any] = {
        "tool": cl.EndMill(**tool), "material": draw(st.sampled_from(MATERIALS)),
        "machine": draw(st.sampled_from(MACHINES)), "axial_depth": _mm(depth),
        "radial_depth": _mm(diameter * (0.03 + 0.9 * draw(share))), "boldness": draw(share),
        "direction": draw(st.sampled_from(("down", "up"))), "wear_factor": 1 + draw(share),
    }  # fmt: skip
    if shape in ("square", "bull") and draw(st.booleans()):
        fields |= {"radial_depth": _mm(diameter), "style": draw(st.sampled_from((None, "slot")))}
    if shape == "face":
        fields |= {"style": "face", "radial_depth": _mm(diameter * (0.2 + 0.5 * draw(share)))}
        fields["offset"] = _mm(diameter * 0.1 * draw(share))
    fields |= draw(
        st.sampled_from(({}, {"cutting_speed": "90 m/min"}, {"spindle_speed": cl.Quantity(30000 / diameter, "rpm")}))
    )
    fields |= draw(st.sampled_from(({}, {"feed_per_tooth": _mm(0.004 * diameter)}, {"feed_rate": "250 mm/min"})))
    if draw(st.booleans()):
        fields |= {
            "cut_length": "3 m", "reference_speed": "100 m/min", "reference_life": "40 min", "taylor_exponent": 0.25,
            "economy": {"cost_per_hour": 60, "edge_cost": 9},
        }  # fmt: skip
    if draw(st.booleans()):
        fields |= {
            "natural_frequency": cl.Quantity(300 + 2000 * draw(share), "Hz"), "modal_stiffness": "12 N/um",
            "damping_ratio": 0.01 + 0.08 * draw(share),
        }  # fmt: skip
    if draw(st.booleans()):
        fields |= {"clamping_force": "8 kN", "grip_friction": 0.15, "workpiece_stiffness": "30 N/um"}
    if draw(st.booleans()):
        fields |= {"holder_stiffness": "20 N/um", "holder_rotational_stiffness": "20 kN*m/rad"}
    return cl.Milling(**{name: value for name, value in fields.items() if value is not None})


STRATEGIES = {"milling": _jobs()}
