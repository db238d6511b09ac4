"""The picture of a fitted flow law holds its points, its curve and its band."""

from __future__ import annotations

import numpy as np

import chipload as cl
from chipload import mechanics as m
from chipload import pictures

STRAIN = [0.02, 0.04, 0.06, 0.08, 0.10, 0.12]
STRESS = [351.0, 398.5, 432.5, 455.6, 474.9, 493.2]


def test_points_curve_and_band() -> None:
    fit = m.fit_flow_law(STRAIN, cl.Quantity(STRESS, "MPa"), "hollomon")
    figure = pictures.flow_curve_picture(fit, 0.9)
    band, curve, points = figure.data
    np.testing.assert_allclose(points.x, STRAIN, rtol=1e-12)
    np.testing.assert_allclose(points.y, STRESS, rtol=1e-12)
    np.testing.assert_allclose(curve.y, fit.stress(np.array(curve.x)).to("MPa").m, rtol=1e-12)
    low, high = fit.band(np.array(curve.x), 0.9)
    np.testing.assert_allclose(band.y, np.concatenate([high.to("MPa").m, low.to("MPa").m[::-1]]), rtol=1e-12)
    assert band.name == "90 % band of the curve"
    assert "[MPa]" in figure.layout.yaxis.title.text
    assert figure.layout.xaxis.title.text == "true strain"
    assert "strength coefficient" in figure.layout.title.text


def test_the_axis_says_whether_the_strain_is_plastic() -> None:
    fit = m.fit_flow_law(STRAIN, cl.Quantity(STRESS, "MPa"), "hollomon", youngs_modulus="206 GPa")
    assert pictures.flow_curve_picture(fit).layout.xaxis.title.text == "true plastic strain"
