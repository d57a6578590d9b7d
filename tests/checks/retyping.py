"""Lines of docgen's own files typed anew, dropped or moved, for the tests of rules."""

from __future__ import annotations

import re
from html import escape, unescape

from docgen.checks.engine import Judged
from tests.checks.making import MAIN, judged, packed, parts_of, spoilt_paragraph

#: what the bases and words of the rich samples give: they cite in short, and place tone marks in two ways
_OF_THE_SAMPLE = {"LV108", "LV112", "LV119"}

_PARAGRAPH = re.compile(r"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)
_LETTERS = re.compile(r"(<w:t(?: [^>]*)?>)(.*?)(</w:t>)", re.DOTALL)


def letters(xml: str) -> str:
    """The letters of a piece of XML."""
    return unescape("".join(found[2] for found in _LETTERS.finditer(xml)))


def retyped(data: bytes, words: str, new: str) -> bytes:
    """``data`` with the first paragraph that contains ``words`` saying ``new`` instead of them."""

    def change(xml: str) -> str:
        typed = letters(xml)
        assert words in typed, f"{words!r} is not in {typed!r}"
        wanted = typed.replace(words, new, 1)
        first = True

        def put(found: re.Match[str]) -> str:
            nonlocal first
            text, first = (wanted if first else ""), False
            return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'

        return _LETTERS.sub(put, xml)

    return spoilt_paragraph(data, escape(words, quote=False), change)


def dropped(data: bytes, words: str) -> bytes:
    """``data`` without the first paragraph that contains ``words``; an empty one stays, so that no cell is left without any."""
    return spoilt_paragraph(data, escape(words, quote=False), lambda xml: re.sub(r"<w:r[ >].*</w:r>", "", xml, flags=re.DOTALL))


def put_after(data: bytes, words: str, new: str) -> bytes:
    """``data`` with a copy of the first paragraph that contains ``words`` behind it, which says ``new``."""
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    for found in _PARAGRAPH.finditer(xml):
        if words in letters(found.group()):
            copy = found.group()
            copy = re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", copy)
            first, _, rest = copy.partition("<w:t")
            _, _, tail = rest.partition("</w:t>")
            copy = first + '<w:t xml:space="preserve">' + escape(new, quote=False) + "</w:t>" + _LETTERS.sub(r"\1\3", tail)
            xml = xml[: found.end()] + copy + xml[found.end() :]
            return packed({**parts, MAIN: xml.encode("utf-8")})
    raise AssertionError(f"{words!r} is in no paragraph")


def fresh(data: bytes) -> list[Judged]:
    """What all rules find but for the wording of the samples themselves."""
    return [one for one in judged(data) if one.rule.code not in _OF_THE_SAMPLE]
