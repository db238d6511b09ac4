"""`chipload app` and `chipload plan`, and the settings under which the pages run."""

from __future__ import annotations

import os
import sys
import tomllib
import urllib.request
from pathlib import Path

import pytest

from chipload import cli
from chipload.app import launch
from chipload.errors import InputError

ROOT = Path(__file__).parents[2]


def test_both_settings_files_say_the_same():
    top = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    shipped = tomllib.loads((launch.ENTRY.parent / ".streamlit" / "config.toml").read_text())
    assert top == shipped
    assert top["server"]["showEmailPrompt"] is False
    assert top["browser"]["gatherUsageStats"] is False
    assert top["server"]["address"] == "localhost"


def test_entry_files_are_shims():
    for file in (ROOT / "app.py", launch.ENTRY):
        assert len(file.read_text().splitlines()) <= 8


def test_port_that_cannot_be(capsys):
    with pytest.raises(InputError, match="port: 99999"):
        launch.command(99999)
    assert cli.main(["app", "--port", "0"]) == 2
    assert "port: 0 is no port" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("command", ["chipload", "streamlit"])
def test_first_run_asks_nothing(tmp_path, command, serving):
    """A fresh home and a terminal: Streamlit would ask for an e-mail address and wait."""
    import pty

    line = {
        "chipload": ["chipload.cli", "app", "--port={port}", "--address=127.0.0.1"],
        "streamlit": ["streamlit", "run", "app.py", "--server.port={port}", "--server.address=127.0.0.1"],
    }[command]
    terminal, theirs = pty.openpty()
    try:
        with serving(line, tmp_path, tmp_path if command == "chipload" else ROOT, stdin=theirs) as (address, log):
            assert "email" not in log.read_text().lower()
        with pytest.raises(OSError, match="refused"):  # stopped with the command that started it
            urllib.request.urlopen(address, timeout=5)
    finally:
        os.close(terminal)
        os.close(theirs)
