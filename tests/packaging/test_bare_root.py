"""The packages in the root of a computer that has nothing else: no Python, an empty home."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.packaging.frozen_window import (
    PATIENCE_S,
    TRAINING_S,
    Window,
    eventually,
    find_window,
    strokes_of,
)

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(
        sys.platform != "linux" or os.geteuid() != 0 or shutil.which("debootstrap") is None,
        reason="needs debootstrap, and root to use it",
    ),
]

MIRROR = os.environ.get("HANDDIGIT_MIRROR", "http://deb.debian.org/debian")
ANY_DESKTOP = (
    *("libegl1", "libgl1", "libfontconfig1", "libxkbcommon0", "xkb-data"),
    *("libdbus-1-3", "libxcb1", "libx11-6", "fonts-dejavu-core"),
)
"""What the archive takes for granted."""
ENTER = """
mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" || exit 125
chroot "$@"
exit $?
"""
PERSON = "1000:1000"
HOME = "home/person"


def in_root(root: Path, *command: str | Path, user: str = "0:0") -> list[str]:
    """Return a command that runs in a root, with processes and mounts of its own that end with it.

    It is told of nothing that is outside.
    """
    space = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", ENTER]
    path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin"
    told = ["env", "-i", path, f"HOME=/{HOME}", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
    if display := os.environ.get("HANDDIGIT_TEST_DISPLAY"):
        told.append(f"DISPLAY={display}")
    return [*space, str(root), f"--userspec={user}", str(root), *told, *map(str, command)]


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bare") / "root"
    release = platform.freedesktop_os_release()["VERSION_CODENAME"]
    subprocess.run(["debootstrap", "--variant=minbase", release, root, MIRROR], check=True)
    assert not [*root.glob("usr/bin/python*"), *root.glob("usr/lib/python*")]
    return root


@pytest.fixture
def root(debian: Path, tmp_path: Path) -> Path:
    """Return a bare root of its own, in which somebody has an empty home."""
    root = tmp_path / "root"
    subprocess.run(["cp", "-a", "--reflink=auto", debian, root], check=True)
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc", name), root / "etc" / name)
    (root / HOME).mkdir()
    os.chown(root / HOME, *map(int, PERSON.split(":")))
    return root


def install(root: Path, *packages: str) -> None:
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    subprocess.run(in_root(root, *command), check=True)


@pytest.fixture
def start(display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Window]]:
    monkeypatch.setenv("HANDDIGIT_TEST_DISPLAY", display)
    started: list[subprocess.Popen[bytes]] = []

    def start(root: Path, *command: str) -> Window:
        program = subprocess.Popen(in_root(root, *command, user=PERSON))
        started.append(program)
        return Window(program, display, eventually(lambda: find_window(program, display)))

    yield start
    for program in started:
        program.kill()
        program.wait()


def use(window: Window, bundle: Path, root: Path) -> None:
    """Draw, train for an epoch, close; nothing is wrong."""
    window.draw(strokes_of(bundle, "seven"))
    eventually(lambda: window.title == "7 – handdigit")
    window.press("alt+7")
    eventually(window.click_accent)  # Train
    kept = root / HOME / ".local" / "share" / "handdigit"
    eventually(lambda: list((kept / "models").glob("*.safetensors")), TRAINING_S)
    window.press("ctrl+q")
    assert window.program.wait(PATIENCE_S) == 0
    assert (kept / "handdigit.log").read_text() == ""


def test_the_debian_package_brings_all_it_needs(
    dist: Path, bundle: Path, root: Path, start: Callable[..., Window]
) -> None:
    (package,) = dist.glob("release/*.deb")
    shutil.copy(package, root / "handdigit.deb")
    install(root, "/handdigit.deb")
    assert shutil.which("python3", path=root / "usr" / "bin") is None
    use(start(root, "handdigit"), bundle, root)

    # As a desktop opens a file.
    (line,) = (
        line.removeprefix("Exec=").replace("%f", f"/{HOME}/my seven.ink.json")
        for line in (root / "usr/share/applications/handdigit.desktop").read_text().splitlines()
        if line.startswith("Exec=")
    )
    seven = bundle / "_internal" / "handdigit" / "assets" / "examples" / "seven.json"
    shutil.copy(seven, root / HOME / "my seven.ink.json")
    window = start(root, *line.split(" ", 1))
    eventually(lambda: window.title == "7 – handdigit")
    window.press("ctrl+q")
    assert window.program.wait(PATIENCE_S) == 0

    subprocess.run(in_root(root, "apt-get", "purge", "-y", "-q", "handdigit"), check=True)
    assert not list((root / "usr").rglob("*handdigit*"))


def test_the_archive_runs_where_it_is_unpacked(
    dist: Path, bundle: Path, root: Path, start: Callable[..., Window]
) -> None:
    install(root, *ANY_DESKTOP)
    (archive,) = dist.glob("release/*.tar.xz")
    subprocess.run(["tar", "-C", root / HOME, "-xf", archive], check=True)
    use(start(root, f"/{HOME}/handdigit/handdigit"), bundle, root)
