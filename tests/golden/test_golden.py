"""Published worked examples, through the public calls with quantities.

`cases*.jsonl` hold one example a line: its source, what it gives, which formulas answer it in which order, what
the source prints and to which relative tolerance its digits hold.  `derived` is arithmetic on what is given that
no formula of ours does, with the way it was worked out.  A step is a formula, or a `call` of something else in
chipload (an object or a plain function; `with` names what is known, a list of names makes a list, `plain` holds
words and numbers as they are), or a `read` of an attribute or method `of` something known.  `apart*.jsonl` hold
examples whose printed answer is not the right one for the question, with the right one and the reason.
"""

from __future__ import annotations

import json
import operator
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import chipload as cl
import chipload.cutting
import chipload.dynamics
import chipload.finish
import chipload.mechanics
from chipload.errors import ValidityWarning

FOLDER = Path(__file__).parent


def load(pattern: str) -> list[dict[str, Any]]:
    files = sorted(FOLDER.glob(pattern))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


CASES, APART = load("cases*.jsonl"), load("apart*.jsonl")


def quantity(value: Any, unit: str) -> Any:
    return cl.Quantity(np.asarray(value, dtype=float) if isinstance(value, list) else float(value), unit)


def answers(case: dict[str, Any]) -> dict[str, Any]:
    """Every result of the case, by the name the case gives it."""
    known = {name: quantity(*entry) for name, entry in case["given"].items() if entry[1] != "HB"}
    known |= {name: quantity(value, unit) for name, (value, unit, _how) in case.get("derived", {}).items()}
    for step in case["steps"]:
        found = taken(step, known)
        found = getattr(found, step["field"]) if "field" in step else found
        known[step["gives"]] = found[step["item"]] if "item" in step else found
    return known


def taken(step: dict[str, Any], known: dict[str, Any]) -> Any:
    """What one step gives, with what is known before it."""
    arguments = {
        argument: [known[one] for one in name] if isinstance(name, list) else known[name]
        for argument, name in step.get("with", {}).items()
    }
    if "formula" in step:
        formula = cl.FORMULAS[step["formula"]]
        unknown = step.get("solve_for")
        return formula.solve_for(unknown, **arguments) if unknown else formula(**arguments)
    arguments |= step.get("plain", {})
    if "call" in step:
        return operator.attrgetter(step["call"])(cl)(**arguments)
    found = operator.attrgetter(step["read"])(known[step["of"]])
    return found(**arguments) if callable(found) else found


def compare(case: dict[str, Any], expected: dict[str, Any]) -> list[tuple[str, str, Any, Any]]:
    """Name, unit, expected and found magnitude of everything to find."""
    found = answers(case)
    return [
        (name, unit, np.asarray(value, dtype=float), in_unit(found[name], unit))
        for name, (value, unit) in expected.items()
    ]


def in_unit(found: Any, unit: str) -> Any:
    """Magnitude in the unit the source prints; a feed per tooth or per turn may be printed as a length."""
    per = next((per for per in ("/turn", "/tooth") if per in str(found.units).replace(" ", "")), "")
    printed_as_length = per and "/" not in unit
    return found.to(f"{unit}{per}" if printed_as_length else unit).magnitude


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_published_answer(case: dict[str, Any]) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        rows = compare(case, case["find"])
    expected = {ValidityWarning} if case.get("warns") else set()
    assert {warning.category for warning in caught} == expected
    assert rows
    for name, unit, published, found in rows:
        np.testing.assert_allclose(found, published, rtol=case["tolerance_rel"], atol=0, err_msg=f"{name} [{unit}]")


@pytest.mark.parametrize("case", APART, ids=lambda case: case["id"])
def test_answer_kept_apart(case: dict[str, Any]) -> None:
    """Ours is the right value, and the printed one is really out of its own tolerance."""
    assert case["reason"]
    for name, _unit, right, found in compare(case, case["right"]):
        np.testing.assert_allclose(found, right, rtol=1e-6, atol=0, err_msg=name)
    for _name, _unit, published, found in compare(case, case["find"]):
        assert abs(found / published - 1) > case["tolerance_rel"]


def test_the_cases_are_in_order() -> None:
    ids = [case["id"] for case in (*CASES, *APART)]
    assert len(ids) == len(set(ids))
    assert len(CASES) >= 54
    for case in (*CASES, *APART):
        assert len(case["source"]) > 10
        assert case["topic"].replace("_", "").isalpha()
        assert 0 < case["tolerance_rel"] <= 0.03
        gives = {step["gives"] for step in case["steps"]}
        assert set(case["find"]) <= gives
        assert not set(case["find"]) & set(case["given"])
