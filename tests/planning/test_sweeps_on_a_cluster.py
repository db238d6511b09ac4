"""The same sweep on a cluster of processes, one of which is killed while it works."""

from __future__ import annotations

import os
import signal
from typing import Any

import numpy as np
import pytest
from jobs_for_tests import make

import chipload as cl
from chipload import catalog

AXES: dict[str, Any] = {
    "cutting_speed": cl.Quantity(np.linspace(50, 240, 80), "m/min"),
    "axial_depth": cl.Quantity(np.linspace(1, 20, 80), "mm"),
    "feed_per_tooth": cl.Quantity(np.linspace(0.02, 0.1, 80), "mm"),
    "material": ["6061-T6", "1045"],
}


@pytest.fixture(scope="module")
def client():
    try:
        import distributed
        import xarray  # noqa: F401
    except ModuleNotFoundError as error:
        if os.environ.get("CI"):
            pytest.fail(f"{error}; on CI the cluster tests must run")
        pytest.skip(f"{error}; the cluster tests need the extra sweep")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit=0
        ) as cluster,
        distributed.Client(cluster) as found,
    ):
        yield found


def test_a_cluster_gives_the_same_digits(client):
    import xarray

    xarray.testing.assert_identical(cl.sweep(make(), AXES), cl.sweep(make(), AXES, client=client))


def test_own_tables_reach_the_workers(client, tmp_path):
    head = "subject,operation,kc11,kc11_unit,mc,reference_rake,h_low,h_high,tier,source,note\n"
    (tmp_path / "kienzle.csv").write_text(head + "6061-t6,milling,650,MPa,0.25,,,,measured,S10,own\n")
    own = catalog.Catalog(tmp_path)
    axes = {name: AXES[name] for name in ("cutting_speed", "axial_depth")}
    here, there = cl.sweep(make(), axes, catalog=own), cl.sweep(make(), axes, catalog=own, client=client)
    assert float(here.power[0, 0]) != float(cl.sweep(make(), axes).power[0, 0])
    np.testing.assert_array_equal(here.power, there.power)


def test_a_killed_worker_loses_nothing(client, tmp_path):
    import xarray

    killed: list[int] = []

    def kill(share: float) -> None:
        if not killed:
            pid = client.run(os.getpid)
            killed.append(next(iter(pid.values())))
            os.kill(killed[0], signal.SIGKILL)

    axes = {**AXES, "stickout": cl.Quantity(np.linspace(30, 50, 5), "mm")}
    outputs = ["removal_rate", "power", "deflection"]
    found = cl.sweep(make(), axes, outputs=outputs, client=client, to=tmp_path / "cuts.zarr", progress=kill)
    assert killed
    client.wait_for_workers(2)
    assert killed[0] not in client.run(os.getpid).values()
    xarray.testing.assert_identical(cl.sweep(make(), axes, outputs=outputs), found.load())


def test_a_cut_that_cannot_be_fails_before_anything_is_sent(client):
    with pytest.raises(cl.errors.InputError, match="axial_depth"):
        cl.sweep(make(), axial_depth=["1 mm", "40 mm"], client=client)
