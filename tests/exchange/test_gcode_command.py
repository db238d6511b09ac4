"""`chipload check` with its exit status."""

import io
import json
from pathlib import Path

import pytest

from chipload.cli import main

PROGRAMS = Path(__file__).parent / "gcode_programs"
PLATE = str(PROGRAMS / "plate_fanuc.nc")
TABLE = {
    "chipload_library": 1,
    "items": [
        {
            "kind": "flat end mill",
            "number": 1,
            "tool": {
                "type": "EndMill", "diameter": "10 mm", "teeth": 4, "stickout": "30 mm", "flute_length": "25 mm",
            },
        },
        {
            "kind": "drill",
            "number": 2,
            "tool": {
                "type": "Drill", "diameter": "8.5 mm", "stickout": "80 mm", "flute_length": "70 mm", "material": "hss",
            },
        },
        {"kind": "tap", "number": 3, "tool": {"type": "Tap", "thread": "M10x1.5", "kind": "spiral flute"}},
    ],
}  # fmt: skip


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "tools.json"
    path.write_text(json.dumps(TABLE), encoding="utf-8")
    return str(path)


def test_a_clean_program_is_0(table, capsys):
    call = ["check", PLATE, "--tools", table, "--material", "4140", "--machine", "haas-vf2", "--dialect", "fanuc"]
    assert main(call) == 0
    assert "nothing found" in capsys.readouterr().out
    assert main([*call, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["clean"] is True
    assert main([*call, "--sarif"]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"
    assert main([*call, "--inch"]) == 0
    assert "in/min" in capsys.readouterr().out
    assert main([*call, "--strict"]) == 1


def test_findings_are_1(table, capsys):
    assert main(["check", str(PROGRAMS / "bracket_haas.nc"), "--tools", table, "--dialect", "haas"]) == 1
    assert "[tool-unknown]" in capsys.readouterr().out


def test_an_engagement_is_read(table, capsys):
    call = ["check", PLATE, "--tools", table, "--material", "4140", "--machine", "haas-vf2", "--dialect", "fanuc"]
    assert main([*call, "--engaged", "1=10 mm,20 mm"]) == 1
    assert "[limit]" in capsys.readouterr().out
    for text in ("1", "x=1 mm,2 mm", "1=2 mm"):
        assert main([*call, "--engaged", text]) == 2
        assert "engaged" in capsys.readouterr().err


def test_a_program_on_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("G21\nT1 M6\nS100 M3\nG0 X0 Y0 Z0\nG1 X5 F100\n"))
    assert main(["check", "-", "--dialect", "linuxcnc", "--rapid", "5 m/min"]) == 0
    assert capsys.readouterr().out.startswith("-: 5 lines")


@pytest.mark.parametrize(
    ("tools", "said"),
    [
        ("{", "not JSON"),
        ("[1]", "none of the libraries known"),
        ("", "none of the libraries known"),
        ('{"1": {"kind": "end mill"}}\x00', "no text"),
        ("[" * 100_000, "levels deep"),
        ("T1 P1 D10", "units"),
    ],
)
def test_a_tool_table_that_cannot_be_read_is_2(tools, said, tmp_path, capsys):
    path = tmp_path / "tools.json"
    path.write_text(tools, encoding="utf-8")
    assert main(["check", PLATE, "--tools", str(path)]) == 2
    assert said in capsys.readouterr().err


def test_a_tool_that_cannot_be_used_is_told(tmp_path, capsys):
    path = tmp_path / "tool.tbl"
    path.write_text("T1 P1 D10 ;10 mm mill\nT2 P2 D8.5\nT3 P3 D10\n", encoding="utf-8")
    assert main(["check", PLATE, "--tools", str(path), "--tool-units", "mm", "--dialect", "fanuc"]) == 0
    assert "tools: T1 10 mm mill: the file does not say enough" in capsys.readouterr().err


def test_a_program_that_cannot_be_read_is_2(tmp_path, capsys):
    assert main(["check", str(tmp_path / "none.nc")]) == 2
    assert "program: the file" in capsys.readouterr().err
    path = tmp_path / "picture.nc"
    path.write_bytes(b"\x89PNG\x00\x01\xff")
    assert main(["check", str(path)]) == 2
    assert "NUL" in capsys.readouterr().err
    path.write_text("a letter to the editor\n", encoding="utf-8")
    assert main(["check", str(path)]) == 2
    assert "no G-code" in capsys.readouterr().err


def test_a_program_is_never_changed(table, tmp_path, capsys):
    path = tmp_path / "part.nc"
    before = Path(PLATE).read_bytes()
    path.write_bytes(before)
    main(["check", str(path), "--tools", table, "--dialect", "fanuc"])
    capsys.readouterr()
    assert path.read_bytes() == before
