"""The wheel carries the tables and the pages, and works where no checkout is."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_tables_pages_and_types(unpacked):
    package = unpacked / "chipload"
    assert (package / "data" / "materials.csv").is_file()
    assert (package / "py.typed").is_file()
    assert (package / "app").is_dir()


def test_a_plan_from_the_wheel(unpacked, tmp_path):
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import chipload as cl, chipload.data_files as files\n"
        "assert str(files.data_folder()).startswith(sys.argv[1]), files.data_folder()\n"
        "tool = cl.EndMill(diameter='10 mm', teeth=4, stickout='30 mm', flute_length='25 mm')\n"
        "cut = dict(radial_depth='5 mm', axial_depth='10 mm', cutting_speed='300 m/min')\n"
        "job = cl.Milling(material='6061-T6', tool=tool, **cut)\n"
        "print(round(cl.plan(job).spindle_speed.m))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(unpacked)], cwd=tmp_path, check=True, capture_output=True, text=True,
        env={**os.environ, "CHIPLOAD_DATA": str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.strip() == "9549"


def test_the_checkout_is_found_by_an_editable_install():
    from chipload.data_files import data_folder

    assert data_folder() == ROOT / "data"
