"""Room for chips: against areas measured on polygons, not on the formula."""

import numpy as np
import pytest

from chipload import cutting
from chipload.errors import InputError


def circle(diameter, corners=200_000):
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return diameter / 2 * np.cos(angle), diameter / 2 * np.sin(angle)


def area(x, y):
    return 0.5 * abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))


@pytest.mark.parametrize(("teeth", "core"), [(2, 5.5), (3, 6.0), (4, 6.5), (6, 7.2)])
def test_the_share_is_that_of_areas(teeth, core):
    flute = (area(*circle(10.0)) - area(*circle(core))) / teeth
    metal = 0.08 * 3.0  # every turn a tooth moves the wall of the cut on by its feed, over the width of the cut
    found = cutting.flute_fill("0.08 mm", "3 mm", "10 mm", f"{core} mm", teeth)
    assert found.m == pytest.approx(metal / flute, rel=1e-8)


def test_a_core_as_thick_as_the_tool_is_refused():
    with pytest.raises(InputError, match="the core is thinner than the tool"):
        cutting.flute_fill("0.1 mm", "3 mm", "10 mm", "10 mm", 4)
