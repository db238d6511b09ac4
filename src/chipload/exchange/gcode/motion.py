"""The moves of a block: straight, along an arc, a thread, a canned cycle."""

from __future__ import annotations

import math

from chipload.exchange.gcode import moves
from chipload.exchange.gcode.modal import AXES, CENTRES, UNKNOWN, State
from chipload.exchange.gcode.tally import Tally
from chipload.exchange.gcode.timing import Cutting
from chipload.exchange.gcode.words import Block


class Motions:
    """Turns blocks with axis words into rapids and cuts.

    Parameters
    ----------
    state
        The modal state.
    tally
        Where rapids go, and what is not evaluated.
    cutting
        Where the cuts go.
    """

    def __init__(self, state: State, tally: Tally, cutting: Cutting) -> None:
        self.state, self.tally, self.cutting = state, tally, cutting

    def set_motion(self, code: float) -> None:
        """The level from which a cycle starts is that at which the first of several cycles begins."""
        state = self.state
        if is_cycle(code) and not is_cycle(state.motion):
            state.cycle = {"initial": state.position["Z"]}
        state.motion = code

    def go(self, block: Block, axes: set[str]) -> None:
        """Follow the axis words of a block."""
        state = self.state
        start = state.position
        if is_cycle(state.motion):
            self._cycle(block)
            return
        end = state.target(block)
        state.position = end
        if state.motion is None or state.motion != state.motion or state.motion == 80:
            self.tally.skip("moves whose kind (G0, G1, ...) is not known", block.number, block.text)
            return
        further = axes & set("ABCUVW") and not state.dialect.lathe
        if further:
            self.tally.skip("moves of rotary and further axes", block.number, block.text)
        odd = bool(further or state.bent)
        if state.motion == 0:
            self.tally.rapid(UNKNOWN if odd else _longest(_ways(start, end, axes)))
            self.cutting.rapid()
        elif state.motion in (2, 3):
            self._arc(block, start, end, odd)
        elif state.motion == 1:
            length = UNKNOWN if odd else math.hypot(*_ways(start, end, axes))
            self.cutting.cut(self._kind(start, end, axes), length, block.number, (start["X"], end["X"]))
        else:
            self._thread(block, math.hypot(*_ways(start, end, axes)))

    def _kind(self, start: dict[str, float], end: dict[str, float], axes: set[str]) -> str:
        if self.state.dialect.lathe or self.state.constant_speed:
            return "turn"
        if axes & {"X", "Y"} and not (start["X"] == end["X"] and start["Y"] == end["Y"]):
            return "side"
        if end["Z"] < start["Z"]:
            return "plunge"
        return "retract" if end["Z"] > start["Z"] else "axial"

    def _arc(self, block: Block, start: dict[str, float], end: dict[str, float], odd: bool) -> None:
        state = self.state
        one, two, across = state.axes
        given = state.words_of(block, "IJKRP")
        radius = given.get("R", next((state.length(word) for word in block.words if word.letter == "CR"), None))
        clockwise = state.motion == 2
        begins, ends = (start[one], start[two]), (end[one], end[two])
        found: tuple[float, float] | None
        if radius is not None:
            angle = moves.sweep_of_radius(begins, ends, radius) if radius == radius else UNKNOWN
            found = None if angle is None else (abs(radius), angle)
        else:
            letters = (CENTRES[one], CENTRES[two])
            if not any(letter in given for letter in letters):
                self.tally.skip("arcs without centre or radius", block.number, block.text)
                self.cutting.cut(self._arc_kind(), UNKNOWN, block.number)
                return
            base = (0.0, 0.0) if state.centres_absolute else begins
            centre = (base[0] + given.get(letters[0], 0.0), base[1] + given.get(letters[1], 0.0))
            found = moves.sweep_about(begins, ends, centre, clockwise)
            if found is not None and state.dialect.name == "linuxcnc" and given.get("P", 1.0) > 1:
                found = found[0], found[1] + 2 * math.pi * (given["P"] - 1)
        if found is None:
            self.tally.skip("arcs whose centre or radius does not fit their ends", block.number, block.text)
            self.cutting.cut(self._arc_kind(), UNKNOWN, block.number)
            return
        rise = end[across] - start[across] if end[across] != start[across] else 0.0
        if not any(word.letter == across for word in block.words):
            rise = 0.0
        length = UNKNOWN if odd else moves.helix_length(*found, rise)
        self.cutting.cut(self._arc_kind(), length, block.number, (start["X"], end["X"]), curved=True)

    def _arc_kind(self) -> str:
        return "turn" if self.state.dialect.lathe or self.state.constant_speed else "side"

    def _thread(self, block: Block, length: float) -> None:
        """A thread whose lead is written as K."""
        given = self.state.words_of(block, "K")
        if "K" in given:
            self.cutting.thread(length, given["K"], block.number, taps=self.state.motion == 33.1)
        else:
            self.tally.skip("threads whose lead is not written as K", block.number, block.text)

    def _cycle(self, block: Block) -> None:
        """One hole, or several, of a canned cycle."""
        state = self.state
        code = int(state.motion or 0)
        start, end = dict(state.position), state.target(block)
        if code not in state.dialect.cycles or state.plane != 17 or state.bent:
            self.tally.skip(f"the cycle G{code} in this dialect or plane", block.number, block.text)
            state.position, state.motion = dict.fromkeys(AXES, UNKNOWN), UNKNOWN
            return
        given = state.words_of(block, "RZQ")
        for letter, size in given.items():
            if letter == "R" and not state.absolute:
                size += state.cycle["initial"]
            state.cycle[letter] = size
        for word in block.words:
            if word.letter == "P":
                state.cycle["P"] = state.seconds(word)
        retract, bottom = state.cycle.get("R", UNKNOWN), state.cycle.get("Z", UNKNOWN)
        if not state.absolute:
            bottom += retract
        repeats = [word.value for word in block.words if word.letter in state.dialect.repeat]
        holes = repeats[0] if repeats else 1.0
        high = state.cycle["initial"] if state.retract_high else retract
        leave = start["Z"]
        state.position = {"X": end["X"], "Y": end["Y"], "Z": high}
        if holes != holes or holes < 0 or holes > 1e6:
            self.tally.skip("cycles whose number of repeats is not known", block.number, block.text)
            return
        if holes > 1 and not state.absolute:
            for axis in "XY":
                state.position[axis] += (holes - 1) * (end[axis] - start[axis])
        if holes < 1:
            state.position = {**start, "Z": start["Z"]}
            return
        steps = [end[axis] - start[axis] for axis in "XY"]
        self.tally.rapid(_longest(steps) * (1.0 if state.absolute else holes))
        found = moves.cycle_moves(code, retract, bottom, state.cycle.get("Q"))
        if found is None:
            known = retract == retract and bottom == bottom
            self.tally.skip(
                f"cycles G{code} without a depth or a peck that fit" if known else "cycles whose depth is not known",
                block.number, block.text,
            )  # fmt: skip
        self.cutting.holes(code, found, holes, retract - bottom, block.number)
        self.tally.rapid(abs(leave - retract) + holes * (found.rapid if found else UNKNOWN))
        self.tally.rapid(holes * abs(high - retract) + (holes - 1) * abs(high - retract))
        dwell = state.cycle.get("P", 0.0) * holes * (found.dwells if found else 0)
        if dwell == dwell:
            self.tally.dwell += dwell
        else:
            self.tally.unknown_dwells += 1


def is_cycle(motion: float | None) -> bool:
    """True for the code of a canned cycle."""
    return motion is not None and 73 <= motion <= 89 and motion != 80


def _ways(start: dict[str, float], end: dict[str, float], axes: set[str]) -> list[float]:
    """Ways along the axes; one that is not known and not written does not move."""
    return [end[axis] - start[axis] for axis in AXES if axis in axes or end[axis] == end[axis]]


def _longest(ways: list[float]) -> float:
    """The longest of some ways; NaN where one is not known."""
    return UNKNOWN if any(way != way for way in ways) else max(map(abs, ways), default=0.0)
