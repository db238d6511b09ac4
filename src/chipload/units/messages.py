"""What is said to the user with numbers in it: one sentence, in the units of whoever reads it."""

from __future__ import annotations

from typing import Any

from chipload.units.kinds import Kind
from chipload.units.trace import show


class Message(str):
    """A sentence whose quantities follow the system of units; as a text it speaks metric.

    Examples
    --------
    >>> from chipload.units.kinds import LENGTH
    >>> said = Message.of("the slot is {} wide", (LENGTH, 0.0254))
    >>> said
    'the slot is 25.400 mm wide'
    >>> said.describe("inch")
    'the slot is 1.0000 in wide'
    """

    __slots__ = ("parts", "template")

    template: str
    parts: tuple[Any, ...]

    @classmethod
    def of(cls, template: str, *parts: tuple[Kind, Any] | str) -> Message:
        """A sentence from a template with a brace pair for each part: a kind with its kernel value, or a text."""
        made = cls(cls._fill(template, parts, "metric"))
        made.template, made.parts = template, parts
        return made

    def describe(self, system: str = "metric") -> str:
        """The sentence in metric or inch units."""
        return self._fill(self.template, self.parts, system) if hasattr(self, "template") else str(self)

    @staticmethod
    def _fill(template: str, parts: tuple[Any, ...], system: str) -> str:
        shown = []
        for part in parts:
            if isinstance(part, Message):
                shown.append(part.describe(system))
            elif isinstance(part, tuple):
                kind, value = part
                shown.append(show(kind, value, system))
            else:
                shown.append(str(part))
        return template.format(*shown)


def describe(text: str, system: str) -> str:
    """`text` in the units of `system`, where it is a message that knows how."""
    return text.describe(system) if isinstance(text, Message) else text
