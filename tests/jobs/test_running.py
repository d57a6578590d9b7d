from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.jobs.running import Failure, run_jobs
from docgen.problems import DocgenError
from tests.jobs.workers import die, fail_badly, process_id, refuse_odd, sleep_long, square

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")


@pytest.mark.parametrize("jobs", [1, 2, None])
@pytest.mark.parametrize("chunk", [None, 1, 7])
@pytest.mark.parametrize("count", [0, 1, 2, 5, 240])
def test_results_come_in_the_order_of_the_items(jobs: int | None, chunk: int | None, count: int) -> None:
    assert list(run_jobs(square, range(count), jobs=jobs, chunk=chunk)) == [n * n for n in range(count)]


def test_a_generator_is_fine() -> None:
    assert list(run_jobs(square, (n for n in range(300)), jobs=2)) == [n * n for n in range(300)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_refused_item_is_a_failure_and_the_others_go_on(jobs: int) -> None:
    results = list(run_jobs(refuse_odd, range(4), jobs=jobs))
    assert results[0::2] == [0, 2]
    for n in (1, 3):
        failure = results[n]
        assert isinstance(failure, Failure)
        assert [(p.code, str(p.what)) for p in failure.problems] == [("spec-odd", f"odd {n}")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_result_is_told_once_with_its_index(jobs: int) -> None:
    told: dict[int, object] = {}
    results = list(run_jobs(square, range(150), jobs=jobs, on_done=told.__setitem__))
    assert [told[i] for i in range(150)] == results
    assert len(told) == 150


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_is_raised_not_hidden(jobs: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(run_jobs(fail_badly, range(4), jobs=jobs))


def test_few_items_are_split_between_the_workers() -> None:
    for items in (range(8), iter(range(8))):
        assert len(set(run_jobs(process_id, items, jobs=2))) == 2


def test_one_job_stays_in_this_process() -> None:
    assert set(run_jobs(process_id, range(3), jobs=1)) == {os.getpid()}


def test_a_long_generator_is_not_read_far_ahead() -> None:
    read = 0

    def items() -> Iterator[int]:
        nonlocal read
        for n in range(100_000):
            read += 1
            yield n

    results = run_jobs(square, items(), jobs=2, chunk=10)
    assert [next(results) for _ in range(30)] == [n * n for n in range(30)]
    assert read <= 500
    results.close()  # type: ignore[attr-defined]


def test_workers_may_be_started_afresh() -> None:
    assert list(run_jobs(square, range(3), jobs=2, start_method="spawn")) == [0, 1, 4]


@posix
def test_a_worker_that_dies_is_explained() -> None:
    with pytest.raises(DocgenError) as caught:
        list(run_jobs(die, range(10), jobs=2, chunk=1))
    assert [p.code for p in caught.value.problems] == ["jobs-worker-died"]


def test_a_chunk_has_items() -> None:
    with pytest.raises(ValueError, match="chunk"):
        run_jobs(square, [1], chunk=0)


def _alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not yet collected does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    try:
        return not stat.parent.parent.joinpath("self").exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _wait_until(condition: object, seconds: float = 10) -> bool:
    assert callable(condition)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


@posix
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_interruption_ends_the_workers(tmp_path: Path, sent: int, code: int) -> None:
    script = (
        "import sys\nfrom docgen.jobs.running import run_jobs\nfrom tests.jobs.workers import sleep_long\n"
        "try:\n    list(run_jobs(sleep_long, [sys.argv[1]] * 4, jobs=2))\nexcept KeyboardInterrupt:\n    sys.exit(130)\n"
    )
    root = Path(__file__).parents[2]
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], cwd=root, stderr=subprocess.PIPE)
    try:
        assert _wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
        process.send_signal(sent)
        _, errors = process.communicate(timeout=10)
        assert process.returncode == code
        assert errors == b""
        assert _wait_until(lambda: not any(_alive(int(p.name)) for p in tmp_path.iterdir()))
    finally:
        process.kill()


@posix
def test_a_consumer_that_stops_ends_the_workers(tmp_path: Path) -> None:
    results = run_jobs(sleep_long, [str(tmp_path)] * 4, jobs=2)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 1.0)
    try:
        with pytest.raises(KeyboardInterrupt):
            next(results)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    assert _wait_until(lambda: not any(_alive(int(p.name)) for p in tmp_path.iterdir()))
