"""What importing the package loads: no units library, no solver, no models."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("pint", "scipy", "pydantic")


def loaded_after(code: str) -> list[str]:
    script = f"{code}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize(
    "code",
    [
        "import chipload",
        "import chipload.cutting",
        "import chipload.dynamics",
        "import chipload.finish",
        "import chipload.mechanics",
        "import chipload; chipload.cutting.spindle_speed.si(5.0, 0.01)",
        "import chipload; chipload.FORMULAS",
    ],
)
def test_loads_nothing_heavy(code: str) -> None:
    loaded = loaded_after(code)
    assert "chipload" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_the_first_quantity_loads_the_units_library() -> None:
    code = "import chipload; chipload.cutting.spindle_speed('300 m/min', '10 mm')"
    loaded = loaded_after(code)
    assert "pint" in loaded
    assert "pydantic" not in loaded


def test_importing_reads_no_table() -> None:
    for code in ("import chipload", "import chipload, chipload.cutting, chipload.finish, chipload.mechanics"):
        assert "chipload.catalog" not in loaded_after(code)
        assert "csv" not in loaded_after(code)
