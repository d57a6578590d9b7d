"""A recovered document made one that a spec can say: words where a key wants them, signs off where docgen sets them.

No word is dropped: what a key cannot hold becomes a paragraph of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from docgen.document.model import (
    Appendix,
    DashList,
    Document,
    Duty,
    Implementation,
    Item,
    Paragraph,
    Part,
    Recipient,
    Section,
    Signature,
    Table,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Span, Text, literal
from docgen.recovery.texts import mapped, piece, seen, titled
from docgen.spec.marks import END_MARK, marks_of, typed_number
from docgen.standards import Standard

#: stands where a spec must say something and the file says nothing
OPEN = "…"
_OPEN_END = re.compile(r"[;,:\s]*[;,:]$")
#: what YAML cannot hold, and marks that only steer the direction of writing
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)


class Fitter:
    """Fits one document; ``left`` collects words without a place, ``missing`` the pointers of placeholders."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.marks = marks_of(standard)
        self.left: list[Text] = []
        self.missing: list[str] = []

    def fit(self, document: Document) -> Document:
        """``document`` with every text as its key wants it, and placeholders where a key must be given."""
        kind = self.standard.types[document.type]
        issuer = document.issuer
        opening = list(map(self.running, document.opening))
        addressees = self._entries(document.addressees)
        if addressees and kind.addressees == "none":
            label = self.standard.components["addressee_label"].text
            words = "; ".join(text.plain for text in addressees)
            opening.insert(0, literal(f"{label.use if label else ''} {words}"))
            addressees = ()
        authority, proposal = document.authority, document.proposal
        if kind.decision_word is None:
            opening += [text for text in (authority, proposal) if text]
            authority = proposal = None
        body, articles = self._parts(document.body), tuple(self._article(section) for section in document.articles)
        closing = tuple(map(self.running, document.closing))
        if not body and not articles:
            body = tuple(Paragraph(text) for text in (*opening, *closing)) or (Paragraph(self._open("/body")),)
            opening, closing = [], ()
        distribution, filing = self._distribution(document.distribution), self._entry(document.filing)
        if not distribution and not filing:
            filing = self._open("/filing")
        if kind.addressees == "required" and not addressees:
            addressees = (self._open("/addressees"),)
        name = self._entries(issuer.name) or (self._open("/issuer/name"),)
        fitted = replace(
            document,
            issuer=replace(issuer, name=name, parent=self._entries(issuer.parent), code=_clean(issuer.code) or self._open("/issuer/code")),
            place=_clean(document.place) or self._open("/place"),
            title=self._title(document.title) or self._open("/title"),
            bases=tuple(text for base in document.bases if (text := self._title(base))),
            authority=self._entry(authority),
            proposal=self._title(proposal),
            addressees=addressees,
            opening=tuple(opening),
            body=body,
            articles=articles,
            closing=closing,
            distribution=distribution,
            filing=filing,
            drafter=self._entry(document.drafter),
            signatures=self._signatures(document),
            appendices=tuple(self._appendix(i, appendix) for i, appendix in enumerate(document.appendices)),
        )
        return self._closed(fitted)

    def _open(self, pointer: str) -> Text:
        self.missing.append(pointer)
        return literal(OPEN)

    # texts

    def running(self, text: Text) -> Text:
        """A paragraph without the ends of a text inside it."""
        found = _clean(text)
        for end in self.marks.text_ends:
            while (at := found.plain.find(end)) >= 0:
                stop = (Span("."),) if at else ()
                kept = Text((*piece(found, 0, at).spans, *stop, *_behind(found, at + len(end))), found.origin)
                found = seen(kept)
        return found

    def _title(self, text: Text | None) -> Text | None:
        """A title, a base or a label without an end mark."""
        if text is None:
            return None
        found = self.running(text)
        while match := END_MARK.search(found.plain):
            found = piece(found, 0, match.start())
        return titled(found) or None

    def _entry(self, text: Text | None) -> Text | None:
        """An entry outside the text: neither number nor end mark."""
        found = self._title(None if text is None else literal(text.plain, text.origin))
        while found is not None and (number := typed_number(self.marks, found.plain)):
            found = self._title(piece(found, len(number)))
        return found

    def _entries(self, texts: Sequence[Text]) -> tuple[Text, ...]:
        return tuple(found for text in texts if (found := self._entry(text)))

    def _distribution(self, given: Sequence[Recipient]) -> tuple[Recipient, ...]:
        found = []
        for recipient in given:
            name, note = self._entry(recipient.name), self._entry(recipient.note)
            if name is not None:
                found.append(Recipient(name, note))
            elif note is not None:
                found.append(Recipient(note))
        return tuple(found)

    def _signatures(self, document: Document) -> tuple[Signature, ...]:
        found = [self._signature(i, signature, document) for i, signature in enumerate(document.signatures)]
        return tuple(found) or (self._signature(0, Signature(), document),)

    def _signature(self, index: int, given: Signature, document: Document) -> Signature:
        own = Signature(
            on_behalf_of=self._entry(given.on_behalf_of),
            deputy_for=self._entry(given.deputy_for),
            by_order_of=self._entry(given.by_order_of),
            authorised_by=self._entry(given.authorised_by),
            acting=given.acting,
            title=self._entry(given.title),
            other_title=self._entry(given.other_title),
            name=_clean(given.name) if given.name else None,
        )
        pointer = "/signature" if len(document.signatures) < 2 else f"/signature/{index}"
        if given.rank is not None:
            # a rank of its own is only for agencies of some fields
            own = replace(own, name=literal(f"{given.rank.plain} {own.name.plain if own.name else ''}".strip()))
        if own.deputy_for and own.on_behalf_of and self.standard.regime == "party":
            self.left.append(own.deputy_for)
            own = replace(own, deputy_for=None)
        if own.title is None and (own.on_behalf_of is None or own.acting):
            own = replace(own, title=self._open(f"{pointer}/title"))
        if not own.name and document.number is not None and document.date is not None and document.draft is None:
            own = replace(own, name=self._open(f"{pointer}/name"))
        return own

    # the text

    def _parts(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        found: list[Part] = []
        for part in parts:
            match part:
                case Paragraph():
                    if text := self.running(part.text):
                        found.append(Paragraph(text))
                case DashList():
                    found.append(DashList(tuple(self._item(item) for item in part.items)))
                case Table():
                    found += self._table(part)
                case Section():
                    found.append(self._section(part))
                case Implementation():
                    found.append(Implementation(tuple(self._duty(duty) for duty in part.items)))
                case Tasks():
                    found.append(Tasks(tuple(self._task(item) for item in part.items)))
                case _:
                    found.append(part)
        return tuple(found)

    def _item(self, item: Item) -> Item:
        parts = self._parts(item.parts)
        return Item(parts if parts and isinstance(parts[0], Paragraph) else (Paragraph(literal(OPEN)), *parts))

    def _duty(self, duty: Duty) -> Duty:
        parts = self._parts(duty.parts)
        agencies = tuple(title for name in duty.agencies if (title := self._title(name)))
        if parts:
            return replace(duty, agencies=agencies or (literal(OPEN),), parts=parts)
        text = duty.text or (duty.agencies[0] if duty.agencies else literal(OPEN))
        return Duty(text=self.running(text))

    def _task(self, item: Task | TaskGroup) -> Task | TaskGroup:
        if isinstance(item, TaskGroup):
            tasks = tuple(own for task in item.items if isinstance(own := self._task(task), Task))
            return replace(item, title=self._title(item.title) or literal(OPEN), items=tasks)
        title = self._title(item.title)
        texts = tuple(map(self.running, item.text))
        return replace(
            item,
            title=title,
            text=texts or (() if title else (literal(OPEN),)),
            lead=tuple(self._title(name) or literal(OPEN) for name in item.lead),
            support=tuple(self._title(name) or literal(OPEN) for name in item.support),
            due=self._title(item.due) if isinstance(item.due, Text) else item.due,
            result=self._title(item.result),
            run_in=item.run_in and title is not None,
        )

    def _section(self, section: Section) -> Section:
        title, parts = self._title(section.title), self._parts(section.parts)
        if title is not None and not parts:
            # a title with nothing below it is said as a paragraph
            return Section(None, (Paragraph(self.running(section.title or title)),))
        if (title is None or section.run_in) and (not parts or not isinstance(parts[0], Paragraph)):
            return Section(title, parts) if title is not None else Section(None, (Paragraph(literal(OPEN)), *parts))
        return Section(title, parts, section.run_in and title is not None)

    def _table(self, table: Table) -> list[Part]:
        if not table.rows or not table.header:
            texts = [table.title, table.unit, *table.header]
            return [Paragraph(found) for text in texts if text and (found := self.running(text))]
        return [
            replace(
                table,
                header=tuple(map(self.running, table.header)),
                rows=tuple(tuple(map(self.running, row)) for row in table.rows),
                title=self._title(table.title),
                unit=self._title(table.unit),
            )
        ]

    def _article(self, section: Section) -> Section:
        """An article holds paragraphs, then points: lists and tables of its own become paragraphs that print the same words."""
        own = self._section(section)
        return replace(own, parts=tuple(found for part in own.parts for found in self._flat(part, 0)))

    def _flat(self, part: Part, depth: int) -> list[Part]:
        if isinstance(part, DashList):
            mark = self.standard.list_marks.use[depth]
            found: list[Part] = []
            for item in part.items:
                first = item.parts[0]
                assert isinstance(first, Paragraph)
                found.append(Paragraph(Text((Span(f"{mark} "), *first.text.spans), first.text.origin)))
                for inner in item.parts[1:]:
                    found += self._flat(inner, depth + 1)
            return found
        if isinstance(part, Table):
            rows = [[text for text in (part.title, part.unit) if text], part.header, *part.rows]
            return [Paragraph(literal(" | ".join(cell.plain for cell in row))) for row in rows if any(row)]
        return [part]

    def _appendix(self, index: int, appendix: Appendix) -> Appendix:
        parts = self._parts(appendix.parts) or (Paragraph(literal(OPEN)),)
        title = self._title(appendix.title) or self._open(f"/appendices/{index}/title")
        return Appendix(title, _ended(parts, _without_open_end))

    def _closed(self, document: Document) -> Document:
        """The last paragraph without a sign after which more is expected."""
        if document.closing:
            return replace(document, closing=(*document.closing[:-1], _without_open_end(document.closing[-1])))
        body, articles = _ended(document.body, _without_open_end), _ended(document.articles, _without_open_end)
        return replace(document, body=body, articles=tuple(one for one in articles if isinstance(one, Section)))


def _clean(text: Text) -> Text:
    """Without signs that no spec can hold."""
    if FORBIDDEN.search(text.plain):
        text = mapped(text, lambda words: FORBIDDEN.sub("", words))
    return seen(text)


def _behind(text: Text, start: int) -> tuple[Span, ...]:
    rest = piece(text, start)
    return (Span(" "), *rest.spans) if rest else ()


def _without_open_end(text: Text) -> Text:
    match = _OPEN_END.search(text.plain)
    return piece(text, 0, match.start()) if match and match.start() else text


def _ended(parts: Sequence[Part], change: Callable[[Text], Text]) -> tuple[Part, ...]:
    """``parts`` with their last paragraph changed."""
    if not parts:
        return ()
    *above, last = parts
    match last:
        case Paragraph():
            last = Paragraph(change(last.text))
        case Section():
            last = replace(last, parts=_ended(last.parts, change))
        case DashList():
            item = last.items[-1]
            last = replace(last, items=(*last.items[:-1], replace(item, parts=_ended(item.parts, change))))
        case Implementation():
            duty = last.items[-1]
            own = replace(duty, parts=_ended(duty.parts, change), text=None if duty.text is None else change(duty.text))
            last = replace(last, items=(*last.items[:-1], own))
        case Tasks() if last.items:
            last = replace(last, items=(*last.items[:-1], _ended_task(last.items[-1], change)))
        case _:
            pass
    return (*above, last)


def _ended_task(item: Task | TaskGroup, change: Callable[[Text], Text]) -> Task | TaskGroup:
    """``item`` with its last paragraph changed, unless lines of the rule set's own stand below it."""
    if isinstance(item, TaskGroup):
        tasks = tuple(own for task in item.items[-1:] if isinstance(own := _ended_task(task, change), Task))
        return replace(item, items=(*item.items[:-1], *tasks))
    has_lines = item.lead or item.support or item.due or item.result
    return item if has_lines or not item.text else replace(item, text=(*item.text[:-1], change(item.text[-1])))
