"""Constants of a flow law from a test curve, with what is known of their error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.mechanics.plastic.hardening import hollomon_stress, ludwik_stress, voce_stress
from chipload.mechanics.plastic.ramberg_osgood import ramberg_osgood_stress
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.kinds import Kind, Real

FlowLaw: TypeAlias = Literal["hollomon", "ludwik", "voce", "ramberg osgood"]
"""Laws that can be fitted."""

Array: TypeAlias = NDArray[np.float64]

_KINDS: dict[str, Kind] = {
    "strength_coefficient": kinds.STRESS,
    "hardening_exponent": kinds.POSITIVE_RATIO,
    "yield_strength": kinds.STRESS,
    "saturation_stress": kinds.STRESS,
    "saturation_strain": kinds.STRAIN,
}
_CONSTANTS: dict[str, tuple[str, ...]] = {
    "hollomon": ("strength_coefficient", "hardening_exponent"),
    "ludwik": ("yield_strength", "strength_coefficient", "hardening_exponent"),
    "voce": ("yield_strength", "saturation_stress", "saturation_strain"),
    "ramberg osgood": ("strength_coefficient", "hardening_exponent"),
}
_SPARE = 3
"""Points there must be beyond the number of constants, so that the scatter means something."""
_NECKED = 0.01
"""Share that an engineering stress falls below its highest before the bar counts as necked; less is noise."""


@dataclass(frozen=True)
class FlowFit:
    """A fitted flow law.

    Attributes
    ----------
    law
        Name of the law.
    constants, standard_errors
        By name, as quantities.
    covariance
        Of the constants in their order, in SI units.
    r_squared
        Share of the scatter of stress that the law explains.
    residual_deviation
        Standard deviation of the stresses about the law.
    strain, true_stress
        The points that were fitted: true strain, or its plastic part, and true stress.
    youngs_modulus
        That of Ramberg-Osgood, or with which the elastic strain was taken off; None where it was not.
    """

    law: str
    constants: dict[str, Any]
    standard_errors: dict[str, Any]
    covariance: Array
    r_squared: float
    residual_deviation: Any
    strain: Any
    true_stress: Any
    youngs_modulus: Any
    _values: Array = field(repr=False)
    _curve: Callable[..., Real] = field(repr=False)

    def stress(self, strain: Any) -> Any:
        """True stress of the fitted law at true strains of zero or more [MPa, ksi]."""
        return from_kernel(kinds.SIGNED_STRESS, self._curve(_sizes_of(strain, "FlowFit.stress"), *self._values))

    def band(self, strain: Any, confidence: float = 0.95) -> tuple[Any, Any]:
        """Lower and upper limit of the fitted curve at true strains [MPa, ksi].

        Parameters
        ----------
        strain
            True strains, zero or more.
        confidence
            How often such a band holds the true curve at a strain.

        Notes
        -----
        The uncertainty of the curve, not of the next test point, whose own scatter comes on top; to first order
        in the constants.
        """
        if not 0 < confidence < 1:
            raise InputError("FlowFit.band, confidence: give a share between 0 and 1, like 0.95")
        from scipy.stats import t

        at = _sizes_of(strain, "FlowFit.band")
        middle = self._curve(at, *self._values)
        slopes = np.stack([_slope(self._curve, at, self._values, place) for place in range(self._values.size)])
        variance = np.einsum("i...,ij,j...->...", slopes, self.covariance, slopes)
        freedom = self.strain.magnitude.size - self._values.size
        half = t.ppf((1 + confidence) / 2, freedom) * np.sqrt(np.maximum(variance, 0.0))
        return from_kernel(kinds.SIGNED_STRESS, middle - half), from_kernel(kinds.SIGNED_STRESS, middle + half)


def fit_flow_law(
    strain: Any,
    stress: Any,
    law: FlowLaw,
    *,
    measure: Literal["true", "engineering"] = "true",
    youngs_modulus: Any = None,
) -> FlowFit:
    """Fit a flow law to the points of a tensile or compression test.

    Parameters
    ----------
    strain
        Strains of the plastic range in the order of the test, rising.
    stress
        Stresses at these strains [MPa, ksi].
    law
        "hollomon", "ludwik", "voce" or "ramberg osgood".
    measure
        Whether strain and stress are true ones, as those of a compression test must be, positive; or engineering
        ones of a tensile test, which are made true.
    youngs_modulus
        Elastic modulus [GPa].  Given, the elastic part is taken off the strain for the first three laws, which are
        laws of plastic strain; without it they are fitted to the strain as it is.  Ramberg-Osgood needs it.

    Returns
    -------
    FlowFit
        Constants with standard errors and covariance, scatter, and the curve with its band.

    Raises
    ------
    InputError
        When there are too few points, the strains do not rise, the stress does not rise with them, engineering
        points go beyond necking, or the law does not describe the points or is not determined by them.

    Notes
    -----
    Least squares of the stress, every point with the same scatter and the strain exact.  Points that one machine
    reads closely one after the other err together, and the true errors are then larger than stated.  Errors come
    from the scatter about the law; where the law is wrong they say little.

    References
    ----------
    ASTM E646 for the range of strains that suits a power law; it fits logarithms, which weighs low stresses more.
    G. A. F. Seber and C. J. Wild, Nonlinear Regression, Wiley, 1989, for errors and band.

    Examples
    --------
    >>> import chipload as cl
    >>> strain = [0.02, 0.04, 0.06, 0.08, 0.10, 0.12]
    >>> stress = cl.Quantity([351.0, 398.5, 432.5, 455.6, 474.9, 493.2], "MPa")
    >>> fit = fit_flow_law(strain, stress, "hollomon")
    >>> round(fit.constants["strength_coefficient"].m), round(fit.constants["hardening_exponent"].m, 2)
    (737, 0.19)
    """
    if law not in get_args(FlowLaw):
        raise InputError(f"fit_flow_law, law: {law!r} is not one of {', '.join(get_args(FlowLaw))}")
    names = _CONSTANTS[law]
    modulus = None
    if youngs_modulus is not None:
        read = to_kernel(kinds.MODULUS, youngs_modulus, "fit_flow_law, youngs_modulus")
        if np.ndim(read):
            raise InputError("fit_flow_law, youngs_modulus: give one elastic modulus, that of the bar that was tested")
        modulus = float(read)
    elif law == "ramberg osgood":
        raise InputError("fit_flow_law, youngs_modulus: the law of Ramberg and Osgood needs the elastic modulus")
    points, stresses = _points(strain, stress, measure, len(names) + _SPARE)
    reduced = modulus is not None and law != "ramberg osgood"
    if modulus is not None and reduced:
        points = points - stresses / modulus
    _refuse_bad_strains(points, reduced)
    scale = float(stresses.max())
    curve = _curve_of(law, modulus)
    values, covariance = _least_squares(curve, points, stresses, _first_guess(law, points, stresses, modulus), scale)
    left = stresses - curve(points, *values)
    scatter = float(np.sum((stresses - stresses.mean()) ** 2))
    r_squared = 1 - float(np.sum(left**2)) / scatter
    if r_squared < 0 or not np.all(np.isfinite(covariance)) or np.any(values < 1e-9 * _sizes(names, scale)):
        raise InputError(
            f"fit_flow_law, law: the law of {law.title()} does not describe these points; try another, or look at them"
        )
    errors = np.sqrt(np.diag(covariance))
    loose = [name.replace("_", " ") for name, value, error in zip(names, values, errors, strict=True) if error > value]
    if loose:
        raise InputError(
            f"fit_flow_law, law: the points do not determine the {' and the '.join(loose)}, whose error is larger than "
            "its value; give points over more strain, or take another law"
        )
    deviation = float(np.sqrt(np.sum(left**2) / (points.size - values.size)))
    return FlowFit(
        law,
        {name: from_kernel(_KINDS[name], value) for name, value in zip(names, values, strict=True)},
        {name: from_kernel(_KINDS[name], error) for name, error in zip(names, errors, strict=True)},
        covariance,
        r_squared,
        from_kernel(kinds.STRESS, deviation),
        from_kernel(kinds.STRAIN, points),
        from_kernel(kinds.STRESS, stresses),
        None if modulus is None else from_kernel(kinds.MODULUS, modulus),
        values,
        curve,
    )


def _sizes_of(strain: Any, said: str) -> Array:
    strains = np.asarray(to_kernel(kinds.STRAIN, strain, f"{said}, strain"), dtype=float)
    if np.any(strains < 0):
        raise InputError(f"{said}, strain: a flow law begins at zero; give the size of the strain, zero or more")
    return strains


def _points(strain: Any, stress: Any, measure: str, least: int) -> tuple[Array, Array]:
    """True strains and stresses."""
    strains = np.asarray(to_kernel(kinds.STRAIN, strain, "fit_flow_law, strain"), dtype=float)
    stresses = np.asarray(to_kernel(kinds.STRESS, stress, "fit_flow_law, stress"), dtype=float)
    if strains.ndim != 1 or strains.shape != stresses.shape:
        raise InputError("fit_flow_law, stress: give a row of stresses, one for each strain")
    if strains.size < least:
        raise InputError(f"fit_flow_law, strain: {strains.size} points are too few for this law; give {least} or more")
    if np.any(np.diff(strains) <= 0):
        raise InputError(
            "fit_flow_law, strain: the strains do not rise from point to point; give one loading, without unloading"
        )
    if measure == "engineering":
        highest = int(stresses.argmax())
        if np.any(stresses[highest:] < (1 - _NECKED) * stresses[highest]):
            raise InputError(
                "fit_flow_law, strain: the engineering stress falls behind its highest, so the bar necks there and its "
                f"strain is no longer even; leave out what comes after a strain of {strains[highest]:g}"
            )
        return np.log1p(strains), stresses * (1 + strains)
    if measure != "true":
        raise InputError(f"fit_flow_law, measure: {measure!r} is not one of true, engineering")
    return strains, stresses


def _refuse_bad_strains(strains: Array, reduced: bool) -> None:
    if np.any(strains <= 0):
        hint = " once the elastic part is taken off" if reduced else ""
        raise InputError(
            f"fit_flow_law, strain: the flow laws begin above zero strain, and a point lies at {strains.min():g}{hint}"
            "; leave the elastic range out"
        )


def _refuse_falling(strains: Array, stresses: Array) -> None:
    if np.polyfit(strains, stresses, 1)[0] <= 0:
        raise InputError("fit_flow_law, stress: the stress does not rise with the strain, as every flow law does")


def _curve_of(law: str, modulus: float | None) -> Callable[..., Real]:
    """Stress as a function of strain and the constants."""
    if modulus is not None and law == "ramberg osgood":
        return lambda strain, *constants: ramberg_osgood_stress.kernel(strain, modulus, *constants)
    kernels: dict[str, Callable[..., Real]] = {
        "hollomon": hollomon_stress.kernel, "ludwik": ludwik_stress.kernel, "voce": voce_stress.kernel,
    }  # fmt: skip
    return kernels[law]


def _sizes(names: tuple[str, ...], scale: float) -> Array:
    """What is usual of each constant."""
    return np.array([scale if _KINDS[name] is kinds.STRESS else 1.0 for name in names])


def _first_guess(law: str, strains: Array, stresses: Array, modulus: float | None) -> Array:
    """Constants to begin from."""
    _refuse_falling(strains, stresses)
    if law == "voce":
        return np.array([stresses.min(), 1.05 * stresses.max(), np.ptp(strains) / 3])
    plastic, rise, before = strains, stresses, list[float]()
    if law == "ludwik":
        before = [0.8 * float(stresses.min())]
        rise = stresses - before[0]
    if modulus is not None and law == "ramberg osgood":
        plastic = np.maximum(strains - stresses / modulus, 1e-3 * strains)
    exponent, height = np.polyfit(np.log(plastic), np.log(rise), 1)
    return np.array([*before, np.exp(height), np.clip(exponent, 0.01, 0.99)])


def _least_squares(
    curve: Callable[..., Real], strains: Array, stresses: Array, guess: Array, scale: float
) -> tuple[Array, Array]:
    """Constants and their covariance."""
    from scipy.optimize import curve_fit

    stretch = np.where(guess > 10, scale, 1.0)  # stresses are counted in the highest stress, the rest as it is
    try:
        values, covariance = curve_fit(
            lambda strain, *shares: curve(strain, *(stretch * shares)) / scale,
            strains, stresses / scale, p0=guess / stretch, bounds=(1e-12, np.inf), x_scale="jac", max_nfev=5000,
            ftol=1e-14, xtol=1e-14, gtol=1e-14,
        )  # fmt: skip
    except (RuntimeError, ValueError):
        raise InputError("fit_flow_law, law: no constants were found; the law does not describe these points") from None
    return stretch * values, covariance * np.outer(stretch, stretch)


def _slope(curve: Callable[..., Real], strains: Array, values: Array, place: int) -> Array:
    """How the stress changes with one of the constants."""
    step = 1e-6 * abs(values[place])
    above, below = values.copy(), values.copy()
    above[place] += step
    below[place] -= step
    return np.asarray(curve(strains, *above) - curve(strains, *below)) / (2 * step)
