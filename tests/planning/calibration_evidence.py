"""How far intervals of a calibration hold against published measured cuts.

`python tests/planning/calibration_evidence.py` prints it.  A laboratory never teaches about itself, and a prediction
goes by kc1.1, mc and the exponents of width and speed that the cuts tell, as that of a plan does.
"""

import force_evidence as evidence
import numpy as np

from chipload.planning.force_update import Before, update_force
from chipload.planning.robust_fit import Noise


def judged(set_ups, planned=True, most=25):
    """By set-up, share of the cuts held by intervals after three cuts, narrowing, and root mean squares of misses."""
    rng = np.random.default_rng(20170101)
    held, narrower, before, after = {}, {}, {}, {}
    for one in set_ups:
        learned = evidence.learn([o for o in set_ups if o.laboratory != one.laboratory], evidence.ALL_EXPONENTS)
        known = Before(
            learned.exponents,
            np.sqrt(learned.exponent_variances),
            Noise(learned.noise_scale, learned.degrees_of_freedom),
        )
        centred = one.conditions - one.conditions.mean(axis=0)
        design = np.column_stack([np.ones(len(centred)), centred])
        covariance = design @ np.diag([one.spread**2, *learned.exponent_variances]) @ design.T
        shares, ratios, misses = [], [], []
        for three in evidence.triples(covariance, learned.typical_noise, planned, rng)[:most]:
            cuts = list(three)
            rest = np.delete(np.arange(len(centred)), cuts)
            found = update_force(one.conditions[cuts], one.log_ratio[cuts], np.zeros(3), one.spread, known)
            apart = one.conditions[rest] - found.centre
            miss = one.log_ratio[rest] - found.offset - apart @ found.exponents
            shares.append(np.mean(np.abs(miss) <= evidence.QUANTILE * found.spread))
            ratios.append(one.spread / found.spread)
            misses.append(np.mean(miss**2))
        held[one.name], narrower[one.name] = float(np.mean(shares)), float(np.mean(ratios))
        before[one.name] = float(np.sqrt(np.mean(one.log_ratio**2)))
        after[one.name] = float(np.sqrt(np.mean(misses)))
    return held, narrower, before, after


if __name__ == "__main__":
    every = evidence.read_set_ups()
    for planned in (True, False):
        held, narrower, before, after = judged(every, planned)
        for what, of in (("held", held), ("narrower", narrower), ("before", before), ("after", after)):
            print(
                "planned" if planned else "any", what, evidence.by_set_up(of).__round__(3),
                round(evidence.by_laboratory(of, every), 3),
            )  # fmt: skip
