"""Strength of materials for people who make parts: states, members, fatigue, fasteners, fits.

The rooms inside are by subject; every name is here as well.
"""

from chipload.mechanics import (
    beams,
    contact,
    elastic,
    elements,
    fasteners,
    fatigue,
    fits,
    members,
    plastic,
    profiles,
    shop,
    states,
    vessels,
)
from chipload.mechanics.beams import *  # noqa: F403
from chipload.mechanics.contact import *  # noqa: F403
from chipload.mechanics.elastic import *  # noqa: F403
from chipload.mechanics.elements import *  # noqa: F403
from chipload.mechanics.fasteners import *  # noqa: F403
from chipload.mechanics.fatigue import *  # noqa: F403
from chipload.mechanics.fits import *  # noqa: F403
from chipload.mechanics.members import *  # noqa: F403
from chipload.mechanics.plastic import *  # noqa: F403
from chipload.mechanics.profiles import *  # noqa: F403
from chipload.mechanics.shop import *  # noqa: F403
from chipload.mechanics.states import *  # noqa: F403
from chipload.mechanics.vessels import *  # noqa: F403

__all__: list[str] = []
__all__ += beams.__all__
__all__ += contact.__all__
__all__ += elastic.__all__
__all__ += elements.__all__
__all__ += fasteners.__all__
__all__ += fatigue.__all__
__all__ += fits.__all__
__all__ += members.__all__
__all__ += plastic.__all__
__all__ += profiles.__all__
__all__ += shop.__all__
__all__ += states.__all__
__all__ += vessels.__all__
