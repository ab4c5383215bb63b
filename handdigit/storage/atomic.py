"""Files that processes share: replaced whole or not at all, and locked while they are in use."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from handdigit.errors import HanddigitError, os_errors_as

ABANDONED_S = 24 * 3600.0
"""A temporary file of this age belongs to no process that still writes it."""
_TEMPORARY = ".handdigit-{}.tmp"


class LockedError(HanddigitError):
    """Another process uses the file, or the folder."""


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to a temporary file beside ``path``, then rename it over ``path``.

    A new file gets the permissions that the user's umask leaves, as any program's files do. A
    file that is replaced keeps its permissions: who made it private wants it to stay so.
    Temporary files that a killed process left in the folder are removed a day later.

    Raises:
        HanddigitError: the folder or the disk does not take it; ``path`` is as before.
    """
    with os_errors_as(f"{path} cannot be written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = temporary_beside(path)
        try:
            with temporary.open("xb") as file:
                with contextlib.suppress(OSError):  # it is new, or the disk knows no permissions
                    shutil.copymode(path, temporary)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    _remove_abandoned(path.parent)


def temporary_beside(path: Path) -> Path:
    """Return a hidden path in the same folder that nothing has, to be renamed to ``path``."""
    return path.with_name(_TEMPORARY.format(secrets.token_hex(8)))


def require_no_link(path: Path) -> None:
    """Refuse what belongs into the data folder and is a link to somewhere else.

    The data folder itself may be a link: that is its user's choice. What a store writes stays in
    it, whatever lies there.

    Raises:
        HanddigitError: it is a link.
    """
    if path.is_symlink():
        raise HanddigitError(
            f"{path} is a link, and nothing is written outside of {path.parent}: put what it "
            "leads to in its place."
        )


@contextlib.contextmanager
def locked(path: Path, busy: str, *, timeout_s: float) -> Iterator[None]:
    """Hold the lock file ``path``, which no other process or thread can hold meanwhile.

    Raises:
        LockedError: another holds it for longer than ``timeout_s``; the text is ``busy``.
        HanddigitError: the folder cannot be written.
    """
    from filelock import FileLock, Timeout  # the window is painted before anything is locked

    lock = FileLock(path, timeout=timeout_s)
    with os_errors_as(f"{path.parent} cannot be written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout:
            raise LockedError(busy) from None
    try:
        yield
    finally:
        lock.release()


def _remove_abandoned(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for leftover in folder.glob(_TEMPORARY.format("*")):
            with contextlib.suppress(OSError):  # it has just become somebody's file
                if time.time() - leftover.stat().st_mtime > ABANDONED_S:
                    leftover.unlink()
