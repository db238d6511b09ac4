"""What every formula says of itself: docstring, symbols, equation and source."""

from __future__ import annotations

import csv
import inspect
import re
from collections import defaultdict

import pytest
from formula_examples import NAMES

import chipload as cl
from chipload.data_files import data_folder
from chipload.units.glossary import SYMBOLS

EACH = pytest.mark.parametrize("name", NAMES)
SECTION = re.compile(r"^(?P<title>[A-Z][A-Za-z ]+)\n-+$", re.MULTILINE)


def sections(name: str) -> dict[str, str]:
    """The numpydoc sections of a formula's docstring."""
    text = inspect.getdoc(cl.FORMULAS[name]) or ""
    marks = list(SECTION.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return {mark["title"]: text[mark.end() : end].strip("\n") for mark, end in zip(marks, ends, strict=True)}


def sources() -> set[str]:
    with (data_folder() / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {row["source"] for row in csv.DictReader(file)}


def test_the_sections_are_found() -> None:
    assert list(sections("cutting.spindle_speed")) == [
        "Parameters",
        "Returns",
        "Notes",
        "References",
        "Examples",
    ]


@EACH
def test_docstring_describes_every_parameter(name: str) -> None:
    described: list[str] = []
    for line in sections(name)["Parameters"].splitlines():
        if line and not line.startswith(" "):
            described += [word.strip() for word in line.split(":")[0].split(",")]
    assert tuple(described) == cl.FORMULAS[name].parameters


@EACH
def test_docstring_has_its_sections(name: str) -> None:
    found = sections(name)
    for title in ("Returns", "References", "Examples"):
        assert len(found[title].split()) > 1, title
    assert ">>>" in found["Examples"]
    if cl.FORMULAS[name].requires:
        assert "InputError" in found["Raises"]
    if cl.FORMULAS[name].valid:
        assert "ValidityWarning" in found["Warns"]


@EACH
def test_docstring_begins_with_one_sentence(name: str) -> None:
    first = (inspect.getdoc(cl.FORMULAS[name]) or "").split("\n\n")[0]
    assert re.fullmatch(r"[A-Z][^\n]+\.", first)


@EACH
def test_source_is_in_the_table(name: str) -> None:
    assert cl.FORMULAS[name].source in sources()


@EACH
def test_every_argument_is_in_the_glossary(name: str) -> None:
    formula = cl.FORMULAS[name]
    for parameter in formula.parameters:
        if formula.kind_of(parameter) is not None:
            assert parameter in SYMBOLS


@EACH
def test_every_result_is_in_the_glossary(name: str) -> None:
    formula = cl.FORMULAS[name]
    assert formula.symbol in {symbol for symbol, words in SYMBOLS.values()}
    if len(formula.results) > 1:
        for result in formula.results:
            assert result in SYMBOLS


def test_one_name_has_one_unit() -> None:
    units: dict[str, set[str]] = defaultdict(set)
    for formula in (cl.FORMULAS[name] for name in NAMES):
        for parameter in formula.parameters:
            kind = formula.kind_of(parameter)
            if kind is not None:
                units[parameter].add(kind.unit)
        for result, kind in zip(formula.results, formula.result_kinds, strict=True):
            units[result].add(kind.unit)
    assert {name: found for name, found in units.items() if len(found) > 1} == {}


@EACH
def test_equation_reads_as_plain_text(name: str) -> None:
    text = cl.FORMULAS[name].plain_equation
    assert len(text) > 4
    assert "=" in text
    for mark in "\\{}$":
        assert mark not in text
    depth = 0
    for char in text:
        depth += {"(": 1, ")": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


@EACH
def test_equation_shows_its_own_symbol(name: str) -> None:
    formula = cl.FORMULAS[name]
    symbols = [formula.plain_symbol(None)]
    if len(formula.results) > 1:
        symbols += [formula.plain_symbol(result) for result in formula.results]
    assert any(symbol in formula.plain_equation for symbol in symbols)


@EACH
def test_repr_tells_name_equation_unit_and_source(name: str) -> None:
    formula = cl.FORMULAS[name]
    text = repr(formula)
    assert text.startswith(f"{formula.__name__}(")
    assert formula.plain_equation in text
    assert formula.source in text
    for kind in formula.result_kinds:
        assert (kind.metric.label or "-") in text
    for parameter in formula.parameters:
        assert parameter in text


@EACH
def test_symbols_read_as_plain_text(name: str) -> None:
    formula = cl.FORMULAS[name]
    for parameter in formula.parameters:
        if formula.kind_of(parameter) is not None:
            assert not set(formula.plain_symbol(parameter)) & set("\\{}$")


@EACH
def test_example_has_only_arguments(name: str) -> None:
    formula = cl.FORMULAS[name]
    assert set(formula.example) <= set(formula.parameters)
    required = {key for key, p in formula.signature.parameters.items() if p.default is p.empty}
    assert required <= set(formula.example)


def test_no_name_stands_in_two_subjects() -> None:
    from chipload.units.glossary import SUBJECTS

    names = [name for subject in SUBJECTS for name in subject.WORDS]
    assert len(names) == len(set(names)) == len(SYMBOLS)
