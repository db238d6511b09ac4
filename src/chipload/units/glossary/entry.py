"""What a word of the glossary is."""

from __future__ import annotations

from typing import TypeAlias

Words: TypeAlias = dict[str, tuple[str, str]]
"""By name: symbol in LaTeX, and in words."""
