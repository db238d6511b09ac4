"""Bad input: one sentence that names the field and the remedy, and never a clamped value."""

import re

import pytest
from jobs_for_tests import make

import chipload as cl

BAD = [
    # (tool, cut, field, what the sentence must say)
    ({}, {"material": "6061-T66"}, "material", "6061-t6"),
    ({}, {"machine": "haas vf9"}, "machine", "haas-vf2"),
    ({"material": "unobtainium"}, {}, "tool material", "carbide"),
    ({}, {"holder": "superglue"}, "holder", "er-collet"),
    ({"flute_length": "35 mm"}, {}, "flute_length", "longer than the stick-out"),
    ({"teeth": 0}, {}, "teeth", "whole number from 1"),
    ({"teeth": 2.5}, {}, "teeth", "whole number from 1"),
    ({"diameter": "-10 mm"}, {}, "diameter", "greater than zero"),
    ({"diameter": "10 kg"}, {}, "diameter", "is not a diameter"),
    ({"diameter": 10}, {}, "diameter", "without a unit"),
    ({"diameter": "10 furlongz"}, {}, "diameter", "not known"),
    ({"diameter": "1,234"}, {}, "diameter", "can mean 1234 or 1.234"),
    ({"corner_radius": "6 mm"}, {}, "corner_radius", "more than half the diameter"),
    ({"neck_length": "4 mm"}, {}, "neck_length", "both"),
    ({"neck_length": "14 mm", "neck_diameter": "9 mm"}, {}, "neck_length", "longer than the stick-out"),
    ({"entering_angle": "2 deg"}, {}, "entering_angle", "between 5 and 90"),
    ({"entering_angle": "45"}, {}, "entering_angle", "no unit"),
    ({}, {"radial_depth": "11 mm"}, "radial_depth", "more than the diameter"),
    ({}, {"radial_depth": "0 mm"}, "radial_depth", "greater than zero"),
    ({}, {"radial_depth": "nan mm"}, "radial_depth", "number"),
    ({}, {"axial_depth": "inf mm"}, "axial_depth", "number"),
    ({}, {"axial_depth": float("nan")}, "axial_depth", "unit"),
    ({}, {"axial_depth": "31 mm"}, "axial_depth", "less than the stick-out"),
    ({}, {"axial_depth": [1, 2]}, "axial_depth", "unit"),
    ({}, {"cutting_speed": "0 m/min"}, "cutting_speed", "greater than zero"),
    ({}, {"cutting_speed": "300 rpm"}, "cutting_speed", "is not a cutting speed"),
    ({}, {"spindle_speed": "3000 rpm"}, "cutting_speed", "give one of them"),
    ({}, {"feed_rate": "300 mm/min"}, "feed_per_tooth", "give one of them"),
    ({}, {"feed_per_tooth": "0.05 mm/rev"}, "feed_per_tooth", "is not a feed per tooth"),
    ({}, {"style": "spiral"}, "style", "'side', 'slot', 'face' or 'ball'"),
    ({}, {"style": "slot"}, "style", "as wide as the tool"),
    ({}, {"style": "ball"}, "style", "ball nose"),
    ({}, {"offset": "1 mm"}, "offset", "face"),
    ({}, {"style": "face", "offset": "4 mm"}, "offset", "smaller"),
    ({}, {"colour": "red"}, "colour", "no such field"),
    ({"corner_radius": "5 mm"}, {"axial_depth": "0.1 mm"}, "radial_depth", "step over less"),
]


@pytest.mark.parametrize(("tool", "cut", "field", "says"), BAD)
def test_a_bad_input_is_one_sentence(tool, cut, field, says):
    with pytest.raises(cl.errors.InputError) as caught:
        cl.plan(make(tool, **cut))
    about = [problem for problem in caught.value.problems if re.match(rf"(tool\.)?{re.escape(field)}\b", problem)]
    assert len(about) == 1, caught.value.problems
    assert says in about[0]
    assert "\n" not in about[0]
    assert "pydantic" not in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_all_problems_are_told_at_once():
    with pytest.raises(cl.errors.InputError) as caught:
        make({"diameter": "10 kg", "teeth": 0, "stickout": "-3 mm"})
    assert len(caught.value.problems) == 3


def test_problems_of_a_tool_carry_the_path():
    with pytest.raises(cl.errors.InputError, match=r"^tool\.flute_length: flutes of 25\.000 mm are longer"):
        cl.Milling(
            material="6061", radial_depth="1 mm", axial_depth="1 mm",
            tool={"diameter": "10 mm", "teeth": 4, "stickout": "20 mm", "flute_length": "25 mm"},
        )  # fmt: skip


def test_a_missing_field_is_named():
    with pytest.raises(cl.errors.InputError, match="radial_depth: it is missing"):
        cl.Milling(material="6061", tool=make().tool, axial_depth="1 mm")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"operation": "turning"}', '{"material": 5}', "null"])
def test_bad_json_is_a_sentence(text):
    with pytest.raises(cl.errors.InputError) as caught:
        cl.Milling.model_validate_json(text)
    assert all("\n" not in problem for problem in caught.value.problems)


def test_a_job_cannot_be_changed_behind_its_checks():
    job = make()
    with pytest.raises(Exception, match="frozen"):
        job.radial_depth = "20 mm"
