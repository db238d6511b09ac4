"""Where the shipped tables lie: inside a wheel, or at the top of a checkout (editable installs included)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from chipload.errors import TableError


@cache
def data_folder() -> Path:
    """Folder of the shipped tables.

    A wheel carries them in the package; a checkout, which is what an editable install points at, has
    them in `data/` at the top.

    Raises
    ------
    TableError
        When neither is there, which means that the installation is damaged.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "data", package.parents[1] / "data"):
        if (folder / "sources.csv").is_file():
            return folder
    raise TableError("The tables that come with chipload were not found; install chipload again.")
