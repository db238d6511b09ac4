"""A job as the parameters of an address: readable texts, and only what differs from the page's first job."""

from __future__ import annotations

from collections.abc import Mapping

from chipload.app.entries import Entry, canonical, from_canonical
from chipload.app.fields import CHOICES, FIELDS, NONE
from chipload.app.jobs import Inputs, material_name, used

SYSTEM = "u"
_LONGEST = 100


def start() -> Inputs:
    """The job a new session shows."""
    return Inputs(
        {name: field.entry for name, field in FIELDS.items()},
        {name: choice.default for name, choice in CHOICES.items()},
    )


def write(inputs: Inputs, system: str) -> dict[str, str]:
    """Parameters that reproduce the inputs."""
    found = {SYSTEM: system} if system == "inch" else {}
    for name, choice in CHOICES.items():
        if inputs.choices[name] != choice.default:
            found[name] = inputs.choices[name]
    for name, field in FIELDS.items():
        text = canonical(inputs.entries[name], field.kind)
        if text != canonical(field.entry, field.kind) and used(inputs, field):
            found[name] = text or NONE
    return found


def read(parameters: Mapping[str, str]) -> tuple[Inputs, str, tuple[str, ...]]:
    """Inputs and system of units of a link, and a sentence for each part that was left out.

    A value that cannot be used is kept as it is: the field then says what is wrong with it.
    """
    first = start()
    entries, choices = dict(first.entries), dict(first.choices)
    notes = []
    system = "inch" if parameters.get(SYSTEM) == "inch" else "metric"
    for name, text in parameters.items():
        if len(text) > _LONGEST:
            notes.append(f"The link's value of {name[:40]!r} is {len(text)} characters long; it was left out.")
        elif name in FIELDS:
            field = FIELDS[name]
            entries[name] = Entry("", system) if text == NONE else from_canonical(text, field.kind, system)
        elif name in CHOICES:
            choices[name] = material_name(text) if name == "material" else text
        elif name != SYSTEM:
            notes.append(f"The link holds {name[:40]!r}, which this page does not know; it was left out.")
    return Inputs(entries, choices), system, tuple(notes)
