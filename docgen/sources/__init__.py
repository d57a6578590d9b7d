"""A YAML file of the user as text with positions: reading it, its nodes, and plain words for whatever is wrong with it."""

from docgen.sources.nodes import Entry, Mapping, Node, Scalar, Sequence, has_node, key_at, node_at
from docgen.sources.parsing import Examined, Parsed, examine, parse
from docgen.sources.quoting import Edit, quote_always, quote_lines, quote_scalar, rewrite
from docgen.sources.reading import read_text, source_from_bytes
from docgen.sources.text import Position, SourceText
from docgen.sources.traps import comment_behind, is_number_or_switch, mapping_was_text, text_expected

__all__ = [
    "Edit",
    "Entry",
    "Examined",
    "Mapping",
    "Node",
    "Parsed",
    "Position",
    "Scalar",
    "Sequence",
    "SourceText",
    "comment_behind",
    "examine",
    "has_node",
    "is_number_or_switch",
    "key_at",
    "mapping_was_text",
    "node_at",
    "parse",
    "quote_always",
    "quote_lines",
    "quote_scalar",
    "read_text",
    "rewrite",
    "source_from_bytes",
    "text_expected",
]
