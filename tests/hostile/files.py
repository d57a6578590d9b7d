"""Files that a check is given by mistake or in malice, each with what must become of it."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping
from copy import copy

from tests.checks.making import MAIN, packed, parts_of
from tests.support.checked import good

TYPES, STYLES, LINKS = "[Content_Types].xml", "word/styles.xml", "word/_rels/document.xml.rels"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Make = Callable[[], bytes]


def with_parts(changed: Mapping[str, bytes | None]) -> bytes:
    """A correct document with parts replaced, added or (``None``) taken away."""
    parts: dict[str, bytes | None] = {**parts_of(good()), **changed}
    return packed({name: content for name, content in parts.items() if content is not None})


def with_text(old: str, new: str, part: str = MAIN, count: int = -1) -> bytes:
    """A correct document with ``old`` replaced in a part, which must hold it."""
    xml = parts_of(good())[part].decode()
    assert old in xml
    return with_parts({part: xml.replace(old, new, count).encode()})


def with_blocks(xml: str, namespaces: str = "") -> bytes:
    """A correct document with ``xml`` behind its head."""
    main = parts_of(good())[MAIN].decode()
    at = main.index("</w:tbl>") + len("</w:tbl>")
    whole = main[:at] + xml + main[at:]
    return with_parts({MAIN: whole.replace("<w:document ", f"<w:document {namespaces} ", 1).encode()})


def said(words: str) -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _with_members(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO(good())
    with warnings.catch_warnings(), zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        warnings.simplefilter("ignore", UserWarning)
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _bomb() -> bytes:
    """212 kB that would become gigabytes: parts that claim to be small, all of them the same few deflated bytes."""
    return _with_members(*((f"word/media/image{n}.bmp", bytes(20_000_000)) for n in range(10)))


def _overlapping() -> bytes:
    """Two hundred entries of the directory that share one member, so that 60 kB become 4 GB."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts_of(good()).items():
            archive.writestr(name, content)
        archive.writestr("word/media/a000.bmp", bytes(20_000_000))
        for number in range(1, 200):
            twin = copy(archive.getinfo("word/media/a000.bmp"))
            twin.filename = f"word/media/a{number:03}.bmp"
            archive.filelist.append(twin)
    return held.getvalue()


def _lying(size: int) -> bytes:
    """The main part says that it unpacks to ``size`` bytes."""
    data = bytearray(good())
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        start = archive.getinfo(MAIN).header_offset
    entry = good().rindex(MAIN.encode()) - 46
    for place in (entry + 24, start + 22):
        data[place : place + 4] = struct.pack("<L", size)
    return bytes(data)


def _inner_zip() -> bytes:
    """An archive in an archive in an archive; nothing in it is ever unpacked."""
    inner = bytes(3_000_000)
    for _ in range(3):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for number in range(8):
                archive.writestr(f"{number}.zip", inner)
        inner = held.getvalue()
    return _with_members(("word/embeddings/oleObject1.bin", inner))


def _with_dtd(declared: str, part: str = MAIN, encoding: str = "utf-8") -> bytes:
    xml = parts_of(good())[part].decode().split("?>", 1)[1].lstrip()
    return with_parts({part: f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{declared}]>{xml}'.encode(encoding)})


def _laughs() -> str:
    return '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


def _renamed(kind: str) -> bytes:
    types = parts_of(good())[TYPES].decode()
    return with_parts({TYPES: types.replace("wordprocessingml.document.main", f"{kind}.main").encode()})


def _open_document() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office:document-content/>")
    return held.getvalue()


def _zip64_directory() -> bytes:
    data = bytearray(good())
    end = good().rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = b"\xff\xff\xff\xff"
    return bytes(data)


def nested(levels: int) -> bytes:
    """Tables in tables."""
    return with_blocks("<w:tbl><w:tr><w:tc>" * levels + "<w:p/>" + "</w:tc></w:tr></w:tbl><w:p/>" * levels)


#: what cannot be read: how it is made, and the code of its problem
UNREADABLE: dict[str, tuple[Make, str]] = {
    "bomb": (_bomb, "package-too-large"),
    "overlapping": (_overlapping, "package-too-large"),
    "says-little": (lambda: _lying(10), "package-damaged"),
    "says-much": (lambda: _lying(2**31), "package-too-large"),
    "many-members": (lambda: _with_members(*((f"x/{n}", b"") for n in range(5000))), "package-too-large"),
    "twice": (lambda: _with_members((MAIN, b"<a/>")), "package-bad-names"),
    "twice-in-capitals": (lambda: _with_members((MAIN.upper(), b"<a/>")), "package-bad-names"),
    "above": (lambda: _with_members(("../x.xml", b"<a/>")), "package-bad-names"),
    "absolute": (lambda: _with_members(("/etc/x.xml", b"<a/>")), "package-bad-names"),
    "drive": (lambda: _with_members(("C:x.xml", b"<a/>")), "package-bad-names"),
    "directory": (_zip64_directory, "package-too-large"),
    "laughs": (lambda: _with_dtd(_laughs()), "package-unsafe-xml"),
    "laughs-in-styles": (lambda: _with_dtd(_laughs(), STYLES), "package-unsafe-xml"),
    "outside": (lambda: _with_dtd('<!ENTITY x SYSTEM "file:///etc/passwd">'), "package-unsafe-xml"),
    "dtd-in-utf-16": (lambda: _with_dtd('<!ENTITY x "y">', encoding="utf-16"), "package-unsafe-xml"),
    "cut-xml": (lambda: with_parts({MAIN: parts_of(good())[MAIN][:-200]}), "package-bad-xml"),
    "bad-styles": (lambda: with_parts({STYLES: b"<w:styles"}), "package-bad-xml"),
    "no-bytes": (lambda: with_parts({MAIN: b""}), "package-bad-xml"),
    "deep": (lambda: nested(200), "package-too-deep"),
    "deeper": (lambda: nested(2000), "package-too-deep"),
    "elements": (lambda: with_blocks("".join(f"<w:p w:x{n % 7}='{n}'/>" for n in range(2_000_001))), "package-too-large"),
    "no-main": (lambda: with_parts({MAIN: None}), "package-missing-part"),
    "no-types": (lambda: with_parts({TYPES: None}), "package-missing-part"),
    "no-links": (lambda: with_parts({"_rels/.rels": None}), "package-missing-part"),
    "untyped": (lambda: with_text("wordprocessingml.document.main+xml", "x", TYPES), "package-not-word"),
    "sheet": (lambda: _renamed("spreadsheetml.sheet"), "package-not-word"),
    "slides": (lambda: _renamed("presentationml.presentation"), "package-not-word"),
    "odt": (_open_document, "package-missing-part"),
    "text": (lambda: "Kế hoạch năm 2026\n".encode(), "package-not-docx"),
    "html": (lambda: b"<!DOCTYPE html><html><body>x</body></html>", "package-not-docx"),
    "pdf": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "package-not-docx"),
    "rtf": (lambda: b"{\\rtf1\\ansi x}", "package-not-docx"),
    "nothing": (lambda: b"", "package-not-docx"),
    "zeros": (lambda: bytes(4096), "package-not-docx"),
    "old": (lambda: OLE + bytes(2000) + "WordDocument".encode("utf-16-le"), "package-old-format"),
    "locked": (lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(900), "package-encrypted"),
    "only-pk": (lambda: b"PK\x03\x04", "package-damaged"),
    "no-end": (lambda: good()[:-22], "package-damaged"),
}


def _style(name: str, based: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/></w:style>'


def _circle() -> bytes:
    styles = parts_of(good())[STYLES].decode()
    ring = "".join(_style(f"ring{n}", f"ring{(n + 1) % 500}") for n in range(500))
    main = parts_of(good())[MAIN].decode().replace('w:pStyle w:val="motto"', 'w:pStyle w:val="ring0"')
    return with_parts({STYLES: styles.replace("</w:styles>", f"{ring}</w:styles>").encode(), MAIN: main.encode()})


def _absurd() -> bytes:
    """Every number in the document is one that no ruler has."""
    chance = random.Random(5)
    values = ("-1", "1000000000", "NaN", "1" + "0" * 30, "inf", "-0", "1e9", "", "٣", "0x10", "1_000", "99")
    parts = parts_of(good())
    for part in (MAIN, STYLES, "word/settings.xml"):
        pieces = parts[part].decode().split('"')
        xml = '"'.join(chance.choice(values) if i % 2 and piece.isdigit() else piece for i, piece in enumerate(pieces))
        parts[part] = xml.encode()
    return packed(parts)


def _numbered() -> bytes:
    listed = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{said("x")[5:]}'
        for level in (0, 8, 9, 99, -1, 10**30)
        for number in (0, 1, 7, 10**30)
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="7"><w:abstractNumId w:val="44"/></w:num></w:numbering>'
    )
    ring = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    link = '<Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target='
    made = parts_of(with_blocks(listed))
    made["word/numbering.xml"] = numbering.encode()
    made[STYLES] = made[STYLES].replace(b"</w:styles>", ring.encode())
    made[TYPES] = made[TYPES].replace(
        b"</Types>", f'<Override PartName="/word/numbering.xml" ContentType="{kind}"/></Types>'.encode()
    )
    made[LINKS] = made[LINKS].replace(b"</Relationships>", f'{link}"numbering.xml"/></Relationships>'.encode())
    return packed(made)


def _strict() -> bytes:
    """The strict edition of the standard, whose namespaces are others."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    swaps = {W: "http://purl.oclc.org/ooxml/wordprocessingml/main", office: "http://purl.oclc.org/ooxml/officeDocument/relationships"}
    parts = parts_of(good())
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            for old, new in swaps.items():
                content = content.replace(old.encode(), new.encode())
            parts[name] = content
    return packed(parts)


def _alternatives() -> bytes:
    """Choices within choices, and drawings that hold choices."""
    inner = said("x")
    for _ in range(60):
        inner = f'<mc:Choice Requires="w">{inner}</mc:Choice><mc:Fallback>{said("y")}</mc:Fallback>'
        inner = f"<mc:AlternateContent>{inner}</mc:AlternateContent>"
    many = f'<mc:AlternateContent><mc:Choice Requires="z">{said("a")}</mc:Choice></mc:AlternateContent>' * 3000
    return with_blocks(inner + many, 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')


def _annotated() -> bytes:
    """Thousands of footnotes and comments."""
    uses = "".join(f'<w:r><w:footnoteReference w:id="{n}"/><w:commentReference w:id="{n}"/></w:r>' for n in range(5000))
    notes = "".join(f'<w:footnote w:id="{n}">{said("chú thích")}</w:footnote>' for n in range(5000))
    remarks = "".join(f'<w:comment w:id="{n}">{said("ý kiến")}</w:comment>' for n in range(5000))
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = ("footnotes", "comments")
    links = "".join(f'<Relationship Id="k{kind}" Type="{office}/{kind}" Target="{kind}.xml"/>' for kind in kinds)
    made = parts_of(with_blocks(f"<w:p>{uses}</w:p>"))
    made["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'.encode()
    made["word/comments.xml"] = f'<w:comments xmlns:w="{W}">{remarks}</w:comments>'.encode()
    made[LINKS] = made[LINKS].replace(b"</Relationships>", f"{links}</Relationships>".encode())
    return packed(made)


def _runs(count: int) -> str:
    return "".join(f'<w:r w:rsidR="{n:08X}"><w:t>a</w:t></w:r>' for n in range(count))


#: what can be read, but nobody knows how it looks
BLIND: dict[str, Make] = {
    "no-styles": lambda: with_parts({STYLES: None}),
    "no-part-links": lambda: with_parts({LINKS: None}),
}
#: what can be read; a document of these is judged
READABLE: dict[str, Make] = {
    "no-settings": lambda: with_parts({"word/settings.xml": None}),
    "no-header": lambda: with_parts({"word/header1.xml": None}),
    "header-elsewhere": lambda: with_text('Target="header1.xml"', 'Target="../../../x/header9.xml"', LINKS),
    "circle": _circle,
    "own-base": lambda: with_text('<w:style w:type="paragraph"', _style("S", "S") + '<w:style w:type="paragraph"', STYLES, 1),
    "jc-start": lambda: with_text('w:jc w:val="center"', 'w:jc w:val="start"'),
    "absurd": _absurd,
    "lists": _numbered,
    "one-text": lambda: with_blocks(said(" ".join(f"việc {n * 7919 % 10**6}" for n in range(880_000)))),
    "tiny-runs": lambda: with_blocks(f"<w:p>{_runs(100_000)}</w:p>"),
    "fifty-thousand-tables": lambda: with_blocks(
        "".join(f"<w:tbl><w:tr><w:tc>{said(str(n))}</w:tc></w:tr></w:tbl>" for n in range(50_000))
    ),
    "nested": lambda: nested(60),
    "strict": _strict,
    "alternatives": _alternatives,
    "annotated": _annotated,
    "archives": _inner_zip,
}
