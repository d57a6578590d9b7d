"""Templates: made from a rule set, compiled once, run for each document."""

from docgen.templating.compiling import CompiledTemplate, compile_template
from docgen.templating.frame import Frame, frame_of
from docgen.templating.linting import lint_template
from docgen.templating.making import make_template
from docgen.templating.shipped import load_template, shipped_template
from docgen.templating.slow import run_slowly

__all__ = [
    "CompiledTemplate",
    "Frame",
    "compile_template",
    "frame_of",
    "lint_template",
    "load_template",
    "make_template",
    "run_slowly",
    "shipped_template",
]
