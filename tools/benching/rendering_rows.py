"""How fast a document of 15 pages becomes a package, beside docxtpl and beside deflating alone."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.jobs.files import write_atomic
from docgen.rendering import Source, render
from docgen.spec import LoadedSpec, load_spec
from docgen.templating import CompiledTemplate, frame_of, load_template
from tools.benching.plan import write_plan
from tools.benching.table import Row
from tools.benching.timing import in_ms, time_in_turns

RENDER_TARGET = 12.0
DEFLATE_TARGET = 2.5
SIZE_TARGET = 1.03
WHOLE_TARGET = 0.2
RUNS = 5


def rendering_rows(rounds: int) -> list[Row]:
    """Render against docxtpl, against zlib, in size; and the whole way from a spec file to a Word file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spec = folder / "ke-hoach.yaml"
        spec.write_text(write_plan(), encoding="utf-8", newline="\n")
        return _rows(spec, folder / "ke-hoach.docx", rounds)


def _rows(spec: Path, output: Path, rounds: int) -> list[Row]:
    loaded = load_spec(spec)
    source = Source(spec.name, "0" * 64, (("agency", "0" * 64), ("template", "0" * 64)))
    package = _render(loaded, source)
    template = load_template(loaded.standard)
    bound, context = _bound_package(template), _context_of(loaded, template)
    generated = _generated_parts(package, template)

    def by_docxtpl() -> None:
        environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
        made = DocxTemplate(BytesIO(bound))
        made.render(context, environment)
        made.save(BytesIO())

    def deflate() -> None:
        for part in generated.values():
            zlib.compress(part, 6)

    def whole() -> None:
        fresh = load_spec(spec)
        write_atomic(output, _render(fresh, source))

    own, theirs, deflating, from_spec = time_in_turns((lambda: _render(loaded, source), by_docxtpl, deflate, whole), rounds, RUNS)
    with ZipFile(BytesIO(package)) as members:
        parts = {name: members.read(name) for name in members.namelist()}
    at_six = _zipped(parts)
    took, whole_took = in_ms(own), in_ms(from_spec)
    sizes = f"{len(package)} bytes, at level 6 {len(at_six)}"
    return [
        Row("render: times faster than docxtpl", theirs / own, RENDER_TARGET, True, f"{took}, docxtpl {in_ms(theirs)}"),
        Row("render / deflating what it made", own / deflating, DEFLATE_TARGET, False, f"{took}, deflate {in_ms(deflating)}"),
        Row("package size / all at level 6", len(package) / len(at_six), SIZE_TARGET, False, sizes),
        Row("load, render, write / docxtpl", from_spec / theirs, WHOLE_TARGET, False, f"{whole_took}, docxtpl {in_ms(theirs)}"),
    ]


def _render(loaded: LoadedSpec, source: Source) -> bytes:
    return render(loaded.document, loaded.standard, source=source)


def _bound_package(template: CompiledTemplate) -> bytes:
    """The template as docxtpl reads it, docgen's column widths already bound."""
    with ZipFile(BytesIO(template.data)) as given:
        parts = {name: given.read(name) for name in given.namelist()} | {template.main_part: template.bound}
    return _zipped(parts)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """A package as Python's own library writes it, deflated by zlib at level 6."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=6) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


def _context_of(loaded: LoadedSpec, template: CompiledTemplate) -> Mapping[str, Any]:
    """What the renderer hands to the template for this document."""
    seen: list[Mapping[str, Any]] = []

    class Listening(CompiledTemplate):
        def run(self, context: Mapping[str, Any]) -> dict[str, str]:
            seen.append(context)
            return super().run(context)

    fields = {name: getattr(template, name) for name in template.__dataclass_fields__}
    render(loaded.document, loaded.standard, template=Listening(**fields))
    return seen[0]


def _generated_parts(package: bytes, template: CompiledTemplate) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as members:
        return {name: members.read(name) for name in frame_of(template).package.generated}
