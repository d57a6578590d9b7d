"""Word files for the tests of rules: docgen's own output, whole or with one thing spoilt, and what the rules say of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from docgen.checks.engine import Judged, Skipped, judge
from docgen.checks.registry import all_rules
from docgen.checks.rule import Kind
from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.reading import read
from docgen.reading.layout import Layout, Reading
from docgen.rendering import render
from docgen.spec.loading import load_spec
from docgen.standards import load_standard
from tests.support.documents import sample

SPECS = Path(__file__).parents[2] / "specs"
MAIN = "word/document.xml"


def spec_files() -> list[Path]:
    """Every spec among the examples."""
    return sorted(path for path in SPECS.rglob("*.yaml") if path.name != "agency.yaml")


def made(document: Document) -> bytes:
    """The Word file of ``document``."""
    return render(document, load_standard(document.standard))


@cache
def made_from(spec: str) -> bytes:
    """The Word file of the example ``spec`` (``nha-nuoc/to-trinh``)."""
    return made(load_spec(SPECS / f"{spec}.yaml").document)


@cache
def made_sample(standard: str = "nd30", slug: str = "ke-hoach") -> bytes:
    """The Word file of the rich document of that type."""
    return made(sample(standard, slug))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of ``parts``."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def spoilt(data: bytes, pattern: str, new: str | Callable[[re.Match[str]], str], part: str = MAIN, count: int = 1) -> bytes:
    """``data`` with the first ``count`` (0: all) places of ``pattern`` in ``part`` replaced; fails where there is none."""
    parts = parts_of(data)
    xml, changed = re.subn(pattern, new, parts[part].decode("utf-8"), count=count, flags=re.DOTALL)
    assert changed, f"{pattern!r} is not in {part}"
    return packed({**parts, part: xml.encode("utf-8")})


def spoilt_paragraph(data: bytes, words: str, change: Callable[[str], str], part: str = MAIN) -> bytes:
    """``data`` with the XML of the first paragraph whose letters contain ``words`` changed."""
    parts = parts_of(data)
    xml = parts[part].decode("utf-8")
    for found in re.finditer(r"<w:p[ >].*?</w:p>", xml, re.DOTALL):
        letters = "".join(re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", found.group(), re.DOTALL))
        if words in letters:
            new = change(found.group())
            assert new != found.group(), "nothing was changed"
            return packed({**parts, part: (xml[: found.start()] + new + xml[found.end() :]).encode("utf-8")})
    raise AssertionError(f"{words!r} is in no paragraph of {part}")


def with_run_property(xml: str, name: str, value: str | None) -> str:
    """Every run of ``xml`` with ``<w:name w:val="value"/>`` set directly (``None``: without the value)."""
    attribute = "" if value is None else f' w:val="{value}"'
    one = f"<w:{name}{attribute}/>"
    xml = re.sub(rf"(<w:rPr>(?:(?!</w:rPr>).)*?)<w:{name}(?: [^>]*)?/>", r"\1", xml, flags=re.DOTALL)
    xml = re.sub(r"(<w:r(?: [^>]*)?>)(?!<w:rPr>)", r"\1<w:rPr></w:rPr>", xml)
    return re.sub(r"(<w:r(?: [^>]*)?><w:rPr>(?:(?!</w:rPr>).)*?)</w:rPr>", rf"\1{one}</w:rPr>", xml, flags=re.DOTALL)


def with_paragraph_property(xml: str, name: str, attributes: str) -> str:
    """The paragraph ``xml`` with ``<w:name attributes/>`` set directly, in place of one that stands there."""
    one = f"<w:{name} {attributes}/>"
    if "<w:pPr>" not in xml:
        return re.sub(r"(<w:p(?: [^>]*)?>)", rf"\1<w:pPr>{one}</w:pPr>", xml, count=1)
    head, rest = xml.split("</w:pPr>", 1)
    head = re.sub(rf"<w:{name}(?: [^>]*)?/>", "", head)
    before, mark, after = head.partition("<w:rPr>")
    return f"{before}{one}{mark}{after}</w:pPr>{rest}"


def read_file(data: bytes) -> Reading:
    """What is recognised in a Word file."""
    return read(open_package(data))


def layout_of(data: bytes) -> Layout:
    """The only document of a Word file."""
    (layout,) = read_file(data).documents
    return layout


def judged(data: bytes) -> list[Judged]:
    """What all rules find; a rule that could not be evaluated because it broke fails the test."""
    found = list(judge(read_file(data)))
    assert not [one for one in found if isinstance(one, Skipped) and one.broken]
    return [one for one in found if isinstance(one, Judged)]


def found_by(data: bytes, rule: str) -> list[Judged]:
    """What the rule of that code or name finds."""
    chosen = [one for one in all_rules() if rule in (one.code, one.name)]
    assert chosen, f"no rule {rule}"
    found = list(judge(read_file(data), chosen))
    assert not [one for one in found if isinstance(one, Skipped) and one.broken], found
    return [one for one in found if isinstance(one, Judged)]


def skipped_by(data: bytes, rule: str) -> list[Skipped]:
    """Where the rule of that code or name could not be evaluated."""
    chosen = [one for one in all_rules() if rule in (one.code, one.name)]
    return [one for one in judge(read_file(data), chosen) if isinstance(one, Skipped)]


def form_codes(data: bytes) -> list[str]:
    """The codes of all findings of form, sorted, each once."""
    return sorted({one.rule.code for one in judged(data) if one.rule.kind is Kind.FORM})
