"""Whether a bearing between two spacers keeps the play it needs: worst case, by statistics, and at random."""

import chipload as cl

Dimension, ToleranceStack = cl.mechanics.Dimension, cl.mechanics.ToleranceStack
WANTED = {"lower": "0.05 mm", "upper": "0.35 mm"}

stack = ToleranceStack(
    [
        Dimension("bore depth", "42.20 mm", "0.06 mm"),
        Dimension("left spacer", "12.00 mm", "0.05 mm", direction=-1),
        Dimension("bearing", "18.00 mm", "0 mm", "0.12 mm", direction=-1, distribution="uniform"),
        Dimension("right spacer", "12.00 mm", "0.05 mm", direction=-1),
    ]
)
worst = stack.worst_case()
usual = stack.statistical(**WANTED)
drawn = stack.simulate(count=200_000, seed=1, **WANTED)

print("Play, wanted from 0.05 mm to 0.35 mm")
for found in (worst, usual, drawn):
    outside = "" if found.outside is None else f", {found.outside:.2%} outside what is wanted"
    print(f"  {found.method:>16}: {found.lower.m_as('mm'):.3f} mm to {found.upper.m_as('mm'):.3f} mm{outside}")
name, share = max(usual.contributions.items(), key=lambda one: one[1])
print(f"\nTighten the {name} first: {share:.0%} of the scatter is its own.")
