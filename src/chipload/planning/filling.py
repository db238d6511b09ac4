"""Plain values of a job, filled by the names of fields: where each belongs, and what it replaces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chipload.errors import InputError
from chipload.planning.operations import operation_of

PARTS = ("tool", "economy", "limits")
"""Fields of a job that are records of their own."""


def path_of(operation: Any, name: str) -> str:
    """Where a field belongs: in the job, or where the job has none of this name, in its tool.

    Parameters
    ----------
    operation
        Whose job it is.
    name
        Of a field of the job or the tool, or with its part in front, as "tool.material" or "limits.deflection".

    Raises
    ------
    InputError
        For a name that is no field.

    Examples
    --------
    >>> path_of(operation_of("milling"), "teeth"), path_of(operation_of("milling"), "material")
    ('tool.teeth', 'material')
    """
    part, dot, inner = name.partition(".")
    if dot and part in PARTS:
        return f"{part}.{inner}"
    plain = [one for one in operation.job.model_fields if one not in (*PARTS, "operation")]
    if name in plain:
        return name
    if name in operation.tool.model_fields:
        return f"tool.{name}"
    raise InputError(
        f"{name}: {operation.name} has no such field; the job has {', '.join(plain)}, the tool "
        f"{', '.join(operation.tool.model_fields)}, and there are economy.FIELD and limits.FIELD"
    )


def put(values: dict[str, Any], path: str, value: Any) -> None:
    """Put a value where it belongs."""
    part, dot, inner = path.partition(".")
    if dot:
        values[part] = {**(values.get(part) or {}), inner: value}
    else:
        values[path] = value


def filled(values: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Plain values of a job with fields put in by their path; what such a field replaces is left out.

    Parameters
    ----------
    values
        Of a job, or of a part of one; milling unless `operation` says otherwise.
    fields
        Values by path, see `path_of`.
    """
    found = dict(values)
    operation = operation_of(str(found.get("operation", "milling")))
    for path in fields:
        found.pop(operation.job.EITHER.get(path, ""), None)
    for path, value in fields.items():
        put(found, path, value)
    return found
