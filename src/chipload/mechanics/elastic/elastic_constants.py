"""The elastic constants of an isotropic material, from any two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.alike import together
from chipload.mechanics.states.elasticity import RATIO_OF_COMPLIANCE, RATIO_OF_STIFFNESS
from chipload.mechanics.states.states import fitting
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.formulas import formula
from chipload.units.kinds import MODULUS, RATIO, SIGNED_MODULUS, Modulus, Ratio

_KINDS = {
    "youngs_modulus": MODULUS,
    "shear_modulus": MODULUS,
    "bulk_modulus": MODULUS,
    "lame_modulus": SIGNED_MODULUS,
    "poisson_ratio": RATIO,
    "wave_modulus": MODULUS,
}


@dataclass(frozen=True)
class ElasticConstants:
    """Elastic constants of an isotropic material as quantities.

    Attributes
    ----------
    youngs_modulus, shear_modulus, bulk_modulus
        E, G and K.
    lame_modulus
        Lamé's first constant, negative where Poisson's ratio is.
    poisson_ratio
        Poisson's ratio.
    wave_modulus
        M, the modulus of a bar that cannot widen, which carries the pressure wave.
    """

    youngs_modulus: Any
    shear_modulus: Any
    bulk_modulus: Any
    lame_modulus: Any
    poisson_ratio: Any
    wave_modulus: Any


def elastic_constants(*, auxetic: bool = False, **two: Any) -> ElasticConstants:
    """All elastic constants of an isotropic material from any two.

    Parameters
    ----------
    auxetic
        True to take the material that widens when it is pulled, where E and M are given: they fit one of either sort.
    **two
        Two of `youngs_modulus`, `shear_modulus`, `bulk_modulus`, `lame_modulus`, `poisson_ratio`, `wave_modulus`
        [GPa].

    Returns
    -------
    ElasticConstants
        The six as quantities [GPa].

    Raises
    ------
    InputError
        When not two are given, or they would make a Poisson's ratio outside -1 to 0.5.

    References
    ----------
    G. Mavko, T. Mukerji and J. Dvorkin, The Rock Physics Handbook, Cambridge University Press, table of relations
    among elastic constants.

    Examples
    --------
    Beer, Johnston and DeWolf, example 2.09: a bulk modulus of 158.7 GPa.

    >>> elastic_constants(youngs_modulus="200 GPa", poisson_ratio=0.29).bulk_modulus.m
    158.73...
    """
    said = "elastic_constants"
    stray = sorted(set(two) - set(_KINDS))
    if stray or len(two) != 2:
        shown = ", ".join(two) or "none"
        raise InputError(f"{said}, {(stray or ['constants'])[0]}: give two of {', '.join(_KINDS)} (given: {shown})")
    known = {name: to_kernel(kind, two[name], f"{said}, {name}") for name, kind in _KINDS.items() if name in two}
    fitting(said, known.items())
    with np.errstate(all="ignore"):
        modulus, ratio = _young_and_poisson(known, auxetic)
        fits = np.isfinite(modulus) & (modulus > 0) & (ratio > -1) & (ratio < 0.5)
    if not np.all(fits):
        first, second = known
        at = (
            "they leave the others open"
            if np.any(np.isnan(ratio))
            else f"they make a Poisson's ratio of {float(np.ravel(ratio)[np.ravel(~fits)][0]):.3g}"
        )
        raise InputError(
            f"{said}, {first}: {two[first]} and {second} {two[second]} fit no material, {at} where it lies between "
            "-1 and 0.5; check both"
        )
    shear, bulk = modulus / (2 * (1 + ratio)), modulus / (3 * (1 - 2 * ratio))
    found = (modulus, shear, bulk, bulk - 2 * shear / 3, ratio, bulk + 4 * shear / 3)
    return ElasticConstants(
        *(from_kernel(kind, value) for kind, value in zip(_KINDS.values(), together(*found), strict=True))
    )


def _young_and_poisson(known: dict[str, Any], auxetic: bool) -> tuple[Any, Any]:
    """Young's modulus and Poisson's ratio of any two constants."""
    parts: list[Any] = [known.get(name) for name in _KINDS]
    e, g, k, lame, nu, m = parts
    if nu is not None:
        if e is not None:
            return e, nu
        if g is not None:
            return 2 * g * (1 + nu), nu
        if k is not None:
            return 3 * k * (1 - 2 * nu), nu
        if lame is not None:
            return np.divide(lame * (1 + nu) * (1 - 2 * nu), nu), np.where(nu == 0, np.nan, nu)
        return m * (1 + nu) * (1 - 2 * nu) / (1 - nu), nu
    if e is not None:
        if g is not None:
            return e, e / (2 * g) - 1
        if k is not None:
            return e, (3 * k - e) / (6 * k)
        if lame is not None:
            return e, 2 * lame / (e + lame + np.sqrt(e**2 + 9 * lame**2 + 2 * e * lame))
        root = np.sqrt(e**2 + 9 * m**2 - 10 * e * m)
        return e, (e - m + (-root if auxetic else root)) / (4 * m)
    # two of G, K, Lame and M, each a sum of bulk and shear modulus
    if g is not None:
        shear = g
        bulk = k if k is not None else m - 4 * g / 3 if m is not None else lame + 2 * g / 3
    elif k is not None:
        bulk, shear = k, 0.75 * (m - k) if m is not None else 1.5 * (k - lame)
    else:
        shear = (m - lame) / 2
        bulk = lame + 2 * shear / 3
    bulk, shear = np.asarray(bulk)[()], np.asarray(shear)[()]
    ratio = np.divide(3 * bulk - 2 * shear, 6 * bulk + 2 * shear)
    return 9 * bulk * shear / (3 * bulk + shear), np.where((bulk > 0) & (shear > 0), ratio, np.nan)


@formula(
    symbol="G",
    equation=r"G = \frac{E}{2 (1 + \nu)}",
    source="gere-mechanics",
    example={"youngs_modulus": "210 GPa", "poisson_ratio": 0.3},
    requires=(RATIO_OF_COMPLIANCE,),
)
def shear_modulus(youngs_modulus: Modulus, poisson_ratio: Ratio) -> Modulus:
    """Shear modulus of an isotropic material.

    Parameters
    ----------
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    Quantity
        Shear modulus [GPa].

    Raises
    ------
    InputError
        When Poisson's ratio cannot be.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 3.6.  From other constants see `elastic_constants`.

    Examples
    --------
    >>> shear_modulus("210 GPa", 0.3).m
    80.76...
    """
    return youngs_modulus / (2 * (1 + poisson_ratio))


@formula(
    symbol="K",
    equation=r"K = \frac{E}{3 (1 - 2 \nu)}",
    source="gere-mechanics",
    example={"youngs_modulus": "200 GPa", "poisson_ratio": 0.29},
    requires=(RATIO_OF_STIFFNESS,),
)
def bulk_modulus(youngs_modulus: Modulus, poisson_ratio: Ratio) -> Modulus:
    """Bulk modulus of an isotropic material, the pressure over the share of volume it takes away.

    Parameters
    ----------
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    Quantity
        Bulk modulus [GPa].

    Raises
    ------
    InputError
        When Poisson's ratio is not between -1 and 0.5.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.6.  The example is Beer, Johnston and DeWolf, Mechanics of
    Materials, example 2.09: 158.7 GPa.

    Examples
    --------
    >>> bulk_modulus("200 GPa", 0.29).m
    158.73...
    """
    return youngs_modulus / (3 * (1 - 2 * poisson_ratio))
