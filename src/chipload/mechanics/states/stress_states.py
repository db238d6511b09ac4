"""`StressState`: the six stresses at a point, or at many, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.states import tensors
from chipload.mechanics.states.states import TensorState, unit_vector
from chipload.units.boundary import to_kernel
from chipload.units.kinds import CUBED_STRESS, MODULUS, SIGNED_STRESS, SQUARED_STRESS, STRESS
from chipload.units.stand_ins import takes_stand_ins

if TYPE_CHECKING:
    from chipload.mechanics.states.strain_energy import StrainEnergyDensity
    from chipload.mechanics.states.strain_states import StrainState


@dataclass(frozen=True)
class Traction:
    """Stress on one face as quantities: its vector along x, y, z, the part across the face and the part along it."""

    vector: Any
    normal_stress: Any
    shear_stress: Any


class StressState(TensorState):
    """The stress at a point, or at each of many; tension is positive.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, normal_stress_z, shear_stress_xy, shear_stress_yz, shear_stress_zx
        Quantities, texts or arrays of them [MPa, ksi]; missing ones are zero.

    Examples
    --------
    Beer, Johnston and DeWolf, sample problem 7.4: a factor of 2.19 to yield.

    >>> state = StressState(normal_stress_x="80 MPa", normal_stress_y="-40 MPa", shear_stress_xy="25 MPa")
    >>> state
    <StressState [MPa]: xx 80, yy -40, zz 0, xy 25, yz 0, zx 0>
    >>> state.principal_values.m
    array([ 85.,   0., -45.])
    >>> state.safety_factor("von_mises", yield_strength="250 MPa").m
    2.186...
    """

    kind, square, cube = SIGNED_STRESS, SQUARED_STRESS, CUBED_STRESS
    names = (
        "normal_stress_x", "normal_stress_y", "normal_stress_z", "shear_stress_xy", "shear_stress_yz",
        "shear_stress_zx",
    )  # fmt: skip
    shear_factor = 1.0

    def __init__(
        self,
        *,
        normal_stress_x: Any = None,
        normal_stress_y: Any = None,
        normal_stress_z: Any = None,
        shear_stress_xy: Any = None,
        shear_stress_yz: Any = None,
        shear_stress_zx: Any = None,
    ) -> None:
        given = (normal_stress_x, normal_stress_y, normal_stress_z, shear_stress_xy, shear_stress_yz, shear_stress_zx)
        self._fill(dict(zip(self.names, given, strict=True)))

    @classmethod
    def plane(cls, normal_stress_x: Any, normal_stress_y: Any = None, shear_stress_xy: Any = None) -> StressState:
        """Plane stress in x and y, as at a free surface.

        Examples
        --------
        >>> StressState.plane("6 ksi", "3.5 ksi", "3 ksi").max_shear_stress.to("ksi").m
        4.0
        """
        return cls(normal_stress_x=normal_stress_x, normal_stress_y=normal_stress_y, shear_stress_xy=shear_stress_xy)

    @property
    def normal_stress_x(self) -> Any:
        """Normal stress along x."""
        return self._out(self.tensor[..., 0, 0])

    @property
    def normal_stress_y(self) -> Any:
        """Normal stress along y."""
        return self._out(self.tensor[..., 1, 1])

    @property
    def normal_stress_z(self) -> Any:
        """Normal stress along z."""
        return self._out(self.tensor[..., 2, 2])

    @property
    def shear_stress_xy(self) -> Any:
        """Shear stress on the faces x and y."""
        return self._out(self.tensor[..., 0, 1])

    @property
    def shear_stress_yz(self) -> Any:
        """Shear stress on the faces y and z."""
        return self._out(self.tensor[..., 1, 2])

    @property
    def shear_stress_zx(self) -> Any:
        """Shear stress on the faces z and x."""
        return self._out(self.tensor[..., 2, 0])

    @property
    def major_principal_stress(self) -> Any:
        """Largest principal stress."""
        return self._out(tensors.principal_values(self.tensor)[..., 0])

    @property
    def middle_principal_stress(self) -> Any:
        """Middle principal stress."""
        return self._out(tensors.principal_values(self.tensor)[..., 1])

    @property
    def minor_principal_stress(self) -> Any:
        """Smallest principal stress."""
        return self._out(tensors.principal_values(self.tensor)[..., 2])

    @property
    def hydrostatic_stress(self) -> Any:
        """Mean of the normal stresses, also the normal stress on the octahedral planes."""
        return self._out(tensors.mean(self.tensor))

    octahedral_normal_stress = hydrostatic_stress

    @property
    def octahedral_shear_stress(self) -> Any:
        """Shear stress on the planes that meet the principal axes alike."""
        return self._out(tensors.von_mises(*tensors.components(self.tensor)) * np.sqrt(2) / 3, STRESS)

    @property
    def max_shear_stress(self) -> Any:
        """Largest shear stress on any plane."""
        return self._out(self._largest_difference() / 2, STRESS)

    @property
    def max_in_plane_shear_stress(self) -> Any:
        """Largest shear stress on planes that contain z."""
        return self._out(self._in_plane_difference() / 2, STRESS)

    @property
    def von_mises_stress(self) -> Any:
        """Equivalent stress of von Mises."""
        return self._out(tensors.von_mises(*tensors.components(self.tensor)), STRESS)

    @property
    def tresca_stress(self) -> Any:
        """Equivalent stress of Tresca, twice the largest shear stress."""
        return self._out(self._largest_difference(), STRESS)

    def traction(self, normal: Any) -> Traction:
        """Stress on the face with this normal.

        Parameters
        ----------
        normal
            Three plain numbers along the normal, of any length.

        Examples
        --------
        >>> StressState(normal_stress_x="100 MPa").traction([1, 1, 0]).shear_stress.m
        50.0
        """
        unit = unit_vector(normal, "StressState.traction, normal")
        self._fits("normal", unit[..., 0])
        vector = np.einsum("...ij,...j->...i", self.tensor, unit)
        across = np.sum(vector * unit, axis=-1)
        along = np.linalg.norm(vector - across[..., None] * unit, axis=-1)
        return Traction(self._out(vector), self._out(across), self._out(along, STRESS))

    def safety_factor(self, criterion: str, **strengths: Any) -> Any:
        """Factor of safety against yield or fracture.

        Parameters
        ----------
        criterion
            One of "von_mises", "tresca", "rankine", "coulomb_mohr", "modified_mohr", "mohr_coulomb",
            "drucker_prager".
        **strengths
            What the formula of that name takes besides principal stresses: the yield strength; or the tensile and
            the compressive strength; or the cohesion and the angle of internal friction.

        Raises
        ------
        InputError
            When the criterion is not one of these, or a strength is missing.
        """
        from chipload.mechanics.states.yielding import CRITERIA

        if criterion not in CRITERIA:
            raise InputError(
                f"StressState.safety_factor, criterion: {criterion!r} is not one of {', '.join(sorted(CRITERIA))}"
            )
        rule = CRITERIA[criterion]
        wanted = ("major_principal_stress", "middle_principal_stress", "minor_principal_stress")
        principal = {
            name: self._out(one)
            for name, one in zip(wanted, np.moveaxis(tensors.principal_values(self.tensor), -1, 0), strict=True)
            if name in rule.parameters
        }
        return rule(**principal, **strengths)

    @takes_stand_ins
    def strain(
        self, youngs_modulus: Any, poisson_ratio: Any, thermal_expansion: Any = None, temperature_rise: Any = None
    ) -> StrainState:
        """Strain of an isotropic elastic body under this stress, and of a rise in temperature if one is given.

        Parameters
        ----------
        youngs_modulus, poisson_ratio
            Of the material [GPa]; ``material="1045"`` may stand for them.
        thermal_expansion, temperature_rise
            Of the material, and the rise [1/K, K].

        Examples
        --------
        >>> StressState(normal_stress_x="200 MPa").strain("200 GPa", 0.3).normal_strain_y.m
        -0.0003
        """
        from chipload.mechanics.states.elasticity import checked_ratio, strain_of, thermal_part
        from chipload.mechanics.states.strain_states import StrainState

        said = "StressState.strain"
        modulus = to_kernel(MODULUS, youngs_modulus, f"{said}, youngs_modulus")
        ratio = checked_ratio(poisson_ratio, f"{said}, poisson_ratio", stiff=False)
        heat = thermal_part(thermal_expansion, temperature_rise, said)
        self._fits("youngs_modulus", modulus, "poisson_ratio", ratio, "thermal strain", heat[..., 0, 0])
        return StrainState.of(strain_of(self.tensor, modulus, ratio) + heat)

    @takes_stand_ins
    def strain_energy(self, youngs_modulus: Any, poisson_ratio: Any) -> StrainEnergyDensity:
        """Energy stored on the volume of an isotropic elastic body: in all, of distortion and of dilatation."""
        from chipload.mechanics.states.strain_energy import strain_energy_density

        principal = np.moveaxis(tensors.principal_values(self.tensor), -1, 0)
        return strain_energy_density(*(self._out(one) for one in principal), youngs_modulus, poisson_ratio)
