"""The documentation: it builds without a warning, loads nothing from elsewhere, and every link leads somewhere."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

import chipload as cl
from chipload.cli import main
from chipload.commands import COMMANDS
from chipload.planning.operations import OPERATIONS

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = [*sorted((ROOT / "docs" / "pages").glob("*.md")), ROOT / "CONTRIBUTING.md"]
PREFIX = ".venv/bin/chipload "
COMMAND_LINES = [
    line.removeprefix(PREFIX)
    for page in WRITTEN
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    for line in block.splitlines()
    if line.startswith(PREFIX)
]


class Page(HTMLParser):
    """Anchors, links and what is loaded of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if "id" in given:
            self.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in ("script", "img", "iframe", "source") and "src" in given:
            self.loaded.append(given["src"])
        if tag == "link" and given.get("rel") != "canonical":
            self.loaded.append(given["href"])


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    for needed in ("sphinx", "myst_parser", "furo", "numpydoc", "latex2mathml"):
        try:
            __import__(needed)
        except ModuleNotFoundError as error:
            if os.environ.get("CI"):
                pytest.fail(f"{error}; on CI the documentation must build")
            pytest.skip(f"{error}; the documentation needs the extra docs")
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [sys.executable, ROOT / "docs" / "build.py", folder], capture_output=True, text=True, cwd=folder
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site):
    return {file.relative_to(site).as_posix(): Page(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}


def test_every_link_and_anchor_is_there(site, pages):
    lost = []
    for name, page in pages.items():
        for link in page.links:
            path, anchor = urldefrag(link)
            if re.match(r"[a-z]+:", path):
                continue
            target = (site / name).parent / unquote(path) if path else site / name
            if not target.resolve().is_file():
                lost.append(f"{name}: {link}")
                continue
            found = pages.get(target.resolve().relative_to(site.resolve()).as_posix())
            if anchor and found is not None and unquote(anchor) not in found.anchors:
                lost.append(f"{name}: {link}")
    assert lost == []


def test_nothing_is_loaded_from_elsewhere(site, pages):
    foreign = [(name, one) for name, page in pages.items() for one in page.loaded if re.match(r"([a-z]+:)?//", one)]
    assert foreign == []
    for sheet in site.rglob("*.css"):
        assert re.findall(r"url\(\s*['\"]?(?:https?:)?//[^)]+\)", sheet.read_text(encoding="utf-8")) == [], sheet


def test_everything_has_an_entry(pages):
    anchors = {anchor for page in pages.values() for anchor in page.anchors}

    def dashed(name):
        return name.replace("_", "-").replace(".", "-")

    wanted = {f"formula-{dashed(name)}" for name in cl.FORMULAS}
    wanted |= {f"command-{name}" for name in COMMANDS}
    wanted |= {f"operation-{dashed(name)}" for name in OPERATIONS}
    wanted |= {f"table-{dashed(file.stem)}" for file in (ROOT / "data").glob("*.csv")}
    assert wanted - anchors == set()
    assert len(wanted) > 550


def test_equations_are_mathml(site):
    text = (site / "formulas" / "cutting.kinematics.html").read_text(encoding="utf-8")
    assert text.count("<math ") >= 5
    assert "<mfrac>" in text


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_the_scripts_of_the_pages_run(page, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    known: dict[str, object] = {}
    for script in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(script, page.name, "exec"), known)


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_the_command_lines_of_the_pages_run(line, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(line, comments=True)) == 0
    assert capsys.readouterr().out
