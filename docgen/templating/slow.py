"""Templates with pictures, subdocuments or rich text: docxtpl itself renders them.

What docxtpl does beside that, because it cannot know who wrote the template, is left out: mending tables, numbering drawings
anew, rendering properties and footnotes. So the same template and document give the same XML on both ways.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import count
from typing import Any

from markupsafe import Markup, escape

from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.xml import parse_xml, qn
from docgen.problems import DocgenError, Place, Problem, msg
from docgen.templating import sandbox
from docgen.templating.binding import OWN_NUMBERS, tidy
from docgen.templating.compiling import XML_HEADER, CompiledTemplate
from docgen.templating.frame import Frame, make_frame
from docgen.templating.language import CALLS

#: numbers of what docxtpl adds, behind those of the template's own stories
_PICTURES, _SUBDOCUMENTS = 900 * OWN_NUMBERS, 1_000 * OWN_NUMBERS
_DRAWING_ID = re.compile(r'(<wp:docPr id=")\d+')
_RANDOM_ID = re.compile(rb'(<w:nsid w:val=")[0-9A-Fa-f]+(")')


def run_slowly(template: CompiledTemplate, context: Mapping[str, Any]) -> tuple[dict[str, str], Frame]:
    """The XML of every part with tags, and the frame for this one document: docxtpl adds pictures and styles to the package.

    Raises ``DocgenError`` for what ``CompiledTemplate.run`` raises it for, and for files that cannot be taken in.
    """
    # the fast way finds everything that can go wrong in the tags, and says where
    template.run({**context, **dict.fromkeys(CALLS, _print_nothing)})
    rendered = _rendering_class()(BytesIO(template.data))
    rounds = sandbox.budget_for(context, template.size).count_rounds()
    values = {**context, **_functions(rendered, template), sandbox.ROUNDS: rounds}
    try:
        rendered.render(values, sandbox.TemplateEnvironment(finalize=_guard))
        buffer = BytesIO()
        rendered.save(buffer)
    except DocgenError:
        raise
    # docxtpl, python-docx and docxcompose raise whatever a file they were not written for leads them to
    except Exception as error:
        what = msg("the template cannot be filled in: {reason}", reason=f"{type(error).__name__}: {error}")
        remedy = msg("take pictures and subdocuments out of the template one by one to see which it is")
        raise DocgenError(Problem("template-run", what, remedy, Place(template.name))) from None
    package = open_package(buffer.getvalue(), name=template.name)
    stories = {part: _story_xml(package, part) for part in template.stories}
    static = {part: _settled(package, part) for part in package.names if part not in template.stories}
    return stories, make_frame(template, package, static)


def _print_nothing(*_: object, **__: object) -> Markup:
    return Markup("")


def _functions(rendered: Any, template: CompiledTemplate) -> dict[str, Any]:
    """What a slow template may call. Each gives XML made for the story that is being rendered."""
    from docx.shared import Mm
    from docxtpl import InlineImage, RichText
    from lxml import etree

    def image(file: str, width_mm: float | None = None) -> Markup:
        width = None if width_mm is None else Mm(width_mm)
        xml = str(InlineImage(rendered, BytesIO(template.assets[file].data), width=width))
        # python-docx counts pictures in each part anew, Word wants each number once in a document
        return Markup(_DRAWING_ID.sub(lambda match: f"{match.group(1)}{next(pictures)}", xml))

    pictures, subdocuments = count(_PICTURES), count(_SUBDOCUMENTS, OWN_NUMBERS)

    def subdocument(file: str) -> Markup:
        body = rendered.new_subdoc(BytesIO(template.assets[file].data)).subdocx.element.body
        tidy(body, next(subdocuments))
        # each with its namespaces, which docxtpl's own form of it leaves to the template
        return Markup("".join(etree.tostring(e, encoding="unicode") for e in body if e.tag != qn("w:sectPr")).translate(_MARKS))

    def rich(text: object, bold: bool = False, italic: bool = False, underline: bool = False) -> Markup:
        return Markup(str(RichText(str(text), bold=bold, italic=italic, underline=underline)))

    return {"image": image, "subdocument": subdocument, "rich": rich}


_RAW = {"{": "&#123;", "}": "&#125;", "\t": "&#9;", "\n": "&#10;"}
_MARKS = str.maketrans(_RAW)


def _guard(value: object) -> object:
    """A printed value without the signs that docxtpl reads as marks of its own after rendering (``{_{``, tab, line end)."""
    if not isinstance(value, str):
        return value
    xml = str(escape(value))
    return Markup(xml.translate(_MARKS)) if any(sign in xml for sign in ("{_", "_}", "\t", "\n")) else Markup(xml)


def _rendering_class() -> Any:
    """docxtpl's class with a shorter ``render``; made here because importing docxtpl takes long."""
    from docxtpl import DocxTemplate

    class Rendering(DocxTemplate):  # type: ignore[misc]
        def render(self, context: Mapping[str, Any], jinja_env: Any = None, autoescape: bool = False) -> None:
            del autoescape
            self.render_init()
            self.map_tree(parse_xml(self.build_xml(context, jinja_env).encode()))
            for kind in (self.HEADER_URI, self.FOOTER_URI):
                for key, xml in list(self.build_headers_footers_xml(context, kind, jinja_env)):
                    self.map_headers_footers_xml(key, xml)
            self.is_rendered = True

    return Rendering


def _story_xml(package: Package, part: str) -> str:
    from lxml import etree

    return XML_HEADER + etree.tostring(parse_xml(package.read(part)), encoding="unicode")


def _settled(package: Package, part: str) -> bytes:
    """A part as docxtpl left it; numbering that came with a subdocument carries random ids, which become counted ones."""
    data = package.read(part)
    if part not in package.related(package.main, "numbering"):
        return data
    numbers = count(1)
    return _RANDOM_ID.sub(lambda match: b"%s%08X%s" % (match.group(1), next(numbers), match.group(2)), data)
