"""What the README shows runs, and its two commands are the ones that CI and a newcomer use."""

import re
import shlex
from pathlib import Path

import pytest

import chipload as cl
from chipload.cli import main

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
SHELL = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
PREFIX = ".venv/bin/chipload "
COMMANDS = [line.removeprefix(PREFIX) for block in SHELL for line in block.splitlines() if line.startswith(PREFIX)]


def test_the_scripts_run(capsys):
    known = {}
    assert len(PYTHON) == 4
    for script in PYTHON:
        exec(compile(script, "README.md", "exec"), known)
    assert "bound by" in capsys.readouterr().out
    assert known["plan"].binding.name == "deflection"
    assert cl.cutting.spindle_speed("120 m/min", "1/2 in").m == pytest.approx(3008, abs=0.5)
    assert known["found"].best.feasible
    assert known["calibration"].narrowing > 1
    assert {"grip", "chatter"} <= {limit.name for limit in cl.plan(known["held"]).limits}
    assert known["state"].von_mises_stress.m == pytest.approx(114.3, abs=0.1)
    assert known["beam"].largest_deflection.value.m == pytest.approx(0.3456, abs=1e-4)
    assert cl.cutting.spindle_speed.si(2.0, 0.0127) == pytest.approx(50.1, abs=0.05)


def test_the_commands_stand_on_one_line_each():
    lines = [line for block in SHELL for line in block.splitlines() if line.startswith("python3 -m venv ")]
    assert len(lines) == 2
    serve, tests = lines
    assert serve.endswith(".venv/bin/streamlit run app.py")
    assert tests.endswith(".venv/bin/python -m pytest")
    assert "grep -m1 -E '^python3 -m venv .* -m pytest$' README.md" in (ROOT / ".ci" / "run").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("line", COMMANDS)
def test_the_command_lines_run(line, capsys):
    assert main(shlex.split(line, comments=True)) == 0
    ran = capsys.readouterr()
    assert ran.out
    assert ran.err == ""


def test_every_line_of_a_shell_is_known():
    lines = [line for block in SHELL for line in block.splitlines()]
    assert len(COMMANDS) >= 10
    assert len(COMMANDS) + 2 == len(lines)


def test_the_picture_is_there():
    for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", TEXT):
        assert (ROOT / picture).is_file()
