"""Contact of bodies after Hertz, and stress at notches."""

from chipload.mechanics.contact.flat_notches import (
    ellipse_hole_concentration,
    flat_fillet_concentration,
    flat_hole_concentration,
    flat_notches_concentration,
    notched_bar_stress,
    notched_beam_stress,
)
from chipload.mechanics.contact.hertz import (
    LineContact,
    PointContact,
    contact_modulus,
    cylinder_contact,
    sphere_contact,
)
from chipload.mechanics.contact.hertz_ellipse import (
    EllipseContact,
    ellipse_contact,
)
from chipload.mechanics.contact.shaft_notches import (
    cross_hole_concentration,
    keyseat_concentration,
    shaft_fillet_concentration,
    shaft_groove_concentration,
)

__all__ = [
    "EllipseContact", "LineContact", "PointContact", "contact_modulus", "cross_hole_concentration",
    "cylinder_contact", "ellipse_contact", "ellipse_hole_concentration", "flat_fillet_concentration",
    "flat_hole_concentration", "flat_notches_concentration", "keyseat_concentration", "notched_bar_stress",
    "notched_beam_stress", "shaft_fillet_concentration", "shaft_groove_concentration", "sphere_contact",
]  # fmt: skip
