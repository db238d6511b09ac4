"""Formulas of the strength of materials: for now, the tool as a stepped beam."""

from chipload.mechanics.tool import (
    ToolDeflection,
    ToolStress,
    tool_deflection,
    tool_stress,
)

__all__ = ["ToolDeflection", "ToolStress", "tool_deflection", "tool_stress"]
