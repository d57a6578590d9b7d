"""How many mutants the rules catch, how many correct papers they accuse, and the scoreboard that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.corpus.every import EVERY
from tests.corpus.judging import findings_of
from tests.corpus.mutant import Mutant, builds
from tests.corpus.mutants import WITHOUT, all_mutants
from tests.corpus.wordml import write_paper

#: first letters of a rule's code → what its group is about
GROUPS = {
    "TT1": "Trang giấy, phông chữ, thành phần",
    "TT2": "Phần đầu văn bản",
    "TT3": "Tên loại, trích yếu",
    "TT4": "Nội dung, số thứ tự",
    "TT5": "Chữ ký",
    "TT6": "Kính gửi, nơi nhận",
    "TT7": "Phụ lục",
    "TT8": "Dấu chỉ mức độ, bản sao",
    "DD1": "Định dạng số trang",
    "DD2": "Định dạng phần đầu",
    "DD3": "Định dạng tên loại, trích yếu",
    "DD4": "Định dạng nội dung",
    "DD5": "Định dạng chữ ký",
    "DD6": "Định dạng kính gửi, nơi nhận",
    "DD7": "Định dạng phụ lục",
    "DD8": "Định dạng dấu chỉ, bản sao",
    "LV1": "Lời văn",
}


@dataclass(frozen=True)
class Verdict:
    """One mutant: whether all files of it were caught, and the codes of findings that its fault does not explain."""

    mutant: Mutant
    caught: bool
    beside: tuple[str, ...]


@dataclass
class Score:
    """All verdicts, and the codes of what was found in correct papers."""

    verdicts: list[Verdict]
    accused: list[str] = field(default_factory=list)


def verdict_of(mutant: Mutant, number: int) -> Verdict:
    """Judge the mutant in three manners and grids."""
    caught, beside = True, set()
    for build in builds(number):
        found = findings_of(write_paper(mutant.paper(), build))
        caught &= any(one.code == mutant.code and one.component == mutant.component for one in found)
        beside |= {one.code for one in found if one.code != mutant.code and one.code not in mutant.also}
    return Verdict(mutant, caught, tuple(sorted(beside)))


def accusations() -> Iterator[str]:
    """Codes of findings in correct papers: in three manners and grids each, as the corpus holds them."""
    for number, (_, write) in enumerate(EVERY.items()):
        for build in builds(number):
            yield from (one.code for one in findings_of(write_paper(write(), build)))


def full_score() -> Score:
    """Judge everything."""
    return Score([verdict_of(mutant, i) for i, mutant in enumerate(all_mutants())], list(accusations()))


def perfect_score() -> Score:
    """What the tests of the corpus demand: every mutant caught, nothing else said."""
    return Score([Verdict(mutant, True, ()) for mutant in all_mutants()])


def describe(score: Score) -> str:
    """The scoreboard as Markdown."""
    papers = Counter(name.partition("-")[0] for name in EVERY)
    rows = [_row(name, _group(score, code)) for code, name in GROUPS.items()]
    totals = [
        _row(f"**{name}**", [v for v in score.verdicts if v.mutant.regime == regime])
        for name, regime in (("Nhà nước", "state"), ("Đảng", "party"))
    ]
    totals.append(_row("**Tất cả**", score.verdicts))
    per_rule = [_row(rule, found) for rule, found in _by_rule(score.verdicts).items()]
    head = "| {} | Quy tắc | Văn bản lỗi | Bắt được | Bỏ sót | Báo nhầm |\n|---|---:|---:|---:|---:|---:|"
    without = "\n".join(f"- `{code}` ({'Đảng' if regime == 'party' else 'Nhà nước'}): {why}." for (code, regime), why in WITHOUT.items())
    return _TEMPLATE.format(
        correct=sum(papers.values()),
        state=papers["nd30"],
        party=papers["hd05"],
        legacy=papers["hd36"],
        files=3 * sum(papers.values()),
        accused=len(score.accused),
        mutants=len(score.verdicts),
        spoilt=3 * len(score.verdicts),
        explained=sum(bool(v.mutant.also) for v in score.verdicts),
        groups="\n".join([head.format("Nhóm"), *rows, *totals]),
        rules="\n".join([head.format("Mã"), *per_rule]),
        without=without,
    )


def _group(score: Score, code: str) -> list[Verdict]:
    return [one for one in score.verdicts if one.mutant.code.startswith(code)]


def _by_rule(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for one in verdicts:
        found.setdefault(one.mutant.code, []).append(one)
    return found


def _row(name: str, verdicts: list[Verdict]) -> str:
    caught = sum(one.caught for one in verdicts)
    beside = sum(len(one.beside) for one in verdicts)
    return f"| {name} | {len(_by_rule(verdicts))} | {len(verdicts)} | {caught} | {len(verdicts) - caught} | {beside} |"


_TEMPLATE = """# Bảng điểm

`make score` viết trang này. Mỗi **văn bản lỗi** là một văn bản đúng bị làm sai đúng một chỗ, gõ theo số liệu trong `tests/facts`
và `tests/corpus/marks.csv`, không theo dữ liệu hay mã của docgen. Mỗi văn bản dựng thành ba tệp: định dạng đặt trên từng đoạn
chữ, trong Normal, trong kiểu riêng; mỗi tệp một kiểu bảng tiêu đề và một đầu của khoảng mà luật cho phép.

- **Bắt được**: đúng quy tắc báo, đúng thành phần, ở cả ba tệp. **Báo nhầm**: báo thêm điều mà lỗi ấy không kéo theo.
- Văn bản đúng: {correct} ({state} theo Nghị định 30, {party} theo Hướng dẫn 05, {legacy} theo Hướng dẫn 36), {files} tệp.
  Số lần bị báo: **{accused}**. Đưa qua LibreOffice (DOCX và ODT) và python-docx rồi kiểm tra lại cũng không bị báo.
- Văn bản lỗi: {mutants}, {spoilt} tệp. Ở {explained} văn bản, một lỗi vi phạm nhiều quy tắc; lý do ghi cạnh từng văn bản.

{groups}

Không có văn bản lỗi, vì văn bản nguồn để ngỏ:

{without}

Bảng này đo quy tắc trên những lỗi tự tạo; nó không nói gì về lỗi mà không điều khoản nào nhắc đến. `make corpus` ghi mọi tệp vào
`build/corpus`, tên tệp gồm mã quy tắc và kết quả (`pass`, `fail`).

<details><summary>Từng quy tắc</summary>

{rules}

</details>
"""
