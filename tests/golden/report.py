"""Every published example with its source, its answer and ours: `python tests/golden/report.py`."""

from __future__ import annotations

import sys
import warnings
from typing import Any


def shown(value: Any) -> str:
    import numpy as np

    return " ".join(f"{number:.6g}" for number in np.ravel(value))


def main() -> int:
    from test_golden import APART, CASES, compare

    warnings.simplefilter("ignore")
    bad = 0
    for title, cases in (("Published examples", CASES), ("Kept apart", APART)):
        print(f"{title}: {len(cases)}\n")
        for case in cases:
            print(f"{case['id']}: {case['source']}")
            for name, unit, published, found in compare(case, case["find"]):
                off = float(abs(found / published - 1).max())
                within = off <= case["tolerance_rel"]
                bad += cases is CASES and not within
                print(
                    f"    {name} [{unit}]: published {shown(published)}, ours {shown(found)}, "
                    f"off {off:.2%}, tolerance {case['tolerance_rel']:.2%}{'' if within else '  OUT'}"
                )
            if "reason" in case:
                print(f"    {case['reason']}")
        print()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
