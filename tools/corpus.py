"""Write the corpus of correct and faulty papers: ``python tools/corpus.py [folder]`` (``build/corpus``)."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.corpus.every import EVERY  # noqa: E402
from tests.corpus.mutant import builds  # noqa: E402
from tests.corpus.mutants import all_mutants  # noqa: E402
from tests.corpus.wordml import write_paper  # noqa: E402


def write_corpus(folder: Path) -> tuple[int, int]:
    """Write the papers that pass and those that fail each rule; how many files of each."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    papers = {
        name: [(build.name, write_paper(write(), build)) for build in builds(number)] for number, (name, write) in enumerate(EVERY.items())
    }
    sound = {(mutant.code, mutant.host) for mutant in all_mutants()}
    for rule, base in sorted(sound):
        for build, data in papers[base]:
            (folder / f"{rule}-pass-{base}-{build}.docx").write_bytes(data)
    for number, mutant in enumerate(all_mutants()):
        for one in builds(number):
            name = f"{mutant.code}-fail-{mutant.host}-{mutant.what}-{one.name}.docx"
            (folder / name).write_bytes(write_paper(mutant.paper(), one))
    return 3 * len(sound), 3 * len(all_mutants())


def main() -> int:
    """Write it and say where."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "corpus"
    passing, failing = write_corpus(folder)
    print(f"{folder}: {passing} files that pass, {failing} that fail")
    return 0


if __name__ == "__main__":
    sys.exit(main())
