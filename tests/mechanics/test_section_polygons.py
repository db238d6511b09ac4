"""Polygons of shapely and trimesh against the closed forms of the shapes."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest

import chipload as cl
from chipload import mechanics as m
from chipload.errors import InputError, UnitError

needs_libraries = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("shapely", "trimesh")), reason="the extra sections is not installed"
)
NAMES = (
    "area", "centroid_x", "centroid_y", "second_moment_x", "second_moment_y", "left", "right", "bottom", "top",
)  # fmt: skip


def corners(*points: tuple[float, float]) -> Any:
    return cl.Quantity(np.array(points, dtype=float), "mm")


def assert_same(found: m.Section, expected: m.Section) -> None:
    for name in NAMES:
        assert getattr(found.si, name) == pytest.approx(getattr(expected.si, name), rel=1e-12, abs=1e-15), name
    scale = expected.si.second_moment_x
    assert found.si.product_moment == pytest.approx(expected.si.product_moment, rel=1e-9, abs=1e-12 * scale)


CLOSED = {
    "rectangle": (m.rectangle_section("50 mm", "20 mm"), [(0, 0), (50, 0), (50, 20), (0, 20)]),
    "clockwise": (m.rectangle_section("50 mm", "20 mm"), [(0, 0), (0, 20), (50, 20), (50, 0)]),
    "triangle": (m.triangle_section("40 mm", "30 mm", "10 mm"), [(0, 0), (40, 0), (10, 30)]),
    "trapezoid": (m.trapezoid_section("60 mm", "30 mm", "40 mm"), [(0, 0), (60, 0), (45, 40), (15, 40)]),
    "angle": (
        m.angle_section("90 mm", "150 mm", "12 mm"),
        [(0, 0), (90, 0), (90, 12), (12, 12), (12, 150), (0, 150)],
    ),
    "channel": (
        m.channel_section("50 mm", "100 mm", "8 mm", "6 mm"),
        [(0, 0), (50, 0), (50, 8), (6, 8), (6, 92), (50, 92), (50, 100), (0, 100)],
    ),
}


@needs_libraries
@pytest.mark.parametrize("name", CLOSED)
def test_closed_forms(name: str) -> None:
    expected, points = CLOSED[name]
    assert_same(m.polygon_section(corners(*points)), expected)
    texts = [(f"{x} mm", f"{y} mm") for x, y in points]
    assert_same(m.polygon_section(texts), expected)


@needs_libraries
def test_a_hole_is_a_shape_taken_away() -> None:
    outside, inside = [(0, 0), (80, 0), (80, 60), (0, 60)], [(10, 10), (40, 10), (40, 25), (10, 25)]
    expected = m.rectangle_section("80 mm", "60 mm") - m.rectangle_section("30 mm", "15 mm").moved("10 mm", "10 mm")
    assert_same(m.polygon_section(corners(*outside), [corners(*inside)]), expected)


@needs_libraries
def test_many_corners_make_a_circle() -> None:
    angle = np.linspace(0, 2 * np.pi, 2000, endpoint=False)
    ring = cl.Quantity(np.stack([15 + 15 * np.cos(angle), 15 + 15 * np.sin(angle)], axis=-1), "mm")
    found, expected = m.polygon_section(ring), m.round_section("30 mm")
    for name in ("area", "second_moment_x", "second_moment_y"):
        assert getattr(found.si, name) == pytest.approx(getattr(expected.si, name), rel=1e-5)


@needs_libraries
@pytest.mark.parametrize(
    ("points", "holes", "words"),
    [
        ([(0, 0), (10, 10), (10, 0), (0, 10)], [], "self-intersection"),
        ([(0, 0), (10, 0), (10, 10), (0, 10)], [[(5, 5), (15, 5), (15, 8)]], "plain"),
        ([(0, 0), (10, 0), (20, 0)], [], "polygon_section, points"),
        ([(0, 0), (10, 0)], [], "three corners"),
    ],
)
def test_bad_outlines_are_refused(points: Any, holes: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        m.polygon_section(corners(*points), [corners(*hole) for hole in holes])


@needs_libraries
def test_plain_numbers_are_refused() -> None:
    with pytest.raises(UnitError, match="polygon_section, points"):
        m.polygon_section([(0, 0), (1, 0), (0, 1)])


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shapely", None)
    with pytest.raises(ImportError, match=r"chipload\[sections\]"):
        m.polygon_section(corners((0, 0), (1, 0), (0, 1)))
