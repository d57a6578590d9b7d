"""The whole way of one document: lay out, run the template, tie words to their places, pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docgen._version import __version__
from docgen.anchors.names import document_key
from docgen.anchors.record import Record, to_xml
from docgen.document.model import Document
from docgen.ooxml.builds import Written
from docgen.ooxml.digests import part_digest
from docgen.ooxml.units import TWIPS_PER_PT, pt_twips
from docgen.ooxml.writing import assemble
from docgen.rendering.flow import lay_out_appendices, lay_out_text
from docgen.rendering.foot import lay_out_foot
from docgen.rendering.head import lay_out_head
from docgen.rendering.phrases import code_words, date_words, issuer_words
from docgen.rendering.properties import core_properties
from docgen.rendering.wordml import Writer
from docgen.standards import Standard
from docgen.templating import CompiledTemplate, Frame, frame_of, load_template, run_slowly


@dataclass(frozen=True, slots=True)
class Source:
    """From what a document is made: the spec's file name and hash, and (kind, hash) of whatever else it depends on."""

    name: str = ""
    spec_hash: str = ""
    inputs: tuple[tuple[str, str], ...] = ()


def render(
    document: Document,
    standard: Standard,
    *,
    template: CompiledTemplate | None = None,
    source: Source | None = None,
    today: date | None = None,
) -> bytes:
    """``document`` in the layout of ``standard`` as the bytes of a DOCX.

    Without ``template`` the shipped one is used (or one made for the agency's layer). ``source`` goes into the file's record.
    ``today`` dates the file's properties where the document has no date. The same arguments give the same bytes. Raises
    ``DocgenError`` for what the template asks and cannot have, and for a text numbered deeper than its type allows.
    """
    template = template or load_template(standard)
    source = source or Source()
    width = template.text_width / TWIPS_PER_PT
    key = document_key(source.spec_hash or _identity(document))
    drawing = standard.drawing
    own_frame = frame_of(template)
    writer = Writer(template.styles, template.section, own_frame.digester, key, drawing.rule_weight.use, drawing.rule_above.use)
    stories, frame = _run(template, _context(document, standard, writer, width))
    # in another frame the same style may have another name
    content = _content(frame, stories, template.main_part, writer.written if frame is own_frame else ())
    # each story is dropped at once: what is held less need not be asked of the system again for the next document
    parts = {name: stories.pop(name).encode() for name in [*stories]}
    parts[frame.properties_part] = core_properties(document, standard, today)
    record = Record(
        tool_version=__version__,
        standard=standard.name,
        source_name=source.name,
        spec_hash=source.spec_hash,
        document_key=key,
        inputs=source.inputs,
        blocks=tuple(writer.anchors),
        parts=_part_hashes(frame, parts),
        content=content,
        styles=frame.style_names,
    )
    parts[frame.record_part] = to_xml(record)
    return assemble(frame.package, parts)


def _context(document: Document, standard: Standard, writer: Writer, width: float) -> dict[str, object]:
    """What the template prints. The lists are written in the order of the page, so that ids count upwards."""
    head = lay_out_head(document, standard, width)
    rows = [{"left": writer.write_all(row.left), "right": writer.write_all(row.right)} for row in head.rows]
    blocks = writer.write_all(lay_out_text(document, standard, width))
    foot = [{"left": writer.write_all(row.left), "right": writer.write_all(row.right)} for row in lay_out_foot(document, standard)]
    tail = writer.write_all(lay_out_appendices(document, standard, width))
    left, right = pt_twips(head.left_width), pt_twips(head.right_width)
    signer = document.signatures[0].name if document.signatures else None
    return {
        "head": {"rows": rows, "left_width": left, "right_width": right, "width": left + right},
        "blocks": blocks,
        "foot": {"rows": foot},
        "tail": tail,
        "type_name": standard.types[document.type].name,
        "title": document.title.plain if document.title else "",
        "number": code_words(standard, document),
        "place": document.place.plain,
        "date": date_words(standard, document.date),
        "issuer": issuer_words(document),
        "parent": " ".join(line.plain for line in document.issuer.parent),
        "signer": signer.plain if signer else "",
    }


def _run(template: CompiledTemplate, context: dict[str, object]) -> tuple[dict[str, str], Frame]:
    """The XML of every part with tags, and the frame it goes into. The context ends here: it is as large as the document."""
    return run_slowly(template, context) if template.slow else (template.run(context), frame_of(template))


def _identity(document: Document) -> str:
    """A name for a document that came from no spec file."""
    parts = (document.standard, document.type, issuer_words(document), str(document.number), str(document.title or ""))
    return "\n".join((*parts, str(document.date)))


def _part_hashes(frame: Frame, parts: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    own = {name: part_digest(data) for name, data in parts.items()}
    return tuple((name, own.get(name) or frame.hashes[name]) for name in frame.package.names if name != frame.record_part)


def _content(frame: Frame, stories: Mapping[str, str], main: str, written: Sequence[Written]) -> tuple[tuple[str, str], ...]:
    """The content digest of every role; those of parts without tags were computed with the frame."""
    own = {
        role: frame.digester.digest(stories[name], written if name == main else ()) for name, role in frame.roles.items() if name in stories
    }
    return tuple(sorted(({**frame.content, **own}).items()))
