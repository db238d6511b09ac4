"""Fits of flow laws: exact data, stated errors against Monte Carlo, a published test, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.stats import binom

import chipload as cl
from chipload import mechanics as m
from chipload.errors import InputError

MODULUS = 206e9
TRUE: dict[str, tuple[float, ...]] = {
    "hollomon": (737e6, 0.19),
    "ludwik": (300e6, 500e6, 0.45),
    "voce": (150e6, 320e6, 0.06),
    "ramberg osgood": (1184e6, 0.187),
}
EACH = pytest.mark.parametrize("law", TRUE)


def curve(law: str, strain: Any, values: Any) -> Any:
    if law == "ramberg osgood":
        return m.ramberg_osgood_stress.si(strain, MODULUS, *values)
    return {"hollomon": m.hollomon_stress, "ludwik": m.ludwik_stress, "voce": m.voce_stress}[law].si(strain, *values)


def fit(law: str, strain: Any, stress: Any, **how: Any) -> m.FlowFit:
    if law == "ramberg osgood":
        how["youngs_modulus"] = "206 GPa"
    return m.fit_flow_law(strain, cl.Quantity(stress, "Pa"), law, **how)


def values(found: m.FlowFit) -> list[float]:
    return [value.to_base_units().magnitude for value in found.constants.values()]


def errors(found: m.FlowFit) -> list[float]:
    return [value.to_base_units().magnitude for value in found.standard_errors.values()]


@EACH
def test_exact_points_give_the_constants_back(law: str) -> None:
    strain = np.linspace(0.005, 0.25, 30)
    found = fit(law, strain, curve(law, strain, TRUE[law]))
    np.testing.assert_allclose(values(found), TRUE[law], rtol=1e-5)
    assert found.r_squared == pytest.approx(1.0, abs=1e-9)
    np.testing.assert_allclose(found.stress(0.1).to("Pa").m, curve(law, 0.1, TRUE[law]), rtol=1e-6)


@EACH
def test_stated_errors_cover_the_truth_at_their_rate(law: str) -> None:
    """Of 95 % intervals some 95 % hold the true constants and the true curve: within what 300 draws can tell."""
    from scipy.stats import t

    rng, draws = np.random.default_rng(7), 300
    strain = np.linspace(0.01, 0.25, 25)
    exact = curve(law, strain, TRUE[law])
    held, inside = np.zeros(len(TRUE[law])), 0
    wide = t.ppf(0.975, strain.size - len(TRUE[law]))
    for _ in range(draws):
        found = fit(law, strain, exact + rng.normal(0, 3e6, strain.size))
        off = np.abs(np.array(values(found)) - TRUE[law])
        held += off <= wide * np.array(errors(found))
        low, high = found.band(0.15)
        inside += low.to("Pa").m <= curve(law, 0.15, TRUE[law]) <= high.to("Pa").m
    least, most = binom.ppf([1e-4, 1 - 1e-4], draws, 0.95)
    for count in (*held, inside):
        assert least <= count <= most


def test_the_scatter_is_found() -> None:
    rng = np.random.default_rng(3)
    strain = np.linspace(0.01, 0.25, 2000)
    found = fit("hollomon", strain, curve("hollomon", strain, TRUE["hollomon"]) + rng.normal(0, 5e6, strain.size))
    assert found.residual_deviation.to("MPa").m == pytest.approx(5.0, rel=0.05)


def test_hollomon_agrees_with_a_line_through_logarithms() -> None:
    """Without scatter the fit of stresses and that of logarithms are one; with little they are near."""
    strain = np.linspace(0.02, 0.2, 12)
    stress = 737e6 * strain**0.19 * (1 + 1e-4 * np.cos(50 * strain))
    slope, height = np.polyfit(np.log(strain), np.log(stress), 1)
    found = values(fit("hollomon", strain, stress))
    np.testing.assert_allclose(found, [np.exp(height), slope], rtol=1e-3)


ALUMINIUM_5005 = np.array([
    (0.01206, 160.776), (0.01545, 167.793), (0.01874, 168.785), (0.02181, 175.854), (0.02514, 176.647),
    (0.02835, 181.411), (0.03040, 183.769), (0.03330, 182.903), (0.03737, 190.149), (0.04007, 190.140),
    (0.04373, 191.198), (0.04673, 190.675), (0.05007, 192.679), (0.05373, 192.873), (0.05740, 190.907),
    (0.06073, 193.835), (0.06407, 194.485), (0.06773, 195.926), (0.07073, 195.891), (0.07406, 192.965),
    (0.07740, 196.981), (0.08007, 197.094), (0.08340, 194.791), (0.08640, 197.804), (0.09007, 195.781),
    (0.09273, 197.975),
])  # fmt: skip
"""Engineering strain and stress in MPa of a strip: every tenth point or so of examples/Al5005.csv in the public
repository bezborodow/stress-strain; the highest engineering stress in its file up to there is 198.43 MPa."""


def test_a_published_test() -> None:
    """The law goes through the serrations, and the tensile strength it foretells is the one that was measured."""
    strain, stress = ALUMINIUM_5005.T
    found = m.fit_flow_law(strain, cl.Quantity(stress, "MPa"), "hollomon", measure="engineering")
    assert found.r_squared > 0.97
    assert found.residual_deviation.to("MPa").m < 2.5
    foretold = m.necking_point(found.constants["strength_coefficient"], found.constants["hardening_exponent"])
    assert foretold.tensile_strength.to("MPa").m == pytest.approx(198.43, rel=0.02)
    voce = m.fit_flow_law(strain, cl.Quantity(stress, "MPa"), "voce", measure="engineering")
    assert voce.constants["saturation_stress"].to("MPa").m > 198


def test_the_elastic_part_is_taken_off() -> None:
    plastic = np.linspace(0.005, 0.2, 20)
    stress = curve("ludwik", plastic, TRUE["ludwik"])
    found = fit("ludwik", plastic + stress / MODULUS, stress, youngs_modulus="206 GPa")
    np.testing.assert_allclose(values(found), TRUE["ludwik"], rtol=1e-4)
    np.testing.assert_allclose(found.strain.magnitude, plastic, rtol=1e-9)


def test_engineering_points_are_made_true() -> None:
    true = np.linspace(0.01, 0.18, 20)
    stress = curve("hollomon", true, TRUE["hollomon"])
    found = fit("hollomon", np.expm1(true), stress * np.exp(-true), measure="engineering")
    np.testing.assert_allclose(values(found), TRUE["hollomon"], rtol=1e-6)


STRAIN = np.linspace(0.01, 0.2, 12)
GOOD = curve("hollomon", STRAIN, TRUE["hollomon"])


@pytest.mark.parametrize(
    ("strain", "stress", "how", "words"),
    [
        (STRAIN[:4], GOOD[:4], {}, "4 points are too few"),
        (STRAIN[::-1], GOOD, {}, "do not rise"),
        (STRAIN, GOOD[::-1], {}, "stress does not rise"),
        (STRAIN, np.full(12, 3e8), {}, "stress does not rise"),
        (STRAIN, GOOD[:-1], {}, "one for each strain"),
        (STRAIN - 0.01, GOOD, {}, "begin above zero strain"),
        (STRAIN * 0.01, GOOD, {"youngs_modulus": "206 GPa"}, "elastic part is taken off"),
        (STRAIN, GOOD, {"measure": "nominal"}, "true, engineering"),
        (np.linspace(0.01, 0.6, 30), 737e6 * np.linspace(0.01, 0.6, 30) ** 0.19
         * np.exp(-np.linspace(0.01, 0.6, 30)), {"measure": "engineering"}, "the bar necks there"),
    ],
)  # fmt: skip
def test_bad_points_are_explained(strain: Any, stress: Any, how: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        m.fit_flow_law(strain, cl.Quantity(stress, "Pa"), "hollomon", **how)


def test_what_the_fit_is_asked_beside_its_points() -> None:
    stress = cl.Quantity(GOOD, "Pa")
    with pytest.raises(InputError, match="give one elastic modulus"):
        m.fit_flow_law(STRAIN, stress, "hollomon", youngs_modulus=cl.Quantity([200.0, 210.0], "GPa"))
    with pytest.raises(InputError, match="a point lies at 0; leave the elastic range out"):
        m.fit_flow_law(STRAIN - 0.01, stress, "ramberg osgood", youngs_modulus="206 GPa")
    found = m.fit_flow_law(STRAIN, stress, "hollomon")
    for ask in (found.stress, found.band):
        with pytest.raises(InputError, match="give the size of the strain"):
            ask(-0.1)


def test_a_curve_that_hardens_little_gives_its_constants_back() -> None:
    stress = np.linspace(300e6, 460e6, 12)
    strain = stress / 200e9 + (stress / 500e6) ** (1 / 0.02)
    found = m.fit_flow_law(strain, cl.Quantity(stress, "Pa"), "ramberg osgood", youngs_modulus="200 GPa")
    np.testing.assert_allclose(values(found), [500e6, 0.02], rtol=1e-6)


def test_a_law_that_does_not_suit_is_told() -> None:
    rising = 1e8 + 5e9 * STRAIN**3
    with pytest.raises(InputError, match="do not determine the"):
        m.fit_flow_law(STRAIN, cl.Quantity(rising, "Pa"), "voce")
    with pytest.raises(InputError, match="needs the elastic modulus"):
        m.fit_flow_law(STRAIN, cl.Quantity(GOOD, "Pa"), "ramberg osgood")
    with pytest.raises(InputError, match="hollomon, ludwik"):
        m.fit_flow_law(STRAIN, cl.Quantity(GOOD, "Pa"), "swift")


def test_the_band_widens_with_confidence_and_away_from_the_points() -> None:
    rng = np.random.default_rng(5)
    found = fit("hollomon", STRAIN, GOOD + rng.normal(0, 3e6, STRAIN.size))

    def width(strain: float, confidence: float) -> float:
        low, high = found.band(strain, confidence)
        return float((high - low).to("MPa").m)

    assert width(0.1, 0.99) > width(0.1, 0.95) > width(0.1, 0.5) > 0
    assert width(0.5, 0.95) > width(0.1, 0.95)
    with pytest.raises(InputError, match="between 0 and 1"):
        found.band(0.1, 95)
