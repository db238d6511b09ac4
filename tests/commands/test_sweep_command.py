"""`chipload sweep`: a cut over axes, printed and written."""

import pandas
import pytest
import xarray

import chipload as cl

AXIS = ["--axis", "radial_depth=1:5:3 mm"]


def test_points_are_printed_as_the_script_finds_them(run, job, job_file):
    ran = run("sweep", job_file, *AXIS, "--outputs", "power,deflection", "--json")
    assert ran.status == 0
    found = cl.sweep(cl.Milling.model_validate(job), radial_depth=["1 mm", "3 mm", "5 mm"])
    assert [point["radial_depth [mm]"] for point in ran.json] == [1, 3, 5]
    assert [point["power [kW]"] for point in ran.json] == pytest.approx(found["power"].values, rel=1e-12)
    head, *lines = run("sweep", job_file, *AXIS, "--outputs", "power").out.splitlines()
    assert head.startswith("radial_depth [mm],power [kW],")
    assert len(lines) == 3


def test_an_axis_of_words_and_one_of_numbers(run, job_file):
    ran = run("sweep", job_file, "--axis", "material=304", "--axis", "material=1045", *AXIS, "--json")
    assert [(one["material"], one["radial_depth [mm]"]) for one in ran.json] == [
        (name, depth) for name in ("304", "1045") for depth in (1, 3, 5)
    ]


@pytest.mark.parametrize("ending", ["csv", "parquet", "zarr"])
def test_a_sweep_on_disk_holds_the_same_figures(run, job_file, tmp_path, ending):
    file = tmp_path / f"cuts.{ending}"
    expected = [point["power [kW]"] for point in run("sweep", job_file, *AXIS, "--json").json]
    assert run("sweep", job_file, *AXIS, "--to", file).status == 0
    if ending == "zarr":
        power = xarray.open_zarr(file, consolidated=False)["power"].values
    elif ending == "parquet":
        power = pandas.read_parquet(file)["power"]
    else:
        power = pandas.read_csv(file)["power [kW]"]
    assert list(power) == pytest.approx(expected, rel=1e-12)


def test_no_point_that_holds_is_status_1(run, job_file):
    assert run("sweep", job_file, "--axis", "axial_depth=20:24:3 mm", "--axis", "radial_depth=9 mm").status == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "axis: there is none"),
        (["--axis", "radial_depth"], "axis"),
        (["--axis", "radial_depth=1:5"], "START:STOP:COUNT"),
        (["--axis", "radial_depth=1mm:5mm:3"], "plain numbers"),
        (["--axis", "radial_depth=1:5:0 mm"], "no values"),
        (["--axis", "smell=1:5:3 mm"], "smell"),
        ([*AXIS, "--outputs", "smell"], "smell"),
        ([*AXIS, "--to", "cuts.txt"], "cuts.txt"),
        ([*AXIS, "--to", "none/cuts.csv"], "cannot be written"),
        ([*AXIS, "--to", "/dev/null/cuts.parquet"], "/dev/null cannot be used"),
        ([*AXIS, "--to", "/dev/null/cuts.zarr"], "/dev/null cannot be used"),
    ],
)
def test_a_bad_axis_is_a_sentence(run, job_file, words, said):
    ran = run("sweep", job_file, *words)
    assert ran.is_refused(), ran.err
    assert said in ran.err
