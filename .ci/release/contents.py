"""What a frozen program is made of: every package and library in it, with its licence."""

from __future__ import annotations

import importlib.metadata
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from PyInstaller.archive.readers import CArchiveReader

HERE = Path(__file__).parent
NO_TEXT_IN_WHEEL = {"PySide6_Essentials", "shiboken6"}
"""They name the LGPL, and come without its text."""
LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
COMMON = re.compile(r"/usr/share/common-licenses/([\w.+-]*\w)")
"""Where Debian keeps the texts that most packages only name."""
PYTHONS_OWN = re.compile(r"libpython|python\d|.*\.cpython-|.*\.pyd$|base_library\.zip")
LIBRARY = re.compile(r".*\.(so[.\d]*|dylib|dll)")


@dataclass(frozen=True)
class Part:
    """A package in the program."""

    name: str
    version: str
    licence: str
    """As the package itself names it; empty where only its text is known."""
    texts: tuple[str, ...]
    url: PackageURL


def parts_of(bundle: Path) -> list[Part]:
    """Return everything in the folder of a frozen program, but for the program itself."""
    parts = [_python(), *_wheels(bundle)]
    if sys.platform == "linux":
        parts += _debian_packages(bundle)
    return sorted(parts, key=lambda part: part.name.casefold())


def write_licences(parts: list[Part], file: Path) -> None:
    """Write the licences of all parts into one file."""
    sections = []
    for part in parts:
        title = f"{part.name} {part.version}".rstrip()
        named = f"Licence: {part.licence}\n" if part.licence else ""
        sections.append("\n\n".join((f"{title}\n{'=' * len(title)}\n{named}", *part.texts)))
    referred = {name for section in sections for name in COMMON.findall(section)}
    for name in sorted(referred):
        if (text := Path("/usr/share/common-licenses", name)).is_file():
            sections.append(f"{text}\n{'=' * len(str(text))}\n\n{text.read_text('utf-8')}")
    file.write_text("\n\n\n".join(sections), "utf-8")


def write_sbom(parts: list[Part], name: str, version: str, file: Path) -> None:
    """Write a software bill of materials in CycloneDX's JSON."""
    bom, licences = Bom(), LicenseFactory()
    bom.metadata.component = Component(
        name=name,
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=f"{name}@{version}",
        licenses=[licences.make_from_string("MIT")],
    )
    for part in parts:
        bom.components.add(
            Component(
                name=part.name,
                version=part.version,
                type=ComponentType.LIBRARY,
                licenses=[licences.make_from_string(part.licence)] if part.licence else [],
                purl=part.url,
                bom_ref=str(part.url),
            )
        )
    bom.register_dependency(bom.metadata.component, bom.components)
    file.write_text(JsonV1Dot6(bom).output_as_string(indent=2) + "\n", "utf-8")


def _python() -> Part:
    version = platform.python_version()
    folder = Path(sysconfig.get_path("stdlib"))
    # Debian keeps it with its documents, Windows beside the program.
    places = (folder, folder.parent, Path(f"/usr/share/doc/python{version.rpartition('.')[0]}"))
    files = (place / name for place in places for name in ("LICENSE.txt", "copyright"))
    text = next(file.read_text("utf-8") for file in files if file.is_file())
    return Part(
        "Python", version, "PSF-2.0", (text,), PackageURL("generic", None, "python", version)
    )


def _wheels(bundle: Path) -> Iterator[Part]:
    """Yield the distributions that a module or a folder in the bundle is of."""
    archive = CArchiveReader(str(_executable(bundle)))
    (modules,) = (name for name in archive.toc if name.endswith(".pyz"))
    tops = {name.partition(".")[0] for name in archive.open_embedded_archive(modules).toc}
    tops |= {path.name for path in (bundle / "_internal").iterdir() if path.is_dir()}
    owners = importlib.metadata.packages_distributions()
    # Its start is in every program that it makes.
    names = {name for top in tops for name in owners.get(top, ())} | {"pyinstaller"}
    for found in map(importlib.metadata.distribution, sorted(names - {"handdigit"})):
        facts = found.metadata.json
        licence = str(facts.get("license_expression") or facts.get("license") or "")
        texts = [
            file.read_text("utf-8")
            for file in found.files or ()
            if ".dist-info" in str(file) and LICENCE_FILE.match(file.name)
        ]
        if found.name in NO_TEXT_IN_WHEEL:
            texts += [file.read_text("utf-8") for file in sorted(HERE.glob("licences/*.txt"))]
        if not texts:
            raise SystemExit(f"{found.name} comes without the text of its licence.")
        yield Part(
            found.name,
            found.version,
            licence if "\n" not in licence else "",
            tuple(dict.fromkeys(texts)),
            PackageURL("pypi", None, found.name.lower(), found.version),
        )


def _executable(bundle: Path) -> Path:
    return bundle / ("handdigit.exe" if sys.platform == "win32" else "handdigit")


def _debian_packages(bundle: Path) -> Iterator[Part]:
    """Yield the packages that the libraries beside Python's and the wheels' own are of."""
    names = {
        path.name
        for path in (bundle / "_internal").iterdir()
        if path.is_file() and not path.is_symlink() and LIBRARY.fullmatch(path.name)
    }
    packages = {package_of(name) for name in names if not PYTHONS_OWN.match(name)}
    for package in sorted(packages):
        version = _output("dpkg-query", "-W", "-f", "${Version}", package)
        name = package.partition(":")[0]
        text = Path("/usr/share/doc", name, "copyright").read_text("utf-8")
        yield Part(name, version, "", (text,), PackageURL("deb", "debian", name, version))


def package_of(library: str) -> str:
    """Return the Debian package of a library of this computer."""
    found = _output("dpkg-query", "-S", f"*/{library}").splitlines()
    owners = [line for line in found if not line.startswith("diversion ")]
    if not owners:
        raise SystemExit(f"{library} is of no package, so its licence is unknown.")
    return owners[0].partition(": ")[0].partition(",")[0]


def _output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout
