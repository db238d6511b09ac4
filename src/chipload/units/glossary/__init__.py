"""One name, one meaning: the symbol and the words of every name a formula takes or gives.

A name stands in the module of the only subject that uses it, or in `shared`.
"""

from __future__ import annotations

from chipload.units.glossary import cutting, dynamics, elements, finish, materials, members, shared, workshop
from chipload.units.glossary.entry import Words

SUBJECTS = (shared, cutting, finish, members, elements, materials, workshop, dynamics)

SYMBOLS: Words = {name: entry for subject in SUBJECTS for name, entry in subject.WORDS.items()}
"""name: (symbol in LaTeX, in words)"""
