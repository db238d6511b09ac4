"""`chipload finish`: the surface that feed and edge leave."""

import pytest

TURNED = ["feed_per_rev=0.2 mm", "nose_radius=0.8 mm"]


def test_a_turned_surface(run):
    """A feed of 0.2 mm and a nose of 0.8 mm leave 6.27 um, as tabled for ideal profiles."""
    ran = run("finish", *TURNED, "--json")
    found = {one["formula"]: one["results"] for one in ran.json}
    assert ran.status == 0
    assert found["finish.turned_rz"]["turned_rz"]["value"] == pytest.approx(6.27, abs=0.005)
    assert "R_z = 6.275 µm" in run("finish", *TURNED).out
    assert "µin" in run("finish", *TURNED, "--inch").out


def test_a_limit_is_the_exit_status(run):
    assert run("finish", *TURNED, "--limit", "6.3 um").status == 0
    assert run("finish", *TURNED, "--limit", "6.2 um").status == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "nothing is known"),
        (["smell=1"], "no formula of the surface takes it"),
        (["nose_radius=0.8 mm"], "nose_radius: no formula of the surface can be evaluated with it alone"),
        (["feed_per_rev=0.2", "nose_radius=0.8 mm"], "feed_per_rev"),
        ([*TURNED, "--limit", "6 kg"], "limit"),
        ([*TURNED, TURNED[0]], "given twice"),
    ],
)
def test_what_cannot_be_told_is_a_sentence(run, words, said):
    ran = run("finish", *words)
    assert ran.is_refused(), ran.err
    assert said in ran.err
