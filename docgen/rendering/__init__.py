"""Document + rule set → the bytes of a Word file."""

from docgen.rendering.packing import Source, render

__all__ = ["Source", "render"]
