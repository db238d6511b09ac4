"""Cuts of a program with their speed, feed and time, and what is wrong with the way they are set."""

from __future__ import annotations

import math

from chipload.exchange.gcode.modal import OFF, UNKNOWN, State
from chipload.exchange.gcode.moves import CycleMoves, seconds_per_turn
from chipload.exchange.gcode.tally import Condition, Tally, ToolUse

_TAPS = (74, 84)


class Cutting:
    """Takes in the moves at the feed.

    Parameters
    ----------
    state
        The modal state, read at each move.
    tally
        Where ranges, times and flags go.
    """

    def __init__(self, state: State, tally: Tally) -> None:
        self.state, self.tally = state, tally
        self.feed_text = ""
        self._plunged: tuple[int, float] | None = None

    @property
    def steady(self) -> bool:
        """True where straight moves need no look at the state for each of them."""
        state = self.state
        return bool(state.feed) and not state.feed_stale and state.feed == state.feed

    def rapid(self) -> None:
        """A rapid, after which a plunge before it is no entry of a cut."""
        self._plunged = None

    def cut(
        self,
        kind: str,
        length: float,
        line: int,
        ends: tuple[float, float] = (UNKNOWN, UNKNOWN),
        count: int = 1,
        curved: bool = False,
    ) -> None:
        """A move at the feed, or several alike.

        Parameters
        ----------
        kind
            "side", "plunge", "retract", "axial" or "turn".
        length
            Of the path [m]; NaN where it is not known.
        line, count
            Of the first move, and how many.
        ends
            Places of X at the ends [m]; on a lathe they tell the diameter.
        curved
            True for an arc, along which the diameter does not change evenly.
        """
        use = self._use(line)
        use.moves += count
        if kind == "plunge":
            self._plunged = None if self.state.feed is None else (line, self.state.feed)
        elif kind in ("side", "retract"):
            if kind == "side" and self._plunged is not None and self._plunged[1] == self.state.feed:
                self.tally.flag("plunge-feed", use.number, self._plunged[0])
            self._plunged = None
        if not self._feed_is_set(use, line, count) or not self._turns(use, line, count):
            use.unknown_moves += count
            return
        self._take(use, kind, length, line, ends, count, curved)

    def holes(self, code: int, found: CycleMoves | None, holes: float, depth: float, line: int) -> None:
        """Holes of a canned cycle."""
        use = self._use(line)
        use.moves += int(holes)
        if depth > use.depth:
            use.depth = depth
        if not self._feed_is_set(use, line, int(holes)) or not self._turns(use, line, int(holes)):
            use.unknown_moves += int(holes)
            return
        length = UNKNOWN if found is None else (found.feed + found.feed_back) * holes
        kind = "tap" if code in _TAPS else "hole"
        self._take(use, kind, length, line, (UNKNOWN, UNKNOWN), int(holes), False)

    def thread(self, length: float, lead: float, line: int, taps: bool) -> None:
        """A thread at its lead [m/rev]; a rigid tap goes in and out."""
        use = self._use(line)
        use.moves += 1
        if not self._turns(use, line, 1):
            use.unknown_moves += 1
            return
        speed = UNKNOWN if self.state.constant_speed or self.state.speed is None else self.state.speed
        at = Condition(speed, lead * speed, 0.0, line)
        use.record("tap" if taps else "thread", at, lead)
        ways = 2 if taps else 1
        self._spend(use, ways * length, ways * length / at.feed_rate if at.feed_rate else UNKNOWN, 1)

    def _use(self, line: int) -> ToolUse:
        state = self.state
        if state.tool is None and state.selected is not None and state.changes == 0:
            self.tally.flag("tool-not-changed", state.selected, line)
        return self.tally.use(state.tool, line)

    def _feed_is_set(self, use: ToolUse, line: int, count: int) -> bool:
        """Flag a feed that is missing or not this tool's; False where it is not known."""
        state, tally = self.state, self.tally
        if state.feed_mode is None:
            return False
        if state.feed is None or state.feed <= 0:
            tally.flag("no-feed", use.number, line, count=count)
            return False
        if state.feed_stale:
            tally.flag("feed-inherited", use.number, line, state.feed_stale, count)
            return False
        if state.feed_tool < state.changes and state.changes > 1:
            tally.flag("feed-inherited", use.number, line, "another tool", count)
        return state.feed == state.feed

    def _turns(self, use: ToolUse, line: int, count: int) -> bool:
        """Flag a spindle that does not turn, or at a speed that is not this tool's; False where that is not known."""
        state, tally = self.state, self.tally
        if state.spindle == OFF or state.speed == 0:
            tally.flag("spindle-off", use.number, line, count=count)
            return False
        if not state.spindle:
            return False
        if state.speed is None:
            tally.flag("no-speed", use.number, line, count=count)
            return False
        if state.speed_tool < state.changes and state.changes > 1:
            tally.flag("speed-inherited", use.number, line, "another tool", count)
        if state.constant_speed and math.isinf(state.cap):
            tally.flag("no-cap", use.number, line, count=count)
        return state.speed > 0

    def _take(
        self,
        use: ToolUse,
        kind: str,
        length: float,
        line: int,
        ends: tuple[float, float],
        count: int,
        curved: bool,
    ) -> None:
        state = self.state
        assert state.feed is not None
        assert state.speed is not None
        turning = kind == "turn"
        places = [(abs(place) * 2) for place in ends] if turning else [UNKNOWN]
        if state.constant_speed and not turning:  # a hole under G96: at which diameter, the program does not say
            speeds, turn = [UNKNOWN], UNKNOWN
        elif state.constant_speed:
            speeds = [min(state.cap, _per_turn(state.speed, place)) for place in places]
            turn = UNKNOWN if curved else seconds_per_turn(places[0], places[1], state.speed, state.cap)
        else:
            speeds = [state.speed] * len(places)
            turn = 1 / state.speed
        mode = state.feed_mode
        for speed, place in zip(speeds, places, strict=True):
            if math.isinf(speed):
                continue
            if mode == "minute":
                rate, advance = state.feed, state.feed / speed if speed else UNKNOWN
            elif mode == "turn":
                rate, advance = state.feed * speed, state.feed
            else:
                rate = state.feed * length
                advance = rate / speed if speed else UNKNOWN
            step = state.feed_step * (speed if mode == "turn" else 1.0)
            at = Condition(speed, rate, step, line)
            use.record(kind, at, advance, math.pi * place * speed if turning else None)
        if mode == "minute":
            time = length / state.feed
        elif mode == "turn":
            time = length / state.feed * turn
        else:
            time = count / state.feed
        self._spend(use, length, time, count)

    def _spend(self, use: ToolUse, length: float, time: float, count: int) -> None:
        if length == length:
            use.length += length
        if time == time and math.isfinite(time):
            use.time += time
        else:
            use.unknown_moves += count


def _per_turn(speed: float, across: float) -> float:
    """Spindle speed [rev/s] at a diameter; infinite at the centre."""
    return speed / (math.pi * across) if across else math.inf
