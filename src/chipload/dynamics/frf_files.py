"""Tap tests from files: tables in CSV, and Universal File Format 58 through pyuff."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np

from chipload.dynamics.elements import Array
from chipload.dynamics.frf import RESPONSES, FrequencyResponse, checked_response
from chipload.dynamics.transfer import Matrices
from chipload.errors import InputError, UnitError
from chipload.units import kinds
from chipload.units.boundary import to_kernel

_COLUMNS = (
    '"frequency [Hz]", then "real [um/N]" and "imaginary [um/N]", or "magnitude [um/N]" and "phase [deg]", '
    'and "coherence" where it was measured'
)
_HEAD = re.compile(r"\s*([A-Za-z]+)\s*(?:\[\s*([^\[\]]*?)\s*\]|\(\s*([^;\t]*?)\s*\))?\s*")
_SHORT = {"imag": "imaginary", "mag": "magnitude"}
_NUMERATORS = {8: "receptance", 11: "mobility", 12: "accelerance"}
"""What the data types of the ordinate of data set 58 make of a response to a force."""


def read_frf_csv(path: Any) -> FrequencyResponse:
    """A frequency response from a table in CSV, its columns named with their units.

    Parameters
    ----------
    path
        File with a line of names: "frequency [Hz]", then "real [um/N]" and "imaginary [um/N]", or "magnitude [um/N]"
        and "phase [deg]"; "imag" and "mag" will do, and "coherence" may follow.  Units of displacement, velocity or
        acceleration over force tell what was measured.

    Returns
    -------
    FrequencyResponse
        Converted to receptance; a line at 0 Hz is left out.

    Raises
    ------
    InputError
        When there is no such file, columns are wrong, units mixed, a value is no number or frequencies do not rise.

    Notes
    -----
    Several taps go through `average_taps`, and the mean to `fit_modes` or, as it is, to `TipResponse.of_taps`;
    `read_frf_uff` reads the Universal File Format.
    """
    import csv

    file = _existing(path)
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream)
            rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except (UnicodeDecodeError, csv.Error):
        raise InputError(f"{file.name}: the file is no text in UTF-8; save the table as CSV in UTF-8") from None
    if not rows:
        raise InputError(f"{file.name}: the file is empty; it needs the columns {_COLUMNS}")
    names, units = _heads(rows[0][1], file.name)
    table = _numbers(rows[1:], len(names), file.name)
    column = {name: table[:, place] for place, name in enumerate(names)}
    unit = dict(zip(names, units, strict=True))
    polar = {"magnitude", "phase"} <= set(names)
    pair = ("magnitude", "phase") if polar else ("real", "imaginary")
    wanted = {"frequency", *pair}
    if not wanted <= set(names) or set(names) - wanted - {"coherence"}:
        raise InputError(f"{file.name}: the columns are {', '.join(names)}; it needs {_COLUMNS}")
    if not polar and unit["real"] != unit["imaginary"]:
        raise InputError(
            f"{file.name}: the units are mixed, real in {unit['real']!r} and imaginary in {unit['imaginary']!r}; "
            "give both in one unit"
        )
    hertz = column["frequency"] * _factor(kinds.FREQUENCY, unit["frequency"], f"{file.name}, frequency")
    if polar:
        turn = column["phase"] * _factor(kinds.ANGLE, unit["phase"], f"{file.name}, phase")
        values = column["magnitude"] * np.exp(1j * turn)
    else:
        values = column["real"] + 1j * column["imaginary"]
    return _converted(hertz, values, unit[pair[0]], column.get("coherence"), file.name)


def read_frf_uff(path: Any, *, record: int = 0, unit: str | None = None) -> FrequencyResponse:
    """A frequency response from a file in Universal File Format, data set 58; needs ``chipload[tap]``.

    Parameters
    ----------
    path
        File that holds frequency responses (function type 4), and perhaps coherences (type 6).
    record
        Which of its frequency responses.  A coherence goes with it that is between the same points; of several, where
        there are as many as responses between them, the one in its place, else none.
    unit
        Unit of the response, as "m/s**2/N"; where it is not given, labels in the file or its data set 164 must tell.

    Returns
    -------
    FrequencyResponse
        Converted to receptance; a line at 0 Hz is left out.

    Raises
    ------
    InputError
        When there is no such file or record, its unit is not known or does not fit, or frequencies do not rise.
    ModuleNotFoundError
        Without pyuff.
    """
    try:
        import pyuff
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "read_frf_uff: files in Universal File Format need pyuff, which is not installed; "
            "run: pip install 'chipload[tap]'"
        ) from error
    file = _existing(path)
    sets = pyuff.UFF(str(file)).read_sets()
    sets = sets if isinstance(sets, list) else [sets]
    of_58 = [one for one in sets if one.get("type") == 58]
    found = [one for one in of_58 if one.get("func_type") == 4]
    if not 0 <= record < len(found):
        raise InputError(f"{file.name}, record {record}: the file holds {len(found)} frequency responses; count from 0")
    one = found[record]
    coherence = _coherence_of(one, of_58)
    values, hertz = np.asarray(one["data"], dtype=complex), np.asarray(one["x"], dtype=float)
    if unit is None:
        unit, scale = _unit_of(one, sets, file.name)
        values = values * scale
    return _converted(hertz, values, unit, coherence, file.name)


def _existing(path: Any) -> Path:
    file = Path(path)
    if not file.is_file():
        raise InputError(f"{file}: there is no such file")
    return file


def _coherence_of(one: dict[str, Any], of_58: list[dict[str, Any]]) -> Array | None:
    """The coherence of a response: that between the same points, in the same order where a hit was repeated."""

    def between_the_same(other: dict[str, Any]) -> bool:
        return all(other.get(key) == one.get(key) for key in ("rsp_node", "rsp_dir", "ref_node", "ref_dir"))

    taps = [other for other in of_58 if other.get("func_type") == 4 and between_the_same(other)]
    sure = [other for other in of_58 if other.get("func_type") == 6 and between_the_same(other)]
    if len(sure) not in (1, len(taps)):
        return None
    place = 0 if len(sure) == 1 else next(place for place, tap in enumerate(taps) if tap is one)
    return np.real(np.asarray(sure[place]["data"]))


def _unit_of(one: dict[str, Any], sets: list[dict[str, Any]], name: str) -> tuple[str, float]:
    """Unit of a record of data set 58 in SI, and the factor to it, from its types and data set 164."""
    numerator = _NUMERATORS.get(int(one.get("ordinate_spec_data_type") or 0))
    if numerator is None or int(one.get("orddenom_spec_data_type") or 0) != 13:
        raise InputError(
            f"{name}: the record does not say that it is displacement, velocity or acceleration over a force; "
            'give its unit, like unit="m/s**2/N"'
        )
    kind = RESPONSES[numerator][0]
    labels = [str(one.get(key) or "").strip() for key in ("ordinate_axis_units_lab", "orddenom_axis_units_lab")]
    if all(label and label.upper() != "NONE" for label in labels):
        written = f"({labels[0].replace('^', '**')})/({labels[1].replace('^', '**')})"
        try:
            return kind.unit, _factor(kind, written, name)
        except UnitError:
            raise InputError(
                f"{name}: the labels {labels[0]!r} and {labels[1]!r} of its units are not understood; "
                'give the unit, like unit="m/s**2/N"'
            ) from None
    system = next((other for other in sets if other.get("type") == 164), None)
    if system is None:
        raise InputError(f'{name}: the file does not tell its units; give the unit, like unit="m/s**2/N"')
    return kind.unit, float(system["force"]) / float(system["length"])


def _converted(
    hertz: Array, values: Matrices, unit: str | None, coherence: Array | None, name: str
) -> FrequencyResponse:
    if not unit:
        raise InputError(f"{name}: the response has no unit; name its columns like {_COLUMNS}")
    still = hertz == 0
    if still.any():
        hertz, values = hertz[~still], values[~still]
        coherence = None if coherence is None else coherence[~still]
    if np.any(hertz < 0):
        raise InputError(f"{name}: a frequency is below zero; check the column")
    for kind, order in RESPONSES.values():
        try:
            factor = _factor(kind, unit, name)
        except UnitError:
            continue
        with np.errstate(invalid="ignore"):
            compliance = values * factor / (2j * np.pi * hertz) ** order
        return checked_response(hertz, compliance, coherence, name, place=name)
    raise InputError(
        f"{name}: the unit {unit!r} is not displacement, velocity or acceleration over a force; give one like um/N, "
        "m/s/N or m/s**2/N"
    )


def _factor(kind: kinds.Kind, unit: str | None, name: str) -> float:
    """Kernel units in one `unit`."""
    if not unit:
        raise InputError(f"{name}: the column has no unit; name the columns like {_COLUMNS}")
    return float(to_kernel(kind, f"1 {unit}", name))


def _heads(row: list[str], name: str) -> tuple[list[str], list[str | None]]:
    names: list[str] = []
    units: list[str | None] = []
    for cell in row:
        match = _HEAD.fullmatch(cell)
        if match is None:
            raise InputError(f"{name}: the first line holds {cell!r}, which names no column; it needs {_COLUMNS}")
        word = _SHORT.get(match[1].lower(), match[1].lower())
        if word in names:
            raise InputError(f"{name}: the column {word} is there twice; it needs {_COLUMNS}")
        names.append(word)
        units.append(match[2] or match[3])
    return names, units


def _numbers(rows: list[tuple[int, list[str]]], count: int, name: str) -> Array:
    """The rows, each with the line it ends on in the file, as a table."""
    table = np.empty((len(rows), count))
    for at, (line, row) in enumerate(rows):
        if len(row) != count:
            raise InputError(f"{name}, line {line}: {len(row)} values stand under {count} names; give one for each")
        for place, cell in enumerate(row):
            try:
                table[at, place] = float(cell)
            except ValueError:
                raise InputError(f"{name}, line {line}: {cell!r} is no number; leave such lines out") from None
            if not np.isfinite(table[at, place]):
                raise InputError(f"{name}, line {line}: {cell.strip()!r} is no number; leave such lines out")
    return table
