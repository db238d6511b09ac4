"""What comments tell of the tools: the tool lists that posts of CAM systems write."""

from __future__ import annotations

import re

_NUMBER = r"([-+]?(?:\d++(?:\.\d*+)?|\.\d++))"
_TOOL_LIST = re.compile(rf"T(\d{{1,6}})\s+D={_NUMBER}", re.IGNORECASE)
_KEYED = re.compile(r"@MKR\|TOOL\|(.*)", re.IGNORECASE)
_FIELD = re.compile(rf"(\w+)={_NUMBER}")


def tool_of_comment(text: str) -> tuple[int, float] | None:
    """Number and diameter, in the unit of the program, of the tool that a comment describes; None for none.

    Examples
    --------
    >>> tool_of_comment("T1 D=3.175 CR=0 TAPER=118deg - ZMIN=-13.4 - drill")
    (1, 3.175)
    >>> tool_of_comment("@MKR|TOOL|number=2|diameter=6|flutelength=20|")
    (2, 6.0)
    """
    listed = _TOOL_LIST.match(text)
    if listed is not None:
        return int(listed[1]), float(listed[2])
    keyed = _KEYED.match(text)
    if keyed is None:
        return None
    fields = {name.casefold(): value for name, value in _FIELD.findall(keyed[1])}
    if "number" not in fields or "diameter" not in fields:
        return None
    return int(float(fields["number"])), float(fields["diameter"])
