"""Formatting as WordprocessingML: only what differs from what a style or Word's own default gives already."""

from __future__ import annotations

from html import escape

from tests.corpus.looks import Look

MM = 1440 / 25.4
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org"
NAMESPACES = (
    f'xmlns:w="{_MAIN}/wordprocessingml/2006/main" '
    f'xmlns:r="{_MAIN}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_MAIN}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{_MAIN}/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    f'xmlns:mc="{_MAIN}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def twips(mm: object) -> int:
    """Millimetres as twips."""
    return round(float(str(mm)) * MM)


def run(words: str, properties: str) -> str:
    """A run; ``\\n`` in ``words`` is a line break."""
    r_pr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>' for piece in words.split("\n"))
    return f"<w:r>{r_pr}{inside}</w:r>"


def letters(look: Look, base: Look) -> str:
    """What the letters differ in from ``base``, in the schema's order."""
    out = []
    if look.font != base.font:
        out.append(f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:cs="{look.font}"/>')
    for key, name in (("bold", "b"), ("italic", "i"), ("caps", "caps")):
        if getattr(look, key) != getattr(base, key):
            out.append(f"<w:{name}/>" if getattr(look, key) else f'<w:{name} w:val="0"/>')
    if look.color != base.color:
        out.append(f'<w:color w:val="{look.color or "auto"}"/>')
    if look.size != base.size:
        out.append(f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>')
    if look.underline != base.underline:
        out.append(f'<w:u w:val="{"single" if look.underline else "none"}"/>')
    return "".join(out)


def paragraph(look: Look, base: Look) -> str:
    """What the paragraph differs in from ``base``, in the schema's order."""
    out = []
    if look.border:
        out.append(f'<w:pBdr><w:{look.border} w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>')
    spacing = []
    if look.before != base.before:
        spacing.append(f'w:before="{round(look.before * 20)}"')
    if look.after != base.after:
        spacing.append(f'w:after="{round(look.after * 20)}"')
    if (look.line, look.exact, look.least) != (base.line, base.exact, base.least):
        counted = "atLeast" if look.least else "exact"
        line, rule = (round(look.exact * 20), counted) if look.exact else (round(look.line * 240), "auto")
        spacing.append(f'w:line="{line}" w:lineRule="{rule}"')
    if spacing:
        out.append(f"<w:spacing {' '.join(spacing)}/>")
    indents = []
    if look.left != base.left:
        indents.append(f'w:left="{twips(look.left)}"')
    if look.indent != base.indent:
        indents.append(f'w:firstLine="{twips(look.indent)}"')
    if indents:
        out.append(f"<w:ind {' '.join(indents)}/>")
    if look.align != base.align:
        out.append(f'<w:jc w:val="{look.align}"/>')
    if look.outline is not None:
        out.append(f'<w:outlineLvl w:val="{look.outline}"/>')
    return "".join(out)
