"""Builds all that is handed out for this system: ``python .ci/release``.

The frozen program goes to ``dist/handdigit``; into ``dist/release`` go the packages that people
install, a list of everything in them, and the sums to compare a download with.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

from contents import parts_of, write_licences, write_sbom
from icons import write_icons

ROOT = Path(__file__).resolve().parents[2]
VERSION: str = runpy.run_path(str(ROOT / "handdigit" / "__init__.py"))["__version__"]
MACHINE = {"AMD64": "x86_64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
LICENCES = "LICENCES.txt"


def main() -> None:
    """Build and pack, and say how large it is."""
    parser = argparse.ArgumentParser(prog="python .ci/release", description=__doc__)
    parser.add_argument("--built", action="store_true", help="dist/handdigit is there already")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="instead of dist/")
    options = parser.parse_args()
    dist = options.dist.resolve()
    bundle, out, icons = dist / "handdigit", dist / "release", dist / "icons"
    if not options.built:
        build(dist)
    out.mkdir(parents=True, exist_ok=True)
    for old in out.iterdir():
        old.unlink()
    write_icons(icons)
    parts = parts_of(bundle)
    write_licences(parts, bundle / LICENCES)
    stem = f"handdigit-{VERSION}-{SYSTEM}-{MACHINE}"
    write_sbom(parts, "handdigit", VERSION, out / f"{stem}.cdx.json")
    PACK[sys.platform](dist, out, stem)
    tell(bundle, out)


def build(dist: Path) -> None:
    """Freeze the program."""
    places = ["--distpath", str(dist), "--workpath", str(dist / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places]
    subprocess.run([*command, str(ROOT / "build.spec")], cwd=ROOT, check=True)


def pack_for_linux(dist: Path, out: Path, stem: str) -> None:
    """Make an archive, a Debian package, and an AppImage where there is the tool for it."""
    import linux

    linux.make_archive(dist / "handdigit", out / f"{stem}.tar.xz")
    linux.make_deb(dist, out, VERSION)
    if tool := shutil.which("appimagetool"):
        linux.make_appimage(tool, dist, out / f"{stem}.AppImage")


def pack_for_macos(dist: Path, out: Path, stem: str) -> None:
    """Make a disk image with the program and a link to where it is dragged."""
    folder = dist / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    subprocess.run(["ditto", dist / "handdigit.app", folder / "handdigit.app"], check=True)
    shutil.copy(dist / "handdigit" / LICENCES, folder)
    (folder / "Applications").symlink_to("/Applications")
    image = ["-volname", "handdigit", "-srcfolder", folder, "-format", "ULMO"]
    subprocess.run(["hdiutil", "create", *image, out / f"{stem}.dmg"], check=True)


def pack_for_windows(dist: Path, out: Path, stem: str) -> None:
    """Make an installer with Inno Setup."""
    compiler = shutil.which("iscc") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    values = {"Version": VERSION, "Dist": dist, "Out": out, "Stem": f"{stem}-setup"}
    given = [f"/D{name}={value}" for name, value in values.items()]
    script = Path(__file__).with_name("installer.iss")
    subprocess.run([compiler, "/Q", *given, str(script)], check=True)


def tell(bundle: Path, out: Path) -> None:
    """Write the sums of the packages, and print every size."""
    files = sorted(out.iterdir())
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (out / f"SHA256SUMS-{SYSTEM}").write_bytes("".join(sums).encode())
    unpacked = sum(
        file.stat().st_size
        for file in bundle.rglob("*")
        if file.is_file() and not file.is_symlink()
    )
    for name, size in (("unpacked", unpacked), *((f.name, f.stat().st_size) for f in files)):
        print(f"{size / 1e6:8.1f} MB  {name}")


PACK = {"linux": pack_for_linux, "darwin": pack_for_macos, "win32": pack_for_windows}
SYSTEM = {"linux": "linux", "darwin": "macos", "win32": "windows"}[sys.platform]

if __name__ == "__main__":
    main()
