"""Documents written by hand in code: one rich document of every type and rule set, and variations of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from docgen.document.model import (
    Appendix,
    Attendance,
    DashList,
    Document,
    Draft,
    Duty,
    Implementation,
    Issuer,
    Item,
    Paragraph,
    Part,
    PartialDate,
    Participants,
    Recipient,
    Section,
    Signature,
    Site,
    Table,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Span, Text, literal
from docgen.standards import DocumentType, load_standard

STANDARDS = ("nd30", "hd05", "hd36")
SENTENCE = "Các cơ quan, đơn vị chủ động phối hợp, triển khai đồng bộ các nhiệm vụ được giao, bảo đảm tiến độ và chất lượng"
#: days on which each rule set is in force
DAYS = {"nd30": PartialDate(2026, 3, 5), "hd05": PartialDate(2026, 6, 22), "hd36": PartialDate(2024, 2, 8)}

T = TypeVar("T")


def types_of(standard: str) -> list[str]:
    """The slugs of the types that are laid out."""
    return [slug for slug, kind in load_standard(standard).types.items() if kind.layout == "now"]


def kind_of(standard: str, slug: str) -> DocumentType:
    return load_standard(standard).types[slug]


def running(count: int, end: str = ".") -> Text:
    """``count`` times the sentence above, the first of them with emphasis."""
    start = Span("Từng cơ quan ", italic=True), Span("báo cáo trước ngày 15/7/2026", bold=True), Span("; ")
    return Text((*start, Span((SENTENCE + ". ") * (count - 1) + SENTENCE + end)))


def issuer(*name: str, parent: tuple[str, ...] = (), code: str = "UBND") -> Issuer:
    return Issuer(tuple(map(literal, name)), literal(code), tuple(map(literal, parent)))


def usual_issuer(standard: str) -> Issuer:
    """An office with a superior body."""
    if standard == "nd30":
        return issuer("SỞ TÀI CHÍNH", parent=("ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH"), code="STC")
    return issuer("BAN TỔ CHỨC", parent=("TỈNH UỶ AN BÌNH",), code="BTCTU")


def rich_parts(levels: int) -> tuple[Part, ...]:
    """One of every part, no deeper than ``levels`` of numbers."""
    below = DashList((Item((Paragraph(literal("Việc thứ nhất;")),)), Item((Paragraph(running(2)),))))
    dashes = DashList(
        (
            Item((Paragraph(running(1, ":")), below)),
            Item((Paragraph(literal("Kinh phí < 5 tỷ đồng & nguồn “xã hội hóa” > 50%.")),)),
        )
    )
    table = Table(
        header=(literal("TT"), literal("Nội dung"), literal("Số lượng")),
        rows=((literal("1"), running(1, ""), literal("1.250")), (literal("2"), literal("Khác"), literal(""))),
        title=literal("Chỉ tiêu theo đơn vị"),
        unit=literal("người"),
    )
    task = Task(
        title=literal("Rà soát văn bản"),
        text=(running(2),),
        lead=(literal("Sở Tư pháp"),),
        support=(literal("Sở Nội vụ"), literal("Công an tỉnh")),
        due=PartialDate(2026, 9, 30),
        result=literal("Báo cáo kết quả rà soát"),
    )
    plain_task = Task(text=(running(1),), due=literal("thường xuyên"))
    people = Participants(
        sites=(
            Site(literal("Điểm cầu tỉnh"), (Attendance(literal("Lãnh đạo sở"), 5), Attendance(literal("Chuyên viên"), 30)), 35),
            Site(literal("Điểm cầu xã"), text=(running(1),)),
        ),
        total=35,
        about=True,
        unit=literal("đại biểu"),
    )
    duties = Implementation(
        (
            Duty((literal("Sở Nội vụ"), literal("Sở Tư pháp")), running(1)),
            Duty(text=running(2)),
            Duty((literal("Văn phòng"),), parts=(dashes, Paragraph(running(1)))),
        )
    )
    tasks: tuple[Task | TaskGroup, ...] = (task, plain_task)
    if levels > 2:
        tasks = (TaskGroup(literal("Nhóm nhiệm vụ cấp bách"), (task, plain_task)), replace(task, run_in=True))
    deep: tuple[Part, ...] = (Paragraph(running(2)),)
    for depth in range(levels - 1):
        deep = (Section(literal(f"Đề mục bậc trong {depth}"), deep), Section(None, (Paragraph(running(1)), dashes)))
    return (
        Section(literal("Mục đích, yêu cầu"), deep),
        Section(literal("Nội dung"), (Paragraph(running(3)), dashes, table, Paragraph(running(1)))),
        Section(literal("Nhiệm vụ"), (Tasks(tasks),)),
        Section(literal("Thành phần"), (Paragraph(running(1)), people)),
        Section(literal("Cách làm"), (Paragraph(running(2)), dashes), run_in=True),
        Section(literal("Tổ chức thực hiện"), (duties,)),
    )


def articles() -> tuple[Section, ...]:
    """Articles with and without title, with points."""
    points = (Section(None, (Paragraph(running(1, ";")),)), Section(None, (Paragraph(running(2)),)))
    return (
        Section(None, (Paragraph(running(2)), *points)),
        Section(literal("Trách nhiệm thi hành"), (Paragraph(running(1)), *points)),
        Section(None, (Paragraph(running(2)),)),
    )


def sample(standard: str = "nd30", slug: str = "ke-hoach", **changes: Any) -> Document:
    """A rich document of that type; ``changes`` replace fields."""
    kind = kind_of(standard, slug)
    state = standard == "nd30"
    given = Document(
        standard=standard,
        type=slug,
        issuer=usual_issuer(standard),
        place=literal("An Bình"),
        signatures=(
            Signature(
                on_behalf_of=None if state else literal("BAN THƯỜNG VỤ"),
                deputy_for=literal("GIÁM ĐỐC") if state else None,
                title=literal("PHÓ GIÁM ĐỐC" if state else "PHÓ BÍ THƯ"),
                name=literal("Nguyễn Thị Phương Thảo"),
            ),
        ),
        title=literal("triển khai công tác phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn tỉnh năm 2026"),
        number=7,
        unit=literal("QLNS") if kind.dispatch and state else None,
        date=DAYS[standard],
        bases=(literal("Luật Tổ chức chính quyền địa phương"), literal("Nghị quyết số 14-NQ/TU")) if not kind.dispatch else (),
        proposal=literal("Trưởng Phòng Ngân sách") if kind.decision_word else None,
        addressees=(literal("Các sở, ban, ngành tỉnh"), literal("Ủy ban nhân dân các xã, phường, đặc khu"))
        if kind.addressees == "required"
        else (),
        opening=(running(2, ""),),
        body=() if kind.articles else rich_parts(len(kind.levels)),
        articles=articles() if kind.articles else (),
        closing=(running(2),),
        distribution=(
            Recipient(literal("Thường trực Tỉnh ủy"), literal("để báo cáo")),
            Recipient(literal("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh")),
        ),
        filing=literal("VT, QLNS") if state else literal("Văn phòng"),
        drafter=literal("HoangMinhTri-112"),
    )
    return with_origins(replace(given, **changes))


def appendix(words: str = "danh mục nhiệm vụ", levels: int = 2, pages: int = 1) -> Appendix:
    """An appendix of about ``pages`` pages."""
    return Appendix(literal(words), (*rich_parts(levels)[:2], *(Paragraph(running(6)) for _ in range(10 * (pages - 1)))))


def drafted(document: Document, number: int | None = 2) -> Document:
    """The same as a draft with gaps for number, day and month."""
    year = document.date.year if document.date else 2026
    return with_origins(replace(document, draft=Draft(number), number=None, date=PartialDate(year)))


def every_sample() -> Iterator[Document]:
    """One document of each type of each rule set, some with appendices, some drafts."""
    for standard in STANDARDS:
        for i, slug in enumerate(types_of(standard)):
            document = sample(standard, slug)
            if i % 3 == 0:
                document = with_origins(replace(document, appendices=(appendix(levels=1), appendix("biểu mẫu", 1))[: 1 + i % 2]))
            yield drafted(document, None if i % 2 else 3) if i % 4 == 1 else document


def with_origins(value: T, path: str = "") -> T:
    """``value`` with a path of its own on everything that carries one, as if each text had been read from a spec."""
    if isinstance(value, Text):
        return cast(T, Text(value.spans, path))
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return cast(T, tuple(with_origins(item, f"{path}/{i}") for i, item in enumerate(value)))
    if is_dataclass(value) and not isinstance(value, type):
        names = [f.name for f in fields(value)]
        changed = {n: with_origins(getattr(value, n), f"{path}/{n}") for n in names if n != "origin"}
        if "origin" in names:
            changed["origin"] = path
        return cast(T, replace(value, **changed))
    return value
