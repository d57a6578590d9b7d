"""Specs of plans, as long and as varied as wanted: the same seed gives the same text on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml

#: groups of tasks that make a plan of 15 pages
GROUPS = 7

#: words of administrative prose, as many as it takes for a plan to deflate about as well as a real one
_WORDS = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
_JOINTS = (" ", " ", " ", " ", " ", " và ", ", ", " của ", " trong ", " tại ", " theo ", " gắn với ", " bảo đảm ", " phục vụ ")
_AGENCIES = (
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Xây dựng",
    "Sở Y tế",
    "Sở Tư pháp",
    "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo",
    "Sở Nông nghiệp và Môi trường",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Công an tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Ủy ban nhân dân các xã, phường",
)


def write_plan(seed: int = 0, groups: int = GROUPS) -> str:
    """The YAML of a complete state plan with ``groups`` groups of tasks; about 1.4 pages a group and 4 more."""
    spec = _Plan(Random(seed)).spec(seed, groups)
    return yaml.safe_dump(spec, allow_unicode=True, sort_keys=False, width=1_000_000)


class _Plan:
    def __init__(self, random: Random) -> None:
        self.random = random

    def spec(self, seed: int, groups: int) -> dict[str, Any]:
        return {
            "standard": "nd30",
            "type": "ke-hoach",
            "issuer": {"name": ["ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH"], "code": "UBND"},
            "number": str(seed + 1),
            "place": "An Bình",
            "date": "2026-05-04",
            "title": f"Thực hiện nhiệm vụ {self.clause(5)} giai đoạn {2026 + seed % 5} - 2030",
            "bases": [f"Luật số {self.random.randint(1, 90)}/2025/QH15 ngày 16 tháng 6 năm 2025", self.sentence()],
            "opening": self.paragraph(),
            "purpose": self.paragraphs(2),
            "requirements": self.paragraphs(2),
            "sections": [{"title": "Mục tiêu cụ thể", "list": [self.goal() for _ in range(3)]}],
            "tasks": [{"title": self.sentence(), "items": [self.task() for _ in range(4)]} for _ in range(groups)],
            "implementation": [
                {"agency": self.pick(_AGENCIES), "duties": self.paragraphs(2)} if i % 2 else self.paragraph() for i in range(6)
            ],
            "distribution": [{"name": f"Thường trực {self.pick(_AGENCIES)}", "note": "để b/c"}, *self.agencies(4)],
            "filing": "VT, NNMT (03)",
            "signature": {"on_behalf_of": "ỦY BAN NHÂN DÂN", "title": "CHỦ TỊCH", "name": "Đoàn Thế Vinh"},
        }

    def pick(self, among: Sequence[str]) -> str:
        return self.random.choice(among)

    def agencies(self, count: int) -> list[str]:
        return self.random.sample(_AGENCIES, count)

    def clause(self, count: int) -> str:
        """``count`` words, most of them side by side."""
        return "".join(self.pick(_WORDS) + (self.pick(_JOINTS) if i < count - 1 else "") for i in range(count))

    def sentence(self) -> str:
        return f"{self.clause(9).capitalize()} tại {self.random.randint(2, 90)} xã, phường"

    def paragraph(self) -> str:
        """Two clauses and a date; bold, italic or neither."""
        way, day = self.clause(5), f"{self.random.randint(1, 28)}/{self.random.randint(1, 12)}/2026"
        marked = self.random.choice((f"**{way}**", f"_{way}_", way))
        return f"{self.sentence()}, {marked}; hoàn thành trước ngày **{day}**, {self.clause(6)}."

    def paragraphs(self, count: int) -> list[str]:
        return [self.paragraph() for _ in range(count)]

    def goal(self) -> dict[str, Any]:
        return {"text": f"{self.sentence()}:", "list": [f"{self.sentence()};", f"{self.sentence()}."]}

    def task(self) -> dict[str, Any]:
        return {
            "title": self.sentence(),
            "run_in": True,
            "text": self.paragraphs(self.random.randint(1, 2)),
            "lead": self.pick(_AGENCIES),
            "support": self.agencies(3),
            "due": self.random.choice(("2026-09-30", "Thường xuyên", "Trước ngày 30 tháng 6 hằng năm")),
            "result": f"Báo cáo về {self.clause(5)}",
        }
