"""Word packages written by hand, part by part, for tests of what is read from them."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.ooxml.content import Paragraph, Story
from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.reading_stories import read_story
from tests.ooxml.packages import MAIN_TYPE, NS, OFFICE, XML, zipped

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
MORE_NS = (
    f'{NS} xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:future="http://example.org/future"'
)


def t(text: str) -> str:
    """A ``w:t``."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def _held(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""


def r(content: str, properties: str = "") -> str:
    """A run; ``content`` that is no XML becomes its text."""
    inner = content if content.startswith("<") else t(content)
    return f"<w:r>{_held('rPr', properties)}{inner}</w:r>"


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; ``content`` that is no XML becomes its one run."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{_held('pPr', properties)}{inner}</w:p>"


def style(style_id: str, kind: str = "paragraph", based: str = "", ppr: str = "", rpr: str = "", more: str = "") -> str:
    """A style; the paragraph style ``Normal`` is the default one."""
    default = ' w:default="1"' if style_id == "Normal" else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{style_id}"><w:name w:val="{style_id}"/>{parent}'
        f"{_held('pPr', ppr)}{_held('rPr', rpr)}{more}</w:style>"
    )


def styles(*entries: str, rpr: str = "", ppr: str = "") -> str:
    """The styles part; ``rpr`` and ``ppr`` are the document's defaults."""
    return (
        f"<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>{rpr}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{ppr}</w:pPr></w:pPrDefault></w:docDefaults>{''.join(entries)}</w:styles>"
    )


def theme(major: str = "Cambria", minor: str = "Calibri") -> str:
    """The theme part with its two Latin fonts."""
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="x"><a:themeElements>'
        '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme>'
        f'<a:fontScheme name="x"><a:majorFont><a:latin typeface="{major}"/></a:majorFont>'
        f'<a:minorFont><a:latin typeface="{minor}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )


_KINDS = {"footnotes": "footnotes", "endnotes": "endnotes", "settings": "settings", "numbering": "numbering", "styles": "styles"}


def members(body: str, extra: Mapping[str, str] | None = None, /, **parts: str) -> dict[str, bytes]:
    """The parts of a package around ``body``.

    ``styles``, ``settings`` (its content), ``numbering`` (its content), ``theme``; any ``header…`` or ``footer…`` becomes a
    part whose relationship id is its name. ``extra``: other members by name.
    """
    texts = {"word/document.xml": f"{XML}<w:document {MORE_NS}><w:body>{body}</w:body></w:document>"}
    links, types = [], []
    for name, content in parts.items():
        kind = name if name in _KINDS or name == "theme" else name[:6]
        if kind in ("settings", "numbering", "footnotes", "endnotes"):
            content = f"<w:{kind} {MORE_NS}>{content}</w:{kind}>"
        elif kind in ("header", "footer"):
            tag = "hdr" if kind == "header" else "ftr"
            content = f"<w:{tag} {MORE_NS}>{content}</w:{tag}>"
        texts[f"word/{name}.xml"] = XML + content
        links.append(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>')
        content_type = f"{MAIN_TYPE}.{kind}+xml" if kind != "theme" else "application/vnd.openxmlformats-officedocument.theme+xml"
        types.append(f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/>')
    texts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(links)}</Relationships>'
    app = f'<Relationship Id="b" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    texts["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
        f'Target="word/document.xml"/>{app if "docProps/app.xml" in (extra or {}) else ""}</Relationships>'
    )
    texts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}.document.main+xml"/>'
        f"{''.join(types)}</Types>"
    )
    texts |= extra or {}
    return {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}


def package(body: str, extra: Mapping[str, str] | None = None, /, **parts: str) -> Package:
    """The opened package."""
    return open_package(zipped(members(body, extra, **parts)))


def story(body: str, extra: Mapping[str, str] | None = None, /, **parts: str) -> Story:
    """What is read from it."""
    return read_story(package(body, extra, **parts))


def first(body: str, /, **parts: str) -> Paragraph:
    """Its first paragraph."""
    return story(body, **parts).paragraphs[0]


def cut(paragraph: Paragraph) -> list[str]:
    """The letters of each run."""
    return [paragraph.text[run.start : run.end] for run in paragraph.runs]
