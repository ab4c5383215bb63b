"""What strikes a process: each fault is a context, and at its end the fault is gone."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from handdigit.storage.paths import AppPaths
from tests.processes import kill

DISK = "8m"
"""What the folder's disk takes before it is filled."""
YEAR_S = 365 * 24 * 3600
STANDING = 8
"""Descriptors that a process opens at its start and keeps, and may wait on, at the least."""
IS_ROOT = os.geteuid() == 0


@dataclass(frozen=True, slots=True)
class Target:
    """What a fault strikes."""

    data: Path
    """The data folder, which is there already."""
    pid: int = 0
    """The process, which runs already, unless the fault is there before it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which the world outside of a process goes wrong."""

    name: str
    strike: Callable[[Target], AbstractContextManager[None]]
    launcher: tuple[str, ...] = ()
    """What starts a process that has the fault from its start."""
    own_disk: bool = False
    """Whether the data folder must be a disk of its own."""
    before_start: bool = False
    """Whether it strikes what lies there before the process starts, not the process."""


@contextmanager
def _killed(target: Target) -> Iterator[None]:
    kill(target.pid)
    yield


@contextmanager
def _stopped(target: Target) -> Iterator[None]:
    os.kill(target.pid, signal.SIGSTOP)
    yield
    os.kill(target.pid, signal.SIGCONT)


@contextmanager
def _disk_full(target: Target) -> Iterator[None]:
    if not IS_ROOT:  # as near as an ordinary user comes: no file takes another byte
        soft, hard = resource.prlimit(target.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(target.pid, resource.RLIMIT_FSIZE, (0, hard))
        yield
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(target.pid, resource.RLIMIT_FSIZE, (soft, hard))
        return
    filler = target.data / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(1 << 20)):
            pass
    yield
    filler.unlink()


@contextmanager
def _read_only(target: Target) -> Iterator[None]:
    folder = str(target.data)
    if not IS_ROOT:  # root may write whatever the permissions are
        target.data.chmod(0o555)
        yield
        target.data.chmod(0o755)
        return
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    yield
    subprocess.run(["umount", folder], check=True)


@contextmanager
def _vanished(target: Target) -> Iterator[None]:
    shutil.rmtree(target.data)
    yield


@contextmanager
def _locked(target: Target) -> Iterator[None]:
    database = sqlite3.connect(AppPaths(target.data).samples, isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    yield
    database.execute("ROLLBACK")
    database.close()


@contextmanager
def _clock_back(target: Target) -> Iterator[None]:
    for path in target.data.rglob("*"):
        ahead = path.stat().st_mtime + YEAR_S
        os.utime(path, (ahead, ahead))
    yield


@contextmanager
def _no_descriptors(target: Target) -> Iterator[None]:
    soft, hard = resource.prlimit(target.pid, resource.RLIMIT_NOFILE)
    taken = {int(entry.name) for entry in Path(f"/proc/{target.pid}/fd").iterdir()}
    lowest_free = next(number for number in range(soft) if number not in taken)
    none = min(lowest_free, STANDING)  # a higher one may be a file that is just being written
    resource.prlimit(target.pid, resource.RLIMIT_NOFILE, (none, hard))
    yield
    with contextlib.suppress(ProcessLookupError):  # it has ended
        resource.prlimit(target.pid, resource.RLIMIT_NOFILE, (soft, hard))


@contextmanager
def _links(target: Target) -> Iterator[None]:
    """Put links in place of all that lies in the data folder, and of what may come to."""
    outside = target.data.with_name("outside")
    outside.mkdir()
    paths = AppPaths(target.data)
    places = {entry for entry in target.data.iterdir() if not entry.name.startswith(".")}
    places |= {paths.samples, paths.settings, paths.log}
    places |= {paths.models, paths.runs, paths.recipes, paths.networks, paths.mnist, paths.drawings}
    for place in places:
        if place.exists():
            place.rename(outside / place.name)
        place.symlink_to(outside / place.name)
    before = _contents(outside)
    yield
    assert _contents(outside) == before, "a link was followed out of the data folder"
    for place in places:
        if place.is_symlink():
            place.unlink()
            with contextlib.suppress(FileNotFoundError):
                (outside / place.name).rename(place)


def _contents(folder: Path) -> dict[Path, bytes | None]:
    return {p: p.read_bytes() if p.is_file() else None for p in folder.rglob("*")}


@contextmanager
def _there_from_the_start(_target: Target) -> Iterator[None]:
    yield


UNSHARE = ("unshare", "--mount") if IS_ROOT else ("unshare", "--user", "--map-root-user", "--mount")
SMALL_SHM = 'mount -t tmpfs -o size=64k tmpfs /dev/shm && exec "$@"'
KILLED = Fault("kill -9", _killed)
STOPPED = Fault("SIGSTOP, SIGCONT", _stopped)
VANISHED = Fault("vanished folder", _vanished)
CLOSED = Fault(
    "closed streams", _there_from_the_start, ("sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh")
)
FAULTS = (
    KILLED,
    STOPPED,
    Fault("disk full", _disk_full, own_disk=IS_ROOT),
    Fault("read-only folder", _read_only),
    VANISHED,
    Fault("locked database", _locked),
    Fault("clock a year back", _clock_back),
    Fault("tiny /dev/shm", _there_from_the_start, (*UNSHARE, "sh", "-c", SMALL_SHM, "sh")),
    Fault("no descriptors", _no_descriptors),
    CLOSED,
    Fault("links", _links, before_start=True),
)


@contextmanager
def data_folder(fault: Fault, folder: Path) -> Iterator[Path]:
    """Make the data folder that a fault needs; skip the test where that cannot be."""
    data = folder / "data"
    data.mkdir()
    if fault.launcher and subprocess.run([*fault.launcher, "true"], check=False).returncode:
        pytest.skip(f"{fault.name}: needs the right to run {fault.launcher[0]}")
    if not fault.own_disk:
        yield data
        return
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(data)]
    if subprocess.run(mount, check=False).returncode:
        pytest.skip(f"{fault.name}: needs the right to mount a disk")
    try:
        yield data
    finally:
        subprocess.run(["umount", "--lazy", str(data)], check=True)
