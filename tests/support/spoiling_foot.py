"""Cases of signature and recipients (TT5, TT6)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.formatting import run
from tests.support.spoiling import Book, Set, ending, recase, retype, tag
from tests.support.spoiling_cases import Case, Spoil, drop, each, exchanged, look, on, say, swap
from tests.support.spoiling_inserted import element

_PLANS = {"nd30": "nd30-ke-hoach", "hd05": "hd05-ke-hoach"}
_LETTERS = {"nd30": "nd30-cong-van", "hd05": "hd05-cong-van"}


def foot_cases() -> Iterator[Case]:
    """Every case of both groups."""
    yield from _signatures()
    yield from _addressees()
    yield from _recipients()


def _signatures() -> Iterator[Case]:
    for standard, host in _PLANS.items():
        own, other, bare = ("KT.", "K/T", "KT") if standard == "nd30" else ("K/T", "KT.", "KT")
        yield Case("TT501", host, "of-the-other-side", "sign_authority", swap("sign_authority", own, other))
        yield Case("TT501", host, "bare", "sign_authority", swap("sign_authority", own, bare))
        head = "GIÁM ĐỐC" if standard == "nd30" else "TRƯỞNG BAN"
        yield Case("TT502", host, "for-himself", "sign_title", say("sign_title", head))
        yield Case("TT502", host, "no-office", "sign_authority", drop("sign_title"))
        yield Case("TT503", host, "small", "sign_name", swap("sign_name", "Thảo", "thảo"))
    yield Case("TT504", "hd05-ke-hoach", "bold", "sign_title", look("sign_title", bold=True))
    yield Case("TT504", "hd05-chuc-danh", "bold-other", "sign_other_title", look("sign_other_title", bold=True))
    captions = each(say("sign_title", "THƯ KÝ"), say("sign_title", "CHỦ TOẠ", 1))
    yield Case("TT505", "hd05-bien-ban", "captions", "sign_title", captions)
    small = each(say("sign_title", "Người ghi biên bản"), say("sign_title", "Chủ trì hội nghị", 1))
    yield Case("DD514", "hd05-bien-ban", "small-captions", "sign_title", small)
    yield Case("TT505", "hd05-bien-ban", "columns", "sign_title", exchanged(-1))
    kept = Set("caps", True)
    yield Case("DD544", "nd30-ke-hoach", "capitals", "sign_name", on("sign_name", kept))
    yield Case("DD544", "hd05-ke-hoach", "capitals", "sign_name", on("sign_name", kept))
    yield Case("DD530", "hd05-chuc-danh", "capitals", "sign_concurrent", say("sign_concurrent", "KIÊM"))


def _addressees() -> Iterator[Case]:
    for standard, host in _LETTERS.items():
        yield Case("TT601", host, "without", "addressee_label", each(_drop_all("addressee"), drop("addressee_label")))
        for asked in (f"{standard}-to-trinh", host):
            yield Case("TT601", asked, "without-label", "addressee_label", drop("addressee_label"))
        plan = _PLANS[standard]
        yield Case("TT602", plan, "needless", "addressee_label", _address)
        yield Case("TT603", host, "no-colon", "addressee_label", say("addressee_label", "Kính gửi"))
        for what, sign in (("comma", ","), ("nothing", "")):
            yield Case("TT605", host, what, "addressee", on("addressee", ending(";", sign)))
        yield Case("TT605", host, "no-dash", "addressee", swap("addressee", "- ", ""))
        if standard == "nd30":
            yield Case("TT605", host, "last", "addressee", on("addressee", ending(".", ";"), nth=1))
        for what, words in (("capital", "Kính Gửi:"), ("small", "kính gửi:"), ("space", "Kính gửi :")):
            yield Case("TT613", host, what, "addressee_label", say("addressee_label", words))
        yield Case("TT616", host, "addressee", "addressee", on("addressee", recase(str.upper)))
        yield Case("TT610", host, "without", "recipient", swap("recipient", "Như trên", "Các đơn vị trực thuộc"))
        yield Case("TT610", host, "small", "recipient", swap("recipient", "Như trên", "như trên"))
    yield Case("TT601", "hd36-cong-van", "without-label", "addressee_label", drop("addressee_label"))
    other = swap("addressee_label", "Kính trình:", "Kính gửi:")
    yield Case("TT613", "hd05-to-trinh", "of-a-letter", "addressee_label", other)
    letter = _LETTERS["nd30"]
    yield Case("TT604", letter, "one-line", "addressee", _on_label)
    yield Case("TT606", letter, "aside", "addressee", look("addressee", nth=1, left=65))


def _address(book: Book) -> None:
    """An addressee named on the label's line, upright as a name is."""
    words = run("Kính gửi:", "") + run(" Các phòng, ban trực thuộc", '<w:i w:val="0"/>')
    book.find("body").addprevious(element(f'<w:p><w:pPr><w:pStyle w:val="addressee_label"/></w:pPr>{words}</w:p>'))


def _drop_all(component: str) -> Spoil:
    def spoil(book: Book) -> None:
        for nth in range(len(book.places(component))):
            drop(component, nth)(book)

    return spoil


def _on_label(book: Book) -> None:
    """Both addressees on the line of the label."""
    _drop_all("addressee")(book)
    retype("Kính gửi: Các sở, ban, ngành của tỉnh; Ủy ban nhân dân các xã, phường")(book.find("addressee_label"))


def _recipients() -> Iterator[Case]:
    for standard, host in _PLANS.items():
        yield Case("TT607", host, "no-colon", "recipients_label", swap("recipients_label", ":", ""))
        yield Case("TT607", host, "capitals", "recipients_label", swap("recipients_label", "Nơi nhận", "NƠI NHẬN"))
        for what, sign in (("comma", ","), ("full-stop", "."), ("nothing", "")):
            yield Case("TT609", host, what, "recipient", on("recipient", ending(";", sign)))
        yield Case("TT609", host, "no-dash", "recipient", swap("recipient", "- ", ""))
        yield Case("TT616", host, "recipient", "recipient", on("recipient", recase(str.upper), nth=1))
        yield Case("TT612", host, "no-stop", "filing", on("filing", ending(".", "")))
        for kind in ("quyet-dinh", "ke-hoach"):
            yield Case("TT611", f"{standard}-{kind}", "without", "recipient", drop("filing"))
        two = each(say("recipient", "- Các cơ quan, đơn vị của tỉnh; - Các tổ chức có liên quan;"), drop("recipient", 1))
        yield Case("TT614", host, "two", "recipient", two)
    host = _PLANS["nd30"]
    for what, words in (("no-office", "- Lưu: QLNS."), ("no-colon", "- Lưu VT, QLNS."), ("semicolon", "- Lưu: VT; QLNS.")):
        yield Case("TT611", host, what, "filing", say("filing", words))
    yield Case("TT611", _PLANS["hd05"], "colon", "filing", say("filing", "- Lưu: Ban Tổ chức Tỉnh uỷ."))
    for other in ("nd30-phu-luc", "nd30-ban-sao", "hd05-dau-chi", "hd36-ke-hoach"):
        yield Case("TT110", other, "unlabelled", "recipients_label", drop("recipients_label"))
    yield Case("TT110", "hd05-chuc-danh", "one-office", "sign_other_title", drop("sign_other_title"))
    yield Case("TT608", host, "below", "recipients_label", _below)
    yield Case("TT615", host, "label", "recipients_label", look("recipients_label", left=15))
    yield Case("TT615", host, "dash", "recipient", look("recipient", left=10))


def _below(book: Book) -> None:
    """The recipients under the table of the signature."""
    table = book.body.findall(tag("tbl"))[-1]
    cell = next(table.iter(tag("tc")))
    after = table.getnext()
    assert after is not None
    listed = cell.findall(tag("p"))
    for one in reversed(listed):
        after.addnext(one)
    cell.append(after.makeelement(tag("p")))
