"""Building after every save."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docgen.building import BuildResult, watch

Write = Callable[[Path, str], None]
SECONDS = 20


class Watcher:
    """Runs ``watch`` in a thread and hands out its results."""

    def __init__(self) -> None:
        self.results: list[BuildResult] = []
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        for result in watch(["specs"], stop=self.stop):
            self.results.append(result)

    def wait(self, count: int) -> dict[str, str]:
        """The statuses in the result number ``count``, as soon as it is there."""
        end = time.monotonic() + SECONDS
        while len(self.results) < count:
            assert time.monotonic() < end, f"only {len(self.results)} builds"
            assert self.thread.is_alive()
            time.sleep(0.02)
        return {Path(outcome.spec).stem: str(outcome.status) for outcome in self.results[count - 1].outcomes}


@pytest.fixture
def watcher(project: Path) -> Iterator[Watcher]:
    pytest.importorskip("watchfiles")
    watcher = Watcher()
    watcher.wait(1)
    # The watching itself begins a moment after the first build.
    time.sleep(0.5)
    yield watcher
    watcher.stop.set()
    watcher.thread.join(SECONDS)
    assert not watcher.thread.is_alive()


def test_a_save_builds_what_changed_and_an_error_ends_nothing(watcher: Watcher, write: Write) -> None:
    assert watcher.wait(1) == {"a": "written", "b": "written"}
    write(Path("specs/a.yaml"), "Nội dung mới.")
    assert watcher.wait(2) == {"a": "written", "b": "fresh"}
    Path("specs/a.yaml").write_text("standard: nd30\n", "utf-8")
    assert watcher.wait(3) == {"a": "failed", "b": "fresh"}
    write(Path("specs/a.yaml"), "Nội dung mới nữa.")
    assert watcher.wait(4) == {"a": "written", "b": "fresh"}


def test_an_agency_file_above_the_watched_folder_counts(watcher: Watcher) -> None:
    path = Path("agency.yaml")
    path.write_text(path.read_text("utf-8").replace("Tân An", "Tân Bình"), "utf-8")
    assert watcher.wait(2) == {"a": "written", "b": "written"}
