"""The picture of a beam shows the numbers of the beam."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from chipload.errors import InputError
from chipload.mechanics import Beam, DistributedLoad, Fixed, Hinge, MomentLoad, Pin, PointLoad, Roller, Segment, Spring
from chipload.pictures import beam_picture
from chipload.units import registry

Q = registry().Quantity

E = "206 GPa"
PARTS = [Segment.round("300 mm", "30 mm", E), Segment.round("500 mm", "40 mm", E), Segment.round("200 mm", "25 mm", E)]
SHAFT = Beam(
    PARTS,
    [Pin("0 mm"), Roller("800 mm")],
    [
        PointLoad("2 kN", "400 mm"),
        PointLoad("-500 N", "1 m"),
        DistributedLoad("1 N/mm", "100 mm", "300 mm", "3 N/mm"),
        MomentLoad("100 N*m", "550 mm"),
    ],
).solve()
NAMES = {"shear force": "shear", "bending moment": "moment", "deflection": "deflection"}
UNITS = {"metric": ("mm", ("N", "N*m", "mm")), "inch": ("inch", ("lbf", "inch*lbf", "inch"))}


def curve(figure: Any, name: str) -> Any:
    (trace,) = [trace for trace in figure.data if trace.name == name]
    return np.asarray(trace.x, dtype=float), np.asarray(trace.y, dtype=float)


@pytest.mark.parametrize("system", ["metric", "inch"])
def test_curves_and_extremes_are_those_of_the_beam(system: str) -> None:
    figure = beam_picture(SHAFT, system=system)
    length, units = UNITS[system]
    joints = Q(SHAFT.solution.moment.nodes, "m").to(length).m
    for (name, method), unit in zip(NAMES.items(), units, strict=True):
        x, y = curve(figure, name)
        inside = np.abs(x[:, None] - joints).min(axis=1) > 1e-6
        ours = getattr(SHAFT, method)(Q(x[inside], length)).to(unit).m
        np.testing.assert_allclose(y[inside], ours, rtol=1e-8, atol=1e-9 * np.abs(ours).max())
        high, low = getattr(SHAFT, f"highest_{method}"), getattr(SHAFT, f"lowest_{method}")
        assert y.max() == pytest.approx(high.value.to(unit).m, rel=1e-3)
        assert y.min() == pytest.approx(low.value.to(unit).m, rel=1e-2)
        marked = [(trace.x[0], trace.y[0]) for trace in figure.data if f"<extra>{name}<" in str(trace.hovertemplate)]
        for extreme in (high, low):
            at = extreme.position.to(length).m, extreme.value.to(unit).m
            assert any(np.allclose(at, mark, rtol=1e-12) for mark in marked)


def test_supports_and_loads_are_shown_with_their_values() -> None:
    figure = beam_picture(SHAFT)
    named = [trace.name for trace in figure.data]
    assert named.count("support") == 2
    assert named.count("force") == 2
    assert named.count("distributed load") == named.count("couple") == 1
    told = " ".join(str(trace.hovertemplate) for trace in figure.data)
    for reaction in SHAFT.reactions:
        assert f"{reaction.force.to('N').m:.0f}" in told
    words = [note.text for note in figure.layout.annotations]
    assert {"2000 N", "-500 N", "↓ 1 N/mm to 3 N/mm", "100 N·m"} <= set(words)


def test_the_axes_carry_their_units_and_deflection_goes_down() -> None:
    layout = beam_picture(SHAFT, system="inch").layout
    assert "[lbf]" in layout.yaxis2.title.text
    assert "[in·lbf]" in layout.yaxis3.title.text
    assert "[in]" in layout.yaxis4.title.text
    assert "[in]" in layout.xaxis4.title.text
    assert layout.yaxis4.range[0] > layout.yaxis4.range[1]
    assert layout.yaxis2.range[0] < layout.yaxis2.range[1]


def test_without_a_stiffness_there_is_no_deflection() -> None:
    found = Beam.simply_supported(Segment("1 m"), DistributedLoad("100 N/m")).solve()
    assert "deflection" not in [trace.name for trace in beam_picture(found).data]


def test_every_support_and_a_hinge_can_be_drawn() -> None:
    bar = Segment.rectangular("2 m", "80 mm", "50 mm", E)
    held = [Fixed("0 m"), Spring("1.2 m", stiffness="5 N/um"), Roller("2 m")]
    figure = beam_picture(Beam(bar, held, DistributedLoad("2 N/mm"), Hinge("0.5 m")).solve())
    named = [trace.name for trace in figure.data]
    assert named.count("support") == 3
    assert named.count("hinge") == 1


def test_an_unknown_system_is_refused() -> None:
    with pytest.raises(InputError, match="system: 'cgs'"):
        beam_picture(SHAFT, system="cgs")


def test_scaled_loads_are_drawn_as_large_as_they_act() -> None:
    bar = Segment("1 m", "200 GPa", "1e5 mm**4")
    loads = (PointLoad("100 N", "300 mm"), DistributedLoad("2 N/mm"), MomentLoad("10 N*m", "500 mm"))
    twice = Beam.simply_supported(bar, loads).solve().scaled(-2.0)
    again = Beam.simply_supported(
        bar, (PointLoad("-200 N", "300 mm"), DistributedLoad("-4 N/mm"), MomentLoad("-20 N*m", "500 mm"))
    ).solve()
    texts = [{note.text for note in beam_picture(one).layout.annotations} for one in (twice, again)]
    assert texts[0] == texts[1]
    assert "-200 N" in texts[0]
