"""The whole command line: its help, what it loads, how it ends."""

import os
import subprocess
import sys

import pytest

import chipload as cl
from chipload import commands
from chipload.app import launch
from chipload.cli import main
from chipload.commands import COMMANDS
from chipload.commands.command_line import parser_for

HEAVY = {"numpy", "scipy", "pint", "pydantic", "pandas", "xarray", "streamlit", "plotly", "shtab"}


def python(*words, **options):
    return subprocess.run([sys.executable, *words], capture_output=True, encoding="utf-8", timeout=60, **options)


def test_help_names_every_command_and_loads_nothing_heavy():
    script = "import sys; from chipload.cli import main\ntry: main(['--help'])\nfinally: print(*sys.modules)"
    ran = python("-c", script)
    assert ran.returncode == 0
    *said, loaded = ran.stdout.splitlines()
    assert set(COMMANDS) <= set(" ".join(said).split())
    assert "exit status" in said[-1]
    assert not HEAVY & set(loaded.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: chipload {command}")


def test_the_version(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"chipload {cl.__version__}\n"


@pytest.mark.parametrize("words", [[], ["smell"], ["--smell"], ["plan"], ["calibrate"], ["tools"], ["formula", "--x"]])
def test_a_line_that_is_no_command_is_a_sentence(run, words):
    ran = run(*words)
    assert ran.is_refused(), ran.err
    assert "--help" in ran.err


def test_the_module_is_the_command():
    ran = python("-m", "chipload", "formula", "spindle_speed", "cutting_speed=120 m/min", "diameter=1/2in")
    assert ran.returncode == 0
    assert "n = 3008 rpm" in ran.stdout
    assert python("-m", "chipload", "plan", "none.json").returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_reader_that_leaves_is_no_error():
    line = f"{sys.executable} -m chipload formula | head -1"
    ran = subprocess.run(["sh", "-c", line], capture_output=True, encoding="utf-8", timeout=60)
    assert (ran.stderr, ran.stdout.count("\n")) == ("", 1)


def test_a_command_stopped_by_hand_says_so_in_its_status(monkeypatch):
    def stopped(*given, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(launch, "serve", stopped)
    assert main(["app"]) == 130


def test_the_pages_are_served_with_what_was_asked(monkeypatch):
    asked = []
    monkeypatch.setattr(launch, "serve", lambda port, browser, address: asked.append((port, browser, address)) or 0)
    assert main(["app"]) == 0
    assert main(["app", "--port", "8600", "--no-browser", "--address", "0.0.0.0"]) == 0
    assert asked == [(None, True, "localhost"), (8600, False, "0.0.0.0")]


def test_the_port_must_be_a_number(run):
    assert run("app", "--port", "many").is_refused()


def test_another_package_joins_the_command_line(monkeypatch, tmp_path, run):
    (tmp_path / "joining_package.py").write_text(
        "def add_commands(commands):\n"
        "    commands.add_parser('hello', help='greet').set_defaults(run=lambda given: print('hello') or 0)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(commands.COMMANDS, "hello", "joining_package")
    monkeypatch.setitem(commands.JOINING, "tools", ("joining_package",))
    assert run("hello").out == "hello\n"
    assert run("tools", "hello").out == "hello\n"
    assert run("tools", "list", "din-338").status == 0


def test_one_command_loads_no_other(monkeypatch):
    monkeypatch.setitem(commands.COMMANDS, "app", "a_module_that_is_not_there")
    assert parser_for(["formula", "spindle_speed"]).parse_args(["formula", "spindle_speed"]).name == "spindle_speed"
