"""Templates with pictures, subdocuments or rich text: docxtpl itself renders them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docgen.ooxml.opening import open_package
from docgen.ooxml.writing import PackageFrame, assemble
from docgen.ooxml.xml import parse_xml
from docgen.problems import DocgenError, Place, Problem, msg
from docgen.templating import sandbox
from docgen.templating.compiling import LANGUAGE_REMEDY, XML_HEADER, CompiledTemplate, limit_problem


def run_slowly(template: CompiledTemplate, context: Mapping[str, Any]) -> dict[str, str]:
    """The same as ``CompiledTemplate.run``, by docxtpl; for the same template and context both give the same XML."""
    from docxtpl import DocxTemplate
    from jinja2.exceptions import TemplateError
    from lxml import etree

    tpl = DocxTemplate(BytesIO(_bound_package(template)))
    values = {**context, sandbox.ROUNDS: sandbox.count_rounds()}
    try:
        tpl.render(values, sandbox.TemplateEnvironment())
    except sandbox.LimitExceeded as error:
        raise DocgenError(limit_problem(template.name, str(error.args[0]))) from None
    except TemplateError as error:
        what = msg("the template cannot be filled in: {reason}", reason=str(error.message))
        raise DocgenError(Problem("template-run", what, LANGUAGE_REMEDY, Place(template.name))) from None
    buffer = BytesIO()
    tpl.save(buffer)
    package = open_package(buffer.getvalue(), name=template.name)
    return {part: XML_HEADER + etree.tostring(parse_xml(package.read(part)), encoding="unicode") for part in template.stories}


def _bound_package(template: CompiledTemplate) -> bytes:
    """The template with docgen's own tags (column widths) in its main part."""
    package = open_package(template.data, name=template.name)
    parts = {name: package.read(name) for name in package.names} | {template.main_part: template.bound}
    return assemble(PackageFrame(parts, list(parts)), {})
