"""Work shared out among as many processes as there are processors: one thing done for many, or two things at once."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

_MOST = 4


def for_each(work: Callable[[A], B], things: Sequence[A], least: int) -> list[B]:
    """What the work returns for each thing, in their order; a pure function of each.

    ``least`` things are worth a process. On Linux the things are dealt out to forked processes, which have all they
    need in memory already; where a fork is not safe (other systems, other threads) or a process fails, the work is done
    here, so that results and exceptions are the same everywhere.
    """
    parts = min(_processors(), _MOST, len(things) // least) if _may_fork() else 1
    if parts < 2:
        return [work(thing) for thing in things]
    shares = [things[part::parts] for part in range(parts)]  # in turn, as costly things stand together
    results: list[Any] = [None] * len(things)
    gc.freeze()  # what is there is not looked through in the processes, and so not copied for them
    try:
        started = [_start(work, share) for share in shares[1:]]
        results[::parts] = [work(thing) for thing in shares[0]]
        for part, (process, receiver) in enumerate(started, 1):
            results[part::parts] = _received(receiver) or [work(thing) for thing in shares[part]]
            process.join()
    finally:
        gc.unfreeze()
    return results


def beside(work: Callable[[], B], *, worth_it: bool) -> Callable[[], B]:
    """Begins the work, a pure function, and gives the function that waits for what it returns.

    Where it is ``worth_it`` and a fork is safe another process does the work; elsewhere, or where that process fails,
    it is done when it is waited for, so that results and exceptions are the same everywhere.
    """
    if not worth_it or _processors() < 2 or not _may_fork():
        return work
    gc.freeze()
    try:
        process, receiver = _start(lambda _: work(), (None,))
    finally:
        gc.unfreeze()

    def wait() -> B:
        made: list[B] | None = _received(receiver)
        process.join()
        return made[0] if made else work()

    return wait


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


def _start(work: Callable[[A], B], things: Sequence[A]) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_send, args=(sender, work, things), daemon=True)
    process.start()
    sender.close()  # the process holds the only end that sends: when it dies, the receiver learns it
    return process, receiver


def _send(sender: Connection, work: Callable[[A], B], things: Sequence[A]) -> None:
    """Runs in the process."""
    try:
        sender.send([work(thing) for thing in things])
    except BaseException:  # noqa: BLE001 - the same exception meets the one who waits, who does the work again
        os._exit(1)


def _received(receiver: Connection) -> list[B] | None:
    """What the process made; None where it died."""
    with receiver:
        try:
            found: list[B] = receiver.recv()
        except EOFError:
            return None
    return found
