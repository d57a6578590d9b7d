"""Heads, feet and lists of state documents in the shapes that offices give them."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.metrics import text_width
from tests.real.paper import body, drawn, empty, mid, par, run, table

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
SLOGAN = "Độc lập - Tự do - Hạnh phúc"


def mm(text: str, size: float = 13, *, bold: bool = True) -> float:
    """The printed width of a line in Times New Roman."""
    return text_width(text, size, bold=bold) / 72 * 25.4


def rule_below(text: str, size: float = 13, share: float = 0.45) -> str:
    """The short rule below a line, a share of its width."""
    return drawn(mm(text, size) * share)


def slogan_rule(size: float = 14) -> str:
    """The rule below the slogan, as long as that."""
    return drawn(mm(SLOGAN, size))


def names(superior: Sequence[str], issuer: Sequence[str], *, sized: float = 13, rule: bool = True) -> list[str]:
    """The paragraphs of the issuing office, with a rule in an empty paragraph below."""
    made = [mid(run(line, sized)) for line in superior] + [mid(run(line, sized, b=True)) for line in issuer]
    return [*made, mid(rule_below(issuer[-1], sized))] if rule else made


def motto_lines(sized: float = 13, *, rule: bool = True, spc: int = 0) -> list[str]:
    """Quốc hiệu and Tiêu ngữ, each in a paragraph, with a rule in an empty one below."""
    made = [mid(run(MOTTO, sized, b=True, spc=spc)), mid(run(SLOGAN, sized + 1, b=True))]
    return [*made, mid(slogan_rule(sized + 1))] if rule else made


def head_one_row(
    superior: Sequence[str], issuer: Sequence[str], number: str, dated: str, subject: str = "", sized: float = 13
) -> str:
    """One row: the office, number and subject in one cell, motto and date in the other."""
    left = [*names(superior, issuer, sized=sized), mid(run(number, 13))]
    if subject:
        left.append(mid(run(subject, 12), before=120))
    right = [*motto_lines(sized), mid(run(dated, sized + 1 if sized == 13 else 13, i=True))]
    return table([["".join(left), "".join(right)]], [3600, 5800])


def head_two_rows(superior: Sequence[str], issuer: Sequence[str], number: str, dated: str, subject: str = "") -> str:
    """Two rows: number and date have a row of their own."""
    low = mid(run(number, 13)) + (mid(run(subject, 12), before=120) if subject else "")
    return table([["".join(names(superior, issuer)), "".join(motto_lines())], [low, mid(run(dated, 14, i=True))]], [3600, 5800])


def head_three_rows(superior: Sequence[str], issuer: Sequence[str], number: str, dated: str, subject: str) -> str:
    """Three rows: the subject of a công văn has its own."""
    return table(
        [
            ["".join(names(superior, issuer)), "".join(motto_lines())],
            [mid(run(number, 13)), mid(run(dated, 14, i=True))],
            [mid(run(subject, 12), before=120), "<w:p/>"],
        ],
        [3600, 5800],
    )


def head_gutter(superior: Sequence[str], issuer: Sequence[str], number: str, dated: str, *, rows: int = 2) -> str:
    """Three columns, the middle one an empty gutter; one, two or three rows."""
    left, right = names(superior, issuer, rule=rows < 3), motto_lines(rule=rows < 3)
    under = [mid(run(number, 13)), mid(run(dated, 14, i=True))]
    if rows == 1:
        made = [["".join([*left, under[0]]), "", "".join([*right, under[1]])]]
    elif rows == 2:
        made = [["".join(left), "", "".join(right)], [under[0], "", under[1]]]
    else:
        made = [
            ["".join(left), "", "".join(right)],
            [mid(rule_below(issuer[-1])), "", mid(slogan_rule())],
            [under[0], "", under[1]],
        ]
    return table(made, [3500, 200, 5700])


def title(name: str, abstract: str, *, size: float = 14, rule: bool = True) -> str:
    """Type name, abstract and the rule below it."""
    made = mid(run(name, size, b=True), before=240) + "".join(mid(run(line, size, b=True)) for line in abstract.split("\n"))
    return made + (mid(drawn(mm(abstract.split("\n")[-1], size) * 0.4)) if rule else "")


def sent_to(*items: str, note: str = "", label: str = "Nơi nhận:") -> str:
    """The list of recipients; ``note`` is the drafter's tiny run behind the last."""
    lines = [par(run(label, 12, b=True, i=True))]
    lines += [par(run(item, 11)) for item in items[:-1]]
    return "".join(lines) + par(run(items[-1], 11), run(note, 6) if note else "")


def signed(*offices: str, name: str, gap: int = 4, above: str = "") -> str:
    """The signer: lines in capitals, room for the hand, the name."""
    made = "".join(mid(run(line, 14, b=True)) for line in offices) + empty(gap)
    made += mid(run(above, 14, b=True)) if above else ""
    return made + mid(run(name, 14, b=True))


def foot(recipients: str, signer: str) -> str:
    """Recipients and signer side by side."""
    return "<w:p/>" + table([[recipients, signer]], [4500, 4900])


def kinh_gui(*names: str) -> str:
    """One addressee on the line, more of them below with dashes under the colon."""
    if len(names) == 1:
        return mid(run(f"Kính gửi: {names[0]}", 14), before=240, after=120)
    made = par(run("Kính gửi:", 14), left=1985, before=240)
    for number, name in enumerate(names):
        made += par(run(f"- {name}{'.' if number == len(names) - 1 else ';'}", 14), left=3000)
    return made


COMMUNE = ["ỦY BAN NHÂN DÂN", "XÃ SƠN HẢI"]
PROVINCE = ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG THUẬN"]


def commune_head(number: str, dated: str = "Sơn Hải, ngày 10 tháng 3 năm 2026") -> str:
    """The head of a commune's document with its type's name below."""
    return head_two_rows([], COMMUNE, number, dated)


def commune_foot(*items: str, note: str = "", name: str = "Nguyễn Văn Hòa") -> str:
    """The foot of a commune's document; ``note`` as in ``sent_to``."""
    return foot(sent_to(*items, note=note), signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name=name))


def province_head(number: str, dated: str) -> str:
    """The head of a province's document with its type's name below; ``dated``: day, month and year."""
    return head_two_rows([], PROVINCE, number, f"Quảng Thuận, {dated}")


def province_foot(*items: str) -> str:
    """The foot of a province's document."""
    return foot(sent_to(*items), signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="Bùi Văn Khánh"))


def province_plan() -> str:
    """How a province's plan begins, up to its first point."""
    made = province_head("Số: 88/KH-UBND", "ngày 30 tháng 3 năm 2026") + title("KẾ HOẠCH", "Cải cách hành chính năm 2026")
    return made + body("Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:")
