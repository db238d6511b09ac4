"""The door: kinds resolve, a turn is one turn however it is written, and what cannot be is refused."""

from __future__ import annotations

import numpy as np
import pint
import pytest

import chipload as cl
from chipload.errors import InputError, UnitError
from chipload.units import KINDS, from_kernel, registry, to_kernel
from chipload.units.kinds import Kind

LENGTH, DIAMETER, COUNT = KINDS["LENGTH"], KINDS["DIAMETER"], KINDS["COUNT"]


def quantity(value: object, unit: str) -> pint.Quantity:
    return registry().Quantity(value, unit)


@pytest.mark.parametrize("name", KINDS)
class TestEveryKind:
    @staticmethod
    def one_of(kind: Kind) -> float:
        """A value the kind can have: 1 where it can."""
        return min(1.0, kind.high)

    def test_kernel_unit_and_what_counts_as_it(self, name: str) -> None:
        kind = KINDS[name]
        for unit in (kind.unit, *kind.also):
            assert to_kernel(kind, quantity(self.one_of(kind), unit), "x") == self.one_of(kind)

    @pytest.mark.parametrize("system", ["metric", "inch"])
    def test_display_unit(self, name: str, system: str) -> None:
        kind, one = KINDS[name], self.one_of(KINDS[name])
        written = from_kernel(kind, one, system)
        assert written.units == registry().Unit(kind.display(system).unit)
        assert to_kernel(kind, written, "x") == pytest.approx(one, rel=1e-15, abs=0)
        # the same through pint alone, wherever pint agrees with the house on what a turn is
        reference = quantity(one, kind.unit).to(kind.display(system).unit)
        assert written.magnitude == pytest.approx(reference.magnitude, rel=1e-14, abs=0)

    def test_example(self, name: str) -> None:
        kind = KINDS[name]
        value = to_kernel(kind, kind.example, "x")
        assert isinstance(value, float)
        assert kind.low <= value <= kind.high

    def test_a_plain_number_reads_in_the_system(self, name: str) -> None:
        kind = KINDS[name]
        for system in ("metric", "inch"):
            value = self.one_of(kind)
            expected = to_kernel(kind, quantity(value, kind.display(system).unit), "x")
            assert to_kernel(kind, value, "x", system) == pytest.approx(expected, rel=1e-15, abs=0)

    def test_a_mass_is_refused(self, name: str) -> None:
        with pytest.raises(UnitError, match=r"^x: .*(kilogram|candela)") as caught:
            to_kernel(KINDS[name], quantity(3.0, "kg" if not name.endswith("MASS") else "cd"), "x")
        assert KINDS[name].example in str(caught.value)

    def test_nan_is_refused(self, name: str) -> None:
        kind = KINDS[name]
        for bad in (np.nan, np.inf, -np.inf, np.array([1.0, np.nan]), np.array([np.inf, 1.0])):
            with pytest.raises(InputError, match=r"^x: "):
                to_kernel(kind, quantity(bad, kind.unit), "x")

    def test_bounds(self, name: str) -> None:
        kind = KINDS[name]
        if np.isfinite(kind.low):
            for below in (kind.low - 1.0, np.array([1.0, kind.low - 1.0])):
                with pytest.raises(InputError, match=r"^x: "):
                    to_kernel(kind, quantity(below, kind.unit), "x")
        else:
            assert to_kernel(kind, quantity(-1.0, kind.unit), "x") == -1.0
        if kind.above:
            for zero in (kind.low, np.array([1.0, kind.low])):
                with pytest.raises(InputError, match=r"^x: "):
                    to_kernel(kind, quantity(zero, kind.unit), "x")
        elif np.isfinite(kind.low):
            assert to_kernel(kind, quantity(kind.low, kind.unit), "x") == kind.low
        if np.isfinite(kind.high):
            assert to_kernel(kind, quantity(kind.high, kind.unit), "x") == kind.high
            with pytest.raises(InputError, match=r"^x: "):
                to_kernel(kind, quantity(kind.high * 1.01, kind.unit), "x")

    def test_bad_after_good_of_the_same_unit(self, name: str) -> None:
        """The look-up of a known factor must not skip the checks."""
        kind = KINDS[name]
        good = quantity(self.one_of(kind), kind.unit)
        assert to_kernel(kind, good, "x") == self.one_of(kind)
        with pytest.raises(InputError):
            to_kernel(kind, quantity(np.nan, kind.unit), "x")


def test_no_kind_is_missing_from_the_table() -> None:
    import chipload.units.kinds as module

    named = {id(value) for value in vars(module).values() if isinstance(value, Kind)}
    assert named == {id(kind) for kind in KINDS.values()}


@pytest.mark.parametrize("good", [2, 2.0, "2", np.int64(2), [2, 3], np.array([2, 3]), np.array([2.0, 3.0])])
def test_whole_counts(good: object) -> None:
    assert np.all(np.isin(to_kernel(COUNT, good, "teeth"), [2.0, 3.0]))


@pytest.mark.parametrize("bad", [2.5, "2.5", 0, -1, np.array([2, 2.5]), [2, 0], np.nan, True, None])
def test_counts_that_are_not(bad: object) -> None:
    with pytest.raises(InputError, match=r"^teeth: "):
        to_kernel(COUNT, bad, "teeth")


def test_list_of_texts() -> None:
    np.testing.assert_allclose(to_kernel(LENGTH, ["1 mm", "1/4", "#7"], "x"), [1e-3, 6.35e-3, 5.1054e-3], rtol=1e-14)
    nested = to_kernel(LENGTH, (("1 mm", "2 mm"), ("3 mm", "4 mm")), "x")
    np.testing.assert_allclose(nested, [[1e-3, 2e-3], [3e-3, 4e-3]], rtol=1e-14)
    assert to_kernel(LENGTH, [], "x").shape == (0,)


def test_a_bad_text_in_a_list_is_refused() -> None:
    with pytest.raises(UnitError, match=r"^x: '5 kg'"):
        to_kernel(LENGTH, ["1 mm", "5 kg"], "x")
    with pytest.raises(InputError, match=r"^x: '-1 mm'"):
        to_kernel(LENGTH, ["1 mm", "-1 mm"], "x")


@pytest.mark.parametrize("bare", [5, 5.0, np.float64(5), np.array([5.0, 6.0]), [5, 6], "5"])
def test_a_bare_number_needs_a_unit(bare: object) -> None:
    with pytest.raises(UnitError, match=r"^length: .*12\.5 mm"):
        to_kernel(LENGTH, bare, "length")


@pytest.mark.parametrize("junk", [None, True, {"a": 1}, object(), b"5 mm", {5}, ValueError])
def test_junk_is_refused(junk: object) -> None:
    with pytest.raises(InputError, match=r"^length: "):
        to_kernel(LENGTH, junk, "length")


def test_a_complex_magnitude_is_refused() -> None:
    for value in (1 + 2j, np.array([1 + 2j, 1])):
        with pytest.raises(InputError, match=r"^length: "):
            to_kernel(LENGTH, quantity(value, "mm"), "length")


def test_a_masked_array_is_refused() -> None:
    """A masked value has no meaning here; it must not become a number in another unit."""
    masked = registry().Quantity(np.ma.array([1.0, 2.0], mask=[False, True]), "mm")
    with pytest.raises(InputError, match=r"^length: "):
        to_kernel(LENGTH, masked, "length")


def test_every_numeric_type_reads_as_a_float() -> None:
    from decimal import Decimal
    from fractions import Fraction

    for value in (
        5,
        5.0,
        np.int8(5),
        np.int64(5),
        np.float32(5),
        np.float64(5),
        Decimal(5),
        Fraction(5),
        np.array(5),
    ):
        for _ in range(2):  # the second time the unit is known
            read = to_kernel(LENGTH, quantity(value, "mm"), "length")
            assert type(read) is float
            assert read == pytest.approx(5e-3, rel=1e-15, abs=0)


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int32", "float16", "float32", "float64"])
def test_every_array_type_keeps_its_digits(dtype: str) -> None:
    read = to_kernel(LENGTH, quantity(np.array([5, 100], dtype=dtype), "mm"), "length")
    assert read.dtype == np.float64
    np.testing.assert_allclose(read, [5e-3, 0.1], rtol=1e-15)


def test_a_foreign_registry_is_refused_with_a_sentence() -> None:
    foreign = pint.UnitRegistry().Quantity(5.0, "mm")
    with pytest.raises(UnitError) as caught:
        to_kernel(LENGTH, foreign, "stickout")
    (sentence,) = caught.value.problems
    assert sentence.startswith("stickout: 5.0 millimeter belongs to another unit registry")
    assert "chipload.Quantity" in sentence


def test_a_foreign_array_is_refused() -> None:
    foreign = pint.UnitRegistry().Quantity(np.arange(3.0), "mm")
    with pytest.raises(UnitError, match="another unit registry"):
        to_kernel(LENGTH, foreign, "stickout")


def test_the_quantities_of_a_shop_script_are_accepted() -> None:
    assert to_kernel(LENGTH, pint.Quantity(5.0, "mm"), "x") == 5e-3
    assert to_kernel(LENGTH, pint.application_registry.Quantity(5.0, "mm"), "x") == 5e-3
    assert to_kernel(LENGTH, pint.application_registry.get()("5 mm"), "x") == 5e-3


def test_arrays_keep_their_shape_and_are_not_touched() -> None:
    magnitude = np.array([[1.0, 2.0], [3.0, 4.0]])
    given = quantity(magnitude, "mm")
    np.testing.assert_allclose(to_kernel(LENGTH, given, "x"), magnitude * 1e-3, rtol=1e-15)
    np.testing.assert_array_equal(magnitude, [[1.0, 2.0], [3.0, 4.0]])
    assert to_kernel(LENGTH, quantity(np.empty((0, 3)), "mm"), "x").shape == (0, 3)


def test_an_array_in_the_kernel_unit_is_not_shared() -> None:
    magnitude = np.array([1.0, 2.0])
    read = to_kernel(LENGTH, quantity(magnitude, "m"), "x")
    read[0] = 7.0
    assert magnitude[0] == 1.0


def test_lists_that_do_not_fit_are_explained() -> None:
    with pytest.raises(InputError, match=r"^spindle_speed: the shapes of cutting_speed \(2,\), diameter \(3,\) do not"):
        cl.cutting.spindle_speed(["100 m/min", "120 m/min"], ["1 mm", "2 mm", "3 mm"])
    with pytest.raises(InputError, match=r"^spindle_speed: the shapes of cutting_speed \(2,\), diameter \(3,\) do not"):
        cl.cutting.spindle_speed([quantity(1, "m/s"), quantity(2, "m/s")], quantity(np.ones(3), "mm"))
    with pytest.raises(InputError, match="cutting_speed: the rows of the list are not alike"):
        cl.cutting.spindle_speed([["1 m/min"], ["1 m/min", "2 m/min"]], "1 mm")


def test_a_list_of_quantities_stands_beside_an_array_of_any_length() -> None:
    speeds = [quantity(60.0, "m/min"), "120 m/min"]
    short = cl.cutting.spindle_speed(speeds, quantity(np.array([10.0, 10.0]), "mm"))
    assert short.magnitude[1] == pytest.approx(2 * short.magnitude[0], rel=1e-12)
    long = cl.cutting.spindle_speed(speeds, quantity(np.full((70_000, 1), 10.0), "mm"))
    assert long.magnitude.shape == (70_000, 2)
    np.testing.assert_allclose(long.magnitude[-1], short.magnitude, rtol=1e-12)
