"""Edits of a Word file as people make them, on its XML; every edit ends with what Word does when it saves."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Collection
from copy import deepcopy
from pathlib import Path

from lxml import etree

from docgen.building.fingerprints import hash_file, hash_spec
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.recovery.pulling import pull
from docgen.recovery.pulling.said import Pulled
from docgen.recovery.pulling.spec_state import SpecText
from docgen.rendering import Source, render
from docgen.spec import load_spec, load_text
from docgen.templating import load_template
from tests.ooxml.word_save import save_like_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Edit = Callable[[etree._Element], None]


def build(spec: Path) -> bytes:
    """The Word file that docgen makes of a spec."""
    loaded = load_spec(spec)
    template = load_template(loaded.standard, loaded.template)
    return render(loaded.document, loaded.standard, template=template, source=Source(spec.name, hash_file(str(spec))))


def build_text(spec: SpecText) -> bytes:
    """The same of a spec that is no file."""
    loaded = load_text(spec.text, shown=spec.shown, agency=spec.book, folder=spec.folder)
    return render(loaded.document, loaded.standard, source=Source(spec.shown, hash_spec(spec.text.encode())))


def edit(data: bytes, *edits: Edit, seed: int | None = 7) -> bytes:
    """``data`` after ``edits`` of its document, saved as Word saves unless ``seed`` is ``None``."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for one in edits:
        one(root)
    parts["word/document.xml"] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return out.getvalue() if seed is None else save_like_word(out.getvalue(), seed)


def pull_into(spec: Path, data: bytes, *, rejected: bool = False) -> Pulled:
    """What ``data`` brings into ``spec``."""
    return pull(open_package(data, name="a.docx"), spec, spec_hash=hash_file(str(spec)), rejected=rejected)


def take_over(spec: Path, data: bytes) -> Pulled:
    """The same, all of which must be carried; ``spec`` is written with it, so that a second pull must say nothing."""
    pulled = pull_into(spec, data)
    assert pulled.is_complete, pulled.changes
    assert pulled.text is not None
    spec.write_text(pulled.text, "utf-8", newline="\n")
    assert pull_into(spec, data).changes == ()
    return pulled


def printed(data: bytes) -> list[str]:
    """The words of every paragraph of a file that has words."""
    return [" ".join(p.text.split()) for p in read_story(open_package(data)).paragraphs if p.text.strip()]


def text_of(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def find(root: etree._Element, words: str) -> etree._Element:
    """The first paragraph with ``words``."""
    return next(p for p in root.iter(f"{W}p") if words in text_of(p))


def element_of(xml: str) -> etree._Element:
    """The element that ``xml`` is, with the prefixes ``w`` and ``v``."""
    return etree.fromstring(f'<x xmlns:w="{W[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml">{xml}</x>')[0]


def properties_of(holder: etree._Element, name: str) -> etree._Element:
    """The list ``name`` of the properties of ``holder``, which is made where there is none."""
    found = holder.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        holder.insert(0, found)
    return found


def run_of(words: str, *looks: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    if looks:
        properties = etree.SubElement(run, f"{W}rPr")
        for look in looks:
            etree.SubElement(properties, f"{W}{look}")
    text = etree.SubElement(run, f"{W}t")
    text.text = words
    text.set(SPACE, "preserve")
    return run


def replace_words(old: str, new: str) -> Edit:
    """Type ``new`` over ``old``."""

    def change(root: etree._Element) -> None:
        text = next(t for t in root.iter(f"{W}t") if old in (t.text or ""))
        text.text = (text.text or "").replace(old, new, 1)

    return change


def type_at_end(words: str, typed: str) -> Edit:
    """Type at the end of the paragraph with ``words``, behind everything in it."""
    return lambda root: find(root, words).append(run_of(typed))


def press_enter(words: str, *typed: str) -> Edit:
    """Press Enter at the end of the paragraph with ``words`` and type new paragraphs set alike."""

    def change(root: etree._Element) -> None:
        above = find(root, words)
        for one in typed:
            fresh = etree.Element(f"{W}p")
            if (properties := above.find(f"{W}pPr")) is not None:
                fresh.append(deepcopy(properties))
            fresh.append(run_of(one))
            above.addnext(fresh)
            above = fresh

    return change


def take_out(words: str) -> Edit:
    """Delete the paragraph with ``words``."""

    def change(root: etree._Element) -> None:
        paragraph = find(root, words)
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)

    return change


def cut_in_two(words: str, second: str) -> Edit:
    """Press Enter before ``second`` inside the paragraph with ``words``."""

    def change(root: etree._Element) -> None:
        paragraph = find(root, words)
        run = next(r for r in paragraph.iter(f"{W}r") if second in "".join(t.text or "" for t in r.iter(f"{W}t")))
        text = next(run.iter(f"{W}t"))
        first, _, rest = (text.text or "").partition(second)
        text.text = first
        text.set(SPACE, "preserve")
        fresh = etree.Element(f"{W}p")
        if (properties := paragraph.find(f"{W}pPr")) is not None:
            fresh.append(deepcopy(properties))
        tail = run.getnext()
        fresh.append(run_of(second + rest))
        while tail is not None:
            following = tail.getnext()
            fresh.append(tail)
            tail = following
        paragraph.addnext(fresh)

    return change


def join_with_next(words: str) -> Edit:
    """Press Delete at the end of the paragraph with ``words``."""

    def change(root: etree._Element) -> None:
        paragraph = find(root, words)
        following = paragraph.getnext()
        assert following is not None
        paragraph.append(run_of(" "))
        for child in list(following):
            if child.tag != f"{W}pPr":
                paragraph.append(child)
        take_out_element(following)

    return change


def take_out_element(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def move_behind(words: str, target: str) -> Edit:
    """Cut the paragraph with ``words`` and paste it behind the one with ``target``."""

    def change(root: etree._Element) -> None:
        moved = find(root, words)
        find(root, target).addnext(moved)

    return change


def set_off(words: str, *looks: str) -> Edit:
    """Set ``words`` in bold (``b``) or italics (``i``)."""

    def change(root: etree._Element) -> None:
        run = next(r for r in root.iter(f"{W}r") if words in "".join(t.text or "" for t in r.iter(f"{W}t")))
        text = next(run.iter(f"{W}t"))
        before, _, after = (text.text or "").partition(words)
        properties = run.find(f"{W}rPr")
        for piece, marks in ((after, ()), (words, looks), (before, ())):
            if piece:
                fresh = run_of(piece, *marks)
                if properties is not None:
                    own = fresh.find(f"{W}rPr")
                    kept = [deepcopy(child) for child in properties]
                    if own is None:
                        own = etree.Element(f"{W}rPr")
                        fresh.insert(0, own)
                    own.extend(kept)
                run.addnext(fresh)
        take_out_element(run)

    return change


def without_bookmarks(root: etree._Element) -> None:
    """Take every bookmark away."""
    for mark in [*root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        take_out_element(mark)


def differing_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that only ``old`` has, and those that only ``new`` has."""
    a, b = re.split(r"\r?\n", old), re.split(r"\r?\n", new)
    return [line for line in a if line not in b], [line for line in b if line not in a]


def edit_by_chance(root: etree._Element, rng: random.Random, number: int, names: Collection[str] = ()) -> str:
    """One edit by chance, as often as not of a text with a bookmark of ``names``; the word that was typed, empty for none."""
    own = [p for p in root.iter(f"{W}p") if p.find(f"{W}bookmarkStart") is not None and text_of(p).strip()]
    wanted = [p for p in own if any(mark.get(f"{W}name") in names for mark in p.iter(f"{W}bookmarkStart"))]
    paragraph = rng.choice(wanted if wanted and rng.random() < 0.5 else own)
    word = f"chữmới{number}"
    runs = [r for r in paragraph.iter(f"{W}r") if any(t.text for t in r.iter(f"{W}t"))]
    match rng.choice(("inside", "end", "out", "enter", *(["move"] if names else []))):
        case "inside":
            text = next(rng.choice(runs).iter(f"{W}t"))
            words = (text.text or "").split(" ")
            words.insert(rng.randint(0, len(words)), word)
            text.text = " ".join(words)
            text.set(SPACE, "preserve")
        case "end":
            paragraph.append(run_of(f" {word}"))
        case "out":
            parent = paragraph.getparent()
            assert parent is not None
            if parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) == 1:
                return ""
            take_out_element(paragraph)
            return ""
        case "move":
            beside = [p for p in own if p is not paragraph and p.getparent() is paragraph.getparent()]
            if beside:
                rng.choice(beside).addnext(paragraph)
            return ""
        case _:
            press_enter(text_of(paragraph), f"{word} và nội dung")(root)
    return word
