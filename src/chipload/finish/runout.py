"""Marks of teeth that do not cut equally deep.

The deepest tooth leaves a valley every revolution, and every other tooth cuts at least to its own depth.  With
teeth spread over ``s`` the profile is therefore never higher than ``s`` plus the marks of equal teeth, nor
higher than the marks of one tooth that cuts alone::

    R_z = min(s + h(f_z), h(z f_z))

Exact without runout and with a large one, and an upper bound between the two.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.kinds import Real, Roughness


@dataclass(frozen=True)
class MilledRoughness:
    """Height of the feed marks: of equal teeth, of one tooth that cuts alone, and with the runout given."""

    ideal_rz: Roughness
    one_tooth_rz: Roughness
    roughness_rz: Roughness


def with_runout(equal: Real, alone: Real, spread: Real, factor: Real) -> MilledRoughness:
    """The record for marks `equal` teeth and one tooth `alone` leave, and a `spread` of the teeth."""
    all_three = np.broadcast_arrays(equal, alone, factor * np.minimum(spread + equal, alone))
    return MilledRoughness(*(np.array(height)[()] for height in all_three))
