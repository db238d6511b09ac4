"""A page of the published examples that the formulas are held against, by topic, with the worst error of each."""

from __future__ import annotations

import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from making.markdown import escaped, table

GOLDEN = Path(__file__).resolve().parents[2] / "tests" / "golden"


def pages() -> Iterator[tuple[str, str]]:
    """Path and text of every page."""
    sys.path.insert(0, str(GOLDEN))
    from test_golden import APART, CASES, compare

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = [(case, _off(case, compare)) for case in CASES]
    topics: defaultdict[str, list[tuple[dict[str, Any], float]]] = defaultdict(list)
    for case, off in rows:
        topics[case["topic"]].append((case, off))
    text = [
        "# Published examples",
        f"{len(rows)} worked examples that others published, answered by the public functions; "
        "`python tests/golden/report.py` prints every number of them. The error is that of the worst number of an "
        "example; the tolerance is what the digits of its source support.",
        table(
            ("Topic", "Examples", "Worst error"),
            (
                (f"[{escaped(_words(topic))}](#{_anchor(topic)})", len(cases), f"{max(off for _, off in cases):.2%}")
                for topic, cases in sorted(topics.items())
            ),
        ),
    ]
    for topic, cases in sorted(topics.items()):
        text += [
            f"({_anchor(topic)})=\n## {_words(topic)}",
            table(
                ("Example", "Source", "Error", "Tolerance"),
                (
                    (f"`{case['id']}`", escaped(case["source"]), f"{off:.2%}", f"{case['tolerance_rel']:.2%}")
                    for case, off in cases
                ),
            ),
        ]
    text += [
        "## Kept apart",
        "Examples whose printed answer is not the right one for the question, with the reason.",
        table(
            ("Example", "Source", "Reason"),
            ((f"`{case['id']}`", escaped(case["source"]), escaped(case["reason"])) for case in APART),
        ),
    ]
    yield "examples", "\n\n".join(text)


def _off(case: dict[str, Any], compare: Any) -> float:
    return max(float(abs(found / printed - 1).max()) for _, _, printed, found in compare(case, case["find"]))


def _words(topic: str) -> str:
    return topic.replace("_", " ").capitalize()


def _anchor(topic: str) -> str:
    return "topic-" + topic.lower().replace("_", "-").replace(" ", "-")
