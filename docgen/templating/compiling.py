"""A template, made ready once: its Jinja program, its styles' ids, all other parts already deflated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.xml import qn
from docgen.problems import DocgenError, Message, Place, Problem, msg
from docgen.standards import Standard
from docgen.templating import sandbox
from docgen.templating.binding import bind_head_widths, section_properties, style_ids
from docgen.templating.stylesheet import style_names

if TYPE_CHECKING:
    from jinja2 import Template
    from lxml import etree

#: what the renderer hands to every template; the first four carry the whole document
REQUIRED_NAMES = ("head", "blocks", "foot", "tail")
PLAIN_NAMES = ("type_name", "title", "number", "place", "date", "issuer", "parent", "signer")
CONTEXT_NAMES = frozenset(REQUIRED_NAMES) | frozenset(PLAIN_NAMES)
XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAG = re.compile(r"\{[{%#]")
_DECLARATIONS = re.compile(r' xmlns:\w+="[^"]*"')
_STORY_KINDS = ("header", "footer")


@dataclass(frozen=True, eq=False)
class CompiledTemplate:
    """A template ready to be run.

    ``styles`` maps component names (and helpers) to the template's style ids. ``section`` is the XML of its section
    properties, for appendices. ``text_width`` is the width between its margins in twips. ``static`` holds every part that no
    document changes. ``bound`` is the main part with docgen's own tags in it, still in docxtpl's language. ``slow`` says that
    the template uses what only docxtpl itself makes (pictures, subdocuments, rich text).
    """

    name: str
    fingerprint: str
    data: bytes = field(repr=False)
    main_part: str
    styles: Mapping[str, str]
    section: str = field(repr=False)
    text_width: int
    static: Mapping[str, bytes] = field(repr=False)
    stories: Mapping[str, Template] = field(repr=False)
    bound: bytes = field(repr=False)
    slow: bool = False

    def run(self, context: Mapping[str, Any]) -> dict[str, str]:
        """The XML of every part with tags, by part name. Raises ``DocgenError`` for what the template asks and cannot have."""
        from jinja2 import UndefinedError
        from jinja2.exceptions import SecurityError, TemplateError

        values = {**context, sandbox.ROUNDS: sandbox.count_rounds()}
        try:
            return {part: XML_HEADER + sandbox.join_within_limit(story.generate(values)) for part, story in self.stories.items()}
        except sandbox.LimitExceeded as error:
            raise DocgenError(limit_problem(self.name, str(error.args[0]))) from None
        except UndefinedError as error:
            raise DocgenError(self._undefined(str(error.message))) from None
        except (SecurityError, TemplateError, TypeError, ValueError, ArithmeticError) as error:
            what = msg("the template cannot be filled in: {reason}", reason=str(error))
            raise DocgenError(Problem("template-run", what, LANGUAGE_REMEDY, Place(self.name))) from None

    def _undefined(self, reason: str) -> Problem:
        words = re.findall(r"'([^']+)'", reason)
        name = words[-1] if words else reason
        paragraph = next((p for p in _tagged(open_package(self.data).xml(self.main_part)) if name in p[1]), None)
        return unknown_name(self.name, name, paragraph)


LANGUAGE_REMEDY = msg("see the list of names and tags in the documentation of templates, or start from a copy of the shipped template")


def compile_template(data: bytes, standard: Standard, name: str) -> CompiledTemplate:
    """Read and check a template (bytes of a DOCX). Raises ``DocgenError`` with every problem found in it."""
    package = open_package(data, name=name)
    main = package.main
    tree = deepcopy(package.xml(main))
    problems: list[Problem] = []
    sources = {main: tree} | {p: deepcopy(package.xml(p)) for p in _tagged_stories(package, main)}
    for part, root in sources.items():
        problems += _check_tags(name, part, root)
    ids, missing = _styles(package, main, standard, name)
    problems += missing
    section = section_properties(tree)
    if section is None:
        what = msg("the template has no page set-up")
        problems.append(Problem("template-page", what, msg("open it in Word, set the margins and save it"), Place(name)))
    if problems:
        raise DocgenError(problems)
    assert section is not None
    bind_head_widths(tree)
    environment = sandbox.TemplateEnvironment()
    stories = {part: environment.from_string(_patched(root)) for part, root in sources.items()}
    calls = {n for part, root in sources.items() for n in _names(_patched(root)) & sandbox.SLOW_CALLS}
    return CompiledTemplate(
        name=name,
        fingerprint=sha256(data).hexdigest()[:32],
        data=data,
        main_part=main,
        styles=ids,
        section=_DECLARATIONS.sub("", _serialise(section)),
        text_width=_text_width(section),
        static={n: package.read(n) for n in package.names if n not in sources},
        stories=stories,
        bound=_serialise(tree).encode(),
        slow=bool(calls),
    )


def limit_problem(name: str, which: str) -> Problem:
    """The template ``name`` ran over the limit ``which`` (``rounds`` or ``output``)."""
    what = {
        "rounds": msg("the template's loops do not come to an end"),
        "output": msg("the template makes a document of more than {limit} characters", limit=sandbox.OUTPUT_LIMIT),
    }[which]
    return Problem("template-limit", what, msg("loop once over each list that docgen hands over, not inside one another"), Place(name))


def unknown_name(template: str, name: str, paragraph: tuple[int, str] | None) -> Problem:
    """The template asks for ``name``, which docgen does not hand over; ``paragraph`` is its number and words."""
    place = Place(template, pointer=f"p{paragraph[0]}" if paragraph else None, excerpt=paragraph[1] if paragraph else None)
    what = msg("{where} uses {name}, which is unknown", where=_where(paragraph), name=name)
    return Problem("template-name", what, msg("known names: {names}", names=", ".join(sorted(CONTEXT_NAMES))), place)


def _serialise(root: etree._Element) -> str:
    from lxml import etree

    return etree.tostring(root, encoding="unicode", with_tail=False)


def _patched(root: etree._Element) -> str:
    """The part in Jinja's language, by docxtpl's own rules."""
    from docxtpl import DocxTemplate

    # patch_xml reads nothing from its instance; a real one would need a whole document first
    return str(DocxTemplate.patch_xml(DocxTemplate.__new__(DocxTemplate), _serialise(root)))


def _names(source: str) -> set[str]:
    from jinja2 import Environment, meta

    # a second, plain environment: the template's own rewrites loops and would report their counter as a name
    return set(meta.find_undeclared_variables(Environment(autoescape=True).parse(source)))


def _tagged_stories(package: Package, main: str) -> list[str]:
    found = [part for kind in _STORY_KINDS for part in package.related(main, kind)]
    return [part for part in found if part in package and _TAG.search("".join(map(str, package.xml(part).itertext())))]


def _tagged(root: etree._Element) -> Iterator[tuple[int, str]]:
    """Number (from 1) and words of each paragraph that holds a tag."""
    for number, paragraph in enumerate(root.iter(qn("w:p")), 1):
        words = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        if _TAG.search(words):
            yield number, words


def _check_tags(name: str, part: str, root: etree._Element) -> list[Problem]:
    """Everything that is wrong with the tags of one part: syntax, constructs, unknown names, lists that are not printed."""
    from jinja2 import TemplateSyntaxError

    if len(_serialise(root)) > sandbox.SOURCE_LIMIT:
        return [Problem("template-size", msg("the template is too large"), msg("keep only frame and styles in it"), Place(name))]
    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", _patched(root))
    paragraphs = list(_tagged(root))
    try:
        sandbox.TemplateEnvironment().parse(source)
    except sandbox.NotAllowed as error:
        construct, line = error.args
        where = _paragraph_of(source, int(line), paragraphs)
        what = msg("{where} uses {construct}, which templates may not", where=_where(where), construct=str(construct))
        return [Problem("template-construct", what, LANGUAGE_REMEDY, _place(name, where))]
    except TemplateSyntaxError as error:
        where = _paragraph_of(source, error.lineno, paragraphs)
        what = msg("{where}: the tag cannot be read: {reason}", where=_where(where), reason=error.message or "")
        return [Problem("template-syntax", what, LANGUAGE_REMEDY, _place(name, where))]
    used = _names(source)
    problems = [
        unknown_name(name, unknown, next((p for p in paragraphs if re.search(rf"\b{re.escape(unknown)}\b", p[1])), None))
        for unknown in sorted(used - CONTEXT_NAMES - sandbox.SLOW_CALLS)
    ]
    if root.tag == qn("w:document"):
        for needed in REQUIRED_NAMES:
            if needed not in used:
                what = msg("the template does not print {name}: part of the document would be lost", name=needed)
                problems.append(Problem("template-incomplete", what, LANGUAGE_REMEDY, Place(name)))
    return problems


def _paragraph_of(source: str, line: int, paragraphs: list[tuple[int, str]]) -> tuple[int, str] | None:
    """The tagged paragraph nearest to a line of the patched source, found by the words that stand there."""
    lines = source.split("\n")
    around = "".join(lines[max(0, line - 2) : line + 1])
    best = [p for p in paragraphs if re.sub(r"[{%#}]|^\w+ |\s", "", p[1])[:20] in re.sub(r"<[^>]*>|[{%#}]|\s", "", around)]
    return best[0] if best else (paragraphs[0] if len(paragraphs) == 1 else None)


def _where(paragraph: tuple[int, str] | None) -> Message:
    if paragraph is None:
        return msg("the template")
    return msg("paragraph {number} (“{words}”)", number=paragraph[0], words=paragraph[1][:60])


def _place(name: str, paragraph: tuple[int, str] | None) -> Place:
    return Place(name, pointer=f"p{paragraph[0]}", excerpt=paragraph[1]) if paragraph else Place(name)


def _styles(package: Package, main: str, standard: Standard, name: str) -> tuple[dict[str, str], list[Problem]]:
    parts = package.related(main, "styles")
    found = style_ids(package.xml(parts[0])) if parts else {}
    folded = {key.casefold(): value for key, value in found.items()}
    ids: dict[str, str] = {}
    problems = []
    for key, label in style_names(standard).items():
        if label.casefold() in folded:
            ids[key] = folded[label.casefold()]
            continue
        what = msg("the template has no style called “{style}”", style=label)
        remedy = msg("copy the style from the shipped template (Word: Styles, Manage Styles, Import/Export)")
        problems.append(Problem("template-style", what, remedy, Place(name)))
    return ids, problems


def _text_width(section: etree._Element) -> int:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return 0

    def value(element: etree._Element, key: str) -> int:
        return int(float(element.get(qn(f"w:{key}"), "0")))

    return value(size, "w") - value(margins, "left") - value(margins, "right") - value(margins, "gutter")
