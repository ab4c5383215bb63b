"""What Windows and macOS are told of the program inside its own files; build.spec asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from identity import AUTHORS

from handdigit import __version__ as VERSION  # noqa: N812  # as the rest of the release calls it
from handdigit.gui.state.drawing.exchange import OPEN_SUFFIXES
from handdigit.storage.models.model_file import SUFFIX

if TYPE_CHECKING:
    from PyInstaller.utils.win32.versioninfo import VSVersionInfo

DESCRIPTION = "Draw digits, see a convolutional network read them"


def version_resource() -> VSVersionInfo:
    """Return what Windows shows as the properties of the program."""
    from PyInstaller.utils.win32 import versioninfo as win

    numbers = (*(int(part) for part in VERSION.split(".")), 0)
    facts = {
        "CompanyName": AUTHORS,
        "FileDescription": DESCRIPTION,
        "FileVersion": VERSION,
        "InternalName": "handdigit",
        "LegalCopyright": "MIT License",
        "OriginalFilename": "handdigit.exe",
        "ProductName": "handdigit",
        "ProductVersion": VERSION,
    }
    english = [win.StringTable("040904B0", [win.StringStruct(*fact) for fact in facts.items()])]
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            win.StringFileInfo(english),
            win.VarFileInfo([win.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )


def document_types() -> list[dict[str, object]]:
    """Return what macOS lets the program open: models as their own, drawings among others."""
    drawings = [suffix.removeprefix(".") for suffix in OPEN_SUFFIXES if suffix.count(".") == 1]
    return [
        {
            "CFBundleTypeName": "Weights of a network",
            "CFBundleTypeExtensions": [SUFFIX.removeprefix(".")],
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Default",
        },
        {
            "CFBundleTypeName": "Drawing of a digit",
            "CFBundleTypeExtensions": drawings,
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
        },
    ]
