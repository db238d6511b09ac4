"""Tap tests: conversion, averaging, files, and modal fits whose errors hold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chipload as cl
from chipload.dynamics import (
    Cylinder,
    Joint,
    Material,
    MillingProcess,
    Mode,
    Stack,
    Structure,
    TipResponse,
    average_taps,
    best_pockets,
    fit_modes,
    frequency_response,
    read_frf_csv,
    read_frf_uff,
    stack_modes,
    tip_receptance,
)
from chipload.dynamics.frf import FrequencyResponse
from chipload.errors import InputError

GRID = np.linspace(400.0, 1800.0, 701)
MODES = ((780.0, 0.021, 12e6), (1130.0, 0.015, 21e6), (1420.0, 0.03, 30e6))


def of_modes(hertz: Any, modes: Any = MODES) -> Any:
    return sum(1 / (k * (1 - (hertz / f) ** 2 + 2j * z * hertz / f)) for f, z, k in modes)


def response(values: Any, hertz: Any = GRID, coherence: Any = None) -> FrequencyResponse:
    return frequency_response(cl.Quantity(hertz, "Hz"), cl.Quantity(values, "m/N"), coherence=coherence)


# -- the record --------------------------------------------------------------------------------------


@pytest.mark.parametrize("of", ["receptance", "mobility", "accelerance"])
def test_what_was_measured_comes_back(of: Any) -> None:
    tap = response(of_modes(GRID))
    again = frequency_response(tap.frequency, tap.as_response(of), of=of)
    np.testing.assert_allclose(again.compliance, tap.compliance, rtol=1e-12)
    order = {"receptance": 0, "mobility": 1, "accelerance": 2}[of]
    expected = tap.compliance * (2j * np.pi * GRID) ** order
    unit = {"receptance": "m/N", "mobility": "m/s/N", "accelerance": "m/s**2/N"}[of]
    np.testing.assert_allclose(tap.as_response(of).to(unit).m, expected, rtol=1e-12)


def test_coherence_weights_take_the_better_tap() -> None:
    rng = np.random.default_rng(4)
    truth = of_modes(GRID)
    gains = []
    for _ in range(20):
        taps = []
        for sure in (0.99, 0.9, 0.5):
            noise = np.abs(truth) * np.sqrt((1 - sure) / sure / 2)
            shake = rng.normal(size=GRID.size) + 1j * rng.normal(size=GRID.size)
            taps.append(response(truth + noise * shake, coherence=np.full(GRID.size, sure)))
        even = np.mean([tap.compliance for tap in taps], axis=0)
        weighted = average_taps(taps)
        gains.append(np.linalg.norm(weighted.compliance - truth) / np.linalg.norm(even - truth))
    # variances as (1 - c) / c: the weighted mean has 1 / sum(1 / v), the even one sum(v) / 9
    v = (1 - np.array([0.99, 0.9, 0.5])) / np.array([0.99, 0.9, 0.5])
    assert np.mean(gains) == pytest.approx(np.sqrt(1 / np.sum(1 / v) / (v.sum() / 9)), rel=0.03)


def test_without_coherence_all_taps_count_alike() -> None:
    one, two = response(of_modes(GRID)), response(3 * of_modes(GRID))
    np.testing.assert_allclose(average_taps([one, two]).compliance, 2 * one.compliance, rtol=1e-14)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: frequency_response(["1 Hz", "2 Hz"], cl.Quantity([1.0], "um/N")), "one of each"),
        (lambda: frequency_response(["2 Hz", "1 Hz"], cl.Quantity([1.0, 2.0], "um/N")), "sort the lines"),
        (lambda: frequency_response(["1 Hz"], cl.Quantity([1.0], "um/N")), "two lines"),
        (lambda: frequency_response(["1 Hz", "2 Hz"], cl.Quantity([1.0, 2.0], "um")), "response"),
        (lambda: frequency_response(["1 Hz", "2 Hz"], cl.Quantity([1.0, np.nan], "um/N")), "response"),
        (lambda: response(of_modes(GRID), coherence=GRID), "coherence is not"),
        (lambda: frequency_response(["1 Hz", "2 Hz"], cl.Quantity([1.0, 2.0], "um/N"), of="gain"), "not known"),
        (lambda: average_taps([]), "no tap"),
        (lambda: average_taps(response(of_modes(GRID))), "give a list"),
        (lambda: fit_modes(TipResponse.of_taps(y=response(of_modes(GRID))), "7e2 Hz", "9e2 Hz"), "one frequency resp"),
        (lambda: average_taps([response(of_modes(GRID)), response(of_modes(GRID), GRID + 1)]), "different"),
        (lambda: average_taps([response(GRID), response(GRID, coherence=0 * GRID)]), "only some"),
        (lambda: response(of_modes(GRID)).between("3 kHz", "4 kHz"), "nothing was measured"),
        (lambda: fit_modes(response(of_modes(GRID)), "900 Hz", "1000 Hz"), "misses the mode"),
        (lambda: fit_modes(response(of_modes(GRID)), "1000 Hz", "900 Hz"), "not above"),
        (lambda: fit_modes(response(of_modes(GRID)), "770 Hz", "775 Hz"), "too few"),
        (lambda: fit_modes(response(np.conj(of_modes(GRID))), "700 Hz", "860 Hz"), "wrong sign"),
        (lambda: fit_modes(response(of_modes(GRID)), ["700 Hz", "710 Hz"], "860 Hz"), "array"),
        (lambda: fit_modes(response(-of_modes(GRID)), "700 Hz", "860 Hz"), "negative stiffness"),
        (lambda: fit_modes(response(of_modes(GRID)), "700 Hz", "860 Hz", number=0), "at least one"),
        (lambda: fit_modes(response(0 * GRID), "700 Hz", "860 Hz"), "zero all over"),
        (lambda: fit_modes(response(of_modes(GRID[::20]), GRID[::20]), "600 Hz", "1000 Hz"), "finer step"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(make: Any, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        make()
    assert "\n" not in str(caught.value)


# -- fits --------------------------------------------------------------------------------------------


def test_clean_modes_come_back_together() -> None:
    fit = fit_modes(response(of_modes(GRID)), "500 Hz", "1700 Hz", number=3)
    for mode, (f, z, k) in zip(fit.modes, MODES, strict=True):
        assert mode.natural_frequency.m == pytest.approx(f, rel=1e-9)
        assert mode.damping_ratio.m == pytest.approx(z, rel=1e-7)
        assert mode.modal_stiffness.to("N/m").m == pytest.approx(k, rel=1e-7)
        assert mode.modal_mass.to("kg").m == pytest.approx(k / (2 * np.pi * f) ** 2, rel=1e-7)
    np.testing.assert_allclose(fit.fitted.compliance, fit.measured.compliance, rtol=1e-6)
    assert fit.relative_misfit < 1e-8


@settings(max_examples=30, deadline=None)
@given(st.floats(700, 1500), st.floats(0.008, 0.05), st.floats(1e5, 1e9))
def test_one_clean_mode_of_any_size(f: float, z: float, k: float) -> None:
    hertz = np.linspace(f * (1 - 6 * z), f * (1 + 6 * z), 120)
    fit = fit_modes(response(of_modes(hertz, [(f, z, k)]), hertz), "1 Hz", "1 MHz")
    mode = fit.modes[0]
    assert mode.natural_frequency.m == pytest.approx(f, rel=1e-8)
    assert mode.damping_ratio.m == pytest.approx(z, rel=1e-6)
    assert mode.modal_stiffness.to("N/m").m == pytest.approx(k, rel=1e-6)


@pytest.mark.parametrize("with_coherence", [False, True])
def test_truth_lies_within_the_stated_errors_at_the_nominal_rate(with_coherence: bool) -> None:
    rng = np.random.default_rng(11)
    grid = GRID[::3]
    truth = of_modes(grid)
    sure = np.full(grid.size, 0.97) - 0.3 * (np.abs(grid - 900) < 60)
    noise = (
        np.abs(truth) * np.sqrt((1 - sure) / sure / 20)
        if with_coherence
        else np.full(grid.size, 0.02 * np.abs(truth).max())
    )
    scores = []
    for _ in range(100):
        shake = (rng.normal(size=grid.size) + 1j * rng.normal(size=grid.size)) / np.sqrt(2)
        tap = response(truth + noise * shake, grid, coherence=sure if with_coherence else None)
        for mode, (f, z, k) in zip(fit_modes(tap, "500 Hz", "1700 Hz", number=3).modes, MODES, strict=True):
            right = {
                "natural_frequency": f, "damping_ratio": z, "modal_stiffness": k / 1e6,
                "modal_mass": k / (2 * np.pi * f) ** 2,
            }  # fmt: skip
            scores.append([(getattr(mode, n).m - v) / getattr(mode, f"{n}_error").m for n, v in right.items()])
    within = np.mean(np.abs(np.array(scores)) < 1, axis=0), np.mean(np.abs(np.array(scores)) < 2, axis=0)
    # 300 draws: standard errors of 0.027 and 0.012
    np.testing.assert_allclose(within[0], 0.683, atol=0.09)
    np.testing.assert_allclose(within[1], 0.954, atol=0.04)


def test_a_computed_tool_gives_back_its_modes() -> None:
    steel = Material("210 GPa", 0.29, "7.85 g/cm**3", loss_factor=0.03)
    tool = Stack([Joint("60 N/um", "30 kN*m", loss_factor=0.03), Cylinder("80 mm", "20 mm", material=steel)])
    known = stack_modes(tool, 1)[0]
    f = known.natural_frequency.m
    grid = cl.Quantity(np.linspace(0.8 * f, 1.2 * f, 200), "Hz")
    tap = frequency_response(grid, tip_receptance(tool, grid).displacement_by_force)
    mode = fit_modes(tap, grid[0], grid[-1]).modes[0]
    assert mode.natural_frequency.m == pytest.approx(f, rel=1e-3)
    assert mode.damping_ratio.m == pytest.approx(0.015, rel=0.02)
    assert mode.modal_stiffness.m == pytest.approx(known.modal_stiffness.m, rel=0.02)
    assert mode.modal_mass.m == pytest.approx(known.modal_mass.m, rel=0.02)


# -- files -------------------------------------------------------------------------------------------


def written(folder: Path, text: str) -> Path:
    file = folder / "tap.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_csv_in_parts_and_in_polar_form(tmp_path: Path) -> None:
    tap = response(of_modes(GRID))
    rows = zip(GRID, tap.receptance.m, strict=True)
    head = "Frequency [Hz],Real [um/N],Imaginary [um/N],Coherence\n"
    text = head + "0,1,0,1\n" + "".join(f"{f!r},{v.real!r},{v.imag!r},0.9\n" for f, v in rows)
    found = read_frf_csv(written(tmp_path, text.replace("np.float64(", "").replace(")", "")))
    np.testing.assert_allclose(found.compliance, tap.compliance, rtol=1e-12)
    assert found.coherence is not None
    assert np.all(found.coherence == 0.9)
    accelerance = tap.as_response("accelerance").to("m/s**2/N").m
    polar = "frequency (kHz),magnitude (m/s**2/N),phase (deg)\n" + "".join(
        f"{f / 1000:.15g},{abs(v):.15g},{np.degrees(np.angle(v)):.15g}\n"
        for f, v in zip(GRID, accelerance, strict=True)
    )
    np.testing.assert_allclose(read_frf_csv(written(tmp_path, polar)).compliance, tap.compliance, rtol=1e-10)


HEAD = "frequency [Hz],real [um/N],imaginary [um/N]\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("time [s],volt [V]\n1,2\n", "columns are time, volt"),
        (HEAD.replace("imaginary [um/N]", "imaginary [m/s**2/N]") + "1,2,3\n2,3,4\n", "units are mixed"),
        (HEAD.replace("um/N", "um") + "1,2,3\n2,3,4\n", "over a force"),
        (HEAD.replace(" [um/N]", "") + "1,2,3\n2,3,4\n", "no unit"),
        (HEAD.replace(" [Hz]", "") + "1,2,3\n2,3,4\n", "frequency"),
        (HEAD.replace("[Hz]", "[mm]") + "1,2,3\n2,3,4\n", "frequency"),
        (HEAD + "1,2,3\n2,nan,4\n", "line 3: 'nan' is no number"),
        (HEAD + "1,2,3\n2,x,4\n", "line 3: 'x' is no number"),
        (HEAD + "1,2,3\n2,3\n", "line 3: 2 values"),
        (HEAD + "\n\n1,2,3\n2,x,4\n", "line 5: 'x' is no number"),
        (HEAD.replace(",", ";") + "1;2;3\n2;3;4\n", "names no column"),
        (HEAD.replace("real [um/N],imaginary [um/N]", "mag [um/N],phase") + "1,2,3\n2,3,4\n", "phase: .* has no unit"),
        (HEAD.replace("real", "imag") + "1,2,3\n2,3,4\n", "twice"),
        (HEAD + "1,2,3\n3,3,4\n2,3,4\n", "sort the lines"),
        (HEAD + "1,2,3\n1,3,4\n", "sort the lines"),
        (HEAD + "-1,2,3\n1,3,4\n", "below zero"),
        (HEAD + "1,2,3\n", "two lines"),
        (HEAD + "", "two lines"),
        (HEAD.replace("imaginary", "real") + "1,2,3\n", "twice"),
        (HEAD.replace("imaginary", "#2") + "1,2,3\n", "names no column"),
        (HEAD.replace("\n", ",coherence\n") + "1,2,3,1\n2,3,4,7\n", "coherence is not"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_frf_csv(written(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_usual_names_and_units_of_columns(tmp_path: Path) -> None:
    one = read_frf_csv(written(tmp_path, HEAD + "1,2,3\n2,3,4\n"))
    for word in ("imag", "Imag"):
        found = read_frf_csv(written(tmp_path, HEAD.replace("imaginary", word) + "1,2,3\n2,3,4\n"))
        np.testing.assert_array_equal(found.compliance, one.compliance)
    found = read_frf_csv(written(tmp_path, "frequency [Hz],mag [um/N],phase [deg]\n1,2,-90\n2,3,180\n"))
    np.testing.assert_allclose(found.compliance, [-2e-6j, -3e-6], atol=1e-20)
    for unit in ("[(m/s²)/N]", "((m/s**2)/N)", "[m/s^2/N]"):
        found = read_frf_csv(written(tmp_path, f"frequency [Hz],real {unit},imag {unit}\n1,2,3\n2,3,4\n"))
        np.testing.assert_allclose(found.compliance[0], -(2 + 3j) / (2 * np.pi) ** 2, rtol=1e-12)


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputError, match="there is no such file"):
            read_frf_csv(path)
    file = tmp_path / "windows.csv"
    file.write_bytes((HEAD.replace("um", "µm") + "1,2,3\n2,3,4\n").encode("cp1252"))
    with pytest.raises(InputError, match=r"windows.csv: the file is no text in UTF-8"):
        read_frf_csv(file)


def test_universal_file(tmp_path: Path) -> None:
    pyuff = pytest.importorskip("pyuff")
    tap = response(of_modes(GRID))
    file = tmp_path / "tap.uff"

    def record(kind: int, data: Any, **more: Any) -> Any:
        known = {
            "type": 58, "binary": 0, "func_type": kind, "rsp_node": 1, "rsp_dir": 3, "ref_node": 1, "ref_dir": 3,
            "data": data, "x": GRID, "abscissa_spec_data_type": 18, "ordinate_spec_data_type": 12,
            "orddenom_spec_data_type": 13, "z_axis_spec_data_type": 0, "abscissa_spacing": 1,
            "abscissa_inc": GRID[1] - GRID[0],
        }  # fmt: skip
        return {**known, **more}

    accelerance = tap.as_response("accelerance").to("m/s**2/N").m
    labels = {"ordinate_axis_units_lab": "m/s^2", "orddenom_axis_units_lab": "N"}
    writer = pyuff.UFF(str(file))
    writer.write_sets(record(4, accelerance, **labels), "overwrite")
    writer.write_sets(record(6, np.full(GRID.size, 0.95)), "add")
    writer.write_sets(record(4, accelerance), "add")
    found = read_frf_uff(file)
    np.testing.assert_allclose(found.compliance, tap.compliance, rtol=1e-9)
    np.testing.assert_allclose(found.coherence, 0.95, rtol=1e-9)
    np.testing.assert_allclose(read_frf_uff(file, record=1, unit="m/s**2/N").compliance, tap.compliance, rtol=1e-9)
    for record_number, unit, says in (
        (1, None, "does not tell its units"),
        (2, None, "count from 0"),
        (0, "m", "over a force"),
    ):
        with pytest.raises(InputError, match=says):
            read_frf_uff(file, record=record_number, unit=unit)
    units = {"type": 164, "units_code": 9, "units_description": "mm", "temp_mode": 1, "length": 1000.0, "force": 1.0}
    writer.write_sets({**units, "temp": 1.0, "temp_offset": 0.0}, "overwrite")
    writer.write_sets(record(4, 1000 * accelerance), "add")  # mm/s^2 over N
    np.testing.assert_allclose(read_frf_uff(file).compliance, tap.compliance, rtol=1e-9)
    with pytest.raises(InputError, match="no such file"):
        read_frf_uff(tmp_path / "none.uff")
    # a hammer that roves: one sensor, another point hit each time, and the second hit twice
    writer.write_sets({**units, "temp": 1.0, "temp_offset": 0.0}, "overwrite")
    for point, sure in ((1, 0.9), (2, 0.8), (2, 0.7)):
        writer.write_sets(record(4, 1000 * accelerance, ref_node=point), "add")
        writer.write_sets(record(6, np.full(GRID.size, sure), ref_node=point), "add")
    writer.write_sets(record(4, 1000 * accelerance, ref_node=3), "add")
    for number, sure in enumerate((0.9, 0.8, 0.7)):
        np.testing.assert_allclose(read_frf_uff(file, record=number).coherence, sure, rtol=1e-9)
    assert read_frf_uff(file, record=3).coherence is None


def test_without_the_reader_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyuff", None)
    with pytest.raises(ModuleNotFoundError, match=r"chipload\[tap\]"):
        read_frf_uff("tap.uff")


def test_from_a_tap_test_to_the_lobes() -> None:
    """The fitted modes carry their errors into the stability, and the record itself gives the same closed form."""
    tool = Structure([Mode("900 Hz", 0.03, "8 N/um", direction="y")])
    steps = cl.Quantity(np.linspace(500.0, 1300.0, 801), "Hz")
    record = frequency_response(steps, tool.receptance(steps, "y"))
    fitted = fit_modes(record, "600 Hz", "1200 Hz").structure("y")
    (mode,) = list(fitted)
    assert mode.natural_frequency.m == pytest.approx(900.0, rel=1e-6)
    assert mode.modal_stiffness.to("N/um").m == pytest.approx(8.0, rel=1e-5)
    assert not mode.estimated
    tip = TipResponse.of_taps(y=record)
    np.testing.assert_allclose(tip.matrix[1, 1], record.compliance, rtol=1e-14)
    assert not tip.matrix[0].any()
    with pytest.raises(InputError, match="give a tap test along x"):
        TipResponse.of_taps()
    other = frequency_response(cl.Quantity(np.linspace(500.0, 1300.0, 401), "Hz"), record.receptance[::2])
    with pytest.raises(InputError, match="at other frequencies than x"):
        TipResponse.of_taps(record, other)


def test_from_taps_in_files_to_pockets(tmp_path: Path) -> None:
    """Three noisy taps, averaged and fitted, give the pockets of the modes they were made of."""
    rng, tool = np.random.default_rng(5), Structure([Mode("900 Hz", 0.03, "8 N/um", direction="y")])
    hertz = np.linspace(300.0, 2000.0, 601)
    taps = []
    for _ in range(3):
        values = tool.receptance(cl.Quantity(hertz, "Hz"), "y").to("um/N").m
        values = values + 2e-3 * (rng.normal(size=hertz.size) + 1j * rng.normal(size=hertz.size))
        rows = "".join(f"{f:.6f},{v.real:.9f},{v.imag:.9f}\n" for f, v in zip(hertz, values, strict=True))
        taps.append(read_frf_csv(written(tmp_path, HEAD + rows)))
    found = fit_modes(average_taps(taps), "600 Hz", "1300 Hz").structure("y")
    cut = MillingProcess(4, "120 deg", "180 deg", "2000 MPa", "600 MPa")
    for one, other in zip(
        *(best_pockets(cut, made, "8000 rpm", "16000 rpm", "9 mm", speeds=40) for made in (found, tool)), strict=True
    ):
        assert one.spindle_speed.m == pytest.approx(other.spindle_speed.m, rel=0.02)
        assert one.limit_depth.m == pytest.approx(other.limit_depth.m, rel=0.05)


def test_a_mode_of_a_stack_is_an_estimate() -> None:
    bar = Stack([Cylinder("60 mm", "16 mm", material=Material("200 GPa", 0.3, "7.85 g/cm**3"))])
    mode = stack_modes(bar, 1)[0].mode(0.02, "x")
    assert mode.estimated
    assert mode.stiffness_uncertainty > 0
