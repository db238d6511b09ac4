"""Build the documentation: `python docs/build.py FOLDER`; needs the extra `docs` and nothing from elsewhere."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
GENERATORS = ("formulas", "tables", "operations", "commands", "checks", "api", "schema")
TOP = {"CONTRIBUTING.md": "contributing", "CHANGELOG.md": "changelog"}
"""Pages that stand at the top of the repository, with their names on the site."""


_FROM_README = re.compile(r"<!-- readme: (.+) -->")


def section(heading: str) -> str:
    """What the README says under a heading, so that it is written once."""
    text = (HERE.parent / "README.md").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    return str(parts[heading]).strip()


def gather(folder: Path) -> None:
    """Put the written and the generated pages into `folder`."""
    for written in (HERE / "pages").glob("*.md"):
        text = _FROM_README.sub(lambda found: section(found[1]), written.read_text(encoding="utf-8"))
        (folder / written.name).write_text(text, encoding="utf-8")
    for file, name in TOP.items():
        shutil.copyfile(HERE.parent / file, folder / f"{name}.md")
    for name in GENERATORS:
        for path, text in import_module(f"making.{name}").pages():
            page = folder / f"{path}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text + "\n", encoding="utf-8")


def build(site: Path) -> int:
    """Build the site; a warning of Sphinx is an error. Returns the exit status."""
    from sphinx.cmd.build import build_main

    with tempfile.TemporaryDirectory() as work:
        pages = Path(work) / "pages"
        pages.mkdir()
        gather(pages)
        trees = Path(work) / "trees"
        return int(build_main(["-q", "-W", "--keep-going", "-c", str(HERE), "-d", str(trees), str(pages), str(site)]))


def main(words: list[str]) -> int:
    """Build into the folder named."""
    if len(words) != 1:
        print("docs/build.py: give one folder for the site, like `python docs/build.py site`", file=sys.stderr)
        return 2
    return build(Path(words[0]))


sys.path.insert(0, str(HERE))

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
