"""`chipload optimise`: the best cut within ranges and limits."""

import json

import pytest

import chipload as cl

OVER = ["--over", "axial_depth=1 mm..20 mm", "--over", "feed_per_tooth=0.02 mm..0.1 mm"]
RANGES = {"axial_depth": ("1 mm", "20 mm"), "feed_per_tooth": ("0.02 mm", "0.1 mm")}


def test_it_finds_what_the_script_finds(run, job, job_file):
    found = cl.optimise(cl.Milling.model_validate(job), RANGES)
    ran = run("optimise", job_file, *OVER)
    assert (ran.status, ran.out) == (0, f"{found}\n")
    assert run("optimise", job_file, *OVER, "--json").json == json.loads(json.dumps(found.to_dict()))


def test_the_best_cut_is_better_than_the_one_in_the_file(run, job, job_file):
    best = run("optimise", job_file, *OVER, "--json").json["best"]["results"]["removal_rate"]["value"]
    assert best > cl.plan(cl.Milling.model_validate(job)).removal_rate.m


def test_a_typed_job_may_leave_open_what_is_sought(run):
    ran = run(
        "optimise", "mill", "material=6061-T6", "diameter=10mm", "teeth=4", "stickout=30mm", "flute_length=25mm",
        "radial_depth=5mm", "machine=haas-vf2", *OVER,
    )  # fmt: skip
    assert ran.status == 0


def test_no_cut_that_holds_is_status_1(run, job_file):
    ran = run("optimise", job_file, *OVER, "--within", "deflection=..0.01 um")
    assert ran.status == 1
    assert ran.out == ""
    assert "deflection" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--over", "axial_depth=1 mm"], "axial_depth: give the lowest"),
        (["--over", "axial_depth=1 mm.."], "lacks an end"),
        (["--over", "smell=1 mm..2 mm"], "smell"),
        ([*OVER, *OVER], "given twice"),
        ([*OVER, "--goal", "beauty"], "beauty"),
        ([*OVER, "--goal", "cost=much"], "goal, cost"),
        ([*OVER, "--within", "smell=..3 mm"], "smell"),
        ([*OVER, "--confidence", "2"], "confidence"),
    ],
)
def test_a_bad_search_is_a_sentence(run, job_file, words, said):
    ran = run("optimise", job_file, *words)
    assert ran.is_refused(), ran.err
    assert said in ran.err
