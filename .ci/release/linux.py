"""Packages for Linux: an archive, a Debian package, an AppImage."""

from __future__ import annotations

import gzip
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from contents import package_of
from icons import SIZES, SVG, png_name
from identity import APPLICATION_ID, MAINTAINER, METAINFO

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "assets" / "desktop"
SHARED = {
    "handdigit.desktop": "applications/handdigit.desktop",
    METAINFO.name: f"metainfo/{APPLICATION_ID}.metainfo.xml",
    "handdigit-mime.xml": "mime/packages/handdigit.xml",
}
"""What desktops read, from :data:`DESKTOP`, and where below ``/usr/share`` they look for it."""
NEEDED = re.compile(r"^ *NEEDED +(\S+)", re.MULTILINE)
COMPRESSION = f"xz -T2 --{'arm64' if platform.machine() == 'aarch64' else 'x86'} --lzma2=preset=9"
"""Programs pack better once their jumps say where they lead, not how far."""
CONTROL = """\
Package: handdigit
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {libraries}, fontconfig-config, xkb-data
Section: education
Priority: optional
Description: see a convolutional network read handwritten digits
 Draw a digit, and a network reads it while the pen moves. Every number between
 the drawing and the answer can be looked at; networks are built, trained and
 compared on this computer, which nothing leaves.
"""


def make_archive(bundle: Path, file: Path) -> None:
    """Pack the folder of the frozen program."""
    owner = ["--owner=0", "--group=0", "--numeric-owner", "--sort=name"]
    command = ["tar", "-C", bundle.parent, *owner, "-I", COMPRESSION, "-cf", file, bundle.name]
    subprocess.run(command, check=True)


def make_deb(dist: Path, out: Path, version: str) -> None:
    """Make a package for Debian and what comes from it."""
    architecture = _output("dpkg", "--print-architecture")
    with _staged(dist) as root:
        documents = root / "usr" / "share" / "doc" / "handdigit"
        documents.mkdir(parents=True)
        own = f"{(ROOT / 'LICENSE').read_text()}\n\n{(ROOT / 'NOTICE').read_text()}"
        others = (dist / "handdigit" / "LICENCES.txt").read_text("utf-8")
        (documents / "copyright").write_text(f"{own}\n\n{others}", "utf-8")
        changes = (ROOT / "docs" / "CHANGELOG.md").read_bytes()
        (documents / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
        kilobytes = int(_output("du", "-sk", root / "usr").split()[0])
        control = root / "DEBIAN" / "control"
        control.parent.mkdir()
        libraries = _needed_packages(root / "usr" / "lib" / "handdigit")
        control.write_text(
            CONTROL.format(
                version=version,
                architecture=architecture,
                maintainer=MAINTAINER,
                kilobytes=kilobytes,
                libraries=libraries,
            )
        )
        file = out / f"handdigit_{version}_{architecture}.deb"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, file], check=True
        )


def make_appimage(tool: str, dist: Path, file: Path) -> None:
    """Make one file that runs by itself; ``tool`` is appimagetool."""
    with _staged(dist) as root:
        shutil.copy(DESKTOP / "handdigit.desktop", root)
        shutil.copy(dist / "icons" / png_name(256), root / "handdigit.png")
        (root / "AppRun").symlink_to("usr/bin/handdigit")
        subprocess.run([tool, "--no-appstream", root, file], check=True)


@contextmanager
def _staged(dist: Path) -> Iterator[Path]:
    """Yield a folder in which everything lies as in the root of a computer."""
    with TemporaryDirectory(prefix="root-", dir=dist) as name:
        root = Path(name)
        usr = root / "usr"
        shutil.copytree(
            dist / "handdigit", usr / "lib" / "handdigit", symlinks=True, copy_function=os.link
        )
        (usr / "bin").mkdir()
        (usr / "bin" / "handdigit").symlink_to("../lib/handdigit/handdigit")
        icons = {dist / "icons" / png_name(size): f"{size}x{size}" for size in SIZES}
        places = {DESKTOP / source: usr / "share" / target for source, target in SHARED.items()}
        for source, folder in {**icons, SVG: "scalable"}.items():
            place = usr / "share" / "icons" / "hicolor" / folder / "apps"
            places[source] = place / f"handdigit{source.suffix}"
        for source, target in places.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        subprocess.run(["chmod", "-R", "u=rwX,go=rX", root], check=True)
        yield root


def _needed_packages(program: Path) -> str:
    """Return what ``Depends`` says: the packages of the libraries that are not brought along.

    dpkg-shlibdeps would name those of the libraries that are, too.
    """
    files = [file for file in program.rglob("*") if file.is_file() and not file.is_symlink()]
    needed: set[str] = set()
    for file in files:
        if file.read_bytes()[:4] == b"\x7fELF":
            needed.update(NEEDED.findall(_output("objdump", "-p", file)))
    packages = {package_of(name) for name in needed - {file.name for file in program.rglob("*")}}
    names = sorted(package.partition(":")[0] for package in packages)
    built_with = _output("dpkg-query", "-W", "-f", "${Version}", "libc6").partition("-")[0]
    return ", ".join(f"libc6 (>= {built_with})" if name == "libc6" else name for name in names)


def _output(*command: str | Path) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
