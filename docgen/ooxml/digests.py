"""Digests of parts: of their bytes, and of what they say and show.

A content digest stays the same when Word merely opens and saves a file, and changes with any edit of text or formatting.
Both sides of the comparison use one reading (``stories``, ``properties``); the writing side does so through ``builds``.
"""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.ooxml.properties import LOCAL, StyleNames, canonical_properties, style_names
from docgen.ooxml.stories import StoryReader
from docgen.ooxml.units import DEFAULT_TAB_TWIPS
from docgen.ooxml.xml import parse_xml

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.opening import Package

_LENGTH = 32
_EMPTY_STORY = ""
_SETTINGS = frozenset(
    {
        *("mirrorMargins", "evenAndOddHeaders", "gutterAtTop", "autoHyphenation", "defaultTabStop"),
        # a booklet, and two pages on a sheet
        *("bookFoldPrinting", "bookFoldRevPrinting", "printTwoOnOne"),
    }
)
#: what a content control is to be filled with
_CONTROLS = frozenset(("checkbox", "comboBox", "date", "dropDownList", "picture"))
_GALLERIES = frozenset(("docPartObj", "docPartList", "bibliography", "citation", "equation", "group"))
_ON = ("1", "true", "on")
#: what somebody says of the whole file in a property of his own: that it is final, and which findings are to pass
_FINAL, _OWN_PROPERTIES = "_MarkAsFinal", "docgen-"
# Office names its own bookmarks so: anchors, the last place of the cursor, tables of contents, links.
_OWN_BOOKMARKS = ("_", "OLE_LINK")
# Names and words of these roles may hold spaces.
_BETWEEN = {"bookmarks": "\x01", "properties": "\x01"}


def part_digest(data: bytes) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of ``data``."""
    return sha256(data).hexdigest()[:_LENGTH]


def text_digest(text: str) -> str:
    """The same of the UTF-8 form of a canonical text."""
    return part_digest(text.encode("utf-8"))


def read_style_names(data: bytes) -> StyleNames:
    """The style names in the bytes of ``word/styles.xml``."""
    return style_names(parse_xml(data))


def styles_digest(root: etree._Element, names: Collection[str] | None) -> str:
    """The digest of the document's defaults and of the styles called ``names`` (folded), of all for ``None``.

    Other styles do not count: Word adds and removes those that it thinks likely.
    """
    styles = style_names(root)
    out = [
        canonical_properties(p, styles)
        for kind in ("rPrDefault/{*}rPr", "pPrDefault/{*}pPr")
        for p in root.iterfind(f"{{*}}docDefaults/{{*}}{kind}")
    ]
    entries = []
    for style in root.iterchildren("{*}style"):
        attributes = {LOCAL[str(k)]: str(v) for k, v in style.attrib.items()}
        name = styles.name(attributes.get("styleId", ""))
        if names is not None and name not in names:
            continue
        based = "".join(styles.name(str(v)) for e in style.iterchildren("{*}basedOn") for v in e.attrib.values())
        looks = []
        for child in style.iterchildren("{*}pPr", "{*}rPr", "{*}tblPr", "{*}trPr", "{*}tcPr", "{*}tblStylePr"):
            condition = "".join(str(v) for v in child.attrib.values())
            if look := canonical_properties(child, styles):
                looks.append(f"\x01{LOCAL[str(child.tag)]}{condition}\x01{look}")
        entries.append(f"\x02{name}\x01{attributes.get('type', '')}\x01{based}{''.join(sorted(looks))}")
    return text_digest("".join(out) + "".join(sorted(entries)))


def numbering_digest(root: etree._Element, styles: StyleNames) -> str | None:
    """The digest of the numberings in a ``w:numbering`` element; ``None`` when it defines none."""
    abstract = {_value(a, "abstractNumId"): a for a in root.iterchildren("{*}abstractNum")}
    out = []
    for num in root.iterchildren("{*}num"):
        out.append(f"\x02{_value(num, 'numId')}")
        for element in num.iterchildren("*"):
            if LOCAL[str(element.tag)] == "lvlOverride":
                out.append(f"\x01{_value(element, 'ilvl')}{canonical_properties(element, styles)}")
            elif (definition := abstract.get(_value(element, "val"))) is not None:
                levels = definition.iterchildren("{*}lvl")
                out += [f"\x01{_value(level, 'ilvl')}{canonical_properties(level, styles)}" for level in levels]
    return text_digest("".join(out)) if out else None


def _value(element: etree._Element, name: str) -> str:
    return next((str(v) for k, v in element.attrib.items() if LOCAL[str(k)] == name), "")


def content_digest(package: Package, styles: Collection[str] | None = None) -> dict[str, str]:
    """The content digests of everything in ``package`` that prints or that somebody may have put there, by role.

    Roles: ``document``; ``header:default``, ``header:first``, ``header:even`` and the same of ``footer`` (sections with
    different ones count together, in the order of their sections); ``footnotes``, ``endnotes``, ``numbering``, ``styles``,
    ``settings``, ``protection`` (also a signature, and that the file is final), ``media``, ``bookmarks`` (names that somebody
    gave, not anchors and Word's own), ``controls`` (fields to fill in, by their kind), ``properties`` (the file's own of which
    docgen reads something). A role without content is left out. ``styles`` are the folded names of the styles that count.
    """
    main = package.main
    document = package.xml(main)
    styles_part = next(iter(package.related(main, "styles")), None)
    styles_root = None if styles_part is None else package.xml(styles_part)
    names = style_names(styles_root)
    reader = StoryReader(names)
    digests = {"document": text_digest(reader.story(document))}
    stories: dict[str, list[str]] = {}
    holders = [main]
    targets = {r.id: r.part for r in package.relationships(main) if r.part is not None and r.part in package}
    for reference in document.iter("{*}headerReference", "{*}footerReference"):
        attributes = {LOCAL[str(k)].rpartition("}")[2]: str(v) for k, v in reference.attrib.items()}
        part = targets.get(attributes.get("id", ""))
        if part is not None:
            holders.append(part)
            role = f"{LOCAL[str(reference.tag)].removesuffix('Reference')}:{attributes.get('type', 'default')}"
            found = text_digest(reader.story(package.xml(part)))
            if found not in stories.setdefault(role, []):
                stories[role].append(found)
    for role, found_digests in stories.items():
        digests[role] = found_digests[0] if len(found_digests) == 1 else text_digest(" ".join(found_digests))
    for role in ("footnotes", "endnotes"):
        for part in package.related(main, role):
            if (text := reader.story(package.xml(part))) != _EMPTY_STORY:
                digests[role] = text_digest(text)
    for part in package.related(main, "numbering"):
        if (numbering := numbering_digest(package.xml(part), names)) is not None:
            digests["numbering"] = numbering
    if styles_root is not None:
        digests["styles"] = styles_digest(styles_root, styles)
    marks = (_value(element, "name") for element in document.iter("{*}bookmarkStart"))
    pictures = {part_digest(package.read(p)) for holder in holders for p in package.related(holder, "image")}
    said = {
        "settings": _list_settings(package, document),
        "protection": _list_protections(package),
        "bookmarks": sorted({name for name in marks if not name.startswith(_OWN_BOOKMARKS)}),
        "media": sorted(pictures),
        "controls": sorted(set(_list_controls(document))),
        "properties": [f"{name}={text}" for name, text in _read_properties(package) if name.startswith(_OWN_PROPERTIES)],
    }
    return digests | {role: text_digest(_BETWEEN.get(role, " ").join(words)) for role, words in said.items() if words}


def _list_controls(document: etree._Element) -> list[str]:
    """The kind of each content control; what programs keep their own blocks in (a table of contents, a bibliography) is none."""
    kinds = ({LOCAL[str(one.tag)].rpartition("}")[2] for one in stated} for stated in document.iter("{*}sdtPr"))
    return ["+".join(sorted(kind & _CONTROLS)) or "text" for kind in kinds if not kind & _GALLERIES]


def _list_settings(package: Package, document: etree._Element) -> list[str]:
    """The settings of the whole document that show, and the colour behind its pages where it is shown."""
    said = []
    for part in package.related(package.main, "settings"):
        for element in package.xml(part).iterchildren("*"):
            name = LOCAL[str(element.tag)]
            if name in _SETTINGS:
                said.append(f"{name}={_setting(element)}")
            elif name == "displayBackgroundShape" and _setting(element) == "1":
                shown = document.iterchildren("{*}background")
                said += [f"background={_value(e, 'color')}{canonical_properties(e, StyleNames())}" for e in shown]
    return sorted(s for s in said if s != f"defaultTabStop={DEFAULT_TAB_TWIPS}" and not s.endswith("=0"))


def _list_protections(package: Package) -> list[str]:
    """What the file is protected against, that it is signed, and that somebody has called it final."""
    said = []
    for part in package.related(package.main, "settings"):
        root = package.xml(part)
        said += [kind for e in root.iterchildren("{*}documentProtection") if (kind := _protection(e))]
        said += ["write" for e in root.iterchildren("{*}writeProtection") if e.attrib]
    if any(package.related(part, "signature") for part in package.related("", "origin")):
        said.append("signed")
    if any(name == _FINAL and text.strip() in _ON for name, text in _read_properties(package)):
        said.append("final")
    return said


def _read_properties(package: Package) -> list[tuple[str, str]]:
    """The names and words of the properties that somebody gave the file, by name."""
    parts = package.related("", "custom-properties")
    elements = [element for part in parts for element in package.xml(part).iterchildren("{*}property")]
    return sorted((str(element.get("name", "")), "".join(str(text) for text in element.itertext())) for element in elements)


def _setting(element: etree._Element) -> str:
    value = _value(element, "val")
    return {"": "1", "true": "1", "on": "1", "false": "0", "off": "0"}.get(value, value)


def _protection(element: etree._Element) -> str:
    """What is protected against, empty when nothing is: protection that was taken off leaves the element behind."""
    return _value(element, "edit") or "on" if _value(element, "enforcement") in _ON else ""
