"""Faults of the page, the letters and the components as a whole (TT1)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.mutant import Mutant, Spoil, both, drop, look, page, say
from tests.corpus.paper import Paper, line

_MORE = "Các cơ quan, đơn vị chủ động bố trí kinh phí, nhân lực, phương tiện và phối hợp chặt chẽ trong quá trình thực hiện."
#: drawn lines are told apart by the column they stand in
_LINES = {
    "nd30-ke-hoach": (("TT206", "TT207"), "the lines of both columns have changed places as well"),
    "hd05-ke-hoach": (("TT225",), "the line of the Party's title now stands in the column of the star"),
}


def _long(paper: Paper) -> Paper:
    """The paper with so much text that it takes several pages."""
    return paper.insert("section", *(line("body", _MORE) for _ in range(40)), nth=1)


def _sizes(motto: float, slogan: float, date: float) -> Spoil:
    return both(look("motto", size=motto), look("slogan", size=slogan), look("place_date", size=date))


def _in_one_section(paper: Paper) -> Paper:
    return replace(paper, appendices=tuple(replace(a, own_section=False) for a in paper.appendices))


def _counted_on(paper: Paper) -> Paper:
    return replace(paper, appendices=tuple(replace(a, restart=i > 0) for i, a in enumerate(paper.appendices)))


def _turned_appendix(paper: Paper) -> Paper:
    return replace(paper, appendices=(replace(paper.appendices[0], landscape=True), *paper.appendices[1:]))


def _swapped(paper: Paper) -> Paper:
    return replace(paper, left=paper.right, right=paper.left)


def _foot_swapped(paper: Paper) -> Paper:
    return replace(paper, recipients=paper.signature, signature=paper.recipients)


def _number_first(paper: Paper) -> Paper:
    at = next(i for i, one in enumerate(paper.left) if one.component == "number")
    return replace(paper, left=(paper.left[at], *paper.left[:at], *paper.left[at + 1 :]))


def _abstract_first(paper: Paper) -> Paper:
    at = next(i for i, one in enumerate(paper.text) if one.component == "type_name")
    return replace(paper, text=(*paper.text[:at], paper.text[at + 1], paper.text[at], *paper.text[at + 2 :]))


def _decomposed(paper: Paper) -> Paper:
    return paper.change("body", lambda one: one.saying(unicodedata.normalize("NFD", one.text)))


def page_mutants() -> Iterator[Mutant]:
    for base, sides in (
        ("nd30-ke-hoach", {"top": (15, 30), "bottom": (15, 30), "left": (20, 40), "right": (10, 25)}),
        ("hd05-ke-hoach", {"top": (15, 25), "bottom": (15, 25), "left": (25, 35), "right": (10, 20)}),
    ):
        for side, (low, high) in sides.items():
            yield Mutant("TT101", f"le-{side}-hep", base, page(**{side: low}), "page")
            yield Mutant("TT101", f"le-{side}-rong", base, page(**{side: high}), "page")
        small = (("TT204", "TT207"), "on so small a page no head has room") if base.startswith("nd30") else ((), "")
        yield Mutant("TT102", "a5", base, page(width=148, height=210, right_column=84), "page", *small)
        yield Mutant("TT102", "letter", base, page(width=216, height=279), "page")
        yield Mutant("TT103", "trang-ngang", base, page(landscape=True), "page")
        yield Mutant("TT104", "arial", base, look("body", font="Arial"), "file")
        yield Mutant("TT104", "tieu-de-calibri", base, look("type_name", font="Calibri"), "file")
        yield Mutant("TT104", "noi-nhan-arial", base, look("recipient", font="Arial"), "file")
        yield Mutant("TT105", "mau-do", base, look("section", color="FF0000"), "file")
        yield Mutant("TT105", "mau-xanh", base, look("body", color="0070C0"), "file")
        yield Mutant("TT106", "to-hop-roi", base, _decomposed, "file")
        tcvn = both(look("body", font=".VnTime"), say("body", "C¸c ®¬n vÞ tæ chøc thùc hiÖn kÕ ho¹ch nµy tõ ngµy ký."))
        yield Mutant("TT107", "vntime", base, tcvn, "file")
        vni = both(look("body", font="VNI-Times"), say("body", "Caùc ñôn vò toå chöùc thöïc hieän keá hoaïch naøy."))
        yield Mutant("TT107", "vni", base, vni, "file")
        swapped = both(_swapped, page(right_column=52 if base.startswith("nd30") else 76))
        yield Mutant("TT111", "doi-cot-dau", base, swapped, "motto" if base == "nd30-ke-hoach" else "party_title", *_LINES[base])
        yield Mutant("TT111", "doi-cot-cuoi", base, _foot_swapped, "sign_authority")
        above = ((), "") if base.startswith("nd30") else (("TT225",), "the star stands below the number as well")
        yield Mutant("TT109", "so-tren-ten", base, _number_first, "number", *above)
        yield Mutant("TT112", "khong-so", base, both(_long, page(number="none")), "page_number")
        yield Mutant("TT112", "chi-trang-chan", base, both(_long, page(number="even")), "page_number")
        yield Mutant("TT112", "go-tay", base, page(number="typed"), "page_number")
        yield Mutant("TT113", "chan-trang", base, page(number="footer"), "page_number")
        yield Mutant("TT114", "hien-trang-dau", base, page(first_hidden=False), "page_number")
        yield Mutant("TT115", "so-la-ma", base, page(format="lowerRoman"), "page_number")
        yield Mutant("TT115", "tu-trang-3", base, page(start=3), "page_number")
        yield Mutant("TT115", "tu-trang-0", base, page(start=0), "page_number")
    for component in ("motto", "slogan", "issuer", "number", "place_date", "recipients_label", "sign_title", "sign_name"):
        # a name of two lines is dropped whole: a superior body alone would be taken for the issuer
        spoil = both(drop(component), drop(component)) if component == "issuer" else drop(component)
        base = "nd30-ke-hoach" if component == "issuer" else "nd30-quyet-dinh"
        yield Mutant("TT110", f"thieu-{component}", base, spoil, component)
    for component in ("party_title", "star", "number", "place_date", "recipients_label", "sign_name"):
        yield Mutant("TT110", f"thieu-{component}", "hd05-ke-hoach", drop(component), component)
    yield Mutant("TT103", "phu-luc-ngang", "nd30-phu-luc", _turned_appendix, "page")
    yield Mutant("TT108", "12-14", "nd30-ke-hoach", _sizes(12, 14, 14), "motto")
    yield Mutant("TT108", "13-13", "nd30-ke-hoach", _sizes(13, 13, 14), "slogan")
    yield Mutant("TT116", "phu-luc-danh-tiep", "nd30-phu-luc", _counted_on, "page_number")
    yield Mutant("TT116", "phu-luc-cung-trang", "nd30-phu-luc", _in_one_section, "page_number")
    yield Mutant("TT116", "phu-luc-danh-tiep", "hd05-phu-luc", _counted_on, "page_number")
    yield Mutant("TT117", "cach-mep-20", "hd05-ke-hoach", page(header=20), "page_number")
    yield Mutant("TT117", "cach-mep-5", "hd05-ke-hoach", page(header=5), "page_number")


def _new_page(component: str) -> Spoil:
    """A page begins with that line, as Word last laid the file out."""
    return lambda paper: paper.change(component, lambda one: replace(one, new_page=True))


def _broken_tables() -> Iterator[Mutant]:
    for base in ("nd30-ke-hoach", "hd05-ke-hoach"):
        yield Mutant("TT118", "chu-ky-sang-trang", base, _new_page("sign_name"), "sign_name")
        yield Mutant("TT118", "noi-nhan-sang-trang", base, _new_page("filing"), "sign_name")


MUTANTS = (*page_mutants(), *_broken_tables())
