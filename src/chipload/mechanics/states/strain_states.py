"""`StrainState`: the six small strains at a point, or at many, from components or from strain gauges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.states import tensors
from chipload.mechanics.states.elasticity import checked_ratio, stress_of, thermal_part
from chipload.mechanics.states.states import TensorState, fitting, unit_vector
from chipload.units.boundary import to_kernel
from chipload.units.kinds import ANGLE, MODULUS, STRAIN
from chipload.units.stand_ins import takes_stand_ins

if TYPE_CHECKING:
    from chipload.mechanics.states.stress_states import StressState

_ROSETTES = {"rectangular": (0.0, np.pi / 4, np.pi / 2), "delta": (0.0, np.pi / 3, 2 * np.pi / 3)}
_WEAKEST = 1e-3
"""Least singular value over the largest at which the angles of gauges still tell three strains apart."""


class StrainState(TensorState):
    """The small strain at a point, or at each of many; lengthening is positive, a shear strain is the full angle.

    Parameters
    ----------
    normal_strain_x, normal_strain_y, normal_strain_z, shear_strain_xy, shear_strain_yz, shear_strain_zx
        Plain numbers, quantities, texts or arrays of them [-, µm/m]; missing ones are zero.

    Examples
    --------
    Gere, Mechanics of Materials, example 7.7: turned by 30°, 360 millionths along the new x.

    >>> state = StrainState(normal_strain_x=340e-6, normal_strain_y=110e-6, shear_strain_xy=180e-6)
    >>> state.rotate("30 deg").normal_strain_x.m
    0.00036044...
    """

    kind = STRAIN
    names = (
        "normal_strain_x", "normal_strain_y", "normal_strain_z", "shear_strain_xy", "shear_strain_yz",
        "shear_strain_zx",
    )  # fmt: skip
    shear_factor = 2.0

    def __init__(
        self,
        *,
        normal_strain_x: Any = None,
        normal_strain_y: Any = None,
        normal_strain_z: Any = None,
        shear_strain_xy: Any = None,
        shear_strain_yz: Any = None,
        shear_strain_zx: Any = None,
    ) -> None:
        given = (normal_strain_x, normal_strain_y, normal_strain_z, shear_strain_xy, shear_strain_yz, shear_strain_zx)
        self._fill(dict(zip(self.names, given, strict=True)))

    @classmethod
    def plane_strain(
        cls, normal_strain_x: Any, normal_strain_y: Any = None, shear_strain_xy: Any = None
    ) -> StrainState:
        """Strain in x and y with none along z, as in a long body held at its ends."""
        return cls(normal_strain_x=normal_strain_x, normal_strain_y=normal_strain_y, shear_strain_xy=shear_strain_xy)

    @classmethod
    def plane_stress(
        cls, normal_strain_x: Any, normal_strain_y: Any, shear_strain_xy: Any, poisson_ratio: Any
    ) -> StrainState:
        """Strain at a free surface, with the strain along z that the absence of stress there brings.

        Examples
        --------
        Beer, Johnston and DeWolf, example 7.05: -150 millionths across the plate.

        >>> StrainState.plane_stress(400e-6, -50e-6, 0.0, 0.3).normal_strain_z.m
        -0.00015
        """
        flat = cls.plane_strain(normal_strain_x, normal_strain_y, shear_strain_xy).tensor
        ratio = checked_ratio(poisson_ratio, "StrainState.plane_stress, poisson_ratio", stiff=False)
        xx, yy, _, xy, yz, zx = tensors.components(flat)
        fitting("StrainState.plane_stress", (("strains", xx), ("poisson_ratio", ratio)))
        return cls.of(tensors.tensor_of(xx, yy, -ratio / (1 - ratio) * (xx + yy), xy, yz, zx))

    @classmethod
    def from_rosette(cls, strains: Any, angles: Any, poisson_ratio: Any) -> StrainState:
        """Strain of a free surface from the gauges of a rosette.

        Parameters
        ----------
        strains
            One reading for each gauge, three or more: plain numbers, quantities or arrays of equal shape.
        angles
            "rectangular" (0°, 45°, 90°), "delta" (0°, 60°, 120°), or the angle of each gauge to x [°].
        poisson_ratio
            Of the material, for the strain across the surface.

        Raises
        ------
        InputError
            When there are fewer than three gauges, not one angle for each, or the angles cannot tell three strains
            apart because fewer than three directions are among them.

        Notes
        -----
        More than three readings are fitted by least squares.  Gauges are taken as free of transverse sensitivity.

        Examples
        --------
        Beer, Johnston and DeWolf, sample problem 7.7, printed as 1006 millionths.

        >>> StrainState.from_rosette([40e-6, 980e-6, 330e-6], "delta", 0.29).principal_values.m
        array([ 0.001..., -0.0001..., -0.0003...])
        """
        said = "StrainState.from_rosette"
        if not isinstance(strains, list | tuple) and np.ndim(getattr(strains, "_magnitude", strains)) == 0:
            raise InputError(f"{said}, strains: one reading was given; give one for every gauge, three at least")
        readings = [to_kernel(STRAIN, one, f"{said}, strains") for one in strains]
        if isinstance(angles, str):
            if angles not in _ROSETTES:
                raise InputError(f"{said}, angles: {angles!r} is no rosette; give {' or '.join(_ROSETTES)}, or angles")
            turned = np.array(_ROSETTES[angles])
        else:
            if not isinstance(angles, list | tuple) and np.ndim(getattr(angles, "_magnitude", angles)) == 0:
                raise InputError(f"{said}, angles: one angle was given; give one for every gauge")
            turned = np.array([to_kernel(ANGLE, one, f"{said}, angles") for one in angles])
        if len(readings) < 3 or turned.shape != (len(readings),):
            raise InputError(
                f"{said}, strains: {len(readings)} readings were given at {len(turned)} angles; "
                "give one of each for every gauge, three at least"
            )
        share = np.column_stack((np.cos(turned) ** 2, np.sin(turned) ** 2, np.sin(turned) * np.cos(turned)))
        sizes = np.linalg.svd(share, compute_uv=False)
        if sizes[-1] < _WEAKEST * sizes[0]:
            shown = ", ".join(f"{angle:g}" for angle in np.degrees(turned))
            raise InputError(
                f"{said}, angles: gauges at {shown} degrees lie in fewer than three directions; turn one of them"
            )
        try:
            stacked = np.stack(np.broadcast_arrays(*readings))
        except ValueError:
            raise InputError(
                f"{said}, strains: the readings have different lengths; give as many of each gauge"
            ) from None
        xx, yy, shear = np.tensordot(np.linalg.pinv(share), stacked, axes=1)
        ratio = checked_ratio(poisson_ratio, f"{said}, poisson_ratio", stiff=False)
        fitting(said, (("strains", xx), ("poisson_ratio", ratio)))
        return cls.of(tensors.tensor_of(xx, yy, -ratio / (1 - ratio) * (xx + yy), shear / 2, 0.0, 0.0))

    @property
    def normal_strain_x(self) -> Any:
        """Normal strain along x."""
        return self._out(self.tensor[..., 0, 0])

    @property
    def normal_strain_y(self) -> Any:
        """Normal strain along y."""
        return self._out(self.tensor[..., 1, 1])

    @property
    def normal_strain_z(self) -> Any:
        """Normal strain along z."""
        return self._out(self.tensor[..., 2, 2])

    @property
    def shear_strain_xy(self) -> Any:
        """Shear strain between x and y, the full angle."""
        return self._out(2 * self.tensor[..., 0, 1])

    @property
    def shear_strain_yz(self) -> Any:
        """Shear strain between y and z, the full angle."""
        return self._out(2 * self.tensor[..., 1, 2])

    @property
    def shear_strain_zx(self) -> Any:
        """Shear strain between z and x, the full angle."""
        return self._out(2 * self.tensor[..., 2, 0])

    @property
    def volumetric_strain(self) -> Any:
        """Change in volume over the volume."""
        return self._out(3 * tensors.mean(self.tensor))

    @property
    def octahedral_normal_strain(self) -> Any:
        """Normal strain across the planes that meet the principal axes alike."""
        return self._out(tensors.mean(self.tensor))

    @property
    def octahedral_shear_strain(self) -> Any:
        """Shear strain of those planes, the full angle."""
        return self._out(tensors.von_mises(*tensors.components(self.tensor)) * np.sqrt(8) / 3)

    @property
    def max_shear_strain(self) -> Any:
        """Largest shear strain of any two lines at right angles, the full angle."""
        return self._out(self._largest_difference())

    @property
    def max_in_plane_shear_strain(self) -> Any:
        """Largest shear strain of two lines in the plane of x and y, the full angle."""
        return self._out(self._in_plane_difference())

    @property
    def equivalent_strain(self) -> Any:
        """Equivalent strain of von Mises, the strain of a bar that keeps its volume."""
        return self._out(tensors.von_mises(*tensors.components(self.tensor)) * 2 / 3)

    def along(self, direction: Any) -> Any:
        """Normal strain along a direction, what a gauge glued there reads."""
        unit = unit_vector(direction, "StrainState.along, direction")
        self._fits("direction", unit[..., 0])
        return self._out(np.einsum("...i,...ij,...j->...", unit, self.tensor, unit))

    @takes_stand_ins
    def stress(
        self, youngs_modulus: Any, poisson_ratio: Any, thermal_expansion: Any = None, temperature_rise: Any = None
    ) -> StressState:
        """Stress in an isotropic elastic body with this strain; a rise in temperature takes its own share of it.

        Parameters
        ----------
        youngs_modulus, poisson_ratio
            Of the material [GPa]; ``material="1045"`` may stand for them.
        thermal_expansion, temperature_rise
            Of the material, and the rise [1/K, K].

        Examples
        --------
        >>> StrainState(normal_strain_x=1e-3).stress("200 GPa", 0.25).normal_stress_x.m
        240.0
        """
        from chipload.mechanics.states.stress_states import StressState

        said = "StrainState.stress"
        modulus = to_kernel(MODULUS, youngs_modulus, f"{said}, youngs_modulus")
        ratio = checked_ratio(poisson_ratio, f"{said}, poisson_ratio", stiff=True)
        heat = thermal_part(thermal_expansion, temperature_rise, said)
        self._fits("youngs_modulus", modulus, "poisson_ratio", ratio, "thermal strain", heat[..., 0, 0])
        elastic = self.tensor - heat
        return StressState.of(stress_of(elastic, modulus, ratio))
