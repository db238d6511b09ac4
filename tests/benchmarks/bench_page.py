"""What a rerun of the milling page costs: `python tests/benchmarks/bench_page.py`.

Prints medians: the plan alone, the plan with its pictures and rows, and the whole page as Streamlit runs it, timed
inside the script so that the test harness around it does not count.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from chipload.app import jobs, link, milling_page, pictures
from chipload.planning import plan
from chipload.planning.rendering import result_rows

APP = Path(__file__).parents[2] / "app.py"
ROUNDS = 60


def median_ms(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    call()
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3


def figures(found: object) -> None:
    pictures.engagement(found, "metric")
    pictures.bent_tool(found, "metric")
    result_rows(found, "metric")


def main() -> None:
    inputs = link.start()
    outcome = jobs.solve(inputs)
    assert outcome.plan is not None
    job = outcome.plan.job
    print(f"plan alone                      {median_ms(lambda: plan(job)):6.2f} ms")
    print(f"inputs read, job built, planned {median_ms(lambda: jobs.solve(inputs)):6.2f} ms")
    print(f"pictures and rows               {median_ms(lambda: figures(outcome.plan)):6.2f} ms")

    spent: list[float] = []
    page = milling_page.show

    def timed() -> None:
        start = time.perf_counter()
        page()
        spent.append(time.perf_counter() - start)

    milling_page.show = timed
    harness = AppTest.from_file(str(APP), default_timeout=30)
    for number in range(ROUNDS):
        harness.run()
        harness.text_input(key="w_ae").set_value(f"{4 + number % 10 / 10}")
    print(f"whole page, widgets included    {statistics.median(spent[5:]) * 1e3:6.2f} ms")


if __name__ == "__main__":
    main()
