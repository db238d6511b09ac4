"""`chipload tools` with its exit status."""

import json

import pytest

from chipload.cli import main
from chipload.exchange import read_library

FUSION = {
    "data": [
        {"type": "flat end mill", "unit": "millimeters", "BMC": "carbide", "description": "ten",
         "geometry": {"DC": 10.0, "NOF": 4, "LCF": 25.0, "LB": 30.0}, "post-process": {"number": 1}},
    ],
    "version": 36,
}  # fmt: skip


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "in.json"
    path.write_text(json.dumps(FUSION))
    return str(path)


def test_read(library, capsys):
    assert main(["tools", "read", library]) == 0
    assert "T1 ten: 10 mm square end mill with 4 teeth (carbide)" in capsys.readouterr().out
    assert main(["tools", "read", library, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["items"][0]["tool"]["type"], found["problems"]) == ("EndMill", [])


def test_problems_are_1(tmp_path, capsys):
    path = tmp_path / "tool.tbl"
    path.write_text("T1 P1 D6\nT1 P2 D3\n")
    assert main(["tools", "read", str(path), "--units", "inch"]) == 1
    assert "give each tool its own" in capsys.readouterr().out


def test_convert(library, tmp_path, capsys):
    for ending in ("csv", "tools", "fctl", "tbl"):
        assert main(["tools", "convert", library, str(tmp_path / f"out.{ending}")]) == 0
        assert "1 item" in capsys.readouterr().out
    assert (tmp_path / "out.tbl").read_text() == "T1 P1 D10 ;ten\n"
    assert main(["tools", "convert", library, str(tmp_path / "in.tbl"), "--out-units", "inch"]) == 0
    assert "D0.3937007874" in (tmp_path / "in.tbl").read_text()
    again = read_library(tmp_path / "out.csv")
    assert again.items[0].tool == read_library(library).items[0].tool


def test_what_is_lost_is_1(tmp_path, capsys):
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"chipload_library": 1, "items": [{"kind": "slitting saw", "number": 1}]}))
    assert main(["tools", "convert", str(path), str(tmp_path / "out.tools")]) == 1
    assert "left out" in capsys.readouterr().err


def test_presets(library, tmp_path, capsys):
    out = tmp_path / "out.json"
    call = ["tools", "presets", library, str(out), "--material", "4140", "--machine", "haas-vf2"]
    assert main([*call, "--axial-share", "0.1"]) == 0
    assert "1 item, 1 of them with new speeds and feeds" in capsys.readouterr().out
    (preset,) = read_library(out).items[0].presets
    assert (preset.name, preset.axial_depth.m) == ("4140", 1.0)
    assert json.loads(out.read_text())["version"] == 36


def test_what_cannot_be_read_is_2(library, tmp_path, capsys):
    out = str(tmp_path / "out.json")
    for call in (
        ["read", str(tmp_path / "none.json")], ["convert", library, str(tmp_path / "out.txt")],
        ["presets", library, out, "--material", "unobtainium"],
        ["presets", library, out, "--material", "4140", "--radial-share", "3"],
        ["read", library, "--format", "spoon"],
    ):  # fmt: skip
        assert main(["tools", *call]) == 2
        assert capsys.readouterr().err.startswith("chipload: ")
    for call in (["tools"], ["tools", "presets", library, out]):
        assert main(call) == 2
        assert capsys.readouterr().err.startswith("chipload: ")
