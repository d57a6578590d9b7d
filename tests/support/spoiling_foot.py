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
        yield Case("TT501", "of-the-other-side", host, swap("sign_authority", own, other), "sign_authority")
        yield Case("TT501", "bare", host, swap("sign_authority", own, bare), "sign_authority")
        head = "GIÁM ĐỐC" if standard == "nd30" else "TRƯỞNG BAN"
        yield Case("TT502", "for-himself", host, say("sign_title", head), "sign_title")
        yield Case("TT502", "no-office", host, drop("sign_title"), "sign_authority")
        yield Case("TT503", "small", host, swap("sign_name", "Thảo", "thảo"), "sign_name")
    yield Case("TT504", "bold", "hd05-ke-hoach", look("sign_title", bold=True), "sign_title")
    yield Case("TT504", "bold-other", "hd05-chuc-danh", look("sign_other_title", bold=True), "sign_other_title")
    captions = each(say("sign_title", "THƯ KÝ"), say("sign_title", "CHỦ TOẠ", 1))
    yield Case("TT505", "captions", "hd05-bien-ban", captions, "sign_title")
    small = each(say("sign_title", "Người ghi biên bản"), say("sign_title", "Chủ trì hội nghị", 1))
    yield Case("DD514", "small-captions", "hd05-bien-ban", small, "sign_title")
    yield Case("TT505", "columns", "hd05-bien-ban", exchanged(-1), "sign_title")
    kept = Set("caps", True)
    yield Case("DD544", "capitals", "nd30-ke-hoach", on("sign_name", kept), "sign_name")
    yield Case("DD544", "capitals", "hd05-ke-hoach", on("sign_name", kept), "sign_name")
    yield Case("DD530", "capitals", "hd05-chuc-danh", say("sign_concurrent", "KIÊM"), "sign_concurrent")


def _addressees() -> Iterator[Case]:
    for standard, host in _LETTERS.items():
        yield Case("TT601", "without", host, each(_drop_all("addressee"), drop("addressee_label")), "addressee_label")
        for asked in (f"{standard}-to-trinh", host):
            yield Case("TT601", "without-label", asked, drop("addressee_label"), "addressee_label")
        plan = _PLANS[standard]
        yield Case("TT602", "needless", plan, _address, "addressee_label")
        yield Case("TT603", "no-colon", host, say("addressee_label", "Kính gửi"), "addressee_label")
        for what, sign in (("comma", ","), ("nothing", "")):
            yield Case("TT605", what, host, on("addressee", ending(";", sign)), "addressee")
        yield Case("TT605", "no-dash", host, swap("addressee", "- ", ""), "addressee")
        if standard == "nd30":
            yield Case("TT605", "last", host, on("addressee", ending(".", ";"), nth=1), "addressee")
        for what, words in (("capital", "Kính Gửi:"), ("small", "kính gửi:"), ("space", "Kính gửi :")):
            yield Case("TT613", what, host, say("addressee_label", words), "addressee_label")
        yield Case("TT616", "addressee", host, on("addressee", recase(str.upper)), "addressee")
        yield Case("TT610", "without", host, swap("recipient", "Như trên", "Các đơn vị trực thuộc"), "recipient")
        yield Case("TT610", "small", host, swap("recipient", "Như trên", "như trên"), "recipient")
    yield Case("TT601", "without-label", "hd36-cong-van", drop("addressee_label"), "addressee_label")
    other = swap("addressee_label", "Kính trình:", "Kính gửi:")
    yield Case("TT613", "of-a-letter", "hd05-to-trinh", other, "addressee_label")
    letter = _LETTERS["nd30"]
    yield Case("TT604", "one-line", letter, _on_label, "addressee")
    yield Case("TT606", "aside", letter, look("addressee", nth=1, left=65), "addressee")


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
        yield Case("TT607", "no-colon", host, swap("recipients_label", ":", ""), "recipients_label")
        yield Case("TT607", "capitals", host, swap("recipients_label", "Nơi nhận", "NƠI NHẬN"), "recipients_label")
        for what, sign in (("comma", ","), ("full-stop", "."), ("nothing", "")):
            yield Case("TT609", what, host, on("recipient", ending(";", sign)), "recipient")
        yield Case("TT609", "no-dash", host, swap("recipient", "- ", ""), "recipient")
        yield Case("TT616", "recipient", host, on("recipient", recase(str.upper), nth=1), "recipient")
        yield Case("TT612", "no-stop", host, on("filing", ending(".", "")), "filing")
        for kind in ("quyet-dinh", "ke-hoach"):
            yield Case("TT611", "without", f"{standard}-{kind}", drop("filing"), "recipient")
        two = each(say("recipient", "- Các cơ quan, đơn vị của tỉnh; - Các tổ chức có liên quan;"), drop("recipient", 1))
        yield Case("TT614", "two", host, two, "recipient")
    host = _PLANS["nd30"]
    for what, words in (("no-office", "- Lưu: QLNS."), ("no-colon", "- Lưu VT, QLNS."), ("semicolon", "- Lưu: VT; QLNS.")):
        yield Case("TT611", what, host, say("filing", words), "filing")
    yield Case("TT611", "colon", _PLANS["hd05"], say("filing", "- Lưu: Ban Tổ chức Tỉnh uỷ."), "filing")
    for other in ("nd30-phu-luc", "nd30-ban-sao", "hd05-dau-chi", "hd36-ke-hoach"):
        yield Case("TT110", "unlabelled", other, drop("recipients_label"), "recipients_label")
    yield Case("TT110", "one-office", "hd05-chuc-danh", drop("sign_other_title"), "sign_other_title")
    yield Case("TT608", "below", host, _below, "recipients_label")
    yield Case("TT615", "label", host, look("recipients_label", left=15), "recipients_label")
    yield Case("TT615", "dash", host, look("recipient", left=10), "recipient")


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
