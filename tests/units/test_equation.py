"""LaTeX read out as a line of plain text."""

from __future__ import annotations

import pytest

from chipload.units.equation import plain

READINGS = {
    r"x": "x",
    r"\frac{a}{b}": "a / b",
    r"\frac{v_c}{\pi D}": "v_c / (π D)",
    r"\frac{a + b}{c}": "(a + b) / c",
    r"\frac{a b}{c - d}": "a b / (c - d)",
    r"\frac{a}{\frac{b}{c}}": "a / (b / c)",
    r"\frac{(a + b)}{c}": "(a + b) / c",
    r"\frac12": "1 / 2",
    r"x^2": "x²",
    r"x^{12}": "x^12",
    r"x^{-1}": "x⁻¹",
    r"h^{-m_c}": "h^(-m_c)",
    r"h^{1 - m_c}": "h^(1 - m_c)",
    r"x_1": "x₁",
    r"x_{12}": "x₁₂",
    r"k_{c1.1}": "k_c1.1",
    r"v_c": "v_c",
    r"\sqrt{a^2 + b}": "√(a² + b)",
    r"2 \sqrt{x (1 - x)}": "2 √(x (1 - x))",
    r"\sin(\kappa_r)": "sin(κ_r)",
    r"\sin \phi": "sin φ",
    r"\cos^2 \theta": "cos² θ",
    r"\arccos(1 - \frac{2 a_e}{D})": "arccos(1 - 2 a_e / D)",
    r"\left( a \right)": "( a )",
    r"a\,b": "a b",
    r"a \cdot b \le c": "a · b ≤ c",
    r"r_\epsilon": "r_ε",
    r"\frac{\pi}{2} - \psi_r": "π / 2 - ψ_r",
    r"\text{max}": "max",
    r"a   b": "a b",
    r"  a ": "a",
}


@pytest.mark.parametrize("latex", READINGS)
def test_reading(latex: str) -> None:
    assert plain(latex) == READINGS[latex]


@pytest.mark.parametrize("latex", [r"\frac{a", r"\sqrt{x", r"x_{1"])
def test_an_unclosed_brace_is_refused(latex: str) -> None:
    with pytest.raises(ValueError, match="brace"):
        plain(latex)
