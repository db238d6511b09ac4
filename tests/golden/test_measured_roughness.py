"""Measured roughness against the ideal profile: a validation, not a fit, and so with wide margins."""

from __future__ import annotations

import numpy as np
import pytest
from report_roughness import Measured, main, tables

TABLES = tables()
WITH_RADIUS = [table for table in TABLES if "nose_radius_mm" in table.columns]


def test_the_tables_are_there() -> None:
    assert len(WITH_RADIUS) == 5
    assert sum(table.ratio.size for table in WITH_RADIUS) == 198


@pytest.mark.parametrize("table", WITH_RADIUS, ids=lambda table: table.name)
def test_measured_over_ideal(table: Measured) -> None:
    assert 0.5 < np.median(table.ratio) < 5
    assert table.correlation_with_feed > 0


def test_measured_rz_over_ra() -> None:
    """The figures the notes of `rz_band` give."""
    (table,) = (table for table in TABLES if "Rz_um" in table.columns)
    ratio = table.columns["Rz_um"] / table.columns["Ra_um"]
    np.testing.assert_allclose(np.quantile(ratio, [0.05, 0.5, 0.95]), [3.7, 4.9, 6.3], atol=0.05)
    assert ratio.size == 204


def test_the_report_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "All 198 cuts" in capsys.readouterr().out
