"""Texts that would keep a reader of units busy for ever are refused at once.

They run in a process of their own, so that a regression fails instead of hanging the suite.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

HOSTILE = [
    "9**9**9 mm",
    "9^9^9 mm",
    "5 mm**9**9",
    "5 mm**9**9**9",
    "5 mm**(9**9**9)",
    "5 (mm**9)**9**9**9",
    "1 mm*9**9**9",
    "1 9**9**9**9 mm",
    "5 m**1e400",
    "5 mm**99999999999",
    "5 __import__('os')",
    "5 " + "(" * 70,
]

SCRIPT = """
import sys
from chipload.errors import InputError
from chipload.units import KINDS, to_kernel
try:
    to_kernel(KINDS["LENGTH"], sys.argv[1], "length")
except InputError as error:
    print(str(error))
"""


@pytest.mark.parametrize("text", HOSTILE)
def test_refused_quickly(text: str) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, text], capture_output=True, text=True, timeout=10, check=True)
    assert done.stdout.startswith("length: ")
    assert len(done.stdout.splitlines()) == 1
