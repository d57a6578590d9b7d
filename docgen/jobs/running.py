"""One function over many inputs: here or in other processes, in order, interruptible, with flat memory."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Generic, TypeVar

from docgen.problems import DocgenError, Problem, msg

Item = TypeVar("Item")
Result = TypeVar("Result")

# A chunk should take about this long: much longer than sending it, short enough for a progress bar and an interruption.
_CHUNK_SECONDS = 0.25
_FIRST_CHUNK = 50
_LARGEST_CHUNK = 500
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Failure:
    """What an input gave instead of a result: the problems of the ``DocgenError`` that ``function`` raised."""

    problems: tuple[Problem, ...]


def run_jobs(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int | None = 1,
    chunk: int | None = None,
    on_done: Callable[[int, Result | Failure], None] | None = None,
    start_method: str | None = None,
) -> Iterator[Result | Failure]:
    """Yield ``function(item)`` for every item, in the order of ``items``, which may be a generator.

    ``jobs``: number of processes, ``None`` or 0 for one a processor; with 1 everything runs in this process. ``function`` and
    what it takes and gives must be picklable when processes are used. ``chunk``: items sent at a time; left open it follows
    how long items take. ``on_done(index, result)`` is called in this process as soon as a result is there, not always in
    order. Work starts when the iterator is first asked and never runs far ahead of it.

    A ``DocgenError`` of one item becomes a ``Failure``, the others go on. Any other exception is a bug: it ends the run and
    is raised here. Interruption ends the workers and is raised again; a worker that dies raises ``DocgenError``.
    """
    if chunk is not None and chunk < 1:
        raise ValueError("a chunk has at least one item")
    workers = jobs or os.cpu_count() or 1
    if isinstance(items, Sized):
        workers = min(workers, len(items))
    if workers <= 1:
        return _run_here(function, items, on_done)
    return _Pool(function, workers, chunk, on_done, start_method).run(items)


def _run_here(
    function: Callable[[Item], Result], items: Iterable[Item], on_done: Callable[[int, Result | Failure], None] | None
) -> Iterator[Result | Failure]:
    for index, item in enumerate(items):
        result = _call(function, item)
        if on_done is not None:
            on_done(index, result)
        yield result


def _call(function: Callable[[Item], Result], item: Item) -> Result | Failure:
    try:
        return function(item)
    except DocgenError as error:
        return Failure(error.problems)


def _call_chunk(function: Callable[[Item], Result], items: list[Item]) -> tuple[float, list[Result | Failure]]:
    """Runs in a worker; gives the seconds it took with the results."""
    start = time.perf_counter()
    results = [_call(function, item) for item in items]
    return time.perf_counter() - start, results


def _prepare_worker() -> None:
    # Ctrl-C reaches every process of a terminal; only the parent decides what follows from it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class _Chunk(Generic[Result]):
    """A chunk on its way: the index of its first item, how many it has and, once they are there, its results."""

    def __init__(self, first: int, size: int) -> None:
        self.first = first
        self.size = size
        self.results: list[Result | Failure] | None = None


class _Pool(Generic[Item, Result]):
    """One run in processes."""

    def __init__(
        self,
        function: Callable[[Item], Result],
        workers: int,
        chunk: int | None,
        on_done: Callable[[int, Result | Failure], None] | None,
        start_method: str | None,
    ) -> None:
        self._function = function
        self._workers = workers
        self._chunk = chunk
        self._on_done = on_done
        self._context = get_context(start_method)
        self._seconds = 0.0
        self._finished = 0
        self._sent = 0

    def run(self, items: Iterable[Item]) -> Iterator[Result | Failure]:
        executor = ProcessPoolExecutor(self._workers, mp_context=self._context, initializer=_prepare_worker)
        whole = False
        try:
            yield from self._pump(executor, items)
            whole = True
        except BrokenProcessPool:
            raise DocgenError(_broken()) from None
        finally:
            if whole:
                executor.shutdown()
            else:
                _end_workers(executor)

    def _pump(self, executor: ProcessPoolExecutor, items: Iterable[Item]) -> Iterator[Result | Failure]:
        source = iter(items)
        # Reading a little ahead tells a short generator, to be split evenly, from a long one.
        head = list(islice(source, self._workers * _FIRST_CHUNK))
        total = len(items) if isinstance(items, Sized) else len(head) if len(head) < self._workers * _FIRST_CHUNK else None
        source = chain(head, source)
        order: deque[_Chunk[Result]] = deque()
        pending: dict[Future[tuple[float, list[Result | Failure]]], _Chunk[Result]] = {}
        more = True
        while True:
            while more and len(order) < self._workers * _AHEAD:
                batch = list(islice(source, self._size(total)))
                more = bool(batch)
                if batch:
                    chunk = _Chunk[Result](self._sent, len(batch))
                    self._sent += len(batch)
                    pending[executor.submit(_call_chunk, self._function, batch)] = chunk
                    order.append(chunk)
            if not order:
                return
            # Without a timeout, Windows would not let Ctrl-C through.
            done, _ = wait(pending, timeout=1.0, return_when=FIRST_COMPLETED)
            for future in done:
                self._take(future, pending.pop(future))
            while order and order[0].results is not None:
                yield from order.popleft().results or ()

    def _size(self, total: int | None) -> int:
        """How many items the next chunk has."""
        if self._chunk is not None:
            return self._chunk
        size = _FIRST_CHUNK
        if self._finished:
            size = int(_CHUNK_SECONDS * self._finished / max(self._seconds, 1e-6))
        if total is not None:
            size = min(size, -(-(total - self._sent) // self._workers))
        return max(1, min(size, _LARGEST_CHUNK))

    def _take(self, future: Future[tuple[float, list[Result | Failure]]], chunk: _Chunk[Result]) -> None:
        seconds, results = future.result()
        self._seconds += seconds
        self._finished += chunk.size
        chunk.results = results
        if self._on_done is not None:
            for index, result in enumerate(results, chunk.first):
                self._on_done(index, result)


def _end_workers(executor: ProcessPoolExecutor) -> None:
    """End the workers now, whatever they are doing. Their files are safe: ``write_atomic`` leaves whole ones only."""
    # Only Python 3.14 has a public way to do this.
    processes = list((getattr(executor, "_processes", None) or {}).values())
    executor.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(timeout=2)
        if process.is_alive():
            process.kill()


def _broken() -> Problem:
    return Problem(
        "jobs-worker-died",
        msg("A worker process ended without an answer, probably because the memory ran out."),
        msg("Give --jobs a smaller number, or close other programs."),
    )
