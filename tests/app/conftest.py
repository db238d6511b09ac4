"""The pages under AppTest, and served to a Chromium that may reach nothing but the server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("streamlit", reason="the pages need streamlit, which is not installed")

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
ENTRY = ROOT / "src" / "chipload" / "app" / "entry.py"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PARTY_DEPRECATIONS = (
    "ignore::DeprecationWarning:(google|altair|pyarrow|pandas|starlette|uvicorn|websockets|streamlit)",
)
"""Streamlit's own dependencies deprecate among themselves; nothing here can mend that."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            for rule in PARTY_DEPRECATIONS:
                item.add_marker(pytest.mark.filterwarnings(rule))


@pytest.fixture(autouse=True)
def no_user_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Shipped tables only, whoever runs the tests."""
    from chipload.app import jobs
    from chipload.catalog import default

    monkeypatch.setenv("CHIPLOAD_DATA", str(tmp_path / "tables"))
    yield
    if Path(os.environ["CHIPLOAD_DATA"]).exists():  # reading all tables takes longer than most tests
        default.cache_clear()
        jobs.options.cache_clear()


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """Opens a page by name, with the parameters of a link."""

    def open_it(name: str = "milling", **parameters: str) -> AppTest:
        page = AppTest.from_file(str(ENTRY), default_timeout=60)
        for key, value in parameters.items():
            page.query_params[key] = value
        page.run()
        if name != "milling":
            page.switch_page(f"views/{name}.py").run()
        return page

    return open_it


def _missing(reason: str) -> None:
    """Skip a browser test that cannot run here; on CI it must run."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}; on CI the browser tests must run")
    pytest.skip(reason)


def _wait_until_healthy(port: int, process: subprocess.Popen[Any], log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not become healthy: " + log.read_text(encoding="utf-8", errors="replace"))


@contextmanager
def _serving(command: list[str], folder: Path, cwd: Path, stdin: int | None = None) -> Iterator[tuple[str, Path]]:
    """Run a server with `folder` for a home until the block ends; gives its address and its log."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    log = folder / "log"
    environment = {**os.environ, "HOME": str(folder), "CHIPLOAD_DATA": str(folder / "tables"), "BROWSER": "true"}
    with log.open("w") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", *(part.format(port=port) for part in command)],
            cwd=cwd, stdin=stdin, stdout=sink, stderr=subprocess.STDOUT, env=environment, start_new_session=True,
        )  # fmt: skip
        try:
            _wait_until_healthy(port, process, log)
            yield f"http://127.0.0.1:{port}", log
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture
def serving() -> Callable[..., Any]:
    """Context manager that serves the pages by a command line."""
    return _serving


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("server")
    command = ["chipload.cli", "app", "--no-browser", "--address=127.0.0.1", "--port={port}"]
    with _serving(command, folder, folder) as (address, _):
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        _missing("no Chromium was found on the path")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def settle() -> Callable[[Any], None]:
    """Waits until the script has run and what it drew stands."""
    return _settle


@pytest.fixture
def visit() -> Callable[[Any, str, str], None]:
    """Goes to a page by the menu, as a person does: open the group, then choose the title."""

    def go(page: Any, group: str, title: str) -> None:
        page.get_by_test_id("stTopNavSection").filter(has_text=group).click()
        page.get_by_role("menuitem", name=title, exact=True).click()
        _settle(page)

    return go


@pytest.fixture
def new_page(browser: Any, app_url: str) -> Iterator[Callable[..., Any]]:
    """Opens pages in contexts of their own; a request to anywhere else fails the test."""
    contexts, foreign = [], []

    def guard(route: Any) -> None:
        if route.request.url.startswith((app_url, "data:", "blob:")):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    def open_it(path: str = "/", **options: Any) -> Any:
        context = browser.new_context(accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.route("**/*", guard)
        page.goto(app_url + path)
        _settle(page)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert not foreign, f"the page asked for {foreign}"


def _settle(page: Any) -> None:
    page.get_by_test_id("stHeading").or_(page.get_by_role("heading")).first.wait_for()
    page.wait_for_timeout(150)
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    # The parts of the page load one by one; a part that is not there yet is a skeleton.
    page.wait_for_function("document.querySelectorAll('[data-testid=stSkeleton]').length === 0")
