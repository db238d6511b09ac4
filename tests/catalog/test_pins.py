"""Pins of the shipped tables, so that an accidental edit fails: row counts and checksums, not references.

After a change on purpose, run `python tests/catalog/test_pins.py` and look at the difference before committing it.
"""

import csv
import hashlib
import json
from pathlib import Path

import pytest

PINS = Path(__file__).with_name("pins.json")
DATA = Path(__file__).resolve().parents[2] / "data"


def fingerprint(file: Path) -> dict[str, object]:
    """Rows and checksum of a table, whatever its line ends."""
    text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    rows = sum(1 for _ in csv.reader(text.splitlines())) - 1
    return {"rows": rows, "sha256": hashlib.sha256(text.encode()).hexdigest()}


PINNED = json.loads(PINS.read_text(encoding="utf-8")) if PINS.exists() else {}


def test_every_table_is_pinned():
    assert {file.name for file in DATA.glob("*.csv")} == set(PINNED)


@pytest.mark.parametrize("name", sorted(PINNED))
def test_the_table_is_as_it_was(name):
    assert fingerprint(DATA / name) == PINNED[name], f"{name} has changed; see the top of this file"


if __name__ == "__main__":
    found = {file.name: fingerprint(file) for file in sorted(DATA.glob("*.csv"))}
    PINS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
