"""Why no window can be opened: a sentence, and the command that mends it. No Qt."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from handdigit.storage.paths import ASSETS

LIBRARIES: Mapping[str, tuple[str, str]] = {
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "zstd"),
}
"""What Qt's plugins for X11 and Wayland are linked to, and the packages of Debian and of Arch."""
INSTALLERS: Mapping[str, str] = {
    "apt": "sudo apt install",
    "dnf": "sudo dnf install",
    "pacman": "sudo pacman -S",
    "zypper": "sudo zypper install",
}
PLATFORM_REFUSED = "no Qt platform plugin could be initialized"
"""What Qt says before it ends the program because it can open no window."""


def has_display() -> bool:
    """Return whether there is anything that a window might be opened on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def no_display() -> str:
    """Return the sentence for somebody whose display is missing or does not answer."""
    named = " ".join(
        f"{variable}={os.environ[variable]}"
        for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
        if os.environ.get(variable)
    )
    cause = f"No window can be opened on {named}" if named else "There is no display for a window"
    seven = shlex.quote(str(ASSETS / "examples" / "seven.json"))
    return (
        f"{cause}; read a drawing with `handdigit classify {seven}`, or save a picture of the "
        f"window with `handdigit --open {seven} --screenshot window.png`."
    )


def missing_libraries(error: str = "") -> str:
    """Return which shared libraries the window lacks and what installs them; "" if none.

    Args:
        error: what the loader said about the first one, if it has said anything.
    """
    named = re.match(r"(\S+\.so\S*): cannot open shared object file", error)
    missing = {named[1]} if named else set()
    if sys.platform == "linux":
        missing |= {library for plugin in _plugins() for library in _missing_for(plugin)}
    if not missing:
        return ""
    libraries = sorted(missing)
    commands = " or ".join(f"`{command}`" for command in install_commands(libraries))
    return (
        "The window needs libraries of the desktop that are not installed: "
        f"{', '.join(libraries)}." + (f" Install them with {commands}." if commands else "")
    )


def install_commands(libraries: Sequence[str]) -> list[str]:
    """Return the command for the computer's installer, or for each if it has none of them."""
    known = [LIBRARIES[library] for library in libraries if library in LIBRARIES]
    # RPM's packages say themselves which libraries they bring.
    capabilities = [f"{library}()(64bit)" for library in libraries]
    packages = {
        "apt": [debian for debian, _ in known],
        "dnf": capabilities,
        "pacman": [arch for _, arch in known],
        "zypper": capabilities,
    }
    return [
        f"{INSTALLERS[tool]} {shlex.join(dict.fromkeys(packages[tool]))}"
        for tool in [tool for tool in INSTALLERS if shutil.which(tool)] or INSTALLERS
        if packages[tool]
    ]


def _plugins() -> list[Path]:
    """Return the plugins of Qt that may open a window here."""
    asked_for = os.environ.get("QT_QPA_PLATFORM") or ";".join(
        platform
        for platform, variable in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
        if os.environ.get(variable)
    )
    qt = importlib.util.find_spec("PySide6")
    return [
        plugin
        for folder in (qt.submodule_search_locations or () if qt else ())
        for platform in asked_for.split(";")
        # Behind a colon stand options, behind a hyphen a kind of the platform.
        for plugin in Path(folder).glob(
            f"Qt/plugins/platforms/libq{re.split('[-:]', platform)[0]}.so"
        )
    ]


def _missing_for(library: Path) -> list[str]:
    """Return what the loader does not find of all that a library is linked to."""
    try:
        loaded = subprocess.run(
            ["ldd", str(library)], capture_output=True, text=True, check=False, timeout=10
        )
    except (OSError, subprocess.TimeoutExpired):  # then one name, from the loader, has to do
        return []
    return re.findall(r"^\s*(\S+) => not found", loaded.stdout, re.MULTILINE)
