"""`chipload calibrate`: constants from a log of cuts or of lives."""

import json

import pytest

import chipload as cl

LIVES = "cutting_speed [m/min];tool_life\n25;90 min\n\n35;20 min\n"
HSS = ["--material", "1045", "--tool-material", "hss"]


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A folder of own tables that nobody else uses."""
    monkeypatch.setenv("CHIPLOAD_DATA", str(tmp_path / "own"))
    cl.catalog.default.cache_clear()
    yield tmp_path / "own"
    cl.catalog.default.cache_clear()


@pytest.fixture
def log(tmp_path, job):
    """Powers 1.3 times those of the tables, as a shop would write them."""
    lines = ["feed_per_tooth [mm],axial depth [mm],power [kW],note"]
    for feed, depth in ((0.05, 3), (0.08, 4), (0.1, 5)):
        cut = cl.Milling.model_validate({**job, "feed_per_tooth": f"{feed} mm", "axial_depth": f"{depth} mm"})
        lines.append(f"{feed},{depth},{1.3 * cl.plan(cut).power.m_as('kW'):.6f},")
    path = tmp_path / "log.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_log_of_powers_gives_the_force_that_made_them(run, log, job_file):
    found = run("calibrate", "force", log, "--job", job_file, "--json")
    assert found.status == 0
    assert len(found.json["readings"]) == 3
    assert [one["after"] / one["before"] for one in found.json["readings"]] == pytest.approx([1.3] * 3, rel=0.03)
    assert "narrow" in run("calibrate", "force", log, "--job", job_file).out


def power(run, job_file):
    return run("plan", job_file, "feed_per_tooth=0.08 mm", "--json").json["results"]["power"]["value"]


def test_what_is_kept_counts_in_the_next_plan(run, own, log, job_file):
    before = power(run, job_file)
    kept = run("calibrate", "force", log, "--job", job_file, "--save", "--note", "mill 3")
    assert kept.status == 0
    assert str(own) in kept.err
    cl.catalog.default.cache_clear()
    after = power(run, job_file)
    assert after / before == pytest.approx(1.3, rel=0.03)


def test_a_published_pair_of_lives(run, own):
    """Sharma, A Textbook of Production Engineering, Example 14.7: n 0.224, C 68.4 m/min."""
    found = run("calibrate", "life", "-", *HSS, "--json", "--save", given=LIVES)
    assert found.status == 0
    assert found.json["n"] == pytest.approx(0.224, rel=2e-3)
    assert found.json["C_m_per_min"] == pytest.approx(68.4, rel=2e-3)
    assert list(own.iterdir())
    assert "68.4 m/min" in run("calibrate", "life", "-", *HSS, given=LIVES).out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "has no lines"),
        ("cutting_speed,tool_life", "has no lines"),
        ("cutting_speed,cutting_speed\n1,2", "is there twice"),
        ("cutting_speed [m/min],tool_life]\n1,2", "cannot be read"),
        ("cutting_speed [m/min],tool_life [min]\n25", "line 2 has 1 cells"),
        ("cutting_speed [m/min],tool_life [min]\n25,", "edge 1"),
        ("cutting_speed [m/min],smell\n25,3", "edge 1"),
        ("cutting_speed,tool_life\n25,30 min\n30,20 min", "speed"),
        ("cutting_speed [m/min],tool_life [min]\n25,90", "two"),
    ],
)
def test_a_bad_log_is_a_sentence(run, text, said):
    ran = run("calibrate", "life", "-", *HSS, given=text)
    assert ran.is_refused(), ran.err
    assert said in ran.err


@pytest.mark.parametrize(
    ("text", "said"),
    [("power [kW]\n3\n4", "cut 1"), ("feed_per_tooth [mm],power\n0.1,3", "log, cut 1"), ("smell\n3", "smell")],
)
def test_a_bad_cut_is_named(run, job_file, text, said):
    if text.startswith("power"):
        text = text.replace("power [kW]", "axial_depth [kW]")
    ran = run("calibrate", "force", "-", "--job", job_file, given=text)
    assert ran.is_refused(), ran.err
    assert said in ran.err


def test_job_and_log_cannot_both_be_standard_input(run, job):
    ran = run("calibrate", "force", "-", "--job", "-", given=json.dumps(job))
    assert ran.is_refused()
