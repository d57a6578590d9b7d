"""Word files become specs: what no letter of Unicode says is written out first, what says that somebody signed is taken off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute
from docgen.problems import Level, Place, Problem, msg
from docgen.reading import Layout, read
from docgen.reading.old_letters import decode_story
from docgen.recovery.importing import Aside, ImportedSpec, import_layout, some_documents
from docgen.recovery.importing_breaks import part_lists
from docgen.recovery.importing_capitals import set_capitals
from docgen.recovery.importing_signed import Signed, take_signed
from docgen.recovery.importing_signs import write_out

if TYPE_CHECKING:
    from docgen.ooxml.content import Story
    from docgen.ooxml.opening import Package
    from docgen.problems import Message


def import_word(package: Package, path: str, language: str = "vi", standard: str = "auto") -> list[ImportedSpec]:
    """The specs of the documents in a Word file; as ``import_file``. ``package`` is not as it was afterwards."""
    from docgen.ooxml.reading_stories import read_story

    losses = write_out(package)
    story = read_story(package)
    decode_story(story)
    losses += _comments(package, story)
    left = take_signed(story)
    layouts = some_documents(read(package, standard=standard, story=story), path)
    if part_lists(story, layouts):
        layouts = some_documents(read(package, standard=standard, story=story), path)
    return [_import(layout, path, language, left, losses) for layout in layouts]


def _comments(package: Package, story: Story) -> list[tuple[Message, int]]:
    """The comments of others, each with the index of the first paragraph that it stands at."""
    if not any(paragraph.comments for paragraph in story.paragraphs):
        return []
    words: dict[str | None, str] = {}
    for name in package.related(package.main, "comments"):
        for comment in package.xml(name):
            lines = ("".join(text.text or "" for text in line.iter("{*}t")) for line in comment.iter("{*}p"))
            said = " ".join(" ".join(lines).split())
            words[attribute(comment, "id")] = f"{attribute(comment, 'author') or ''}: {said}".removeprefix(": ")
    return [
        (msg("A comment is left out: {words}", words=words.pop(number)), paragraph.index)
        for paragraph in story.paragraphs
        if paragraph.comments
        for reference in paragraph.element.iter("{*}commentReference")
        if (number := attribute(reference, "id")) in words
    ]


def _import(layout: Layout, path: str, language: str, left: list[Signed], losses: list[tuple[Message, int]]) -> ImportedSpec:
    set_capitals(layout)
    own = {paragraph.index for paragraph in layout.story.paragraphs[layout.first : layout.last]}
    left = [one for one in left if one.paragraph in own]
    asides = [Aside(one.text, one.why) for one in left]
    spec = import_layout(layout, path, language, asides, losses=[loss for loss in losses if loss[1] in own])
    told = [
        Problem(
            "import-left-out",
            msg("Words are left out: {words}", words=one.text),
            one.why,
            Place(path, pointer=f"{layout.story.part}#p{one.paragraph}"),
            Level.WARNING,
        )
        for one in left
    ]
    return replace(spec, notes=(*spec.notes, *told))
