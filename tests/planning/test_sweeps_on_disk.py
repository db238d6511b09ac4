"""Sweeps that go to disk: the same numbers as in memory, going on after a stop, and paths that cannot be."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from jobs_for_tests import make

import chipload as cl
from chipload.errors import InputError
from chipload.planning import blocks, grids

xarray = pytest.importorskip("xarray", reason="labelled results need xarray, which is not installed")
pytest.importorskip("zarr", reason="streaming needs zarr, which is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="streaming needs pyarrow, which is not installed")

AXES: dict[str, Any] = {
    "cutting_speed": cl.Quantity(np.linspace(50, 240, 6), "m/min"),
    "axial_depth": cl.Quantity(np.linspace(1, 20, 5), "mm"),
    "stickout": ["30 mm", "45 mm"],
    "material": ["6061-T6", "1045"],
}


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK", 20)


@pytest.fixture
def evaluated(monkeypatch) -> list[int]:
    """Numbers of the blocks that were evaluated."""
    seen: list[int] = []
    usual = grids.Grid.evaluate
    monkeypatch.setattr(grids.Grid, "evaluate", lambda self, number: seen.append(number) or usual(self, number))
    return seen


def test_zarr_holds_what_memory_holds(tmp_path):
    inside, outside = cl.sweep(make(), AXES), cl.sweep(make(), AXES, to=tmp_path / "cuts.zarr")
    xarray.testing.assert_identical(inside, outside.load())
    assert outside.removal_rate.dims == ("material", "cutting_speed", "axial_depth")
    assert outside.removal_rate.attrs["units"] == inside.removal_rate.attrs["units"]


def test_parquet_holds_what_memory_holds(tmp_path):
    inside = cl.sweep(make(), AXES, outputs=["removal_rate", "deflection"])
    folder = cl.sweep(make(), AXES, outputs=["removal_rate", "deflection"], to=tmp_path / "cuts.parquet")
    table = parquet.read_table(folder)
    assert table.num_rows == 6 * 5 * 2 * 2
    assert table.schema.field("deflection").metadata[b"units"].decode() == inside.deflection.attrs["units"]
    frame = table.to_pandas().set_index(["material", "cutting_speed", "axial_depth", "stickout"])
    back = frame.to_xarray()
    for name in ("removal_rate", "deflection", "utilisation_deflection", "feasible"):
        wide = inside[name].broadcast_like(back[name]).transpose(*back[name].dims).sel(material=back.material)
        np.testing.assert_array_equal(back[name].values, wide.values, err_msg=name)


@pytest.mark.parametrize("ending", ["zarr", "parquet"])
@pytest.mark.parametrize("after", [1, 3, 5])
def test_a_stopped_sweep_goes_on_where_it_stopped(tmp_path, evaluated, ending, after):
    path = tmp_path / f"cuts.{ending}"

    def stop(share: float) -> None:
        if len(evaluated) == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cl.sweep(make(), AXES, to=path, progress=stop)
    first = list(evaluated)
    assert len(first) == after
    cl.sweep(make(), AXES, to=path)
    assert not set(evaluated[after:]) & set(first)
    assert len(evaluated) == json.loads((tmp_path / f"cuts.{ending}.progress.json").read_text())["blocks"]
    count = len(evaluated)
    found = cl.sweep(make(), AXES, to=path)
    assert len(evaluated) == count  # all of it is there
    if ending == "zarr":
        xarray.testing.assert_identical(cl.sweep(make(), AXES), found.load())


def test_a_block_that_was_cut_off_while_writing_is_made_again(tmp_path, evaluated):
    path = tmp_path / "cuts.zarr"
    cl.sweep(make(), AXES, to=path)
    progress = tmp_path / "cuts.zarr.progress.json"
    kept = json.loads(progress.read_text())
    kept["done"] = kept["done"][:-2]
    progress.write_text(json.dumps(kept))
    count = len(evaluated)
    found = cl.sweep(make(), AXES, to=path)
    assert len(evaluated) == count + 2
    xarray.testing.assert_identical(cl.sweep(make(), AXES), found.load())


def test_the_share_that_is_done_counts_what_was_there(tmp_path):
    shares: list[float] = []
    path = tmp_path / "cuts.zarr"

    def stop(share: float) -> None:
        if share > 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cl.sweep(make(), AXES, to=path, progress=stop)
    cl.sweep(make(), AXES, to=path, progress=shares.append)
    assert shares[0] > 0.4
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_points_that_cannot_be_cut_are_nan_on_disk_too(tmp_path):
    job = make({"corner_radius": "5 mm"}, radial_depth="0.5 mm", axial_depth="5 mm", style="ball")
    axes = {"radial_depth": ["0.5 mm", "6 mm"], "axial_depth": ["0.2 mm", "1 mm", "6 mm"]}
    inside = cl.sweep(job, {"axial_depth": axes["axial_depth"]})
    outside = cl.sweep(job, {"axial_depth": axes["axial_depth"]}, to=tmp_path / "ball.zarr")
    xarray.testing.assert_identical(inside, outside.load())


@pytest.mark.parametrize("changed", ["job", "axis", "outputs"])
def test_another_sweep_is_refused(tmp_path, changed):
    path = tmp_path / "cuts.zarr"
    cl.sweep(make(), AXES, to=path)
    job = make(feed_per_tooth="0.06 mm") if changed == "job" else make()
    axes = {**AXES, "stickout": ["30 mm", "46 mm"]} if changed == "axis" else AXES
    outputs = ["power"] if changed == "outputs" else None
    with pytest.raises(InputError, match="holds another sweep"):
        cl.sweep(job, axes, outputs=outputs, to=path)


def test_paths_that_cannot_be_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"ends in neither \.zarr nor \.parquet"):
        cl.sweep(make(), AXES, to=tmp_path / "cuts.csv")
    (tmp_path / "mine.parquet").mkdir()
    with pytest.raises(InputError, match="exists and is no sweep"):
        cl.sweep(make(), AXES, to=tmp_path / "mine.parquet")
    cl.sweep(make(), AXES, to=tmp_path / "cuts.parquet")
    progress = tmp_path / "cuts.parquet.progress.json"
    for text in ("{", '{"sweep": 3}', "[]"):
        progress.write_text(text)
        with pytest.raises(InputError, match=r"cannot be read|holds another"):
            cl.sweep(make(), AXES, to=tmp_path / "cuts.parquet")
