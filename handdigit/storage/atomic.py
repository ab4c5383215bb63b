"""Files that processes share: replaced whole or not at all, and locked while they are in use."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from handdigit.budgets import MB, FileBudget
from handdigit.errors import HanddigitError, os_errors_as
from handdigit.sentences import sentence

if sys.platform != "win32":
    import fcntl

ABANDONED_S = 24 * 3600.0
"""Where files cannot be held: one of this age belongs to no process that still writes it."""
CLAIM_PATIENCE_S = 0.2
"""Who looks whether a claim is abandoned holds it for a moment, too."""
CLAIM_POLL_S = 0.01
_TEMPORARY = ".handdigit-{}.tmp"


class LockedError(HanddigitError):
    """Another process uses the file, or the folder."""


class TakenError(HanddigitError):
    """There is a file where one was to be put that may replace none; it is kept beside that."""

    def __init__(self, path: Path, kept: Path) -> None:
        """Say that what was to be at ``path`` is at ``kept``."""
        super().__init__(
            sentence(
                "{0} is there and was not to be replaced: it was left as it is, and what "
                "was made is kept beside it as {1}.",
                path,
                kept.name,
            )
        )
        self.kept = kept


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Tells a file, or a link, from any other that has its path at another time."""

    inode: int
    size: int
    """In bytes."""
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> FileIdentity | None:
        """Return that of what is at ``path``; None where nothing can be seen."""
        try:
            found = path.lstat()
        except OSError:
            return None
        return cls(found.st_ino, found.st_size, found.st_mtime_ns)


def write_atomically(
    path: Path,
    *content: bytes | memoryview,
    overwrite: bool = True,
    budget: FileBudget | None = None,
) -> None:
    """Write ``content`` to a temporary file beside ``path``, then rename it over ``path``.

    A new file gets the permissions that the user's umask leaves, as any program's files do. A
    file that is replaced keeps its permissions: who made it private wants it to stay so.
    Temporary files that a killed process left in the folder are removed.

    Args:
        path: the file.
        content: all of it, piece by piece.
        overwrite: whether it may replace a file. If not, and there is one by now, the content is
            kept beside it under a name with a number.
        budget: of whoever reads the file.

    Raises:
        TakenError: it was not to be replaced; the text says where the content is.
        HanddigitError: the folder or the disk does not take it, it is too large to be read, or
            ``path`` is no file; ``path`` is as before.
    """
    size = sum(memoryview(piece).nbytes for piece in content)
    if budget is not None and size > budget.size:
        raise HanddigitError(
            sentence(
                "{0} would have {1:,} MB; {2} up to {3:,} MB are read: keep less in it.",
                path,
                -(-size // MB),
                budget.what,
                budget.size // MB,
            )
        )
    kept = path
    with os_errors_as(sentence("{0} cannot be written", path)):
        if overwrite:
            _require_file_or_nothing(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary_beside(path) as temporary:
            with temporary.open("wb") as file:
                if overwrite:
                    with contextlib.suppress(OSError):  # it is new, or the disk has no permissions
                        shutil.copymode(path, temporary)
                file.writelines(content)
                file.flush()
                os.fsync(file.fileno())
            if overwrite:
                temporary.replace(path)
            else:
                kept = _put_at_free_name(temporary, path)
            sync_folder(path.parent)
    remove_leftovers(path.parent)
    if kept != path:
        raise TakenError(path, kept)


def _require_file_or_nothing(path: Path) -> None:
    """Refuse what would be lost if a file took its place; of a link only the link would go.

    Raises:
        HanddigitError: it is a folder, a pipe or a device.
        OSError: it cannot be seen.
    """
    with contextlib.suppress(FileNotFoundError):
        if S_ISDIR(path.stat().st_mode):
            raise HanddigitError(sentence("{0} is a folder: name a file.", path))
        mode = path.lstat().st_mode
        if not S_ISREG(mode) and not S_ISLNK(mode):
            raise HanddigitError(sentence("{0} is a pipe or a device: name a file.", path))


def _put_at_free_name(temporary: Path, path: Path) -> Path:
    """Rename a file to ``path`` or, where there is something, to a name with a number."""
    numbered = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in itertools.count(2))
    return next(name for name in itertools.chain((path,), numbered) if _is_put_at(name, temporary))


def _is_put_at(path: Path, temporary: Path) -> bool:
    """Give a file a name; return False if something has it, which stays as it is."""
    try:
        if sys.platform == "win32":
            temporary.rename(path)
            return True
        try:
            path.hardlink_to(temporary)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            path.touch(exist_ok=False)  # from here on the name is ours
            try:
                temporary.replace(path)
            except OSError:
                path.unlink()
                raise
    except FileExistsError:
        return False
    return True


def sync_folder(folder: Path) -> None:
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
                _remove_abandoned(leftover)


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


def _remove_abandoned(path: Path) -> None:
    """Remove a temporary file or folder that nobody holds; where that cannot be told, an old one.

    Raises:
        OSError: there is no such file any more.
    """
    if sys.platform != "win32":
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(file), path.stat()):
                _remove(path)  # before it is let go: nobody claims it in between
            return
        except BlockingIOError:
            return
        except OSError:
            pass
        finally:
            os.close(file)
    if time.time() - path.stat().st_mtime > ABANDONED_S:
        _remove(path)


@contextlib.contextmanager
def claimed(path: Path) -> Iterator[None]:
    """Keep every other process from making a file for ``path`` meanwhile.

    The claim is a temporary file beside ``path`` that is held to the end, so it binds processes
    that share nothing but ``path``. What a killed one leaves of it claims nothing, and goes as
    any leftover does. Where files cannot be held, nothing is claimed.

    Raises:
        LockedError: another process makes one.
        HanddigitError: no file can be written there.
    """
    busy = sentence(
        "Another handdigit is going to write {0}: wait for it, or name another file.", path
    )
    with contextlib.ExitStack() as claim:
        with os_errors_as(sentence("{0} cannot be written", path)):
            _require_file_or_nothing(path)
            folder = path.parent.resolve()
            missing = [part for part in (folder, *folder.parents) if not part.exists()]
            folder.mkdir(parents=True, exist_ok=True)
            claim.callback(_remove_empty, missing)
            name = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]
            beside = folder / _TEMPORARY.format(name)
            if sys.platform == "win32":
                claim.callback(_remove, beside)
                claim.enter_context(locked(beside, busy, timeout_s=CLAIM_PATIENCE_S))
            else:
                claim.callback(os.close, _descriptor_that_holds(beside, busy))
                claim.callback(_remove, beside)  # before it is let go
        yield


def _descriptor_that_holds(path: Path, busy: str) -> int:
    """Make a file that nobody else holds, or take over one that is left; return how it is held.

    Raises:
        LockedError: another process holds it; the text is ``busy``.
    """
    until = time.monotonic() + CLAIM_PATIENCE_S
    while True:
        file = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_NONBLOCK | os.O_NOFOLLOW, 0o666)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            if time.monotonic() > until:
                raise LockedError(busy) from None
            time.sleep(CLAIM_POLL_S)
            continue
        except OSError:  # the file system knows no locks
            return file
        if path.exists() and os.path.samestat(os.fstat(file), path.stat()):
            return file
        os.close(file)  # who held it has removed it meanwhile


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


def require_no_link(path: Path, kind: type[HanddigitError] = HanddigitError) -> None:
    """Refuse what belongs into the data folder and is a link to somewhere else.

    The data folder itself may be a link: that is its user's choice. What a store writes stays in
    it, whatever lies there.

    Raises:
        HanddigitError: of ``kind``: it is a link.
    """
    if path.is_symlink():
        raise kind(
            sentence(
                "{0} is a link, and nothing is written outside of {1}: put what it leads to "
                "in its place.",
                path,
                path.parent,
            )
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
    with os_errors_as(sentence("{0} cannot be written", path.parent)):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout:
            raise LockedError(busy) from None
    try:
        yield
    finally:
        lock.release()
