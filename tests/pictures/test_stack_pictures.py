"""Pictures of bent stacks and frequency responses show the numbers of their objects."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import chipload as cl
from chipload.dynamics import Cylinder, Joint, Material, Stack, Taper, fit_modes, frequency_response
from chipload.errors import InputError

STEEL = Material("210 GPa", 0.3)
STACK = Stack(
    [Cylinder("20 mm", "30 mm", material=STEEL), Joint("80 N/um"), Taper("50 mm", "20 mm", "8 mm", material=STEEL)]
)


def test_bent_tool() -> None:
    figure = cl.pictures.bent_stack_picture(STACK, "200 N")
    line = next(trace for trace in figure.data if trace.name == "centre line")
    assert line.customdata[-1] == pytest.approx(STACK.bend("200 N").deflection.m, rel=1e-9)
    assert line.customdata[0] == 0
    assert line.x[-1] == pytest.approx(70)
    rest = next(trace for trace in figure.data if trace.name == "at rest")
    assert max(rest.y) == pytest.approx(15)
    assert "[mm]" in figure.layout.xaxis.title.text


def test_unloaded_tool_is_straight() -> None:
    line = next(trace for trace in cl.pictures.bent_stack_picture(STACK, "0 N").data if trace.name == "centre line")
    assert np.all(np.asarray(line.y) == 0)


def test_the_title_says_how_far_it_is_enlarged() -> None:
    sag = STACK.bend("200 N").deflection.to("mm").m
    for load, times in (("200 N", f"{15 / sag:.0f}"), ("1000 kN", f"{15 / sag / 5000:.2g}")):
        assert f"drawn {times} times" in cl.pictures.bent_stack_picture(STACK, load).layout.title.text
        assert float(times) > 0


@pytest.mark.parametrize(("part", "take"), [("real", np.real), ("imaginary", np.imag), ("magnitude", np.abs)])
def test_frf(part: Any, take: Any) -> None:
    hertz = np.linspace(700, 1100, 101)
    values = 1 / (5e6 * (1 - (hertz / 922) ** 2 + 2j * 0.02 * hertz / 922))
    tap = frequency_response(cl.Quantity(hertz, "Hz"), cl.Quantity(values, "m/N"))
    np.testing.assert_allclose(cl.pictures.response_picture(tap, part=part).data[0].y, take(values) * 1e6, rtol=1e-12)
    fit = fit_modes(tap, "750 Hz", "1080 Hz")
    figure = cl.pictures.response_picture(fit, part=part)
    assert [trace.name for trace in figure.data] == [f"{part}, measured", f"{part}, fitted"]
    np.testing.assert_allclose(figure.data[1].y, take(fit.fitted.compliance) * 1e6, rtol=1e-12)
    assert figure.layout.shapes[0].x0 == pytest.approx(922, rel=1e-6)
    assert "ζ 2.00 %" in figure.layout.annotations[0].text
    assert len(cl.pictures.response_picture(fit).data) == 4
    with pytest.raises(InputError, match="part"):
        cl.pictures.response_picture(tap, part="phase")
