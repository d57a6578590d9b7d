"""Faults of size, letters and setting: every row of the fact sheets, one step outside each of its bounds."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.every import EVERY
from tests.corpus.mutant import Mutant, Spoil, look, page, put, swap
from tests.corpus.paper import line
from tests.corpus.sheet import facts_of
from tests.facts.facts import Row, Span

#: the last digit of a rule's code by what it is about
DIGITS = {
    "size_pt": 1,
    "bold": 2,
    "italic": 3,
    "case": 4,
    "align": 5,
    "line_auto": 6,
    "line_exact_pt": 6,
    "indent_first_mm": 7,
    "gap_before_pt": 8,
    "space_between_pt": 8,
    "underline": 9,
}
#: component → the two digits that the rules' codes carry
COMPONENTS = {
    "page_number": 15, "motto": 20, "slogan": 21, "party_title": 22, "parent": 23, "issuer": 24, "star": 25, "number": 26,
    "place_date": 27, "draft_mark": 28, "type_name": 30, "abstract": 31, "abstract_dispatch": 32, "separator": 33, "authority": 34,
    "decision_word": 35, "base": 40, "body": 41, "part_label": 42, "part_title": 43, "section": 44, "article": 45, "clause": 46,
    "subclause": 47, "point": 48, "list_item": 49, "sign_authority": 50, "sign_title": 51, "sign_other_title": 52,
    "sign_concurrent": 53, "sign_name": 54, "addressee_label": 60, "addressee": 61, "recipients_label": 62, "recipient": 63,
    "filing": 64, "drafter": 65, "appendix_label": 70, "appendix_title": 71, "appendix_reference": 72, "urgency": 80,
    "circulation": 81, "contact": 82, "copy_form": 83,
}  # fmt: skip
#: what rules of their own judge, by standard: (component, property) → their code
_ELSEWHERE = {
    "nd30": {
        ("motto", "case"): "TT201",
        ("slogan", "case"): "TT202",
        ("motto", "line_auto"): "TT203",
        ("slogan", "line_auto"): "TT203",
        ("body", "bold"): "TT412",
        ("body", "italic"): "TT414",
        ("list_item", "italic"): "TT414",
        ("recipients_label", "case"): "TT607",
        ("addressee_label", "case"): "TT613",
        ("appendix_label", "case"): "TT701",
        ("sign_name", "case"): "TT503",
    },
    "hd05": {
        ("party_title", "case"): "TT224",
        ("body", "bold"): "TT412",
        ("body", "italic"): "TT414",
        ("list_item", "italic"): "TT414",
        ("sign_title", "bold"): "TT504",
        ("recipients_label", "case"): "TT607",
        ("addressee_label", "case"): "TT613",
        ("sign_name", "case"): "TT503",
    },
}
_ELSEWHERE["hd36"] = _ELSEWHERE["hd05"]
#: rows without a fault of their own here, and why
LEFT_OUT = {
    ("slogan", "case"): "the words of the slogan are fixed: a fault of TT202, in the head's list",
    ("motto", "case"): "a fault of TT201, in the head's list",
    ("number", "case"): "the word Số and the code have rules of their own, TT210 and TT214",
    ("body", "case"): "a paragraph in capitals may hold nothing but short forms of bodies; no rule claims to tell",
    ("base", "case"): "as body",
    ("addressee", "case"): "as body",
    ("recipient", "case"): "as body",
    ("drafter", "case"): "what a drafter's mark looks like is TT805; DD654 below",
}
#: what stands in the papers for a component with a title
_TITLED = {"clause": "clause_title", "point": "point_title", "subclause": "subclause_title"}
_HOSTS = {
    "nd30": {"issuer": "nd30-cong-van", "parent": "nd30-cong-van", "article": "nd30-quy-dinh", "clause": "nd30-bao-cao"},
    "hd05": {"article": "hd05-quy-che", "clause": "hd05-cap-so", "sign_title": "hd05-ke-hoach"},
}
#: what breaks another rule as well: (component, fault) → its codes, why
_ALSO: dict[tuple[str, str], tuple[tuple[str, ...], str]] = {
    ("motto", "to"): (("TT204",), "at 14 pt the words are wider than their column and take two lines"),
    ("place_date", "hoa"): (("TT218",), "the words ngày, tháng, năm stand in capitals too"),
}
#: faults that none of the rules may tell
_NO_FAULT = {
    # the act names no level I. or I-; whether custom sets its title in italics is the author's choice
    ("hd05", "section", "them-italic"),
    # letters below 8 pt behind the list are the drafter's by everybody's habit
    ("hd36", "drafter", "nho"),
}
_MARK = (("TT805",), "a mark without a number of copies is none")
#: papers whose lines are read as parts of their own: a copy's signature, whom a telegram goes to
_SPECIAL = ("nd30-ban-sao", "nd30-cong-dien")
_OTHER = {"center": "left", "left": "right", "both": "left"}


def property_mutants() -> Iterator[Mutant]:
    """The mutants of all rows; of 36-HD/VPTW only those that differ from its successor's."""
    for standard in ("nd30", "hd05", "hd36"):
        for (component, prop), row in facts_of(standard).items():
            if standard == "hd36" and (facts_of("hd05").get((component, prop)) == row or not _is_in(standard, component)):
                continue
            if prop == "space_between_pt" and (component, "gap_before_pt") in facts_of(standard):
                continue
            if prop in DIGITS and component in COMPONENTS and (component, prop) not in LEFT_OUT:
                yield from _of_row(standard, component, prop, row)
    yield from _others()


def _is_in(standard: str, component: str) -> bool:
    own = _TITLED.get(component, component)
    return any(one.component == own for name in EVERY if name.startswith(standard) for one in EVERY[name]().lines())


def _of_row(standard: str, component: str, prop: str, row: Row) -> Iterator[Mutant]:
    code = _ELSEWHERE[standard].get((component, prop), f"DD{COMPONENTS[component]}{DIGITS[prop]}")
    if component == "page_number":
        for what, values in _faults(component, prop, row, ""):
            yield Mutant(code, what, f"{standard}-ke-hoach", page(number_look=values), component)
        return
    base, own, nth, text = _find(standard, component, prop)
    for what, values in _faults(component, prop, row, text):
        if (standard, component, what) in _NO_FAULT:
            continue
        spoil: Spoil = swap(own, text, str(values["text"]), nth) if "text" in values else look(own, nth, **values)
        also, why = _ALSO.get((component, what), ((), ""))
        told = component if code[:2] == "TT" else "body" if component == "list_item" else component
        yield Mutant(code, f"{component}-{what}", base, spoil, told, also, why)


def _find(standard: str, component: str, prop: str) -> tuple[str, str, int, str]:
    """The paper, the line's component in it, which one, and its first words: the longest where its length matters."""
    own = _TITLED.get(component, component)
    chosen = _HOSTS.get(standard, {}).get(component, "")
    names = [name for name in EVERY if name.startswith(standard) and chosen in ("", name)]
    found = []
    for name in names:
        lines = [one for one in EVERY[name]().lines() if one.component == own]
        if name not in _SPECIAL or component == "copy_form":
            found += [(name, nth, one.words[0][0].rstrip(), one.text) for nth, one in enumerate(lines)]
    assert found, (standard, component)
    place = found[0]
    if prop == "align":
        alone = [each for each in found if len(each[2]) == len(each[3])]
        place = max(alone or found, key=lambda each: len(each[2]))
    elif prop == "case":
        place = next((each for each in found if len(each[2].split()) > 3), place)
    elif prop in ("gap_before_pt", "space_between_pt"):
        # the first paragraph of the text has none above it
        place = next((each for each in reversed(found) if each[1] > 0), place)
    elif component == "body":
        place = next(each for each in found if each[3].endswith(".") and len(each[3]) > 60)
    return place[0], own, place[1], place[2]


def _faults(component: str, prop: str, row: Row, text: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Each fault's name and what it sets."""
    given = row.allowed
    low, high = _bounds(row)
    if prop == "size_pt":
        yield "nho", {"size": low - 1}
        yield "to", {"size": high + 1}
    elif prop in ("bold", "italic", "underline"):
        if isinstance(given, frozenset) and len(given) == 1:
            yield f"{'bo' if 'yes' in given else 'them'}-{prop}", {prop: "no" in given}
    elif prop == "case":
        # the number or V/v before the words is left as it is
        kept = text.split()[0] if component in (*_TITLED, "article", "section") or text.startswith("V/v") else ""
        words = text[len(kept) :]
        if row.text == "upper":
            yield "thuong", {"text": f"{kept} {words.strip().capitalize()}".strip()}
        else:
            yield "hoa", {"text": kept + words.upper()}
    elif prop == "align":
        yield f"can-{_OTHER[row.text]}", {"align": _OTHER[row.text]}
    elif prop == "line_auto":
        yield "thua", {"line": high + 0.4}
        if low != high:
            yield "day", {"line": low - 0.2}
    elif prop == "line_exact_pt":
        yield "day", {"exact": low - 2}
        if high < 100:
            yield "thua", {"exact": high + 4}
            yield "dong-don", {"exact": None, "line": 1.15}
    elif prop == "indent_first_mm":
        yield "khong-lui", {"indent": 0}
        yield "lui-sau", {"indent": 20}
    else:
        yield "sat", {"before": low / 2}


def _bounds(row: Row) -> tuple[float, float]:
    given = row.allowed
    if isinstance(given, Span):
        return given.low, min(given.high, 1000)
    numbers = sorted(float(one) for one in given if one.replace(".", "", 1).isdecimal())
    return (numbers[0], numbers[-1]) if numbers else (0, 0)


def _others() -> Iterator[Mutant]:
    """Faults of blocks without a title, which are text like any other, and of words without a row."""
    for base, exact in (("nd30-ke-hoach", False), ("hd05-ke-hoach", True)):
        yield Mutant("DD411", "khoan-co-chu", base, look("clause", size=12), "body")
        yield Mutant("DD411", "diem-co-chu", base, look("point", size=12), "body")
        yield Mutant("TT414", "khoan-nghieng", base, look("clause", italic=True), "body")
        yield Mutant("DD415", "khoan-trai", base, look("clause", align="left"), "body")
        yield Mutant("DD416", "khoan-gian-dong", base, look("clause", **({"exact": 30} if exact else {"line": 2})), "body")
        yield Mutant("DD417", "diem-khong-lui", base, look("point", indent=0), "body")
        yield Mutant("DD418", "khoan-sat", base, look("clause", before=2), "body")
        yield Mutant("TT412", "khoan-dam", base, look("clause", nth=2, bold=True), "body")
    yield Mutant("DD452", "dieu-so-khong-dam", "nd30-quyet-dinh", look("article", bold=False), "article")
    yield Mutant("DD452", "dieu-so-khong-dam", "hd05-quyet-dinh", look("article", bold=False), "article")
    yield Mutant("DD530", "kiem-hoa", "hd05-chuc-danh", swap("sign_concurrent", "kiêm", "KIÊM"), "sign_concurrent")
    yield Mutant("DD544", "ten-in-hoa", "nd30-ke-hoach", look("sign_name", caps=True), "sign_name")
    yield Mutant("DD544", "ten-in-hoa", "hd05-ke-hoach", look("sign_name", caps=True), "sign_name")
    yield Mutant("DD654", "drafter-thuong", "nd30-dau-chi", swap("drafter", "PL.(30)", "phạm lan"), "drafter", *_MARK)
    yield Mutant("TT805", "drafter-hoa", "hd05-dau-chi", swap("drafter", "NguyenVanAn-26", "NGUYENVANAN-26"), "drafter")
    yield Mutant("DD654", "drafter-thuong", "hd36-ke-hoach", swap("drafter", "NVA-26", "nva"), "drafter", *_MARK)
    yield Mutant("TT805", "drafter-thuong", "hd36-ke-hoach", swap("drafter", "NVA-26", "nva-26"), "drafter")
    yield Mutant(
        "DD411", "chen-doan", "nd30-cong-van", put("body", line("body", "Đề nghị các đơn vị thực hiện đúng thời hạn.", size=11)), "body"
    )
