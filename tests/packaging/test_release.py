"""What desktops and installers are told of the program is what the program is."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from handdigit import __version__
from handdigit.gui.application import ICON
from handdigit.gui.state.drawing.exchange import INK_SUFFIX, OPEN_SUFFIXES
from handdigit.storage.models.model_file import SUFFIX

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "assets" / "desktop"
RELEASE = ROOT / ".ci" / "release"
ENTRY, METAINFO, MIME = (
    DESKTOP / name for name in ("handdigit.desktop", "handdigit.metainfo.xml", "handdigit-mime.xml")
)
MIME_NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def entry() -> configparser.SectionProxy:
    file = configparser.ConfigParser(interpolation=None)
    file.optionxform = str  # keys have capitals
    file.read(ENTRY, "utf-8")
    return file["Desktop Entry"]


@pytest.fixture(scope="module")
def metainfo() -> ET.Element:
    return ET.parse(METAINFO).getroot()


@pytest.fixture(scope="module")
def patterns() -> dict[str, str]:
    """Return the type of every pattern of names."""
    return {
        glob.attrib["pattern"]: kind.attrib["type"]
        for kind in ET.parse(MIME).getroot().iter(f"{MIME_NAMESPACE}mime-type")
        for glob in kind.iter(f"{MIME_NAMESPACE}glob")
    }


def validated(*command: str | Path) -> None:
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_desktop_entry_is_valid() -> None:
    validated("desktop-file-validate", "--no-hints", ENTRY)


def test_the_appstream_metadata_is_valid() -> None:
    validated("appstreamcli", "validate", "--no-net", "--pedantic", METAINFO)


def test_the_mime_types_are_valid(tmp_path: Path) -> None:
    (tmp_path / "packages").mkdir()
    shutil.copy(MIME, tmp_path / "packages")
    validated("update-mime-database", tmp_path)


def test_every_type_of_ours_is_opened_and_named(
    entry: configparser.SectionProxy, metainfo: ET.Element, patterns: dict[str, str]
) -> None:
    assert set(patterns) == {f"*{SUFFIX}", f"*{INK_SUFFIX}", "*.ink.jsonl", "*.ink.jsonl.gz"}
    assert all(pattern.endswith((SUFFIX, *OPEN_SUFFIXES)) for pattern in patterns)
    opened = set(entry["MimeType"].rstrip(";").split(";"))
    assert set(patterns.values()) <= opened
    assert set(patterns.values()) == {found.text for found in metainfo.iter("mediatype")}
    assert entry["Exec"] == "handdigit %f"


def test_the_version_is_listed(metainfo: ET.Element) -> None:
    first = next(metainfo.iter("release"))
    assert first.attrib["version"] == __version__


def test_the_entry_is_the_one_that_others_mean(
    entry: configparser.SectionProxy, metainfo: ET.Element
) -> None:
    assert entry["Icon"] == "handdigit"
    assert metainfo.findtext("launchable") == ENTRY.name
    assert metainfo.findtext("id")
    for file in (RELEASE / "linux.py", ROOT / "build.spec"):
        assert re.search(r"from identity import .*APPLICATION_ID", file.read_text("utf-8"))


def test_the_icon_is_made_in_every_size(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, RELEASE / "icons.py", tmp_path], capture_output=True, text=True, check=True
    )
    assert (made.stdout, made.stderr) == ("", "")
    for file in tmp_path.glob("*.png"):
        with Image.open(file) as image:
            assert image.size == (int(file.stem.rpartition("-")[2]),) * 2
            assert image.getpixel((0, 0))[3] == 0, "its corners are round"
            assert image.getextrema()[3] == (0, 255)
    with Image.open(tmp_path / "handdigit.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "handdigit.icns") as icon:
        assert (256, 256, 2) in icon.info["sizes"] or (512, 512, 1) in icon.info["sizes"]
    assert "<text" not in ICON.read_text(), "no font decides what it looks like"


def test_the_installer_opens_models_and_offers_drawings() -> None:
    script = (RELEASE / "installer.iss").read_text("utf-8")
    assert f"Classes\\{SUFFIX}" in script
    offered = re.findall(r'SupportedTypes".*?ValueName: "([^"]+)"', script)
    assert offered
    assert set(offered) <= set(OPEN_SUFFIXES)
