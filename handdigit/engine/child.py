"""A spawned process, the pipe to it, and its end as an event."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from handdigit.engine.wire import Wire

GRACE_S = 0.6
"""How long a child may take to end by itself once asked; then it is terminated."""
TERMINATE_S = 0.4
"""How long it may take to end once terminated; then it is killed."""


class Child:
    """A process that runs ``target(wire)``.

    ``on_message`` and ``on_end`` are called from a thread of this object. Sending never
    blocks: another thread writes to the pipe, so a child that hangs cannot hang its parent.
    """

    def __init__(
        self,
        target: Callable[[Wire], None],
        on_message: Callable[[Any], None],
        on_end: Callable[[], None],
    ) -> None:
        """Start the process; ``target`` must be importable by name."""
        context = multiprocessing.get_context("spawn")
        near_end, far_end = context.Pipe()
        self._wire = Wire(near_end)
        self._process = context.Process(target=run_child, args=(target, far_end), daemon=True)
        self._process.start()
        far_end.close()  # the child's copy is the only one left: its death is an end of file
        self._on_message = on_message
        self._on_end = on_end
        self._stopping = threading.Event()
        self._outbox: SimpleQueue[Any] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="child-reader", daemon=True)
        self._writer = threading.Thread(target=self._write, name="child-writer", daemon=True)
        self._reader.start()
        self._writer.start()

    @property
    def pid(self) -> int:
        """The operating system's number of the process."""
        assert self._process.pid is not None  # it was started in the constructor
        return self._process.pid

    def send(self, message: object) -> None:
        """Send a message; one that can no longer arrive is dropped."""
        self._outbox.put(message)

    def stop(self, farewell: object, *, grace_s: float = GRACE_S) -> None:
        """Ask the process to end; after ``grace_s`` make it end."""
        self._stopping.set()
        self._outbox.put(farewell)
        self._outbox.put(None)
        self._process.join(grace_s)
        for end in (self._process.terminate, self._process.kill):
            if self._process.is_alive():
                end()
                self._process.join(TERMINATE_S)
        self._release()

    def _release(self) -> None:
        self._outbox.put(None)
        self._writer.join()
        if self._reader is not threading.current_thread():
            self._reader.join()
        self._wire.close()

    def _read(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                self._on_message(self._wire.recv())
        if not self._stopping.is_set():
            self._process.join(TERMINATE_S)
            if self._process.is_alive():  # it closed its pipe and lives on: of no use
                self._process.kill()
            self._release()
            self._on_end()

    def _write(self) -> None:
        with contextlib.suppress(OSError):  # the reader reports a broken pipe
            while (message := self._outbox.get()) is not None:
                self._wire.send(message)


def run_child(target: Callable[[Wire], None], connection: Connection) -> None:
    """Run ``target`` in the child: Ctrl-C is the parent's business, its death ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None  # this is a child

    def end_with_parent() -> None:
        parent.join()
        os._exit(0)

    threading.Thread(target=end_with_parent, name="parent-watch", daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError):
        target(Wire(connection))
