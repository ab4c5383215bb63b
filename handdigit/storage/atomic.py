"""Files that processes share: replaced whole or not at all, and locked while they are in use."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from handdigit.errors import HanddigitError, os_errors_as

if sys.platform != "win32":
    import fcntl

ABANDONED_S = 24 * 3600.0
"""Where files cannot be held: one of this age belongs to no process that still writes it."""
_TEMPORARY = ".handdigit-{}.tmp"


class LockedError(HanddigitError):
    """Another process uses the file, or the folder."""


def write_atomically(path: Path, *content: bytes | memoryview) -> None:
    """Write ``content`` to a temporary file beside ``path``, then rename it over ``path``.

    A new file gets the permissions that the user's umask leaves, as any program's files do. A
    file that is replaced keeps its permissions: who made it private wants it to stay so.
    Temporary files that a killed process left in the folder are removed.

    Raises:
        HanddigitError: the folder or the disk does not take it; ``path`` is as before.
    """
    with os_errors_as(f"{path} cannot be written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary_beside(path) as temporary:
            with temporary.open("wb") as file:
                with contextlib.suppress(OSError):  # it is new, or the disk knows no permissions
                    shutil.copymode(path, temporary)
                file.writelines(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
            _sync_folder(path.parent)
    remove_leftovers(path.parent)


def _sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where a system lets one wait for that."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # not every file system does
            file = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)


@contextlib.contextmanager
def temporary_beside(path: Path, *, is_folder: bool = False) -> Iterator[Path]:
    """Make a hidden file or folder beside ``path``, to be renamed to it; else it goes at the end.

    It is held meanwhile: by that :func:`remove_leftovers` knows it from what is left.
    """
    while True:
        temporary = path.with_name(_TEMPORARY.format(secrets.token_hex(8)))
        if is_folder:
            temporary.mkdir()
        else:
            temporary.touch(exist_ok=False)
        try:
            with _held(temporary):
                if temporary.exists():  # or it was taken for a leftover before it was held
                    yield temporary
                    return
        finally:
            _remove(temporary)


def remove_leftovers(folder: Path, *, below: bool = False) -> None:
    """Remove what processes that are gone left half written in a folder, and in those below it."""
    pattern = _TEMPORARY.format("*")
    with contextlib.suppress(OSError):
        for leftover in folder.rglob(pattern) if below else folder.glob(pattern):
            with contextlib.suppress(OSError):  # it has just become somebody's file
                if _is_abandoned(leftover):
                    _remove(leftover)


def _remove(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        if temporary.is_dir():
            shutil.rmtree(temporary)
        else:
            temporary.unlink()


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold a file or folder until the end, or until the process is gone, whatever ends it."""
    with contextlib.ExitStack() as stack:
        if sys.platform != "win32":
            with contextlib.suppress(OSError):  # the file system knows no locks
                file = os.open(path, os.O_RDONLY)
                stack.callback(os.close, file)
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _is_abandoned(path: Path) -> bool:
    """Tell whether nobody holds a temporary file or folder; where that cannot be told, its age.

    Raises:
        OSError: there is no such file any more.
    """
    if sys.platform != "win32":
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            return False
        except OSError:
            pass
        finally:
            os.close(file)
    return time.time() - path.stat().st_mtime > ABANDONED_S


def require_no_link(path: Path, kind: type[HanddigitError] = HanddigitError) -> None:
    """Refuse what belongs into the data folder and is a link to somewhere else.

    The data folder itself may be a link: that is its user's choice. What a store writes stays in
    it, whatever lies there.

    Raises:
        HanddigitError: of ``kind``: it is a link.
    """
    if path.is_symlink():
        raise kind(
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
