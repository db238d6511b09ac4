"""Bolts, bolted joints and power screws."""

from chipload.mechanics.fasteners.bolt_groups import (
    BoltGroupShear,
    bolt_group_shear,
)
from chipload.mechanics.fasteners.bolted_joints import (
    BoltedJoint,
    BoltFatigue,
    bolt_fatigue,
    bolted_joint,
)
from chipload.mechanics.fasteners.bolts import (
    ThreadStripping,
    metric_stress_area,
    nut_factor,
    thread_stripping,
    tightening_torque,
    unified_stress_area,
)
from chipload.mechanics.fasteners.joint_stiffness import (
    bolt_stiffness,
    clamped_stiffness,
    frustum_stiffness,
    load_share,
    member_stiffness,
)
from chipload.mechanics.fasteners.power_screws import (
    lowering_torque,
    raising_torque,
    screw_efficiency,
    self_locking_friction,
)

__all__ = [
    "BoltFatigue", "BoltGroupShear", "BoltedJoint", "ThreadStripping", "bolt_fatigue", "bolt_group_shear",
    "bolt_stiffness", "bolted_joint", "clamped_stiffness", "frustum_stiffness", "load_share", "lowering_torque",
    "member_stiffness", "metric_stress_area", "nut_factor", "raising_torque", "screw_efficiency",
    "self_locking_friction", "thread_stripping", "tightening_torque", "unified_stress_area",
]  # fmt: skip
