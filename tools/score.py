"""Print the scoreboard of the rules over the corpus and keep it in the docs: ``python tools/score.py``."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.corpus.scoring import describe, full_score  # noqa: E402

PAGE = ROOT / "docs" / "bang-diem.md"


def main() -> int:
    """Judge the corpus; 1 where a mutant was missed or a correct paper accused."""
    score = full_score()
    page = describe(score)
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    print(page.partition("<details>")[0])
    for one in score.verdicts:
        if not one.caught or one.beside:
            print(one.mutant.name, "caught" if one.caught else "MISSED", *one.beside)
    return int(bool(score.accused) or any(not one.caught or one.beside for one in score.verdicts))


if __name__ == "__main__":
    sys.exit(main())
