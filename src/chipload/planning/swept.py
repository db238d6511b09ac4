"""One alternative of a sweep: a job whose cut is evaluated over a block of the grid at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from chipload import cutting
from chipload.catalog import Catalog, choose
from chipload.planning.axes import Axis
from chipload.planning.fitting import fit
from chipload.planning.jobs import Milling
from chipload.planning.milling import OUTCOME_KINDS, Cut, Outcome, effective_diameter, evaluate
from chipload.planning.preparing import Prepared, prepare
from chipload.planning.rules import rules
from chipload.units.boundary import converter

_BY_WIDTH = ("cutting_speed", "chip_load")
"""Limits that come from the tables, by the share of the width."""


@dataclass(frozen=True)
class Swept:
    """A job with the axes that broadcast, ready to be evaluated."""

    job: Milling
    prepared: Prepared
    axes: tuple[Axis, ...]
    wanted: tuple[str, ...]
    limits: bool
    tables: Catalog

    @classmethod
    def of(cls, job: Milling, axes: list[Axis], wanted: tuple[str, ...], limits: bool, tables: Catalog) -> Swept:
        """The job with what it leaves open recommended, as for its plan."""
        prepared = fit(prepare(job, tables), job, job.tool.edge_si)
        return cls(job, prepared, tuple(axes), wanted, limits, tables)

    def results(self, block: tuple[slice, ...]) -> Iterator[tuple[str, Any]]:
        """Every result over a block of the grid by its name; NaN where no cut is possible."""
        cut, possible = self._cut(block)
        outcome = evaluate(cut)

        def masked(value: Any) -> Any:
            return value if np.all(possible) else np.where(possible, value, np.nan)

        for name in self.wanted:
            yield name, masked(getattr(outcome, name) * converter(OUTCOME_KINDS[name]).outputs["metric"].scale)
        if self.limits:
            feasible = possible
            for name, share in self._utilisations(cut, outcome).items():
                yield f"utilisation_{name}", masked(share)
                feasible = feasible & ~(np.asarray(share) > 1 + 1e-9)
            yield "feasible", feasible

    def _cut(self, block: tuple[slice, ...]) -> tuple[Cut, Any]:
        """The cut over a block, and where it can be."""
        values: dict[str, Any] = {}
        for place, (axis, part) in enumerate(zip(self.axes, block, strict=True)):
            column = [1] * len(self.axes)
            column[place] = -1
            assert isinstance(axis.values, np.ndarray)
            values[axis.name] = axis.values[part].reshape(column)
        turn = values.pop("spindle_speed", self._given("spindle_speed"))
        rate = values.pop("feed_rate", self._given("feed_rate"))
        cut = self.prepared.cut.having(**values)
        across = effective_diameter(cut)
        possible = np.asarray(cut.radial_depth) <= np.asarray(across) * (1 + 1e-9)
        if not np.all(possible):  # a slot is as wide as the tool is there; no other wider pass can be cut
            possible = possible | self._slotted(cut)
            cut = cut.having(radial_depth=np.minimum(cut.radial_depth, across))
        if turn is not None and "cutting_speed" not in values:
            cut = cut.having(cutting_speed=cutting.cutting_speed.si(turn, across))
        if rate is not None and "feed_per_tooth" not in values:
            spindle_speed = cutting.spindle_speed.si(cut.cutting_speed, across)
            cut = cut.having(feed_per_tooth=cutting.feed_per_tooth.si(rate, cut.teeth, spindle_speed))
        return cut, possible

    def _given(self, name: str) -> float | None:
        return None if getattr(self.job, name) is None else self.job.si(name)

    def _slotted(self, cut: Cut) -> Any:
        """Where the cut is a slot, as the style given or the width tells."""
        if self.job.style is not None or self.job.tool.is_ball:
            return np.asarray(cut.style == "slot")
        return np.asarray(cut.radial_depth) >= np.asarray(cut.diameter) * (1 - 1e-9)

    def _utilisations(self, cut: Cut, outcome: Outcome) -> dict[str, Any]:
        """Utilisation of every limit that applies; NaN where the tables do not reach."""
        used: dict[str, Any] = {}
        for here, prepared in self._by_width(cut):
            for rule in rules(prepared, self.job.limits, self.job.tool.edge_si):
                share = rule.utilisation(cut, outcome)
                if rule.name in _BY_WIDTH:
                    share = np.where(here, share, used.get(rule.name, np.nan))
                used[rule.name] = share
        return used

    def _by_width(self, cut: Cut) -> list[tuple[Any, Prepared]]:
        """Where which ranges of speed and feed hold: the tables print them by the share of the width."""
        width = np.asarray(cut.radial_depth) / np.asarray(effective_diameter(cut))
        slotted = np.broadcast_to(self._slotted(cut), width.shape)
        held: dict[Any, tuple[Any, Prepared]] = {}
        for slot in np.unique(slotted):
            style = ("slot" if slot else "side") if cut.style in ("slot", "side") else cut.style
            asked = self.prepared.material.material_class.name, style, self.job.tool.material
            for one in np.unique(width[slotted == slot]):
                share = float(one)
                speeds = choose(self.tables.speeds, *asked, radial_share=share)
                feeds = choose(self.tables.feeds, *asked, radial_share=share, diameter=float(cut.diameter))
                key = tuple(None if found is None else (id(found.row), found.high) for found in (speeds, feeds))
                here = (width == one) & (slotted == slot)
                if key in held:
                    here = here | held[key][0]
                held[key] = here, replace(self.prepared, speed_range=speeds, feed_range=feeds)
        return list(held.values())
