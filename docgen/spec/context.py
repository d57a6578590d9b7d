"""What every part of the resolver needs: the rule set, the type, the agency's short names, the report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.config.agency import AgencyBook
from docgen.config.common import Recipient
from docgen.config.data import Leaf
from docgen.config.keys import suggest
from docgen.document.text import Text, literal
from docgen.problems import msg
from docgen.spec.report import Report
from docgen.spec.texts import TextReader
from docgen.standards import DocumentType, Standard

_SHORT_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Context:
    """One spec under way. ``slug`` and ``type`` are ``None`` while the type is unknown: what depends on them is not checked
    then.
    """

    report: Report
    book: AgencyBook
    standard: Standard
    slug: str | None
    type: DocumentType | None
    texts: TextReader

    def expand(self, entries: Iterable[Leaf | Recipient]) -> list[Leaf | Recipient]:
        """``entries`` with each short name of a list replaced by what stands in the list."""
        found: list[Leaf | Recipient] = []
        for entry in entries:
            if isinstance(entry, Leaf) and entry in self.book.lists:
                found += self.book.lists[entry]
                continue
            if isinstance(entry, Leaf):
                self._check_short_name(entry)
            found.append(entry)
        return found

    def expand_names(self, entries: Iterable[Leaf]) -> list[Leaf]:
        """Like ``expand``, names only: a note belongs to Nơi nhận and says nothing elsewhere."""
        return [entry.name if isinstance(entry, Recipient) else entry for entry in self.expand(entries)]

    def title_for(self, kind: str) -> Text:
        """The section title that the rule set gives to ``kind``."""
        if self.slug is None:
            return literal(str(getattr(self.standard.titles, kind).use))
        return literal(self.standard.title_for(kind, self.slug))

    def _check_short_name(self, entry: Leaf) -> None:
        near = suggest(entry, list(self.book.lists)) if _SHORT_NAME.fullmatch(entry) else None
        if near is not None:
            what = msg('No list of agency.yaml is called "{name}".', name=str(entry))
            self.report.error("spec-unknown-name", entry.spot, what, msg("Did you mean {near}?", near=near))
