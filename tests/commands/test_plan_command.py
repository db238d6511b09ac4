"""`chipload plan`: the plan of a job in a file, on standard input, or typed field by field."""

import json

import pytest
from jobs_of_operations import JOBS

import chipload as cl
from chipload.commands.jobs import VERBS
from chipload.planning.operations import OPERATIONS, operation_of

CUT = [
    "material=6061-T6", "diameter=10mm", "teeth=4", "stickout=30 mm", "flute_length=25mm", "machine=haas-vf2",
    "radial_depth=5 mm", "axial_depth=5mm",
]  # fmt: skip


def test_a_file_gives_what_the_script_gives(run, job, job_file):
    plan = cl.plan(cl.Milling.model_validate(job))
    assert plan.feasible
    ran = run("plan", job_file)
    assert (ran.status, ran.out) == (0, f"{plan}\n")
    ran = run("plan", job_file, "--inch")
    assert (ran.status, ran.out) == (0, plan.describe("inch") + "\n")
    ran = run("plan", job_file, "--json")
    assert (ran.status, ran.json) == (0, json.loads(plan.to_json()))
    ran = run("plan", job_file, "--working")
    assert (ran.status, ran.out) == (0, plan.show_working("text") + "\n")


def test_standard_input_gives_what_the_file_gives(run, job, job_file):
    ran = run("plan", "-", given=json.dumps(job))
    assert (ran.status, ran.out) == (0, run("plan", job_file).out)


def test_fields_and_options_give_what_the_file_gives(run, job_file):
    expected = run("plan", job_file).out
    assert run("plan", "milling", *CUT).out == expected
    options = [word for pair in CUT for word in (f"--{pair.split('=')[0].replace('_', '-')}", pair.split("=")[1])]
    assert run("plan", "mill", *options).out == expected
    assert run("plan", "milling", *options[:8], *CUT[4:]).out == expected


def test_a_typed_field_takes_the_place_of_that_in_the_file(run, job, job_file):
    ran = run("plan", job_file, "cutting_speed=800 sfm", "tool.teeth=3", "--json")
    tool = {**job["tool"], "teeth": 3}
    plan = cl.plan(cl.Milling.model_validate({**job, "tool": tool, "cutting_speed": "800 sfm"}))
    assert ran.json == json.loads(plan.to_json())


def test_a_broken_limit_is_status_1(run, job_file):
    ran = run("plan", job_file, "axial_depth=20 mm", "--json")
    assert ran.status == 1
    assert ran.json["limits"][0]["utilisation"] > 1
    assert ran.err == ""


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_reads_its_job(run, name):
    job = JOBS[name]
    ran = run("plan", "-", "--json", given=job.model_dump_json())
    plan = cl.plan(job)
    assert ran.status == (0 if plan.feasible else 1)
    assert ran.json == json.loads(plan.to_json())


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_field_of_an_operation_is_an_option(run, name, capsys):
    with pytest.raises(SystemExit) as left:
        run("plan", VERBS.get(name, name), "--help")
    assert left.value.code == 0
    said = capsys.readouterr().out
    operation = operation_of(name)
    for field in {*operation.job.model_fields, *operation.tool.model_fields} - {"operation"}:
        assert f"--{field.replace('_', '-')}" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["none.json"], "job: the file 'none.json' cannot be read"),
        (["sawing"], "operation: 'sawing' is neither an operation nor a file"),
        (["milling", "depth=3mm"], "depth: milling has no such field"),
        (["milling", *CUT, "axial_depth=6mm"], "axial_depth: it is given twice"),
        (["milling", *CUT, "--axial-depth", "6mm"], "axial_depth: it is given twice"),
        (["milling", *CUT, "feed_per_tooth=0.1"], "feed_per_tooth"),
        (["milling", *CUT, "--style", "round"], "style"),
        (["milling", *CUT, "cutting_speed"], "no NAME=VALUE"),
        (["milling", *CUT, "--colour", "red"], "--colour"),
        (["milling", *CUT[1:]], "material"),
        (["milling", "material=unobtainium", *CUT[1:]], "unobtainium"),
        (["drilling", "material=6061"], "tool.diameter"),
    ],
)
def test_a_bad_job_is_a_sentence(run, words, said):
    ran = run("plan", *words)
    assert ran.is_refused(), ran.err
    assert said in ran.err


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"operation": "sawing"}', '{"operation": 3}', '{"smell": "1"}'])
def test_bad_json_is_a_sentence(run, text):
    assert run("plan", "-", given=text).is_refused()


def test_json_without_end_is_a_sentence(run):
    ran = run("plan", "-", given="[" * 100_000)
    assert ran.is_refused()
    assert "nested too deep" in ran.err
