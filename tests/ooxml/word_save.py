"""What Word does to a package when somebody opens and saves it without an edit, as far as it is known.

``save_like_word`` rewrites every part: revision ids, proofing marks, cut runs, page-break memories, ``_GoBack``, new ids and
part names, added parts and styles, other prefixes and attribute order, spelled-out defaults, new compression and times.
"""

from __future__ import annotations

import io
import random
import zipfile
from copy import deepcopy

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _element(tag: str, /, **attributes: str) -> etree._Element:
    element = etree.Element(_w(tag))
    for key, value in attributes.items():
        element.set(_w(key), value)
    return element


def save_like_word(data: bytes, seed: int = 0) -> bytes:
    """The package as Word would write it back."""
    rng = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    for name in list(parts):
        if name.startswith("word/") and name.endswith(".xml"):
            parts[name] = _rewrite(parts[name], rng)
    parts = _rename(parts)
    parts["docProps/app.xml"] = b"<Properties/>"
    parts["word/webSettings.xml"] = f'<w:webSettings xmlns:w="{W}"/>'.encode()
    parts["word/fontTable.xml"] = f'<w:fonts xmlns:w="{W}"/>'.encode()
    parts["word/theme/theme1.xml"] = b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=2) as archive:
        for name in sorted(parts, reverse=True):
            archive.writestr(zipfile.ZipInfo(name, (2026, rng.randint(1, 12), 3, 4, 5, 6)), parts[name], zipfile.ZIP_DEFLATED, 2)
    return out.getvalue()


def _rewrite(data: bytes, rng: random.Random) -> bytes:
    root = etree.fromstring(data)
    if root.tag == _w("styles"):
        _add_styles(root, rng)
    for number, mark in enumerate(root.iter(_w("bookmarkStart"))):
        old, new = mark.get(_w("id")), str(number + 500)
        for end in [e for e in root.iter(_w("bookmarkEnd")) if e.get(_w("id")) == old]:
            end.set(_w("id"), new)
        mark.set(_w("id"), new)
    paragraphs = list(root.iter(_w("p")))
    for paragraph in paragraphs:
        for key in ("rsidR", "rsidRDefault", "rsidP"):
            paragraph.set(_w(key), f"{rng.getrandbits(32):08X}")
        paragraph.set(f"{{{W14}}}paraId", f"{rng.getrandbits(31):08X}")
        paragraph.set(f"{{{W14}}}textId", "77777777")
        _normalize_properties(paragraph)
        for run in list(paragraph.iterchildren(_w("r"))):
            _split(run, rng)
    if paragraphs:
        paragraphs[-1].append(_element("bookmarkStart", id="9", name="_GoBack"))
        paragraphs[-1].append(_element("bookmarkEnd", id="9"))
    for section in root.iter(_w("sectPr")):
        section.set(_w("rsidR"), "00AB12CD")
        section.append(_element("cols", space="720"))
        section.append(_element("docGrid", linePitch="360"))
    for table in root.iter(_w("tblPr")):
        table.append(_element("tblLook", val="04A0", firstRow="1"))
    for toggle in [*root.iter(_w("b")), *root.iter(_w("titlePg"))]:
        toggle.set(_w("val"), toggle.get(_w("val"), "1"))
    for element in root.iter("*"):
        attributes = list(element.attrib.items())
        rng.shuffle(attributes)
        element.attrib.clear()
        element.attrib.update(attributes)
    text = etree.tostring(_with_other_prefixes(root, rng), encoding="UTF-8", standalone=True)
    return text if rng.random() < 0.5 else text.replace(b"?>\n", b"?>\r\n", 1)


def _normalize_properties(paragraph: etree._Element) -> None:
    properties = paragraph.find(_w("pPr"))
    if properties is None:
        return
    for spacing in properties.iterchildren(_w("spacing")):
        spacing.set(_w("lineRule"), "auto")
    mark = etree.SubElement(properties, _w("rPr"))
    mark.append(_element("lang", val="vi-VN"))


def _split(run: etree._Element, rng: random.Random) -> None:
    """Cut a run in two, put a proofing mark between and give both halves what Word gives a run."""
    run.set(_w("rsidRPr"), f"{rng.getrandbits(32):08X}")
    look = run.find(_w("rPr"))
    if look is None:
        look = _element("rPr")
        run.insert(0, look)
    for added in ("noProof", "szCs", "bCs"):
        look.append(_element(added, **({"val": "28"} if added == "szCs" else {})))
    look.append(_element("lang", val="vi-VN"))
    text = run.find(_w("t"))
    if text is None or not text.text or len(text.text) < 2 or len(run) != 2:
        return
    cut = rng.randint(1, len(text.text) - 1)
    second = deepcopy(run)
    second_text = second.find(_w("t"))
    assert second_text is not None
    text.text, second_text.text = text.text[:cut], text.text[cut:]
    for half in (text, second_text):
        half.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    second.insert(1, _element("lastRenderedPageBreak"))
    run.addnext(second)
    run.addnext(_element("proofErr", type="spellStart"))


def _add_styles(root: etree._Element, rng: random.Random) -> None:
    latent = _element("latentStyles", defLockedState="0", count="376")
    latent.append(_element("lsdException", name="Normal", uiPriority="0", qFormat="1"))
    root.insert(1, latent)
    for style in root.iterchildren(_w("style")):
        style.append(_element("rsid", val=f"{rng.getrandbits(32):08X}"))
        style.insert(1, _element("uiPriority", val="1"))
    added = _element("style", type="character", styleId="Hyperlink")
    added.append(_element("name", val="Hyperlink"))
    look = etree.SubElement(added, _w("rPr"))
    look.append(_element("color", val="0563C1"))
    root.append(added)


def _with_other_prefixes(root: etree._Element, rng: random.Random) -> etree._Element:
    """Word declares many namespaces and may give them any prefix."""
    names = {f"p{i}": uri for i, uri in enumerate({u for e in root.iter("*") for u in e.nsmap.values()} | {W14})}
    if rng.random() < 0.5:
        names = {("w" if uri == W else prefix): uri for prefix, uri in names.items()}
    fresh = etree.Element(root.tag, nsmap=names)
    fresh.attrib.update(root.attrib.items())
    fresh.extend(list(root))
    etree.cleanup_namespaces(fresh, top_nsmap=names)
    return fresh


def _rename(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Give header and custom XML parts other numbers and the document's relationships other ids."""
    new_names = {n: n.replace("header1", "header3").replace("item1", "item3").replace("itemProps1", "itemProps3") for n in parts}
    out = {new_names[n]: data for n, data in parts.items()}
    types = etree.fromstring(out["[Content_Types].xml"])
    for override in types.iter(f"{{{CT}}}Override"):
        name = override.get("PartName", "")
        override.set("PartName", "/" + new_names.get(name[1:], name[1:]))
    out["[Content_Types].xml"] = etree.tostring(types)
    ids: dict[str, str] = {}
    for name in [n for n in out if n.endswith(".rels")]:
        rels = etree.fromstring(out[name])
        for number, relationship in enumerate(rels.iter(f"{{{REL}}}Relationship")):
            target = relationship.get("Target", "")
            for old in ("header1", "itemProps1", "item1"):
                target = target.replace(old, old[:-1] + "3")
            relationship.set("Target", target)
            if name == "word/_rels/document.xml.rels":
                ids[relationship.get("Id", "")] = f"rId{number + 40}"
                relationship.set("Id", f"rId{number + 40}")
        out[name] = etree.tostring(rels)
    document = etree.fromstring(out["word/document.xml"])
    for element in document.iter("*"):
        reference = element.get(f"{{{R}}}id")
        if reference is not None:
            element.set(f"{{{R}}}id", ids[reference])
    out["word/document.xml"] = etree.tostring(document)
    return out
