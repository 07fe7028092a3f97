"""Work shared out among as many processes as there are processors: one thing done for many, or two things at once."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

_MOST = 4
_RUN = 40
"""Neighbours done one after another, as they share much: so few that nobody waits long for the last run of another."""
_MOST_RUNS = 1_000
_NUMBER = 4
"""Bytes of a run's number: those of all runs lie in one pipe before anybody takes one, and a small pipe holds 4,096."""
_BEHIND = 3
"""How much nicer to others a process is than the one that will wait for it."""

Wait = Callable[[], list[B]]
"""Waits for another process: a list of the one thing that it made, empty where it failed."""


def for_each(work: Callable[[A], B], things: Sequence[A], least: int) -> list[B]:
    """What the work returns for each thing, in their order; a pure function of each.

    ``least`` things are worth a process. On Linux this process and forked ones, which have all they need in memory
    already, take run after run until none is left; where a fork is not safe (other systems, other threads) or a process
    fails, the work is done here, so that results and exceptions are the same everywhere.
    """
    parts = min(_processors(), _MOST, len(things) // least) if _may_fork() else 1
    if parts < 2:
        return [work(thing) for thing in things]
    size = max(1, min(_RUN, len(things) // parts // 4), -(-len(things) // _MOST_RUNS))
    runs = [things[start : start + size] for start in range(0, len(things), size)]
    results: list[B] = []
    done = _shared_out(work, runs, parts)
    for number, run in enumerate(runs):
        results += done[number] if number in done else [work(thing) for thing in run]
    return results


def _shared_out(work: Callable[[A], B], runs: Sequence[Sequence[A]], parts: int) -> dict[int, list[B]]:
    """What the work made of each run, by its number, without those on which it failed in any of the processes."""
    try:
        heap = _heap(len(runs))
    except OSError:  # too many open files
        return {}

    def do_runs() -> Iterator[tuple[int, list[B]]]:
        for number in _taken(heap):
            yield number, [work(thing) for thing in runs[number]]

    def do_and_pack() -> list[tuple[int, bytes]]:
        return [(number, pickle.dumps(made)) for number, made in do_runs()]  # here, while others work, not at the end

    others = [_start(do_and_pack) for _ in range(parts - 1)]
    try:
        done = dict(do_runs())
    except Exception:  # noqa: BLE001 - it comes again, unless a thing before this one fails, too
        done = {}
    finally:
        for _ in _taken(heap):
            pass  # nothing is left for the others where the work failed here
        os.close(heap)
    for wait in others:
        done |= {number: pickle.loads(made) for packed in wait() for number, made in packed}  # noqa: S301 - our own
    return done


def beside(work: Callable[[], B], *, worth_it: bool) -> Callable[[], B]:
    """Begins the work, a pure function, and gives the function that waits for what it returns.

    Where it is ``worth_it`` and a fork is safe another process does the work; elsewhere, or where that process fails,
    it is done when it is waited for, so that results and exceptions are the same everywhere.
    """
    if not worth_it or _processors() < 2 or not _may_fork():
        return work

    def work_behind() -> B:
        os.nice(_BEHIND)  # on two processors three processes would hold up the one that goes on meanwhile
        return work()

    wait = _start(work_behind)

    def found() -> B:
        made = wait()
        return made[0] if made else work()

    return found


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _may_fork() -> bool:
    """Whether this is the only thread: of others, a library's own too (Typst keeps some), a fork has but the locks."""
    if sys.platform != "linux":
        return False
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _heap(count: int) -> int:
    """A pipe that holds the numbers below the count, each to be taken by one process."""
    heap, put = os.pipe()
    with os.fdopen(put, "wb") as numbers:
        numbers.write(b"".join(number.to_bytes(_NUMBER, "big") for number in range(count)))
    return heap


def _taken(heap: int) -> Iterator[int]:
    while number := os.read(heap, _NUMBER):
        yield int.from_bytes(number, "big")


def _start(work: Callable[[], B]) -> Wait[B]:
    """Begins the work in a process."""
    try:
        receiver, sender = multiprocessing.Pipe(duplex=False)
    except OSError:  # too many open files
        return list
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_send, args=(receiver, sender, work), daemon=True)
    gc.freeze()  # what is there is not looked through in the process, and so not copied for it
    try:
        process.start()
    except OSError:  # the system has no room for another process
        receiver.close()
        return list
    finally:
        gc.unfreeze()
        sender.close()  # the process holds the only end that sends: when it dies, the receiver learns it

    def wait() -> list[B]:
        with receiver:
            try:
                made: list[B] = [receiver.recv()]
            except (EOFError, OSError):  # it died before it sent, or while it did
                made = []
        process.join()
        return made

    return wait


def _send(receiver: Connection, sender: Connection, work: Callable[[], Any]) -> None:
    """Runs in the process."""
    receiver.close()  # where nobody waits any more, sending fails instead of lasting, and holding locks, for ever
    try:
        sender.send(work())
    except BaseException:  # noqa: BLE001 - the same exception meets the one who waits, who does the work again
        os._exit(1)
