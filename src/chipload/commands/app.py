"""`chipload app`: the pages in the browser."""

from __future__ import annotations

import argparse
from typing import Any


def add_commands(commands: Any) -> None:
    """Add `app`."""
    app = commands.add_parser("app", help="open the pages in the browser")
    app.add_argument("--port", type=int, help="port to serve on; Streamlit's own choice unless given")
    app.add_argument("--address", default="localhost", help="address to listen on; this computer alone unless given")
    app.add_argument("--no-browser", action="store_true", help="serve without opening a browser")
    app.set_defaults(run=_serve)


def _serve(given: argparse.Namespace) -> int:
    from chipload.app.launch import serve

    return serve(given.port, browser=not given.no_browser, address=given.address)
