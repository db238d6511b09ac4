"""How far table forces are from published measured ones, before and after three calibration cuts.

`python tests/planning/force_evidence.py` prints the set-ups and the experiment.  The measured forces are in
`measured_forces.csv`, their sources in `measured_forces_sources.csv`.

The logarithm of measured over predicted force of a cut is taken as the offset of its set-up, plus exponents of feed,
depth and speed that differ from those of the prediction, plus noise.  The offset has the spread the tables claim.  What
the exponents and the noise are like is learned from the other laboratories only, never from the one that is judged.
"""

from __future__ import annotations

import csv
import itertools
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import optimize, special

from chipload import catalog, cutting

HERE = Path(__file__).parent
QUANTILE = float(special.ndtri(0.95))
"""Half width of a central 90 % interval, in standard deviations."""

OFFSET_SPREAD = 0.40
"""Log spread of the offset between set-ups, as in data/spreads.csv for a class."""

TERMS = {"feed": 0, "depth": 1, "speed": 2}
OFFSET_ONLY: tuple[str, ...] = ()
WITH_MC = ("feed",)
ALL_EXPONENTS = ("feed", "depth", "speed")

MOST_TRIPLES = 1500
JUDGED_TRIPLES = 60
BEST_SHARE = 0.02
_SMALLEST_VARIANCE = 1e-4  # an exponent is not taken to be known better than 0.01


@dataclass(frozen=True)
class SetUp:
    """Cuts of one tool and bar in one laboratory: logs of feed, depth and speed, and of measured over predicted."""

    name: str
    laboratory: str
    quantity: str
    basis: str
    subject: str
    tier: str
    spread: float
    conditions: np.ndarray
    log_ratio: np.ndarray


@dataclass(frozen=True)
class Learned:
    """What other set-ups teach: exponents as normal, the variance of the noise as scaled inverse chi-square."""

    exponents: np.ndarray
    exponent_variances: np.ndarray
    degrees_of_freedom: float
    noise_scale: float
    pooled_noise: float
    typical_noise: float


@dataclass(frozen=True)
class Outcome:
    """By set-up: share of the cuts inside their interval, and its half width in log."""

    coverage: dict[str, float]
    half_width: dict[str, float]

    def narrowing(self, set_ups: list[SetUp], spread: float | None = None) -> dict[str, float]:
        """How many times narrower than what the tables claim for the set-up, or than one `spread` for all."""
        return {one.name: QUANTILE * (spread or one.spread) / self.half_width[one.name] for one in set_ups}


def kienzle_of(row: dict[str, str]) -> catalog.Kienzle:
    """Best constants for turning of the named material, or of the class where the catalog lacks the grade."""
    if row["material"]:
        found = catalog.material(row["material"]).best_kienzle("turning")
    else:
        found = next(
            one
            for material in catalog.default().materials.values()
            for one in material.usable_kienzle("turning")
            if one.subject == row["material_class"]
        )
    if found is None:
        raise LookupError(f"no constants for {row['set_up']}")
    return found


def predicted_force(row: dict[str, str]) -> float:
    """Main force [N] from tables alone; the edge stands square to the feed where the source does not say how."""
    kienzle = kienzle_of(row)
    feed, depth = float(row["feed_mm_per_turn"]) * 1e-3, float(row["depth_of_cut_mm"]) * 1e-3
    entering = np.radians(float(row["entering_angle_deg"] or 90))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # feeds below the tabulated chips are judged too
        chip = cutting.turning_chip_thickness.si(feed, entering)
        specific = cutting.specific_cutting_force.si(chip, kienzle.kc11, kienzle.mc)
        return float(cutting.turning_force.si(specific, feed, depth))


def read_cuts() -> list[dict[str, str]]:
    """All rows of the table of measured forces."""
    with (HERE / "measured_forces.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_set_ups(quantity: str = "main_force") -> list[SetUp]:
    """The set-ups in which `quantity` was measured."""
    by_name: dict[str, list[dict[str, str]]] = {}
    for row in read_cuts():
        if row["quantity"] == quantity:
            by_name.setdefault(row["set_up"], []).append(row)
    spreads = catalog.default().spreads
    found = []
    for name, rows in by_name.items():
        kienzle = kienzle_of(rows[0])
        conditions = [
            [float(r[c]) for c in ("feed_mm_per_turn", "depth_of_cut_mm", "cutting_speed_m_min")] for r in rows
        ]
        ratio = [float(r["value"]) / predicted_force(r) for r in rows]
        found.append(
            SetUp(
                name,
                rows[0]["laboratory"],
                quantity,
                rows[0]["material_basis"],
                kienzle.subject,
                kienzle.tier,
                spreads["kc11", kienzle.tier],
                np.log(conditions),
                np.log(ratio),
            )
        )
    return found


def table_only(set_ups: list[SetUp]) -> dict[str, float]:
    """Share of each set-up's cuts inside the 90 % interval that the tables alone claim."""
    return {one.name: float(np.mean(abs(one.log_ratio) <= QUANTILE * one.spread)) for one in set_ups}


def _design(conditions: np.ndarray, terms: tuple[str, ...]) -> np.ndarray:
    chosen = conditions[:, [TERMS[term] for term in terms]]
    return np.column_stack([np.ones(len(chosen)), chosen - chosen.mean(axis=0)])


def learn(set_ups: list[SetUp], terms: tuple[str, ...]) -> Learned:
    """Exponents and noise from set-ups of equal weight, each fitted by least squares."""
    fitted, of_fit, variances = [], [], []
    for one in set_ups:
        design = _design(one.conditions, terms)
        coefficients = np.linalg.lstsq(design, one.log_ratio, rcond=None)[0]
        residual = one.log_ratio - design @ coefficients
        variance = residual @ residual / (len(residual) - design.shape[1])
        variances.append(variance)
        fitted.append(coefficients[1:])
        of_fit.append(variance * np.diag(np.linalg.inv(design.T @ design))[1:])
    exponents = np.array(fitted).reshape(len(set_ups), len(terms))
    scatter = exponents.var(axis=0, ddof=1) - np.mean(of_fit, axis=0)
    logs = np.log(variances)
    # The log of a scaled inverse chi-square has variance trigamma(n/2), mean log s^2 + log(n/2) - digamma(n/2).
    wanted = logs.var(ddof=1)
    freedom = float(optimize.brentq(lambda n: special.polygamma(1, n / 2) - wanted, 0.3, 500))
    scale = float(np.exp((logs.mean() - np.log(freedom / 2) + special.digamma(freedom / 2)) / 2))
    return Learned(
        exponents.mean(axis=0), np.maximum(scatter, _SMALLEST_VARIANCE), freedom, scale,
        float(np.sqrt(np.mean(variances))), float(np.exp(logs.mean() / 2)),
    )  # fmt: skip


def noise_grid(learned: Learned, noise: str) -> tuple[np.ndarray, np.ndarray]:
    """Variances of the noise and their log weights: one for "pooled" and "typical", a whole prior for "unknown"."""
    if noise != "unknown":
        return np.array([getattr(learned, f"{noise}_noise") ** 2]), np.zeros(1)
    freedom, scale = learned.degrees_of_freedom, learned.noise_scale**2
    grid = scale * np.exp(np.linspace(-5, 5, 40))
    return grid, -freedom / 2 * np.log(grid) - freedom * scale / (2 * grid)


def predict(
    covariance: np.ndarray,
    centred: np.ndarray,
    known: list[int],
    wanted: list[int],
    grid: np.ndarray,
    prior: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Mean and half width of the central 90 % of the cuts `wanted`, from the measured cuts `known`."""
    eigenvalues, vectors = np.linalg.eigh(covariance[np.ix_(known, known)])
    total = eigenvalues[:, None] + grid[None, :]
    turned = (vectors.T @ centred[known])[:, None]
    across = (covariance[np.ix_(wanted, known)] @ vectors)[:, :, None]
    means = (across * (turned / total)).sum(axis=1)
    deviations = np.sqrt(covariance[wanted, wanted][:, None] - (across**2 / total).sum(axis=1) + grid)
    log_weights = prior - np.log(total).sum(axis=0) / 2 - (turned**2 / total).sum(axis=0) / 2
    weights = np.exp(log_weights - log_weights.max())
    weights /= weights.sum()
    mean = means @ weights
    low, high = np.zeros(len(wanted)), np.full(len(wanted), 10.0)
    for _ in range(30):
        middle = (low + high) / 2
        above = special.ndtr(((mean + middle)[:, None] - means) / deviations)
        below = special.ndtr(((mean - middle)[:, None] - means) / deviations)
        short = (above - below) @ weights < 0.9
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return mean, (low + high) / 2


def triples(covariance: np.ndarray, noise: float, planned: bool, rng: np.random.Generator) -> list[tuple[int, ...]]:
    """Sets of three calibration cuts: any, or of the fiftieth that leaves least uncertainty, chosen without forces."""
    every = list(itertools.combinations(range(len(covariance)), 3))
    if len(every) > MOST_TRIPLES:
        every = [every[i] for i in sorted(rng.choice(len(every), MOST_TRIPLES, replace=False))]
    if planned:
        left = []
        for three in every:
            known = list(three)
            gain = covariance[:, known] @ np.linalg.inv(covariance[np.ix_(known, known)] + noise**2 * np.eye(3))
            left.append(np.trace(covariance) - np.sum(gain * covariance[:, known]))
        every = [every[i] for i in np.argsort(left, kind="stable")[: int(len(every) * BEST_SHARE)]]
    if len(every) > JUDGED_TRIPLES:
        every = [every[i] for i in sorted(rng.choice(len(every), JUDGED_TRIPLES, replace=False))]
    return every


def calibrated(set_ups: list[SetUp], terms: tuple[str, ...], noise: str, planned: bool) -> Outcome:
    """Judge three calibration cuts, each set-up by what the other laboratories teach.

    Parameters
    ----------
    set_ups
        Those to judge and to learn from; a laboratory never teaches about itself.
    terms
        Exponents that are updated besides the offset.
    noise
        "pooled" for the root mean square of the other set-ups, "typical" for their geometric mean, "unknown" for a
        variance that the three cuts help to find.
    planned
        Whether the three cuts are chosen to span the conditions, or any three.
    """
    rng = np.random.default_rng(20170101)
    coverage, half_width = {}, {}
    for one in set_ups:
        learned = learn([other for other in set_ups if other.laboratory != one.laboratory], terms)
        design = _design(one.conditions, terms)
        covariance = design @ np.diag([OFFSET_SPREAD**2, *learned.exponent_variances]) @ design.T
        expected = design[:, 1:] @ learned.exponents
        grid, prior = noise_grid(learned, noise)
        held, widths = [], []
        for three in triples(covariance, learned.typical_noise, planned, rng):
            known = list(three)
            rest = [i for i in range(len(design)) if i not in three]
            mean, half = predict(covariance, one.log_ratio - expected, known, rest, grid, prior)
            held.append(np.mean(abs(one.log_ratio[rest] - expected[rest] - mean) <= half))
            widths.append(np.mean(half))
        coverage[one.name] = float(np.mean(held))
        half_width[one.name] = float(np.mean(widths))
    return Outcome(coverage, half_width)


def by_set_up(figures: dict[str, float]) -> float:
    """Mean with equal weight of set-ups."""
    return float(np.mean(list(figures.values())))


def by_laboratory(figures: dict[str, float], set_ups: list[SetUp]) -> float:
    """Mean with equal weight of laboratories."""
    groups: dict[str, list[float]] = {}
    for one in set_ups:
        groups.setdefault(one.laboratory, []).append(figures[one.name])
    return float(np.mean([np.mean(group) for group in groups.values()]))


def print_set_ups(set_ups: list[SetUp]) -> None:
    """Table of measured over predicted."""
    held = table_only(set_ups)
    print(f"{'set-up':24}{'constants':12}{'cuts':>5}{'median':>8}{'mean log':>9}{'sd log':>8}{'held':>6}")
    for one in set_ups:
        ratio = one.log_ratio
        print(
            f"{one.name:24}{one.subject:12}{len(ratio):5}{np.exp(np.median(ratio)):8.2f}{ratio.mean():+9.2f}"
            f"{ratio.std(ddof=1):8.3f}{held[one.name]:6.2f}"
        )


def print_calibration(set_ups: list[SetUp]) -> None:
    """Every way to calibrate: coverage and narrowing, by set-up and by laboratory."""
    for terms, noise, planned in itertools.product(
        (OFFSET_ONLY, WITH_MC, ALL_EXPONENTS), ("pooled", "typical", "unknown"), (False, True)
    ):
        outcome = calibrated(set_ups, terms, noise, planned)
        narrower = outcome.narrowing(set_ups)
        print(
            f"  offset {'+ ' + ', '.join(terms) if terms else 'alone':22} noise {noise:8}"
            f"{'planned' if planned else 'any three':10} held {by_set_up(outcome.coverage):.3f}"
            f" / {by_laboratory(outcome.coverage, set_ups):.3f}"
            f"  narrower {by_set_up(narrower):.2f} / {by_laboratory(narrower, set_ups):.2f}"
            f"  than 0.40 {by_set_up(outcome.narrowing(set_ups, OFFSET_SPREAD)):.2f}"
        )


def main() -> None:
    """Print everything."""
    set_ups = read_set_ups()
    print_set_ups(set_ups)
    held = table_only(set_ups)
    means = np.array([one.log_ratio.mean() for one in set_ups])
    within = np.array([one.log_ratio.std(ddof=1) for one in set_ups])
    print(
        f"offsets: mean {means.mean():+.3f}, sd {means.std(ddof=1):.3f}, about nought {np.sqrt(np.mean(means**2)):.3f}"
    )
    print(f"within: root mean square {np.sqrt(np.mean(within**2)):.3f}, median {np.median(within):.3f}")
    print(f"table only, 90 %: held {by_set_up(held):.3f} by set-up, {by_laboratory(held, set_ups):.3f} by laboratory")
    print("\nresultant force measured, main force predicted (not judged)")
    print_set_ups(read_set_ups("resultant_force"))
    print("\nthree calibration cuts, by set-up / by laboratory")
    print_calibration(set_ups)
    learned = learn(set_ups, ALL_EXPONENTS)
    print("\nwhat all laboratories together teach, for a set-up of none of them")
    for term, mean, variance in zip(ALL_EXPONENTS, learned.exponents, learned.exponent_variances, strict=True):
        print(f"  exponent of {term}: {mean:+.3f}, sd {np.sqrt(variance):.3f}")
    print(f"  noise: scale {learned.noise_scale:.3f} with {learned.degrees_of_freedom:.1f} degrees of freedom")


if __name__ == "__main__":
    main()
