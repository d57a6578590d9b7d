"""Where the tags of a template stand: read paragraph by paragraph, so that every complaint can name its paragraph.

Word cuts a paragraph's text into runs as it likes. Each tag is put together again in the run in which it begins; after that
the template's XML holds braces only in whole tags, and docxtpl's own patterns cannot reach across anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.ooxml.xml import qn
from docgen.problems import Message, Place, Problem, msg
from docgen.templating.language import TAG_LENGTH, TAG_LIMIT

if TYPE_CHECKING:
    from lxml import etree

#: problems of one part that are told at once
PROBLEM_LIMIT = 20
OPENER = re.compile(r"\{[{%#]")
_TAG = re.compile(r"\{\{([^{}%&]*)\}\}|\{%([^{}%&]*)%\}|\{#([^{}&#]*)#\}")
_BRACE = re.compile(r"[{}]")
_SCOPE = re.compile(r"(tr|tc|p|r) ")
#: what Word's automatic correction makes of straight signs and spaces
_CORRECTED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " "})
_SHOWN = 60
#: ends every tag inside its closing braces: gives each tag a line of its own in the program made from the template
LINE_END = "\n"
_CLOSERS = {"{": "}}", "%": "%}", "#": "#}"}
_OBJECTS = (
    "w:drawing",
    "w:pict",
    "w:object",
    "w:sectPr",
    "w:txbxContent",
    "w:tbl",
    "w:fldChar",
    "w:instrText",
    "w:footnoteReference",
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of ``part``: its number (from 1, as the part has them, tables and text boxes included) and its words.

    ``story`` says in words where it stands, for parts other than the main one.
    """

    part: str
    number: int
    words: str
    story: Message | None = None

    def named(self) -> Message:
        """The paragraph as messages call it."""
        words = self.words if len(self.words) <= _SHOWN else f"{self.words[:_SHOWN]}…"
        if self.story is None:
            return msg("paragraph {number} (“{words}”)", number=self.number, words=words)
        return msg("paragraph {number} of the {story} (“{words}”)", number=self.number, story=self.story, words=words)

    def place(self, template: str) -> Place:
        """The paragraph as a place in the file ``template``."""
        return Place(template, pointer=f"{self.part}#p{self.number}", excerpt=self.words)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag. ``form``: its second sign (``{``, ``%``, ``#``); ``scope``: ``p``, ``r``, ``tr``, ``tc`` or nothing.

    ``level`` names the XML elements around what the tag stands for: two tags with the same level can bracket something.
    ``boxed``: it stands in a text box.
    """

    form: str
    scope: str
    inside: str
    paragraph: Paragraph
    level: tuple[str, ...]
    boxed: bool


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of one part in their order, and what is wrong with the way they are written."""

    found: tuple[Tag, ...]
    problems: tuple[Problem, ...]


def read_tags(root: etree._Element, part: str, template: str, story: Message | None = None) -> Tags:
    """Every tag of a story; ``root`` is changed: tags that runs had cut are whole, corrected quotation marks straight again."""
    found: list[Tag] = []
    problems = list(_stray_braces(root, part, template))
    for number, element in enumerate(root.iter(qn("w:p")), 1):
        pieces = own_texts(element)
        words = "".join(p.text or "" for p in pieces)
        if "{" not in words and "}" not in words:
            continue
        paragraph = Paragraph(part, number, words.strip(), story)
        spans, problem = _spans(paragraph, words, template)
        if problem is not None:
            problems.append(problem)
            continue
        boxed = any(True for _ in element.iterancestors(qn("w:txbxContent")))
        for span, holder in zip(spans, _join(pieces, spans), strict=True):
            wrong = _misplaced(element, holder, span.scope, paragraph, len(spans), template)
            if wrong is not None:
                problems.append(wrong)
            found.append(Tag(span.form, span.scope, span.inside, paragraph, _level(holder, span.scope), boxed))
        if len(found) > TAG_LIMIT:
            problems.append(_too_many(template))
            break
        if len(problems) >= PROBLEM_LIMIT:
            break
    return Tags(tuple(found), tuple(problems))


def own_texts(paragraph: etree._Element) -> list[etree._Element]:
    """The ``w:t`` of a paragraph, those of text boxes inside it left out."""
    inner = paragraph.find(f".//{qn('w:p')}") is not None
    texts = paragraph.iter(qn("w:t"))
    return [t for t in texts if next(t.iterancestors(qn("w:p"))) is paragraph] if inner else list(texts)


@dataclass(frozen=True, slots=True)
class _Span:
    """A tag in the words of a paragraph: from where to where, and its parts as in ``Tag``."""

    start: int
    end: int
    form: str
    scope: str
    inside: str

    @property
    def plain(self) -> str:
        """The tag as it is written into the XML."""
        return f"{{{self.form}{self.scope} {self.inside}{LINE_END}{_CLOSERS[self.form]}"


def _spans(paragraph: Paragraph, words: str, template: str) -> tuple[list[_Span], Problem | None]:
    """Each tag in ``words``, or the problem with the first one that is none."""
    spans: list[_Span] = []
    position = 0
    while (brace := _BRACE.search(words, position)) is not None:
        match = _TAG.match(words, brace.start())
        if match is None or match.end() - match.start() > TAG_LENGTH:
            return [], _unreadable(paragraph, words, brace.start(), template)
        if len(spans) >= TAG_LIMIT:
            return [], _too_many(template)
        inside = match.group()[2:-2].translate(_CORRECTED)
        scope = _SCOPE.match(inside)
        content = inside[scope.end() :] if scope else inside
        spans.append(_Span(match.start(), match.end(), match.group()[1], scope.group(1) if scope else "", content.strip()))
        position = match.end()
    return spans, None


def _too_many(template: str) -> Problem:
    what = msg("the template has more than {limit} tags", limit=TAG_LIMIT)
    return Problem("template-size", what, msg("keep only frame and styles in it"), Place(template))


def _unreadable(paragraph: Paragraph, words: str, at: int, template: str) -> Problem:
    place = paragraph.place(template)
    near = words[at : at + _SHOWN]
    if not OPENER.match(words, at):
        what = msg("{where}: a single brace stands in the text at “{near}”", where=paragraph.named(), near=near)
        return Problem(
            "template-syntax",
            what,
            msg("braces only open and close tags: write {example}, or take the brace out", example="{{ name }}"),
            place,
        )
    if _CLOSERS[words[at + 1]] not in words[at:]:
        what = msg("{where}: the tag “{near}” is not closed", where=paragraph.named(), near=near)
        return Problem(
            "template-syntax",
            what,
            msg("open and close each tag in the same paragraph: {example}", example="{{ name }}, {% if name %}"),
            place,
        )
    what = msg("{where}: the tag “{near}” cannot be read", where=paragraph.named(), near=near)
    remedy = msg("inside a tag stand no braces, no % and no &, and at most {limit} characters", limit=TAG_LENGTH)
    return Problem("template-syntax", what, remedy, place)


def _join(pieces: list[etree._Element], spans: list[_Span]) -> list[etree._Element]:
    """Write each tag, whole and in its plain form, where it begins; the elements that hold them now."""
    holders: list[etree._Element] = []
    out: list[list[str]] = [[] for _ in pieces]
    tags = iter(spans)
    tag = next(tags, None)
    position = 0
    for piece, written in zip(pieces, out, strict=True):
        text = piece.text or ""
        index = 0
        while index < len(text):
            if tag is None or position + index < tag.start:
                stop = len(text) if tag is None else min(len(text), tag.start - position)
                written.append(text[index:stop].translate(_SPACES))
                index = stop
                continue
            if position + index == tag.start:
                written.append(tag.plain)
                holders.append(piece)
            index = min(len(text), tag.end - position)
            if position + index == tag.end:
                tag = next(tags, None)
        position += len(text)
    for piece, written in zip(pieces, out, strict=True):
        piece.text = "".join(written)
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return holders


#: a line end or tab inside w:t is a space to Word, and would be a mark to docxtpl
_SPACES = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def _level(holder: etree._Element, scope: str) -> tuple[str, ...]:
    names = [str(e.tag) for e in (holder, *holder.iterancestors())]
    if scope:
        names = names[names.index(qn(f"w:{scope}")) + 1 :] if qn(f"w:{scope}") in names else []
    return tuple(names)


def _misplaced(
    paragraph: etree._Element, holder: etree._Element, scope: str, named: Paragraph, count: int, template: str
) -> Problem | None:
    """Why a tag for a whole paragraph, row or cell cannot stand where it stands: what is beside it would be lost."""
    if scope in ("", "r"):
        return None
    around = {"p": paragraph, "tr": None, "tc": None}[scope]
    if around is None:
        around = next(holder.iterancestors(qn(f"w:{scope}")), None)
    place = named.place(template)
    if around is None:
        what = msg("{where}: a {mark} tag stands outside a table", where=named.named(), mark=f"{{%{scope} %}}")
        return Problem(
            "template-tag-place", what, msg("put it into a row of the table, or write {example}", example="{%p … %}"), place
        )
    words = "".join(t.text or "" for t in around.iter(qn("w:t"))).strip()
    alone = (
        count == 1 and words == "".join(t.text or "" for t in own_texts(paragraph)).strip() and len(OPENER.findall(words)) == 1
    )
    alone = alone and words.startswith("{") and words.endswith("}")
    if alone and not any(around.find(f".//{qn(name)}") is not None for name in _OBJECTS):
        return None
    what = msg("{where}: something stands beside the tag and would be lost", where=named.named())
    remedies = {
        "p": msg("let a tag with p stand alone in its paragraph"),
        "tr": msg("let a tag with tr stand alone in its row of the table"),
        "tc": msg("let a tag with tc stand alone in its cell of the table"),
    }
    return Problem("template-tag-place", what, remedies[scope], place)


def _stray_braces(root: etree._Element, part: str, template: str) -> Iterator[Problem]:
    """Braces of tags where no tag can be: in attributes, field codes, formulas."""
    paragraphs = {element: n for n, element in enumerate(root.iter(qn("w:p")), 1)}
    for element in root.iter("*"):
        hidden = [str(v) for v in element.attrib.values() if OPENER.search(str(v))]
        if element.tag != qn("w:t") and element.text and ("{" in element.text or "}" in element.text):
            hidden.append(element.text)
        if element.tail and ("{" in element.tail or "}" in element.tail):
            hidden.append(element.tail)
        if hidden:
            holder = next((e for e in (element, *element.iterancestors()) if e in paragraphs), None)
            number = paragraphs[holder] if holder is not None else 0
            what = msg(
                "braces stand where no tag is read, in a field code or a property: “{near}”", near=hidden[0].strip()[:_SHOWN]
            )
            remedy = msg("write tags as plain text in a paragraph; take them out of fields, links and names of pictures")
            pointer = f"{part}#p{number}" if number else part
            yield Problem(
                "template-tag-place", what, remedy, Place(template, pointer=pointer, excerpt=hidden[0].strip()[:_SHOWN])
            )
            return
