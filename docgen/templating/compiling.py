"""A template, made ready once: its Jinja program, its styles' ids, all other parts already deflated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.ooxml.opening import open_package
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.ooxml.writing import PackageFrame, assemble
from docgen.ooxml.xml import qn
from docgen.problems import DocgenError, Message, Place, Problem, msg
from docgen.standards import Standard
from docgen.templating import sandbox
from docgen.templating.admission import admit, story_parts
from docgen.templating.assets import Asset, read_assets
from docgen.templating.binding import OWN_NUMBERS, bind_head_widths, section_properties, tidy
from docgen.templating.grammar import LANGUAGE_REMEDY, Checked, check_tags, missing_lists
from docgen.templating.styles import find_styles
from docgen.templating.tags import LINE_END, OPENER, Paragraph, Tag, read_tags

if TYPE_CHECKING:
    from jinja2 import Template
    from lxml import etree

XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: mm between the margins; less cannot hold the two columns of the head
LEAST_WIDTH, MOST_WIDTH = 100, 500
_LINED_TAG = re.compile(rf"\{{[{{%#][^{{}}]*{LINE_END}(?:\}}\}}|%\}}|#\}})")
_STORY_NAMES = {"hdr": msg("header"), "ftr": msg("footer")}


@dataclass(frozen=True, eq=False)
class CompiledTemplate:
    """A template ready to be run.

    ``styles`` maps component names (and helpers) to the template's style ids. ``section`` is the XML of its section
    properties, for appendices. ``text_width`` is the width between its margins in twips. ``data`` is the template as docxtpl
    reads it, ``bound`` its main part with docgen's own tags in it. ``static`` holds every part that no document changes.
    ``lines`` says which paragraph stands behind a line of each story's program. ``slow`` says that the template uses what only
    docxtpl itself makes (pictures, subdocuments, rich text); ``assets`` are the files for that, by the name the template uses.
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
    size: int = 0
    lines: Mapping[str, Mapping[int, Paragraph]] = field(default_factory=dict, repr=False)
    assets: Mapping[str, Asset] = field(default_factory=dict, repr=False)
    slow: bool = False

    def run(self, context: Mapping[str, Any]) -> dict[str, str]:
        """The XML of every part with tags, by part name. Raises ``DocgenError`` for what the template asks and cannot have."""
        budget = sandbox.budget_for(context, self.size)
        values = {**context, sandbox.ROUNDS: budget.count_rounds()}
        part = self.main_part
        try:
            made = {}
            for part, story in self.stories.items():
                made[part] = budget.join(chain((XML_HEADER,), story.generate(values)))
            return made
        except sandbox.LimitExceeded as error:
            raise DocgenError(_over_limit(self.name, *error.args)) from None
        # whatever goes wrong inside the template is the template's fault, and has a paragraph
        except Exception as error:
            raise DocgenError(self._failed(part, error)) from None

    def _failed(self, part: str, error: Exception) -> Problem:
        paragraph = self.lines.get(part, {}).get(_line_of(error))
        where = paragraph.named() if paragraph else msg("the template")
        what = msg("{where} cannot be filled in: {reason}", where=where, reason=str(error))
        return Problem("template-run", what, LANGUAGE_REMEDY, paragraph.place(self.name) if paragraph else Place(self.name))


def compile_template(data: bytes, standard: Standard, name: str, folder: Path | None = None) -> CompiledTemplate:
    """Read and check a template (bytes of a DOCX).

    ``name`` is how messages call it, ``folder`` where pictures and subdocuments that it names lie. Raises ``DocgenError`` with
    every problem found in it.
    """
    package = open_package(admit(data, name), name=name)
    main = package.main
    trees = {part: deepcopy(package.xml(part)) for part in (main, *story_parts(package))}
    problems: list[Problem] = []
    tags: dict[str, tuple[Tag, ...]] = {}
    checked = Checked()
    for story, (part, root) in enumerate(trees.items(), 1):
        tidy(root, story * OWN_NUMBERS)
        read = read_tags(root, part, name, _STORY_NAMES.get(str(root.tag).rpartition("}")[2]))
        own = check_tags(read.found, name, part == main)
        tags[part] = read.found
        problems += [*read.problems, *own.problems]
        checked.calls += own.calls
        checked.printed |= own.printed
    assets, wrong_files = read_assets(checked.calls, folder, name)
    styles = find_styles(package, standard, name)
    problems += [*(() if problems else _lost(checked, name)), *wrong_files, *styles.problems, *_page_problems(trees[main], name)]
    if problems:
        raise DocgenError(problems)
    section = section_properties(trees[main])
    assert section is not None
    bind_head_widths(trees[main])
    sources = {part: _patched(root) for part, root in trees.items() if part == main or tags[part]}
    written = {part: XML_HEADER.encode() + _serialise(trees[part]).encode() for part in sources}
    parts = {part: written.get(part) or package.read(part) for part in package.names}
    return CompiledTemplate(
        name=name,
        fingerprint=_fingerprint(data, assets),
        data=assemble(PackageFrame(parts, list(parts), level=0), {}),
        main_part=main,
        styles=styles.ids,
        section=_section_xml(section, trees[main]),
        text_width=_text_width(section),
        static={part: content for part, content in parts.items() if part not in sources},
        stories=_programs(sources, name),
        bound=written[main],
        size=sum(map(len, sources.values())),
        lines={part: dict(_lines(source, tags[part])) for part, source in sources.items()},
        assets=assets,
        slow=bool(checked.calls),
    )


def _fingerprint(data: bytes, assets: Mapping[str, Asset]) -> str:
    digest = sha256(data)
    for file in sorted(assets):
        digest.update(sha256(assets[file].data).digest())
    return digest.hexdigest()[:32]


def _programs(sources: Mapping[str, str], name: str) -> dict[str, Template]:
    """The stories as Jinja's programs. What gets this far was checked tag by tag; this is the second lock."""
    from jinja2 import TemplateSyntaxError

    environment = sandbox.TemplateEnvironment()
    try:
        return {part: environment.from_string(source) for part, source in sources.items()}
    except (TemplateSyntaxError, sandbox.NotAllowed, RecursionError, SyntaxError) as error:
        what = msg("the tags of the template do not fit together: {reason}", reason=str(error.args[0] if error.args else error))
        raise DocgenError(Problem("template-syntax", what, LANGUAGE_REMEDY, Place(name))) from None


def _lines(source: str, tags: tuple[Tag, ...]) -> Iterator[tuple[int, Paragraph]]:
    """The line of each tag in the program, with its paragraph; no two tags share one."""
    line, position = 1, 0
    for match, tag in zip(_LINED_TAG.finditer(source), tags, strict=False):
        line += source.count("\n", position, match.start())
        position = match.start()
        yield line, tag.paragraph


def _line_of(error: BaseException) -> int:
    """The line of the template's program in which ``error`` arose, 0 when it was none."""
    found = 0
    step = error.__traceback__
    while step is not None:
        names = step.tb_frame.f_globals
        if "__jinja_exception__" in names:
            found = step.tb_lineno
        elif (template := names.get("__jinja_template__")) is not None:
            found = template.get_corresponding_lineno(step.tb_lineno)
        step = step.tb_next
    return found


def _over_limit(name: str, which: str, limit: int) -> Problem:
    what: Message = {
        "rounds": msg("the template's loops go through the document again and again"),
        "output": msg("the template prints the document again and again, more than {limit} characters", limit=limit),
    }[which]
    return Problem(
        "template-limit", what, msg("loop once over each list that docgen hands over, not inside one another"), Place(name)
    )


def _lost(checked: Checked, name: str) -> Iterator[Problem]:
    for path in missing_lists(checked.printed):
        what = msg("the template does not print {name}: part of the document would be lost", name=path)
        yield Problem("template-incomplete", what, LANGUAGE_REMEDY, Place(name))


def _serialise(root: etree._Element) -> str:
    from lxml import etree

    return etree.tostring(root, encoding="unicode", with_tail=False)


def _patched(root: etree._Element) -> str:
    """The part in Jinja's language, by docxtpl's own rules."""
    source = _serialise(root)
    if not OPENER.search(source):
        return source
    from docxtpl import DocxTemplate

    # patch_xml reads nothing from its instance; a real one would need a whole document first
    return str(DocxTemplate.patch_xml(DocxTemplate.__new__(DocxTemplate), source))


def _section_xml(section: etree._Element, root: etree._Element) -> str:
    """The section's XML without the declarations that stand on the root anyway."""
    xml = _serialise(section)
    for prefix, uri in root.nsmap.items():
        if prefix is not None:
            xml = xml.replace(f' xmlns:{prefix}="{uri}"', "")
    return xml


def _page_problems(root: etree._Element, name: str) -> Iterator[Problem]:
    section = section_properties(root)
    remedy = msg("open it in Word, set paper and margins (Layout) and save it")
    if section is None:
        yield Problem("template-page", msg("the template has no page set-up"), remedy, Place(name))
        return
    width = _text_width(section) / TWIPS_PER_MM
    if not LEAST_WIDTH <= width <= MOST_WIDTH:
        what = msg(
            "between the margins of the template are {width} mm; docgen needs {least} to {most}",
            width=round(width),
            least=LEAST_WIDTH,
            most=MOST_WIDTH,
        )
        yield Problem("template-page", what, remedy, Place(name))


def _text_width(section: etree._Element) -> int:
    """Twips between the margins, 0 when the page does not say it in whole numbers."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return 0
    try:
        return int(size.get(qn("w:w"), "0")) - sum(int(margins.get(qn(f"w:{side}"), "0")) for side in ("left", "right", "gutter"))
    except ValueError:
        return 0
