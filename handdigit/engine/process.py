"""A spawned process, the pipe to it, its log, and its end as an event."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from types import MappingProxyType
from typing import Any, NamedTuple

from handdigit.cores import core_count
from handdigit.engine.transport import Transport

GRACE_S = 0.6
"""How long a child may take to end by itself once asked; then it is terminated."""
TERMINATE_S = 0.4
"""How long it may take to end once terminated; then it is killed."""
DEVICES = ("auto", "cpu", "cuda", "mps")
"""Where a process may be asked to compute; ``auto`` is a GPU that works, else the CPU."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Logged:
    """A log record of a child, on its way to the parent's log."""

    logger: str
    level: int
    text: str
    """With the traceback, if there is one."""


class Spawned(NamedTuple):
    """A process that has been started, and the pipe to it. Nobody listens yet."""

    process: SpawnProcess
    connection: Connection
    name: str
    """What the function is called that it runs."""


def spawn(target: Callable[[Transport], None]) -> Spawned:
    """Start a process that runs ``target(transport)``, which must be importable by name."""
    context = multiprocessing.get_context("spawn")
    near_end, far_end = context.Pipe()
    process = context.Process(target=run_child, args=(target, far_end), daemon=True)
    process.start()
    far_end.close()  # the child's copy is the only one left: its death is an end of file
    return Spawned(process, near_end, target.__name__)


class Child:
    """A process that was spawned, and the threads that talk with it.

    ``on_message`` and ``on_end`` are called from a thread of this object, with this object
    first, so that whoever has replaced a child can tell it from the new one. An exception in
    either thread is logged and ends the child. Sending never blocks: another thread writes to
    the pipe, so a child that hangs cannot hang its parent. What the child logs goes to this
    process's log.
    """

    def __init__(
        self,
        target: Callable[[Transport], None] | Spawned,
        on_message: Callable[[Child, Any], None],
        on_end: Callable[[Child], None],
    ) -> None:
        """Listen to a process, which is spawned unless it has been."""
        spawned = target if isinstance(target, Spawned) else spawn(target)
        self._process, connection, self._name = spawned
        self._transport = Transport(connection)
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
        self._transport.close()

    def _read(self) -> None:
        try:
            while (message := self._receive()) is not None:
                self._take(message)
        except Exception:
            _log.exception("a message from %s could not be taken: it is ended", self._name)
            self._process.kill()
        if not self._stopping.is_set():
            self._process.join(TERMINATE_S)
            if self._process.is_alive():  # it closed its pipe and lives on: of no use
                self._process.kill()
                self._process.join(TERMINATE_S)
            if self._process.exitcode:
                _log.error("%s ended with exit code %d", self._name, self._process.exitcode)
            self._release()
            self._on_end(self)

    def _receive(self) -> object | None:
        """Return the next message, None once the pipe is closed."""
        try:
            message: object = self._transport.recv()
        except (EOFError, OSError):
            return None
        return message

    def _take(self, message: object) -> None:
        if isinstance(message, Logged):
            _log.log(message.level, "%s: %s: %s", self._name, message.logger, message.text)
        else:
            self._on_message(self, message)

    def _write(self) -> None:
        try:
            while (message := self._outbox.get()) is not None:
                self._transport.send(message)
        except OSError:
            pass  # the reader notices that the pipe is broken
        except Exception:
            _log.exception("a message to %s could not be sent: it is ended", self._name)
            self._process.kill()


class _ParentsLog(logging.Handler):
    """Sends what is logged in a child to its parent."""

    def __init__(self, transport: Transport) -> None:
        super().__init__()
        self._transport = transport

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._transport.send(Logged(record.name, record.levelno, self.format(record)))
        except OSError:
            pass  # the parent is gone, and its log with it
        except Exception:
            self.handleError(record)


def run_child(target: Callable[[Transport], None], connection: Connection) -> None:
    """Run ``target`` in the child: Ctrl-C is the parent's business, its death ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None  # this is a child

    def end_with_parent() -> None:
        parent.join()
        os._exit(0)

    threading.Thread(target=end_with_parent, name="parent-watch", daemon=True).start()
    transport = Transport(connection)
    logging.getLogger().addHandler(_ParentsLog(transport))
    logging.getLogger("handdigit").setLevel(logging.INFO)
    threading.excepthook = log_thread_exception
    try:
        target(transport)
    except OSError as error:  # the system refuses something, as another open file
        _log.error("it cannot go on: %s", error)
        sys.exit(1)
    except Exception:  # an end of file too: if the parent is gone, nobody reads it
        _log.exception("uncaught exception")
        sys.exit(1)


def log_thread_exception(uncaught: threading.ExceptHookArgs) -> None:
    """Log an exception that ended a thread: for :data:`threading.excepthook`."""
    name = uncaught.thread.name if uncaught.thread else "an ended thread"
    _log.error("uncaught exception in %s", name, exc_info=uncaught.exc_value or uncaught.exc_type())


NICENESS = 10
BELOW_NORMAL_PRIORITY_CLASS = 0x4000
"""https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-setpriorityclass"""
M_TRIM_THRESHOLD, M_MMAP_MAX = -1, -4
"""https://man7.org/linux/man-pages/man3/mallopt.3.html"""
MOST = 2**31 - 1
IDLE_THREADS: Mapping[str, str] = MappingProxyType(
    {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "1000"}
)
"""How OpenMP's idle threads wait: environment variables, see :func:`let_idle_threads_sleep`.

They must sleep, not spin: training is 3 to 5 times faster on shared cores. But not at once: GNU's
spin a few microseconds first, about as long as it takes to begin the next operation, for a thread
that sleeps is slow to wake.
"""


def let_idle_threads_sleep() -> None:
    """Set :data:`IDLE_THREADS` for this process and its children, before torch loads.

    What the user has set stays; a policy of theirs stays alone, for a number of turns would
    overrule it.
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.update(IDLE_THREADS | os.environ)


BLAS_THREADS = "OPENBLAS_NUM_THREADS"
"""In the environment: how many threads NumPy multiplies with."""


def import_numpy_without_threads() -> None:
    """Import NumPy without threads to multiply matrices: window and engine multiply small ones.

    Such threads turn for 30 ms before they sleep, on the core on which the other process loads.
    """
    wanted = os.environ.get(BLAS_THREADS)
    os.environ[BLAS_THREADS] = wanted or "1"
    import numpy as np  # noqa: F401

    if wanted is None:
        del os.environ[BLAS_THREADS]  # processes that train multiply larger ones


def keep_freed_memory() -> None:
    """Let this process use freed memory again instead of giving it back to the system.

    A step of training frees all its maps and gradients. glibc returns blocks of that size at once,
    and the next step waits for the system to clear the same pages again: up to a fifth of its
    time. With another C library nothing changes.
    """
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        # Only both: without the first, the second alone makes it ask the system more often.
        if library.mallopt(M_MMAP_MAX, 0):
            library.mallopt(M_TRIM_THRESHOLD, MOST)


def thread_count() -> int:
    """Return on how many threads to train: one core is left to the window."""
    return max(1, core_count() - 1)


def lower_priority() -> None:
    """Let every other program go first."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(NICENESS)


def let_torch_log_as_all_else() -> None:
    """Send what torch logs to the parent too, once torch is loaded.

    Its own handlers would write it to the standard error stream, and import the whole compiler to
    format a traceback, be it that a file cannot be opened.
    """
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        if name.partition(".")[0] == "torch" and logger.handlers:
            logger.handlers.clear()
            logger.propagate = True


def prepare_training() -> None:
    """Make this process one that trains beside the window, and load torch."""
    lower_priority()
    import torch  # only here: the command line and the window import this module, too

    let_torch_log_as_all_else()
    keep_freed_memory()
    torch.set_num_threads(thread_count())
