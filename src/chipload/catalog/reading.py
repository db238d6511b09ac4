"""Reading tables as people save them, and checking every row: a bad one is reported, the rest loads."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from chipload.catalog.figures import PROPERTIES, SCALES, TIERS, Figure
from chipload.errors import InputError, TableError
from chipload.units.boundary import converter, to_kernel
from chipload.units.kinds import Kind
from chipload.units.notation import read_number

T = TypeVar("T")

_FORMULA = re.compile(r"[=@\t]|[+-](?![\d.])")
"""What a spreadsheet would run when it opens the table again."""

LARGEST = 16 * 1024 * 1024
"""Bytes above which a table is refused."""

LARGEST_SPREAD = 3.0
"""Log standard deviation above which nothing is known: nine tenths of the values within a factor of 140."""


@dataclass(frozen=True)
class Problem:
    """A row that was left out, and why."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.reason}"


@dataclass(frozen=True)
class Row:
    """One line of a table, its cells by column."""

    file: str
    line: int
    cells: dict[str, str]
    own: bool = False
    """True for a row of the user's, which wins over the shipped ones."""

    def text(self, column: str, *, empty: bool = False) -> str:
        """The cell of `column`; an empty one is refused unless `empty` is True."""
        found = (self.cells.get(column) or "").strip()
        if not found and not empty:
            raise TableError(f"the cell {column!r} is empty; fill it in")
        if _FORMULA.match(found):
            raise TableError(f"the cell {column!r} begins like a formula of a spreadsheet; write plain text")
        return found

    def number(self, column: str) -> float:
        """The number in the cell of `column`, with decimal point or comma."""
        return read_number(self.text(column))

    def optional(self, column: str) -> float | None:
        """The number in the cell of `column`, None for an empty one."""
        return self.number(column) if self.text(column, empty=True) else None

    def spread(self) -> float | None:
        """The log standard deviation of the row, in a column a table need not have."""
        found = self.optional("log_sd")
        if found is not None and not 0 < found < LARGEST_SPREAD:
            raise TableError(f"the log_sd {found:g} cannot be; it lies between 0 and {LARGEST_SPREAD:g}")
        return found

    def value(self, column: str, kind: Kind, unit: str) -> float:
        """The cell of `column` in the kernel unit of `kind`, the row naming its unit."""
        return _to_kernel(kind, self.number(column), unit, column)

    def subject(self, known: Container[str]) -> str:
        """The subject of the row, one of `known`."""
        found = self.text("subject")
        if found not in known:
            raise TableError(f"{found!r} is not a name of the tables; add it there first or correct it")
        return found

    @property
    def note(self) -> str:
        """The note of the row."""
        return self.text("note", empty=True)

    def tier(self) -> str:
        """The tier of the row."""
        found = self.text("tier")
        if found not in TIERS:
            raise TableError(f"the tier {found!r} is not one of {', '.join(TIERS)}")
        return found

    def sources(self, known: Container[str]) -> tuple[str, ...]:
        """The sources of the row, each of them known."""
        found = tuple(part.strip() for part in self.text("source").split(";"))
        for source in found:
            if source not in known:
                raise TableError(f"the source {source!r} is not in sources.csv; add it there or correct it")
        return found


def read_table(path: Path, required: tuple[str, ...], problems: list[Problem], *, own: bool) -> Iterator[Row]:
    """Rows of the table at `path`; what keeps it from being read at all is added to `problems`.

    Commas, semicolons and tabs separate; a byte-order mark is no harm.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise TableError(f"the file is larger than {LARGEST // 1024**2} MB, too large for a table")
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, TableError) as error:
        reason = str(error) if isinstance(error, TableError) else f"cannot be read as UTF-8 text ({error})"
        problems.append(Problem(path.name, 0, reason))
        return
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        missing = [column for column in required if column not in (reader.fieldnames or ())]
        if missing:
            reason = f"the column {', '.join(missing)} is missing; the header names {header.strip()!r}"
            problems.append(Problem(path.name, 1, reason))
            return
        for cells in reader:
            if None in cells or None in cells.values():
                reason = "the row has not as many cells as the header; quote cells with commas"
                problems.append(Problem(path.name, reader.line_num, reason))
            else:
                yield Row(path.name, reader.line_num, cells, own)
    except csv.Error as error:
        problems.append(Problem(path.name, reader.line_num, f"the row cannot be read ({error}); check its quotes"))


def checked(rows: Iterable[Row], make: Callable[[Row], T], problems: list[Problem]) -> Iterator[tuple[Row, T]]:
    """Each row with what `make` makes of it; a row it refuses is reported and left out."""
    for row in rows:
        try:
            yield row, make(row)
        except (TableError, InputError) as error:
            problems.append(Problem(row.file, row.line, str(error)))


def read_figure(row: Row, subjects: Container[str], sources: Container[str]) -> Figure:
    """The figure of one row, checked: subject, property, unit of the right kind, range, tier and source."""
    subject, prop, unit = row.subject(subjects), row.text("property"), row.text("unit")
    if prop not in PROPERTIES:
        raise TableError(f"{prop!r} is not a property of the tables; they hold {', '.join(PROPERTIES)}")
    kind = PROPERTIES[prop]
    if kind is None and unit != SCALES[prop]:
        raise TableError(f"{prop} is given on the scale {SCALES[prop]}, not in {unit!r}")

    def convert(number: float | None, column: str) -> float | None:
        if number is None or kind is None:
            return number
        return _to_kernel(kind, number, unit, column)

    value, low, high = row.number("value"), row.optional("low"), row.optional("high")
    if (low is not None and low > value) or (high is not None and high < value):
        raise TableError(f"the value {value:g} does not lie between low {low} and high {high}; correct the row")
    converted = convert(value, "value")
    assert converted is not None
    return Figure(
        subject, prop, converted, convert(low, "low"), convert(high, "high"),
        unit, row.tier(), row.sources(sources), row.note,
    )  # fmt: skip


def fold(name: str) -> str:
    """A name as the look-up compares it: without blanks, dashes, slashes and case.

    Examples
    --------
    >>> fold("EN AW-6061") == fold("enaw6061")
    True
    """
    return re.sub(r"[\s\-_/]", "", name).casefold()


def _to_kernel(kind: Kind, number: float, unit: str, column: str) -> float:
    if kind.unit == "" and unit == "1":
        return float(to_kernel(kind, number, column))
    if number == 0 and kind.above:
        return 0.0  # a spindle that starts from standstill: its lowest speed is zero
    return converter(kind).read_in(number, unit, column)
