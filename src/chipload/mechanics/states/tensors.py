"""Symmetric 3 x 3 tensors on plain numbers: principal values, invariants, rotation, for one or for a stack of them.

A tensor has its indices on the last two axes; what stands before them is the stack.  The principal values come from
the deviator in closed form, so that a small deviator under a huge hydrostatic stress keeps its digits, and from its
best separated root first (Scherzinger and Dohrmann 2008), so that equal roots keep theirs.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Tensor = NDArray[np.float64]

_CHUNK = 1 << 13
"""Tensors worked on at a time, so that what passes between the steps stays in cache."""


def tensor_of(xx: Any, yy: Any, zz: Any, xy: Any, yz: Any, zx: Any) -> Tensor:
    """The tensors of six components, in the shape these have together.

    Examples
    --------
    >>> tensor_of(1, 2, 3, 4, 5, 6).tolist()
    [[1.0, 4.0, 6.0], [4.0, 2.0, 5.0], [6.0, 5.0, 3.0]]
    """
    six = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (xx, yy, zz, xy, yz, zx)))
    tensor = np.empty((*six[0].shape, 3, 3))
    for place, one in zip(((0, 0), (1, 1), (2, 2), (0, 1), (1, 2), (2, 0)), six, strict=True):
        tensor[..., place[0], place[1]] = tensor[..., place[1], place[0]] = one
    return tensor


def components(tensor: Tensor) -> tuple[Tensor, ...]:
    """Components xx, yy, zz, xy, yz, zx."""
    return (
        tensor[..., 0, 0], tensor[..., 1, 1], tensor[..., 2, 2], tensor[..., 0, 1], tensor[..., 1, 2],
        tensor[..., 2, 0],
    )  # fmt: skip


def mean(tensor: Tensor) -> Any:
    """A third of the trace."""
    return (tensor[..., 0, 0] + tensor[..., 1, 1] + tensor[..., 2, 2]) / 3


def deviator(tensor: Tensor) -> Tensor:
    """The tensor without its mean, from the differences of its diagonal, which lose no digits."""
    return tensor_of(*_deviator(components(tensor)))


def _deviator(six: tuple[Any, ...]) -> tuple[Any, ...]:
    xx, yy, zz, *shears = six
    x_y, y_z, z_x = xx - yy, yy - zz, zz - xx
    return ((x_y - z_x) / 3, (y_z - x_y) / 3, (z_x - y_z) / 3, *shears)


def deviator_invariants(tensor: Tensor) -> tuple[Any, Any]:
    """Second and third invariant of the deviator, J2 and J3."""
    xx, yy, zz, xy, yz, zx = _deviator(components(tensor))
    second = (xx**2 + yy**2 + zz**2) / 2 + xy**2 + yz**2 + zx**2
    return second, _determinant(xx, yy, zz, xy, yz, zx)


def invariants(tensor: Tensor) -> tuple[Any, Any, Any]:
    """Trace, sum of the principal minors, and determinant."""
    xx, yy, zz, xy, yz, zx = components(tensor)
    second = xx * yy + yy * zz + zz * xx - xy**2 - yz**2 - zx**2
    return xx + yy + zz, second, _determinant(xx, yy, zz, xy, yz, zx)


def _determinant(xx: Any, yy: Any, zz: Any, xy: Any, yz: Any, zx: Any) -> Any:
    return xx * (yy * zz - yz * yz) + xy * (yz * zx - xy * zz) + zx * (xy * yz - yy * zx)


def angle_to_first(xx: Any, yy: Any, xy: Any) -> Any:
    """Angle in the plane from x to the largest value, above -90 to 90 degrees, and zero where all are alike.

    Examples
    --------
    >>> float(np.degrees(angle_to_first(-1.0, 1.0, -0.0)))
    90.0
    """
    return np.arctan2(2 * xy + 0.0, xx - yy + 0.0) / 2  # a zero with a minus would turn it by 90 degrees


def von_mises(xx: Any, yy: Any, zz: Any, xy: Any, yz: Any, zx: Any) -> Any:
    """Equivalent value of von Mises of a stress.

    Examples
    --------
    >>> float(von_mises(3.0, 0.0, 0.0, 0.0, 0.0, 0.0))
    3.0
    """
    normal = (xx - yy) ** 2 + (yy - zz) ** 2 + (zz - xx) ** 2
    return np.sqrt(normal / 2 + 3 * (xy * xy + yz * yz + zx * zx))


def principal_values(tensor: Tensor) -> Tensor:
    """Principal values, largest first, on the last axis."""
    return _in_chunks(tensor, with_mean=True)


def deviator_principal_values(tensor: Tensor) -> Tensor:
    """Principal values of the deviator, largest first: their differences keep their digits under any mean."""
    return _in_chunks(tensor, with_mean=False)


def _in_chunks(tensor: Tensor, *, with_mean: bool) -> Tensor:
    stack = tensor.reshape(-1, 3, 3)
    out = np.empty((len(stack), 3))
    for start in range(0, len(stack), _CHUNK):
        piece = stack[start : start + _CHUNK]
        six = tuple(np.ascontiguousarray(one) for one in components(piece))
        roots = principal_of(*six, with_mean=with_mean)
        for place, root in enumerate(roots):
            out[start : start + _CHUNK, place] = root
    return out.reshape(tensor.shape[:-1])


def principal_of(xx: Any, yy: Any, zz: Any, xy: Any, yz: Any, zx: Any, *, with_mean: bool = True) -> tuple[Any, ...]:
    """Principal values, largest first, of a tensor given by its components.

    Notes
    -----
    The root of the deviator furthest from the others follows from its invariants without loss.  Its direction w is
    the largest product of two rows of ``s - root``, and the other two are half its negative plus and minus the norm
    of ``s - 3/2 root w w + root/2`` over the square root of two: nothing is taken from something nearly equal.

    References
    ----------
    W. M. Scherzinger and C. R. Dohrmann, A robust algorithm for finding the eigenvalues and eigenvectors of 3x3
    symmetric matrices, Computer Methods in Applied Mechanics and Engineering 197 (2008) 4007-4015.

    Examples
    --------
    >>> [round(float(root), 12) for root in principal_of(3.0, 3.0, -1.0, 2.0, 0.0, 0.0)]
    [5.0, 1.0, -1.0]
    """
    middle = (xx + yy + zz) / 3 if with_mean else 0.0
    six = _deviator((xx, yy, zz, xy, yz, zx))
    size = np.abs(six[0])
    for one in six[1:]:
        size = np.maximum(size, np.abs(one))
    scale = np.where(size > 0, size, 1.0)
    xx, yy, zz, xy, yz, zx = (one / scale for one in six)
    xy2, yz2, zx2 = xy * xy, yz * yz, zx * zx
    second = (xx * xx + yy * yy + zz * zz) / 2 + xy2 + yz2 + zx2
    third = _determinant(xx, yy, zz, xy, yz, zx)
    arm = np.sqrt(second / 3)
    cube = np.where(second > 0, 2 * arm * arm * arm, 1.0)
    positive = third >= 0
    far = 2 * arm * np.cos(np.arccos(np.minimum(np.abs(third) / cube, 1.0)) / 3)
    far = np.where(positive, far, -far)
    # products of the rows of s - far, each the direction of the far root times a length
    a, b, c = xx - far, yy - far, zz - far
    cofactors = (b * c - yz2, a * c - zx2, a * b - xy2)
    mixed = (yz * zx - c * xy, xy * zx - a * yz, xy * yz - b * zx)
    # rank one, so the cofactors over their trace are w w; the trace is that of equal signs
    trace = cofactors[0] + cofactors[1] + cofactors[2]
    share = 1.5 * far / np.where(trace > 0, trace, 1.0)
    half = far / 2
    diagonal = tuple(one + half - share * own for one, own in zip((xx, yy, zz), cofactors, strict=True))
    shears = tuple(one - share * own for one, own in zip((xy, yz, zx), mixed, strict=True))
    spread = np.sqrt(
        (diagonal[0] ** 2 + diagonal[1] ** 2 + diagonal[2] ** 2) / 2
        + shears[0] ** 2 + shears[1] ** 2 + shears[2] ** 2
    )  # fmt: skip
    upper, lower = spread - half, -spread - half
    major = np.where(positive, far, upper)
    minor = np.where(positive, lower, far)
    return (
        major * scale + middle,
        np.where(positive, upper, lower) * scale + middle,
        minor * scale + middle,
    )


def principal_directions(tensor: Tensor) -> Tensor:
    """Unit vectors of the principal values as rows, largest value first, right-handed.

    The largest component of the first two is positive, so that a state has one answer where its values differ.
    """
    reduced = deviator(tensor)
    size = np.abs(reduced).max(axis=(-2, -1), keepdims=True)
    columns = np.linalg.eigh(reduced / np.where(size > 0, size, 1.0))[1]
    rows = np.swapaxes(columns, -1, -2)[..., ::-1, :].copy()
    for place in (0, 1):
        row = rows[..., place, :]
        largest = np.take_along_axis(row, np.abs(row).argmax(axis=-1)[..., None], axis=-1)
        rows[..., place, :] = row * np.where(largest < 0, -1.0, 1.0)
    rows[..., 2, :] = np.cross(rows[..., 0, :], rows[..., 1, :])
    return rows


def rotated(tensor: Tensor, axes: Tensor) -> Tensor:
    """Components along new axes, the rows of `axes`."""
    turned = axes @ tensor @ np.swapaxes(axes, -1, -2)
    return (turned + np.swapaxes(turned, -1, -2)) / 2


def axes_turned(angle: Any, axis: Any) -> Tensor:
    """Axes turned by `angle` about the unit vector `axis`, as rows.

    Examples
    --------
    >>> np.round(axes_turned(np.pi / 2, [0, 0, 1]), 12).tolist()
    [[0.0, 1.0, 0.0], [-1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    """
    x, y, z = np.moveaxis(np.asarray(axis, dtype=float), -1, 0)
    sine, cosine = np.sin(angle), np.cos(angle)
    rest = 1 - cosine
    rows = (
        (cosine + x * x * rest, x * y * rest + z * sine, x * z * rest - y * sine),
        (x * y * rest - z * sine, cosine + y * y * rest, y * z * rest + x * sine),
        (x * z * rest + y * sine, y * z * rest - x * sine, cosine + z * z * rest),
    )
    return np.stack([np.stack(np.broadcast_arrays(*row), axis=-1) for row in rows], axis=-2)
