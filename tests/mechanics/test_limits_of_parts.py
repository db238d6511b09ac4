"""No load gives no stress, and what no part can be is refused."""

import pytest

from chipload.errors import InputError
from chipload.mechanics import (
    Beam,
    PointLoad,
    Segment,
    cylinder_contact,
    ellipse_contact,
    principal_second_moments,
    sphere_contact,
    spring_coils,
)
from chipload.pictures.beams import beam_picture


@pytest.mark.parametrize(
    ("contact", "given"),
    [
        (sphere_contact, ("25 mm", "110 GPa")),
        (cylinder_contact, ("20 mm", "40 mm", "110 GPa")),
        (ellipse_contact, ("60 mm", "130 mm", "80 mm", "200 mm", "110 GPa")),
    ],
)
def test_contact_without_load_has_no_pressure(contact, given):
    found = contact("0 N", *given)
    assert found.peak_pressure.m == 0
    assert found.subsurface_shear.m == 0


@pytest.mark.parametrize(
    ("ends", "solid"), [("plain", 63), ("plain ground", 63), ("squared", 77), ("squared ground", 70)]
)
def test_a_spring_is_longer_than_its_coils_laid_together(ends, solid):
    assert spring_coils(8.0, "7 mm", f"{solid + 0.1} mm", ends).coil_pitch.m > 7
    with pytest.raises(InputError, match="laid together"):
        spring_coils(8.0, "7 mm", f"{solid - 0.1} mm", ends)


def test_a_product_of_area_that_no_section_has_is_refused():
    with pytest.raises(InputError, match="product of area"):
        principal_second_moments("100 mm**4", "50 mm**4", "200 mm**4")


def test_a_form_factor_in_place_of_the_shear_coefficient_is_refused():
    with pytest.raises(InputError, match="form factor"):
        Segment("1 m", "206 GPa", "1000 mm**4", None, "100 mm**2", 1.2, "80 GPa")


def test_the_picture_writes_thousands_without_a_comma():
    beam = Beam.simply_supported(Segment("4 m", "206 GPa", "1e8 mm**4"), PointLoad("12000 N", "1234 mm"))
    texts = str(beam_picture(beam.solve()).to_dict())
    assert "12000 N" in texts
    assert "12,000" not in texts
