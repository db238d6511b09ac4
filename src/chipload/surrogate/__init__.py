"""Roughness learned from published measurements: what the ideal profile leaves out, with a true interval."""

from chipload.surrogate.cuts import Cuts
from chipload.surrogate.data import load

__all__ = ["Cuts", "load"]
