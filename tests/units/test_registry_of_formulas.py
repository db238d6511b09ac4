"""What holds for every formula: one parametrised suite over the registry of formulas."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import pytest
from formula_examples import (
    NAMES,
    at,
    example,
    full_example,
    is_quantity,
    magnitudes,
    parts,
    quantities,
    spread,
)

import chipload as cl
from chipload.errors import InputError, UnitError
from chipload.units import formulas as formulas_module

EACH = pytest.mark.parametrize("name", NAMES)
PARAMETERS = [(name, parameter) for name in NAMES for parameter in cl.FORMULAS[name].parameters]
MEASURED = [(name, key) for name, key in PARAMETERS if cl.FORMULAS[name].kind_of(key) is not None]
OPTIONS = [(name, key) for name, key in PARAMETERS if cl.FORMULAS[name].kind_of(key) is None]


def test_the_rooms_are_registered() -> None:
    for room in (cl.cutting, cl.finish, cl.mechanics):
        public = {getattr(room, word) for word in room.__all__ if isinstance(getattr(room, word), cl.units.Formula)}
        key = room.__name__.split(".")[1]
        registered = {cl.FORMULAS[name] for name in NAMES if name.startswith(f"{key}.")}
        assert public == registered
        assert len(public) > 1


@EACH
def test_metric_and_inch_agree(name: str) -> None:
    formula, values = cl.FORMULAS[name], full_example(name)
    metric = magnitudes(formula, formula(**quantities(formula, values)))
    inch = magnitudes(formula, formula(**quantities(formula, values, "inch")))
    np.testing.assert_allclose(inch, metric, rtol=1e-12)


@EACH
def test_the_texts_of_the_example_agree_with_quantities(name: str) -> None:
    formula = cl.FORMULAS[name]
    from_text = magnitudes(formula, formula(**formula.example))
    from_quantities = magnitudes(formula, formula(**quantities(formula, example(name))))
    np.testing.assert_allclose(from_text, from_quantities, rtol=1e-12)


@EACH
def test_si_agrees_with_the_quantity_call(name: str) -> None:
    formula, values = cl.FORMULAS[name], full_example(name)
    with_units = parts(formula, formula(**quantities(formula, values)))
    plain = parts(formula, formula.si(**values))
    for quantity, number, kind in zip(with_units, plain, formula.result_kinds, strict=True):
        assert is_quantity(quantity)
        assert quantity.units == cl.units.registry().Unit(kind.metric.unit)
        assert quantity.to(kind.unit).magnitude == pytest.approx(number, rel=1e-13, abs=0)


@EACH
def test_scalars_come_back_as_floats(name: str) -> None:
    formula = cl.FORMULAS[name]
    for magnitude in magnitudes(formula, formula(**formula.example)):
        assert type(magnitude) is float


@EACH
def test_array_and_scalar_agree(name: str) -> None:
    formula = cl.FORMULAS[name]
    arrays = spread(formula, full_example(name))
    together = magnitudes(formula, formula(**quantities(formula, arrays)))
    for index in range(3):
        alone = magnitudes(formula, formula(**quantities(formula, at(formula, arrays, index))))
        for whole, single in zip(together, alone, strict=True):
            assert whole.shape == (3,)
            assert whole[index] == pytest.approx(single, rel=1e-13, abs=0)


@EACH
def test_broadcasting(name: str) -> None:
    formula = cl.FORMULAS[name]
    arrays = spread(formula, full_example(name))
    measured = [key for key in arrays if formula.kind_of(key) is not None]
    columns = set(measured[::2]) if len(measured) > 1 else set()
    shaped = {key: value[:2, None] if key in columns else value for key, value in arrays.items()}
    shape = (2, 3) if columns else (3,)
    together = magnitudes(formula, formula(**quantities(formula, shaped)))
    for index in np.ndindex(shape):
        point = {
            key: value if formula.kind_of(key) is None else float(np.broadcast_to(value, shape)[index])
            for key, value in shaped.items()
        }
        alone = magnitudes(formula, formula(**quantities(formula, point)))
        for whole, single in zip(together, alone, strict=True):
            assert whole.shape == shape
            assert whole[index] == pytest.approx(single, rel=1e-13, abs=0)


@EACH
def test_long_arrays_agree_with_the_kernel(name: str) -> None:
    """Above the block size the call works in pieces."""
    formula = cl.FORMULAS[name]
    count = 2 * formulas_module._BLOCK + 7
    arrays = spread(formula, full_example(name), count)
    with_units = parts(formula, formula(**quantities(formula, arrays)))
    plain = parts(formula, formula.si(**arrays))
    for quantity, numbers, kind in zip(with_units, plain, formula.result_kinds, strict=True):
        assert quantity.magnitude.shape == (count,)
        np.testing.assert_allclose(quantity.to(kind.unit).magnitude, numbers, rtol=1e-13)


@EACH
def test_one_long_array_among_scalars(name: str) -> None:
    formula = cl.FORMULAS[name]
    count = formulas_module._BLOCK + 3
    values = full_example(name)
    for key in [key for key in values if formula.kind_of(key) is not None]:
        mixed = {**values, key: spread(formula, {key: values[key]}, count)[key]}
        with_units = parts(formula, formula(**quantities(formula, mixed)))
        plain = parts(formula, formula.si(**mixed))
        for quantity, numbers, kind in zip(with_units, plain, formula.result_kinds, strict=True):
            expected = np.broadcast_to(numbers, (count,))
            np.testing.assert_allclose(quantity.to(kind.unit).magnitude, expected, rtol=1e-13)


@EACH
def test_empty_arrays(name: str) -> None:
    formula = cl.FORMULAS[name]
    arrays = spread(formula, full_example(name))
    empty = {key: value if formula.kind_of(key) is None else value[:0] for key, value in arrays.items()}
    for magnitude in magnitudes(formula, formula(**quantities(formula, empty))):
        assert magnitude.shape == (0,)


@EACH
def test_inputs_are_left_alone(name: str) -> None:
    formula = cl.FORMULAS[name]
    for count in (3, formulas_module._BLOCK + 3):
        arrays = spread(formula, full_example(name), count)
        given = quantities(formula, arrays)
        before = {key: np.copy(getattr(value, "magnitude", value)) for key, value in given.items()}
        formula(**given)
        formula.si(**arrays)
        fresh = spread(formula, full_example(name), count)
        for key, value in given.items():
            np.testing.assert_array_equal(getattr(value, "magnitude", value), before[key])
            np.testing.assert_array_equal(arrays[key], fresh[key])


@EACH
def test_results_share_no_memory_with_inputs(name: str) -> None:
    formula = cl.FORMULAS[name]
    given = quantities(formula, spread(formula, full_example(name)))
    for result in magnitudes(formula, formula(**given)):
        for value in given.values():
            if is_quantity(value):
                assert not np.shares_memory(result, value.magnitude)


@pytest.mark.parametrize(("name", "parameter"), MEASURED)
def test_a_wrong_dimension_is_refused_by_name(name: str, parameter: str) -> None:
    formula = cl.FORMULAS[name]
    registry = cl.units.registry()
    for bad in ("3 cd", registry.Quantity(3.0, "cd"), registry.Quantity(np.ones(3), "cd")):
        given = {**quantities(formula, full_example(name)), parameter: bad}
        with pytest.raises(UnitError) as caught:
            formula(**given)
        (sentence,) = caught.value.problems
        assert sentence.startswith(f"{formula.__name__}, {parameter}: ")
        assert formula.kind_of(parameter).example in sentence


@EACH
@pytest.mark.parametrize("size", [3, formulas_module._BLOCK + 3])
def test_all_bad_arguments_are_reported_at_once(name: str, size: int) -> None:
    formula = cl.FORMULAS[name]
    bad = cl.units.registry().Quantity(np.ones(size), "cd")
    given = {key: bad if formula.kind_of(key) else value for key, value in full_example(name).items()}
    with pytest.raises(UnitError) as caught:
        formula(**given)
    named = [sentence.split(": ")[0] for sentence in caught.value.problems]
    measured = [key for key in formula.parameters if formula.kind_of(key)]
    assert named == [f"{formula.__name__}, {key}" for key in measured]


@pytest.mark.parametrize(("name", "parameter"), OPTIONS)
def test_an_option_rejects_unknown_words(name: str, parameter: str) -> None:
    formula = cl.FORMULAS[name]
    known = formula.example[parameter]
    for bad in ("sideways", "", known.upper(), 1, None):
        with pytest.raises(InputError, match=parameter) as caught:
            formula(**{**formula.example, parameter: bad})
        assert known in str(caught.value)


@EACH
def test_positional_and_keyword_arguments_agree(name: str) -> None:
    formula = cl.FORMULAS[name]
    given = quantities(formula, full_example(name))
    only_by_name = [key for key, p in formula.signature.parameters.items() if p.kind is p.KEYWORD_ONLY]
    positional = [given[key] for key in formula.parameters if key not in only_by_name]
    named = {key: given[key] for key in only_by_name}
    np.testing.assert_array_equal(
        magnitudes(formula, formula(*positional, **named)), magnitudes(formula, formula(**given))
    )


@EACH
def test_defaults_given_or_not_agree(name: str) -> None:
    formula = cl.FORMULAS[name]
    finite = {
        key: p.default
        for key, p in formula.signature.parameters.items()
        if p.default is not inspect.Parameter.empty and (formula.kind_of(key) is None or np.isfinite(p.default))
    }
    values = {**finite, **example(name)}
    np.testing.assert_allclose(
        magnitudes(formula, formula(**quantities(formula, values))),
        magnitudes(formula, formula(**formula.example)),
        rtol=1e-13,
    )


@EACH
def test_wrong_arguments_are_explained(name: str) -> None:
    formula = cl.FORMULAS[name]
    with pytest.raises(InputError, match=formula.parameters[0]):
        formula()
    with pytest.raises(InputError, match="no_such_argument"):
        formula(**formula.example, no_such_argument="1 mm")


@EACH
def test_shapes_that_do_not_fit_are_explained(name: str) -> None:
    formula = cl.FORMULAS[name]
    arrays = spread(formula, example(name))
    measured = [key for key in arrays if formula.kind_of(key) is not None]
    if len(measured) == 1:
        assert magnitudes(formula, formula(**quantities(formula, arrays)))[0].shape == (3,)
        return
    arrays[measured[-1]] = arrays[measured[-1]][:2]
    with pytest.raises(InputError, match=formula.__name__):
        formula(**quantities(formula, arrays))


@EACH
def test_a_formula_pickles_by_name(name: str) -> None:
    import pickle

    formula: Any = cl.FORMULAS[name]
    assert pickle.loads(pickle.dumps(formula)) is formula
