"""Law 7 over docgen's own documents, spoilt at random: a fix changes only what it names, and a second one nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.checking.fixing import fix_package
from docgen.checks.engine import Judged, judge
from docgen.ooxml.opening import open_package
from docgen.reading import read
from docgen.spec.loading import load_spec
from tests.checks.making import MAIN, made, packed, parts_of, spec_files
from tests.fixes.law import assert_only_named

Change = Callable[[str], str]
_FILES = [str(path) for path in spec_files()]
_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?(?=<w:t)", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:<w:pPr>(?:(?!</w:pPr>|<w:sectPr).)*</w:pPr>)?(?=<w:r[ >])", re.DOTALL)
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<&]+)")
_LETTERS = (
    '<w:sz w:val="20"/>',
    '<w:sz w:val="33"/>',
    "<w:b/>",
    '<w:b w:val="0"/>',
    "<w:i/>",
    '<w:color w:val="00B050"/>',
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
    '<w:u w:val="single"/>',
)
_SETTING = (
    '<w:jc w:val="right"/>',
    '<w:jc w:val="left"/>',
    '<w:ind w:left="567" w:firstLine="0"/>',
    '<w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="auto"/>',
    '<w:spacing w:line="240" w:lineRule="exact"/>',
)
_WORDS: tuple[Change, ...] = (
    str.upper,
    str.lower,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.rstrip(".;,:/"),
    lambda text: text.replace("0", "").replace("- ", "– "),
    lambda text: text + ",",
)
_PAGE = (
    (r'w:left="\d+"', 'w:left="900"'),
    (r'w:w="11906"', 'w:w="12240"'),
    (r"<w:headerReference [^>]*/>", ""),
    (r"<w:titlePg(?: [^>]*)?/>", ""),
    (r"<w:pgMar [^>]*/>", ""),
)


def _at(xml: str, pattern: re.Pattern[str], nth: int, change: Callable[[re.Match[str]], str]) -> str:
    found = list(pattern.finditer(xml))
    if not found:
        return xml
    match = found[nth % len(found)]
    return xml[: match.start()] + change(match) + xml[match.end() :]


def _with(inner: str, holder: str) -> Callable[[re.Match[str]], str]:
    def change(match: re.Match[str]) -> str:
        opening = re.match(r"<w:\w(?: [^>]*)?>", match.group())
        assert opening is not None
        # what stood there is gone: only one of a kind may stand, and in its order
        style = re.search(r'<w:pStyle w:val="[^"]*"/>', match.group())
        return f"{opening.group()}<w:{holder}>{style.group() if style else ''}{inner}</w:{holder}>"

    return change


@st.composite
def _spoilt(draw: st.DrawFn) -> bytes:
    parts = parts_of(made(load_spec(draw(st.sampled_from(_FILES))).document))
    xml = parts[MAIN].decode("utf-8")
    for kind, nth in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 200)), min_size=1, max_size=6)):
        if kind == 0:
            xml = _at(xml, _RUN, nth, _with(draw(st.sampled_from(_LETTERS)), "rPr"))
        elif kind == 1:
            xml = _at(xml, _PARAGRAPH, nth, _with(draw(st.sampled_from(_SETTING)), "pPr"))
        elif kind == 2:
            change = draw(st.sampled_from(_WORDS))
            xml = _at(xml, _TEXT, nth, lambda match, change=change: match[1] + change(match[2]))  # type: ignore[misc]
        else:
            xml = re.sub(*draw(st.sampled_from(_PAGE)), xml)
    return packed({**parts, MAIN: xml.encode("utf-8")})


@settings(max_examples=40, deadline=None)
@given(_spoilt(), st.booleans())
def test_a_fix_changes_only_what_it_names_and_leaves_nothing_that_it_says_it_fixed(data: bytes, unsafe: bool) -> None:
    fixed = fix_package(data, name="a.docx", unsafe=unsafe)
    if fixed.data is None:
        assert fixed.edits == ()
        return
    assert_only_named(data, fixed.data, [edit for _, edit in fixed.edits])
    left = [one for one in judge(read(open_package(fixed.data))) if isinstance(one, Judged)]
    assert len(left) == fixed.left
    assert fix_package(fixed.data, name="a.docx", unsafe=unsafe).data is None
