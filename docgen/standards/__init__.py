"""The rule sets: data files read into frozen typed objects, narrowed by agency layers, compared."""

from docgen.standards.comparing import Difference, compare_standards
from docgen.standards.facts import Fact, Tier
from docgen.standards.layers import apply_layer
from docgen.standards.loading import edition_for, load_standard, read_standard, standard_names
from docgen.standards.model import Component, DocumentType, Mark, Standard
from docgen.standards.names import COMPONENT_NAMES

__all__ = [
    "COMPONENT_NAMES",
    "Component",
    "Difference",
    "DocumentType",
    "Fact",
    "Mark",
    "Standard",
    "Tier",
    "apply_layer",
    "compare_standards",
    "edition_for",
    "load_standard",
    "read_standard",
    "standard_names",
]
