"""`chipload formula`: list, explain, call and solve."""

import pytest

import chipload as cl

HALF_INCH = ["spindle_speed", "cutting_speed=120 m/min", "diameter=1/2in"]


def test_all_are_listed_and_some_are_found(run):
    ran = run("formula")
    assert ran.status == 0
    assert ran.out.endswith(f"{len(cl.FORMULAS)} of {len(cl.FORMULAS)} formulas\n")
    assert {one["name"] for one in run("formula", "--json").json} == set(cl.FORMULAS)
    assert "cutting.spindle_speed" in run("formula", "--search", "spindle speed").out
    assert run("formula", "--search", "unobtainium").status == 1


def test_one_is_explained(run):
    assert "may be left out" in run("formula", "euler_load").out
    told = run("formula", "cutting.spindle_speed", "--json")
    assert told.status == 0
    assert told.json["required"] == ["cutting_speed", "diameter"]


@pytest.mark.parametrize("name", cl.FORMULAS)
def test_every_formula_is_explained(run, name):
    told = run("formula", name, "--json")
    assert told.status == 0
    assert set(told.json["arguments"]) == set(cl.FORMULAS[name].parameters)


def test_one_is_called(run):
    ran = run("formula", *HALF_INCH)
    assert ran.status == 0
    assert "n = 3008 rpm" in ran.out
    assert run("formula", *HALF_INCH, "--json").json["results"]["spindle_speed"]["value"] == pytest.approx(
        cl.cutting.spindle_speed("120 m/min", "1/2 in").m
    )
    assert "source" in run("formula", *HALF_INCH, "--working").out


def test_the_missing_argument_is_found_from_the_result(run):
    wanted = ["spindle_speed=3000 rpm", "cutting_speed=400 sfm"]
    expected = cl.cutting.spindle_speed.solve_for("diameter", spindle_speed="3000 rpm", cutting_speed="400 sfm")
    ran = run("formula", "spindle_speed", *wanted, "--json")
    assert ran.status == 0
    assert ran.json["solved"]["diameter"]["value"] == pytest.approx(expected.m_as("mm"))
    asked = run("formula", "spindle_speed", *wanted, "--solve-for", "diameter", "--between", "1 mm", "100 mm", "--json")
    assert asked.json["solved"]["diameter"]["value"] == pytest.approx(expected.m_as("mm"))
    assert "D = 12.936 mm" in run("formula", "spindle_speed", *wanted).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["spindel_speed"], "names like it are spindle_speed"),
        (["spindle_speed", "cutting_speed=120 m/min"], "diameter"),
        (["spindle_speed", "spindle_speed=3000 rpm"], "name it with --solve-for"),
        ([*HALF_INCH, "smell=3"], "smell"),
        (["spindle_speed", "cutting_speed=120", "diameter=1in"], "cutting_speed"),
        (["spindle_speed", "diameter"], "no NAME=VALUE"),
        ([*HALF_INCH, "--between", "1 mm", "2 mm"], "nothing is to be found"),
        ([*HALF_INCH, "--solve-for", "smell"], "smell"),
    ],
)
def test_what_cannot_be_told_is_a_sentence(run, words, said):
    ran = run("formula", *words)
    assert ran.is_refused(), ran.err
    assert said in ran.err
