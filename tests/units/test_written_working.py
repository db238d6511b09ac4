"""The working in full: numbers put into equations, and the three forms in which it is written."""

from __future__ import annotations

import math
import re
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Any

import pint
import pytest
from formula_examples import NAMES, example, full_example

import chipload as cl
from chipload.units import Working, working
from chipload.units.substitution import Number, clauses, read, substitute, typeset, write
from chipload.units.written import entries, escaped, number

EACH = pytest.mark.parametrize("name", NAMES)
SYSTEM = pytest.mark.parametrize("system", ["metric", "inch"])


@dataclass(frozen=True)
class Cited:
    author: str
    title: str
    year: str
    address: str


SOURCES = {"iso3002": Cited("A & B", "On <speeds>, 50% of v_c", "1984", "https://example.org/a_b?c&d")}


def worked(name: str) -> Working:
    with working() as steps:
        cl.FORMULAS[name].si(**full_example(name))
    return steps


def speed() -> Working:
    with working() as steps:
        cl.cutting.spindle_speed("300 m/min", "10 mm")
    return steps


def put(latex: str, *, apart: bool = False, **numbers: Any) -> str:
    given = {
        symbol: Number(str(value), plain=isinstance(value, (int, float)) and value >= 0, negative=str(value)[0] == "-")
        for symbol, value in numbers.items()
    }
    return substitute(latex, given, apart=apart)[0]


class TestSubstitution:
    def test_a_symbol_is_not_a_part_of_another(self) -> None:
        given = {"v_c": Number("1 A", plain=False), "h": Number("2 B", plain=False), "m": Number("3 C", plain=False)}
        text, found = substitute(r"x = v_{c0} + v_c + h_m + h + m_h + \max(m, h_{m})", given)
        assert text == r"x = v_{c0} + 1 A + h_m + 2 B + m_h + \max(3 C, h_m)"
        assert found == {"v_c", "h", "m"}

    def test_an_index_and_a_command_keep_their_letters(self) -> None:
        assert put(r"\sin(n) i_n \min(n_i)", i=1, n="2 A") == r"\sin(n) i_n \min(n_i)"  # no equation at all
        assert put(r"y = \sin(n) i_n \min(n_i)", i=1, n="2 A") == r"y = \sin(2 A) i_n \min(n_i)"

    def test_braces_and_order_of_scripts_do_not_matter(self) -> None:
        assert put("y = k_{c}^2 k^2_c", k_c="3 A") == "y = (3 A)^2 (3 A)^2"

    def test_primes_and_stars_belong_to_the_symbol(self) -> None:
        given = {r"\sigma'_f": Number("1 A", plain=False), "E^*": Number("2 B", plain=False)}
        text, _ = substitute(r"y = \frac{\sigma'_f^2}{E} + \sigma_f + E^* + \frac{1}{E^*}", given)
        assert text == r"y = \frac{(1 A)^2}{E} + \sigma_f + 2 B + \frac{1}{2 B}"

    def test_a_difference_is_one_symbol(self) -> None:
        assert put(r"y = \Delta T + T", T="5 K") == r"y = \Delta T + 5 K"
        text, _ = substitute(r"y = \Delta T^2 + T", {r"\Delta T": Number("5 K", plain=False)})
        assert text == "y = (5 K)^2 + T"

    @pytest.mark.parametrize(
        ("equation", "expected"),
        [
            ("y = a", "y = 2 A"),
            ("y = a + b", "y = 2 A + 3"),
            ("y = 4 a", "y = 4 (2 A)"),
            ("y = a b", "y = (2 A) (3)"),
            (r"y = a \cdot b", r"y = 2 A \cdot 3"),
            ("y = a^b", "y = (2 A)^3"),
            (r"y = \frac{a}{b}", r"y = \frac{2 A}{3}"),
            (r"y = \frac{a}{b} a", r"y = \frac{2 A}{3} (2 A)"),
            ("y = 1 / b", "y = 1 / 3"),
            ("y = 1 / a", "y = 1 / (2 A)"),
            ("y = (a + 1) a", "y = (2 A + 1) (2 A)"),
            (r"y = \sqrt{a} \sin(a)", r"y = \sqrt{2 A} \sin(2 A)"),
            (r"y = \left|a\right|", r"y = \left|2 A\right|"),
            ("y = c + 1", "y = -4 + 1"),
            ("y = 1 - c", "y = 1 - (-4)"),
            ("y = 1^{-c}", "y = 1^{-(-4)}"),
            ("y = 1^c", "y = 1^{-4}"),
        ],
    )
    def test_parentheses_where_they_are_needed(self, equation: str, expected: str) -> None:
        assert put(equation, a="2 A", b=3, c=-4) == expected

    def test_without_a_bar_a_fraction_needs_them_too(self) -> None:
        assert put(r"y = \frac{a}{b} + \frac{a - a}{2}", a="2 A", b=3, apart=True) == (
            r"y = \frac{(2 A)}{3} + \frac{2 A - 2 A}{2}"
        )

    def test_what_is_bound_stays(self) -> None:
        assert put(r"y = \int_0^a F x dx + x_0", a="1 A", x="2 B", F="3 C") == r"y = \int_0^{1 A} (3 C) x dx + x_0"
        assert put(r"y = \int_a^1 \sin(\theta) d\theta", a="1 A", **{r"\theta": "2 B", "d": "3 C"}) == (
            r"y = \int_{1 A}^1 \sin(\theta) d\theta"
        )

    def test_a_function_stays(self) -> None:
        assert put("y = h(f) + h (f)", h="1 A", f="2 B") == "y = h(2 B) + (1 A) (2 B)"

    def test_a_condition_stays(self) -> None:
        assert put(r"y = a \text{ for } a < 1", a="2 A") == r"y = 2 A \text{ for } a < 1"
        assert put(r"y = a \quad (a < 1) ,\quad a \ge 1", a="2 A") == r"y = 2 A \quad (a < 1) ,\quad a \ge 1"
        assert put(r"y = 1, a < 1", a="2 A") == "y = 1, a < 1"

    def test_several_equal_signs_and_an_implicit_equation(self) -> None:
        assert put(r"y = \frac{a}{x} = u + a", a="2 A") == r"y = \frac{2 A}{x} = u + 2 A"
        assert put(r"a = \frac{y}{2} + a", a="2 A") == r"2 A = \frac{y}{2} + 2 A"

    def test_cases_pass_through(self) -> None:
        text = put(r"y = \begin{cases} a & 1 \\ 2 a & 3 \end{cases}", a="5 A")
        assert text == r"y = \begin{cases} 5 A & 1 \\ 2 (5 A) & 3 \end{cases}"

    @EACH
    def test_every_equation_is_read_without_loss(self, name: str) -> None:
        """Braces around a single character, and where a prime stands, are a matter of spelling."""

        def spelling(latex: str) -> list[str]:
            return sorted(re.sub(r"[\s{}]", "", latex))

        equation = cl.FORMULAS[name].equation
        assert spelling(write(read(equation))) == spelling(equation)
        assert substitute(equation, {})[0] == r" ,\quad ".join(clauses(equation))

    @pytest.mark.parametrize("bad", [r"\frac{a", "a}", r"\text{a"])
    def test_braces_must_close(self, bad: str) -> None:
        with pytest.raises((ValueError, IndexError), match=r"brace|range"):
            read(bad)


class TestNumbers:
    @pytest.mark.parametrize(
        ("kind", "value", "expected"),
        [
            ("SPINDLE_SPEED", 50.0, r"3000\,\mathrm{rpm}"),
            ("ANGLE", math.pi / 2, r"90.0^{\circ}"),
            ("TEMPERATURE", 298.15, r"25.0\,{}^{\circ}\mathrm{C}"),
            ("STIFFNESS", 2e7, r"20.00\,\mathrm{N/\mu{}m}"),
            ("STIFFNESS", math.inf, r"\infty"),
            ("SECOND_MOMENT", 1e-12, r"1.0\,\mathrm{mm^4}"),
            ("CROSS_RECEPTANCE", 1e-12, r"1 \cdot 10^{-12}\,\mathrm{1/N}"),
            ("RATIO", -0.25, "-0.250"),
        ],
    )
    def test_units_are_set_upright(self, kind: str, value: float, expected: str) -> None:
        assert number(cl.units.KINDS[kind], value, "metric").text == expected

    def test_an_option_is_a_word(self) -> None:
        assert number(None, "up_cut", "metric").text == r"\text{up\_cut}"

    def test_words_and_units_of_an_equation(self) -> None:
        assert typeset("K = 0.9 else", frozenset()) == r"K = 0.9 \text{ else }"
        assert typeset(r"K = \frac{h}{1 mm} VB_{max}", frozenset({"VB"})) == r"K = \frac{h}{1\,\mathrm{mm}} VB_{max}"
        assert typeset(r"y = \int x dx", frozenset()) == r"y = \int x dx"


# Formulas of plain arithmetic, whose text can be worked out by anyone.
ARITHMETIC = [
    "cutting.spindle_speed",
    "cutting.cutting_speed",
    "cutting.feed_rate",
    "cutting.milling_power",
    "cutting.spindle_torque",
    "cutting.drilling_torque",
    "cutting.inside_radial_depth",
    "mechanics.rectangle_second_moment",
    "mechanics.hexagon_bar_mass",
    "mechanics.axial_elongation",
    "mechanics.flexural_rigidity",
    "mechanics.shear_modulus",
    "dynamics.mass_on_spring_frequency",
    "finish.turned_ra",
]


def worked_out(text: str) -> pint.Quantity:
    """A line of text with units, evaluated by pint, which knows nothing of formulas; a turn and a tooth are one."""
    units = pint.UnitRegistry()
    for word, stands_for in (
        ("rpm", "1/min"),
        ("sfm", "ft/min"),
        ("/tooth", ""),
        ("/rev", ""),
        ("Hz", "1/s"),
        ("°", "deg"),
    ):
        text = text.replace(word, stands_for)
    text = text.translate(str.maketrans({"²": "**2", "³": "**3", "⁴": "**4"})).replace("π", f"({math.pi})")
    while "√(" in text:
        start = text.index("√(")
        depth, end = 1, start + 2
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        text = f"{text[:start]}({text[start + 2 : end - 1]})**0.5{text[end:]}"
    return units.Quantity(1, "") * units.parse_expression(text)


@pytest.mark.parametrize("name", ARITHMETIC)
@SYSTEM
def test_the_numbers_come_to_the_result(name: str, system: str) -> None:
    """Shown digits are rounded, so that the two agree to what the roundest of them leaves."""
    with working() as steps:
        cl.FORMULAS[name].si(**example(name))
    (entry,) = entries(steps, system, None)
    found = worked_out(entry.numbers[0].text.split(" = ")[1])
    shown = worked_out(entry.result[0].text.split(" = ")[1])
    assert found.to(shown.units).magnitude == pytest.approx(shown.magnitude, rel=3e-3)


class TestText:
    def test_nested_steps_say_what_they_are_for(self) -> None:
        with working() as steps:
            cl.cutting.feed_for_max_chip("0.06 mm", "1 mm", "10 mm")
        text = steps.to_text()
        assert "    1. " in text
        assert "(for step 2)" in text
        assert text.splitlines()[-1].startswith("   source")

    def test_the_source_in_full(self) -> None:
        lines = speed().to_text(sources=SOURCES).splitlines()
        assert lines[-2:] == [
            "   source    A & B, On <speeds>, 50% of v_c (1984)",
            "             https://example.org/a_b?c&d",
        ]

    def test_inch(self) -> None:
        assert "n = (984 sfm) / (π (0.3937 in))" in speed().to_text("inch")

    def test_a_note_is_shown_in_the_system_asked_for(self) -> None:
        with working() as steps:
            cl.cutting.specific_cutting_force.si(1e-5, 1.7e9, 0.25)
        assert "0.0500 mm" in steps.to_text()
        assert "0.00197 in" in steps.to_text("inch")
        assert 'role="note"' in steps.to_html()
        assert r"\emph{" in steps.to_latex()

    def test_an_option_is_told_apart(self) -> None:
        with working() as steps:
            cl.cutting.side_engagement("2 mm", "10 mm", direction="up")
        assert "with      direction = up" in steps.to_text()
        assert r"\text{direction} = \text{up}" in steps.to_latex()

    def test_what_is_taken_comes_first(self) -> None:
        steps = speed()
        steps.taken.append("E = 200 GPa & more (S14)")
        assert steps.to_text().startswith("Taken from tables or assumed\n  - E = 200 GPa & more (S14)\n1. ")
        assert steps.to_html().startswith(
            "<p>Taken from tables or assumed</p><ul><li>E = 200 GPa &amp; more (S14)</li>"
        )
        assert r"\item E = 200 GPa \& more (S14)" in steps.to_latex()

    def test_an_empty_working(self) -> None:
        with working() as steps:
            pass
        assert steps.to_text() == steps.to_latex() == ""
        assert "<tbody></tbody>" in steps.to_html()

    def test_two_inputs_of_one_symbol_are_not_mixed_up(self) -> None:
        entry = entries(worked("cutting.plunge_engagement_angle"), "metric", None)[-1]
        assert [line.text.split(" = ")[0] for line in entry.given] == ["a_e", "a_e"]
        assert "a_e" in entry.numbers[0].text

    def test_arrays_show_their_range(self) -> None:
        with working() as steps:
            cl.cutting.spindle_speed(cl.Quantity([100.0, 300.0], "m/min"), "10 mm")
        assert r"100.0 \dots 300.0\,\mathrm{m/min}" in steps[0].substituted()
        assert "(100.0 … 300.0 m/min) / " in steps.to_text()


def parsed(page: str) -> ET.Element:
    return ET.fromstring(f"<page>{page}</page>")


class TestHtml:
    def test_heads_and_caption(self) -> None:
        page = parsed(speed().to_html(sources=SOURCES))
        assert page.find(".//caption") is not None
        assert {head.get("scope") for head in page.findall(".//thead//th")} == {"col"}
        assert [head.get("scope") for head in page.findall(".//tbody//th")] == ["row"]

    def test_sources_are_escaped_and_linked(self) -> None:
        page = parsed(speed().to_html(sources=SOURCES))
        (link,) = page.findall(".//a")
        assert link.get("href") == link.text == "https://example.org/a_b?c&d"
        assert "On <speeds>, 50% of v_c (1984)" in "".join(page.itertext())

    def test_an_address_that_is_no_page_is_no_link(self) -> None:
        odd = {"iso3002": Cited("", "T", "", "javascript:alert(1)")}
        assert "<a " not in speed().to_html(sources=odd)

    def test_nesting_is_indented(self) -> None:
        with working() as steps:
            cl.cutting.feed_for_max_chip("0.06 mm", "1 mm", "10 mm")
        deep, top = parsed(steps.to_html()).findall(".//tbody//th")
        assert deep.get("style") != top.get("style")
        assert "for step 2" in "".join(deep.itertext())

    def test_a_notebook_shows_it(self) -> None:
        assert speed()._repr_html_() == speed().to_html()

    def test_without_the_library_the_equation_is_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "latex2mathml.converter", None)
        page = parsed(speed().to_html())
        assert "n = (300.0 m/min) / (π (10.000 mm))" in "".join(page.itertext())
        assert not list(page.iter("{http://www.w3.org/1998/Math/MathML}math"))

    @EACH
    def test_every_equation_becomes_mathml(self, name: str) -> None:
        """The library is also an independent reader: it refuses what LaTeX refuses, such as two powers."""
        pytest.importorskip("latex2mathml", reason="latex2mathml is not installed")
        steps = worked(name)
        page = parsed(steps.to_html())
        equations = page.findall(".//{http://www.w3.org/1998/Math/MathML}math")
        count = sum(
            1 + len(entry.equation) + len(entry.numbers) + len(entry.given) + len(entry.result)
            for entry in entries(steps, "metric", None)
        )
        assert len(equations) == count


class TestLatex:
    def test_special_characters_are_escaped(self) -> None:
        assert escaped(r"a_b & 50% #1 $2 {x} ~ ^ \y") == (
            r"a\_b \& 50\% \#1 \$2 \{x\} \textasciitilde{} \textasciicircum{} \textbackslash{}y"
        )
        text = speed().to_latex(sources=SOURCES)
        assert r"Source: A \& B, On <speeds>, 50\% of v\_c (1984)." in text

    @SYSTEM
    @EACH
    def test_every_formula_is_well_formed(self, name: str, system: str) -> None:
        walker = pytest.importorskip("pylatexenc.latexwalker", reason="pylatexenc is not installed")
        steps = worked(name)
        texts = [steps.to_latex(system), *(f"${step.substituted(system)}$" for step in steps)]
        for text in texts:
            nodes, _, length = walker.LatexWalker(text, tolerant_parsing=False).get_latex_nodes()
            assert length == len(text)
            assert nodes
            bare = re.sub(r"\\[{}]", "", text)
            assert bare.count("{") == bare.count("}")
        odd = {char for char in texts[0] if not char.isascii()}
        assert all(char.isalpha() and char != "µ" and ord(char) < 0x180 for char in odd), odd
        environments = re.findall(r"\\begin\{(\w+\*?)\}", texts[0])
        assert sorted(environments) == sorted(re.findall(r"\\end\{(\w+\*?)\}", texts[0]))
        assert set(environments) <= {"list", "equation*", "gathered"}
