from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator import content, workers
from generator.content import Content, read_content
from generator.workers import beside, for_each
from tests.site import SITES, copy_small

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems work in one process")


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of three processors; a test's own threads do not count."""
    monkeypatch.setattr(workers, "_processors", lambda: 3)
    monkeypatch.setattr(workers, "_may_fork", lambda: True)


@pytest.mark.usefixtures("three")
def test_results_stand_in_the_order_of_the_things() -> None:
    assert for_each(lambda number: number * number, range(10), 2) == [number * number for number in range(10)]


@pytest.mark.usefixtures("three")
def test_every_process_takes_of_the_work_until_none_is_left(tmp_path: Path) -> None:
    def work(number: int) -> int:
        (tmp_path / str(os.getpid())).touch()
        until = time.monotonic() + 20
        while len(list(tmp_path.iterdir())) < 3 and time.monotonic() < until:
            time.sleep(0.01)
        return os.getpid()

    places = for_each(work, range(9), 3)
    assert len(set(places)) == 3
    assert os.getpid() in places


@pytest.mark.usefixtures("three")
def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(multiprocessing.get_context("fork").Process, "start", refuse)
    assert for_each(lambda _: os.getpid(), range(9), 3) == [os.getpid()] * 9
    assert beside(os.getpid, worth_it=True)() == os.getpid()


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("things", [0, 1, 5])
def test_few_things_stay_here(things: int) -> None:
    assert for_each(lambda _: os.getpid(), range(things), 3) == [os.getpid()] * things


@pytest.mark.usefixtures("three")
def test_many_runs_large_results_none_and_empty_ones_come_back_in_order() -> None:
    def work(number: int) -> bytes | list[int] | None:
        return bytes(1_000) if number % 3 == 0 else [] if number % 3 == 1 else None

    things = range(3_500)
    assert for_each(work, things, 1) == [work(number) for number in things]
    assert for_each(lambda number: number, range(100_003), 1) == list(range(100_003))


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("turn", range(5))
def test_the_exception_is_that_of_the_first_thing_and_nothing_goes_on(tmp_path: Path, turn: int) -> None:
    def work(number: int) -> int:
        (tmp_path / str(number)).touch()
        time.sleep(0.002)
        return 1 // (number % 30 - 7)

    with pytest.raises(ZeroDivisionError, match="by zero"):
        for_each(work, range(200), 3)
    there = len(list(tmp_path.iterdir()))
    time.sleep(0.1)
    assert len(list(tmp_path.iterdir())) == there
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("three")
def test_of_several_exceptions_the_one_of_one_process_comes() -> None:
    def work(number: int) -> int:
        if number in (3, 200, 400):
            raise ValueError(number)
        return number

    for _ in range(10):
        with pytest.raises(ValueError, match=r"^3$"):
            for_each(work, range(500), 3)


@pytest.mark.usefixtures("three")
def test_what_a_killed_process_leaves_is_done_here() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return number

    assert for_each(work, range(9), 3) == list(range(9))


@pytest.mark.usefixtures("three")
def test_what_a_process_killed_while_it_sends_leaves_is_done_here() -> None:
    here = os.getpid()

    class Deadly:
        def __reduce__(self) -> tuple[object, tuple[bytes]]:
            if os.getpid() != here:
                threading.Timer(0.3, os._exit, (9,)).start()
            return bytes, (bytes(50_000_000),)

    waits = beside(Deadly, worth_it=True)
    time.sleep(1)  # the pipe is full, the process dies with the rest of it
    assert isinstance(waits(), Deadly)


def test_a_killed_build_leaves_no_process_that_holds_its_lock(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    program = (
        "import fcntl, os, signal, sys\n"
        "from generator import workers\n"
        "workers._processors = lambda: 3\n"
        "lock = open(sys.argv[1], 'w')\n"
        "fcntl.flock(lock, fcntl.LOCK_EX)\n"
        "here = os.getpid()\n"
        "def work(number):\n"
        "    if number == 900: os.kill(here, signal.SIGKILL)\n"
        "    return bytes(1_000)\n"
        "workers.beside(lambda: bytes(1_000_000), worth_it=True)\n"
        "workers.for_each(work, range(1_000), 3)\n"
    )
    place = tmp_path / "khoa"
    subprocess.run([sys.executable, "-c", program, place], check=False, timeout=60)
    with place.open() as lock:
        until = time.monotonic() + 20
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                assert time.monotonic() < until, "the lock is held"
                time.sleep(0.05)


def test_beside_another_thread_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 3)
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert for_each(lambda _: os.getpid(), range(9), 3) == [os.getpid()] * 9
    finally:
        done.set()
        other.join()


def test_beside_the_threads_of_a_library_nothing_is_forked() -> None:
    """Typst keeps threads that Python does not count; a fork would wait for them for ever."""
    program = (
        "import os, typst; from generator.workers import beside\n"
        "alone = len(os.listdir('/proc/self/task')) == 1\n"
        "typst.compile(b'x')\n"
        "place = beside(os.getpid, worth_it=True)()\n"
        "print(alone, len(os.listdir('/proc/self/task')) == 1 or place == os.getpid())"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout == "True True\n"


@pytest.mark.usefixtures("three")
def test_content_read_by_three_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records and their order, what is wrong with the others, what could not be read."""
    mistakes = ("bad-utf-8", "duplicate-key", "empty-file", "ten-errors", "words-behind-a-sign")
    folder = copy_small(tmp_path, *(SITES / "broken" / mistake / "content" for mistake in mistakes))
    alone = read_content(folder)
    monkeypatch.setattr(content, "_WORTH_A_PROCESS", 4)
    together = read_content(folder)
    assert [_written(together[0]), together[1]] == [_written(alone[0]), alone[1]]
    assert len(together[1]) > 10
    assert [entry.id for entry in together[0].all()] == [entry.id for entry in alone[0].all()]


@pytest.mark.usefixtures("three")
def test_work_beside_is_done_in_another_process_and_waited_for() -> None:
    waits = beside(os.getpid, worth_it=True)
    place = waits()
    assert place != os.getpid()


@pytest.mark.usefixtures("three")
def test_work_that_is_not_worth_a_process_is_done_here() -> None:
    assert beside(os.getpid, worth_it=False)() == os.getpid()


@pytest.mark.usefixtures("three")
def test_an_exception_beside_meets_the_one_who_waits() -> None:
    waits = beside(lambda: [1 // 0], worth_it=True)
    with pytest.raises(ZeroDivisionError, match="by zero"):
        waits()


def _written(found: Content) -> dict[str, object]:
    """All that the content holds, its entries told by what stands in them."""
    entries = {kind: {id_: vars(entry) for id_, entry in of.items()} for kind, of in found.entries.items()}
    return {**vars(found), "entries": entries}
