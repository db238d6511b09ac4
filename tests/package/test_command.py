"""The command on the terminal."""

import json

import pytest

import chipload as cl
from chipload.cli import main

TOOL = {"diameter": "10 mm", "teeth": 4, "stickout": "30 mm", "flute_length": "25 mm"}
JOB = {"material": "6061-T6", "tool": TOOL, "radial_depth": "5 mm", "axial_depth": "10 mm", "machine": "haas-vf2"}


@pytest.fixture
def job_file(tmp_path):
    path = tmp_path / "job.json"
    path.write_text(json.dumps(JOB), encoding="utf-8")
    return str(path)


def test_plan_prints_what_the_script_prints(job_file, capsys):
    assert main(["plan", job_file]) == 0
    plan = cl.plan(cl.Milling.model_validate(JOB))
    assert capsys.readouterr().out == f"{plan}\n"
    assert main(["plan", job_file, "--inch"]) == 0
    assert capsys.readouterr().out == plan.describe("inch") + "\n"
    assert main(["plan", job_file, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(plan.to_json())


def test_a_bad_job_is_a_sentence(tmp_path, capsys):
    assert main(["plan", str(tmp_path / "none.json")]) == 2
    assert "job: the file" in capsys.readouterr().err
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    assert main(["plan", str(tmp_path / "bad.json")]) == 2
    assert "not JSON" in capsys.readouterr().err


def test_materials_by_name_group_and_range(capsys):
    assert main(["materials", "en", "aw", "6061"]) == 0
    assert "Aluminium 6061-T6" in capsys.readouterr().out
    assert main(["materials", "--group", "N", "--range", "tensile_strength=500 MPa.."]) == 0
    assert "7075-t6" in capsys.readouterr().out
    assert main(["materials", "--range", "hardness_brinell=150..260", "--group", "K"]) == 0
    assert "gjl" in capsys.readouterr().out
    assert main(["materials", "unobtainium"]) == 1


def test_materials_side_by_side(capsys):
    assert main(["materials", "--compare", "6061", "304"]) == 0
    assert "2350 MPa" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["tensile_strength", "tensile_strength=3", "smell=1..2", "density=1 kg..2 kg"])
def test_a_bad_range_is_a_sentence(text, capsys):
    assert main(["materials", "--range", text]) == 2
    assert capsys.readouterr().err.startswith("chipload: ")


def test_the_catalog_tells_shares_and_gaps(capsys):
    assert main(["catalog"]) == 0
    out = capsys.readouterr().out
    assert "kc1.1 of their own" in out
    assert "(100%)" in out
    assert main(["catalog", "--gaps"]) == 0
    assert "1018: no " in capsys.readouterr().out


def test_a_template_and_what_is_wrong_with_it(tmp_path, capsys):
    assert main(["catalog", "--template", str(tmp_path / "own"), "--of", "6061"]) == 0
    assert "tables in" in capsys.readouterr().out
    assert main(["catalog", "--template", str(tmp_path / "own")]) == 2
    assert "already" in capsys.readouterr().err
