"""Where a library of the desktop or the display is missing, the program says what to do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from handdigit.gui.no_window import LIBRARIES, install_commands
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

ROOT = Path(__file__).parents[2]
QT = Path(find_spec("PySide6").origin).parent / "Qt"
WITHOUT = """
set -e
folder=$(dirname "$(ldconfig -p | grep -m 1 -o '/.*/libX11\\.so\\.6$')")
mount -t tmpfs none /mnt
mkdir /mnt/upper /mnt/work
mount -t overlay none -o "lowerdir=$folder,upperdir=/mnt/upper,workdir=/mnt/work" "$folder"
(cd "$folder"; rm $MISSING)
umount -l /mnt
exec "$@"
"""
"""Run a command that does not see some of the system's libraries; nobody else notices."""
ALONE = ("unshare", "--mount", "--map-root-user", "sh", "-c", WITHOUT, "sh")
NEEDED = re.compile(r"NEEDED +(\S+)")
EVERYWHERE = re.compile(r"ld-linux|lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+)\.so")
"""What Python is linked to, or torch."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has such packages")


def environment(**others: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    kept.pop("QT_QPA_PLATFORM", None)
    return kept | {"PYTHONPATH": str(ROOT)} | others


@pytest.fixture
def screen() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb")
    server, name = start_virtual_screen()
    yield name
    stop_virtual_screen(server)


def run_without(
    libraries: str, data: Path, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the program where some libraries are missing; its engine ends before this returns."""
    hidden = environment(MISSING=libraries, **variables)
    try:
        subprocess.run([*ALONE, "true"], env=hidden, check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs a mount namespace with an overlay")
    return subprocess.run(
        [*ALONE, sys.executable, "-m", "handdigit", "--data-dir", str(data), *arguments],
        env=hidden,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "libraries",
    [
        "libxcb-cursor.so.0",  # as on Ubuntu's desktop
        "libxcb-icccm.so.4 libxcb-keysyms.so.1",
        "libEGL.so.1",  # Python cannot even import Qt
    ],
)
def test_missing_libraries_are_named_with_what_installs_them(libraries, tmp_path, screen):
    run = run_without(libraries, tmp_path / "data", DISPLAY=screen)
    names = libraries.split()
    assert run.returncode == 1
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1
    assert run.stderr.startswith("handdigit: ")
    assert f"not installed: {', '.join(names)}. Install them with `" in run.stderr
    assert re.findall("`([^`]*)`", run.stderr) == install_commands(names)


def test_a_screenshot_names_them_too_and_needs_fewer(tmp_path):
    picture = tmp_path / "window.png"
    asked_for = ("--screenshot", str(picture))
    refused = run_without("libEGL.so.1", tmp_path, *asked_for)
    assert refused.returncode == 1
    assert "not installed: libEGL.so.1. Install" in refused.stderr
    taken = run_without("libxcb-cursor.so.0", tmp_path, *asked_for)
    assert (taken.returncode, taken.stderr) == (0, "")
    assert picture.exists()


@pytest.mark.parametrize("variables", [{"DISPLAY": ":7777"}, {"QT_QPA_PLATFORM": "nonsense"}])
def test_a_display_that_does_not_answer_is_named(variables, tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "handdigit", "--data-dir", str(tmp_path)],
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    ((variable, value),) = variables.items()
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.startswith(f"handdigit: No window can be opened on {variable}={value}; ")
    assert len(re.findall("`handdigit [^`]*`", run.stderr)) == 2


def test_every_installer_has_its_command(monkeypatch):
    monkeypatch.setattr(shutil, "which", {"zypper": "/usr/bin/zypper"}.get)
    assert install_commands(["libX11.so.6"]) == ["sudo zypper install 'libX11.so.6()(64bit)'"]
    monkeypatch.setattr(shutil, "which", lambda _tool: None)
    assert install_commands(["libglib-2.0.so.0", "libgthread-2.0.so.0"]) == [
        "sudo apt install libglib2.0-0",
        "sudo dnf install 'libglib-2.0.so.0()(64bit)' 'libgthread-2.0.so.0()(64bit)'",
        "sudo pacman -S glib2",
        "sudo zypper install 'libglib-2.0.so.0()(64bit)' 'libgthread-2.0.so.0()(64bit)'",
    ]
    assert [line.split()[1] for line in install_commands(["libnew.so.1"])] == ["dnf", "zypper"]


@pytest.mark.skipif(shutil.which("objdump") is None, reason="needs objdump")
def test_every_library_that_qt_is_linked_to_has_a_package():
    found: set[str] = set()
    waiting = {QT / "plugins" / "platforms" / f"libq{name}.so" for name in ("xcb", "wayland")}
    waiting |= {QT / "lib" / "libQt6Widgets.so.6"}
    while waiting:
        listing = subprocess.run(
            ["objdump", "-p", waiting.pop()], capture_output=True, text=True, check=True
        ).stdout
        new = set(NEEDED.findall(listing)) - found
        found |= new
        waiting |= {QT / "lib" / name for name in new if (QT / "lib" / name).exists()}
    of_the_system = {name for name in found if not (QT / "lib" / name).exists()}
    assert {name for name in of_the_system if not EVERYWHERE.match(name)} == set(LIBRARIES)


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="needs Debian or Ubuntu")
@pytest.mark.parametrize("library", LIBRARIES)
def test_the_packages_are_debians(library):
    owners = subprocess.run(["dpkg", "-S", f"*/{library}"], capture_output=True, text=True).stdout
    if not owners:
        pytest.skip("is not installed here")
    # Since 2024 some have t64 at their end, and still provide the old name.
    assert LIBRARIES[library][0] in {
        line.partition(":")[0].removesuffix("t64") for line in owners.splitlines()
    }
