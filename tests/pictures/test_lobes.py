"""The picture of stability lobes shows the numbers of its objects."""

from __future__ import annotations

import numpy as np

from chipload import Quantity, pictures
from chipload.dynamics import (
    MillingProcess,
    Mode,
    Structure,
    critical_depth,
    stability_band,
    stability_diagram,
    zero_order_limit,
)

SPEEDS, DEPTHS = Quantity(np.linspace(9000, 24000, 20), "rpm"), Quantity(np.linspace(0.2, 4, 12), "mm")
TOOL = Structure([Mode("922 Hz", 0.011, "1.34 N/um", direction="x", stiffness_uncertainty=0.1)])
CUT = MillingProcess(2, "120 deg", "180 deg", "600 MPa", "200 MPa")


def test_traces_are_the_numbers() -> None:
    diagram = stability_diagram(CUT, TOOL, SPEEDS, DEPTHS)
    limit, preview = critical_depth(CUT, TOOL, SPEEDS, "4 mm"), zero_order_limit(CUT, TOOL, SPEEDS)
    band = stability_band(CUT, TOOL, SPEEDS, "4 mm", coefficient_uncertainty=0.1, samples=8)
    figure = pictures.lobes_picture(diagram, limit=limit, preview=preview, band=band, working_point=("2e4 rpm", "1 mm"))
    traces = {trace.name: trace for trace in figure.data}
    verdicts = figure.data[0]
    shown = [name for name in traces if name is not None and name.startswith(("stable", "chatter"))]
    assert len(shown) == len(np.unique(diagram.kind))
    names = np.array(["stable", "hopf", "flip", "fold"])
    np.testing.assert_array_equal(names[np.asarray(verdicts.z)], diagram.kind.T)
    np.testing.assert_allclose(verdicts.x, SPEEDS.m)
    np.testing.assert_allclose(traces["limit"].y, limit.limit_depth.to("mm").m)
    finite = np.isfinite(preview.limit_depth.m)
    np.testing.assert_allclose(
        np.asarray(traces["zero-order preview"].y)[finite], preview.limit_depth.to("mm").m[finite]
    )
    edges = np.concatenate([band.upper.to("mm").m, band.lower.to("mm").m[::-1]])
    np.testing.assert_allclose(traces["limit, 90% of 8 samples"].y, edges)
    assert (traces["this cut"].x[0], traces["this cut"].y[0]) == (20000.0, 1.0)
    assert figure.layout.xaxis.title.text == "spindle speed [rpm]"
    assert figure.layout.yaxis.title.text == "axial depth [mm]"


def test_a_guessed_mode_says_so_in_the_title() -> None:
    guess = Structure([Mode("922 Hz", 0.02, "1.34 N/um", direction="x", estimated=True)])
    figure = pictures.lobes_picture(stability_diagram(CUT, guess, SPEEDS[:3], DEPTHS[:3]))
    assert "low" in figure.layout.title.text


def test_one_limit_alone_is_a_point() -> None:
    diagram = stability_diagram(CUT, TOOL, SPEEDS[:3], DEPTHS[:3])
    limit, preview = critical_depth(CUT, TOOL, "9000 rpm", "4 mm"), zero_order_limit(CUT, TOOL, "9000 rpm")
    figure = pictures.lobes_picture(diagram, limit=limit, preview=preview)
    points = {trace.name: (trace.mode, *trace.x, *trace.y) for trace in figure.data[1:]}
    assert points["limit"] == ("markers", 9000.0, limit.limit_depth.to("mm").m)
    assert points["zero-order preview"] == ("markers", 9000.0, preview.limit_depth.to("mm").m)
