"""The closed lists of names that rule sets and the program share."""

from __future__ import annotations

#: components that a level of numbering may carry as its title
LEVELS = frozenset({"part_label", "article", "section", "clause", "subclause", "point"})
#: components that every rule set describes
REQUIRED_COMPONENTS = frozenset(
    {
        "parent",
        "issuer",
        "number",
        "place_date",
        "draft_mark",
        "type_name",
        "abstract",
        "abstract_dispatch",
        "base",
        "body",
        "table_title",
        "table_unit",
        "table_header",
        "table_cell",
        "addressee_label",
        "addressee",
        "recipients_label",
        "recipient",
        "filing",
        "drafter",
        "sign_authority",
        "sign_title",
        "sign_other_title",
        "sign_name",
        "appendix_label",
        "appendix_title",
        "appendix_reference",
        "page_number",
    }
)
#: all components that a rule set may describe
COMPONENTS = (
    REQUIRED_COMPONENTS
    | LEVELS
    | {"motto", "slogan", "party_title", "star", "separator", "authority", "decision_word", "part_title", "sign_concurrent"}
    | {"urgency", "circulation", "contact", "copy_form"}
)
#: the names under which reports speak of components: those of the data, the page and the file themselves
COMPONENT_NAMES = COMPONENTS | {"page", "file"}
#: components of the head whose words come from the document; each stands in the head once
HEAD_PARTS = frozenset({"parent", "issuer", "number", "place_date", "draft_mark", "abstract_dispatch"})
#: components that consist of fixed words
FIXED_WORDS = frozenset(
    {
        "motto",
        "slogan",
        "party_title",
        "star",
        "draft_mark",
        "separator",
        "addressee_label",
        "recipients_label",
        "sign_concurrent",
        "appendix_label",
    }
)
MARKS = frozenset(
    {
        "base",
        "proposal",
        "addressee",
        "recipient",
        "filing",
        "task_line",
        "participant",
        "title_run_in",
        "opening",
        "note",
    }
)
