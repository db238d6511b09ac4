"""The cut that removes most within the limits, and what it would gain if the tool stuck out less."""

import chipload as cl

OVER = {
    "axial_depth": ("1 mm", "20 mm"),
    "radial_depth": ("0.5 mm", "10 mm"),
    "feed_per_tooth": ("0.02 mm", "0.1 mm"),
    "cutting_speed": ("100 m/min", "250 m/min"),
}


def best(stickout):
    """The best cut with the tool so far out of its holder."""
    tool = cl.EndMill(diameter="10 mm", teeth=4, stickout=stickout, flute_length="22 mm", material="carbide")
    job = cl.Milling(material="6061-T6", tool=tool, machine="haas-vf2", radial_depth="5 mm", axial_depth="5 mm")
    return cl.optimise(job, OVER)


long, short = best("40 mm"), best("30 mm")

for stickout, found in (("40 mm", long), ("30 mm", short)):
    plan = found.best
    print(f"{stickout} out of the holder: {plan.removal_rate.m_as('cm**3/min'):.0f} cm³/min")
    print("  " + ", ".join(f"{name.replace('_', ' ')} {value:.3f~P}" for name, value in found.values.items()))
    print(f"  held by {', '.join(found.binding).replace('_', ' ')}")
gain = short.best.removal_rate / long.best.removal_rate - 1
print(f"\nTen millimetres less of stickout are worth {gain.m:.0%} more chips.")
