"""Starts the pages from an installed package, with the settings that lie next to the entry file."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys
from pathlib import Path

from chipload.errors import InputError

ENTRY = Path(__file__).with_name("entry.py")


def command(port: int | None = None, browser: bool = True, address: str = "localhost") -> list[str]:
    """The command that serves the pages.

    Raises
    ------
    InputError
        Where Streamlit is not installed, or for a port that cannot be.
    """
    if importlib.util.find_spec("streamlit") is None:
        raise InputError('app: the pages need Streamlit; install it with: pip install "chipload[app]"')
    if port is not None and not 1 <= port <= 65535:
        raise InputError(f"port: {port} is no port; give one from 1 to 65535, like 8501")
    flags = [f"--server.address={address}", f"--server.headless={'false' if browser else 'true'}"]
    if port is not None:
        flags.append(f"--server.port={port}")
    return [sys.executable, "-m", "streamlit", "run", str(ENTRY), *flags]


def serve(port: int | None = None, browser: bool = True, address: str = "localhost") -> int:
    """Serve the pages until stopped; returns the exit code."""
    server = subprocess.Popen(command(port, browser, address))
    # who stops a service sends the signal to this process alone; the pages must not outlive it
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        return server.wait()
    except KeyboardInterrupt:
        server.wait()
        return 0
