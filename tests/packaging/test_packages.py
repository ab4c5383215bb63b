"""What goes with the packages: their sums, the list of what is in them, its licences."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.frozen
MAX_MEGABYTES = 200


def test_every_package_is_small_and_has_its_sum(dist: Path) -> None:
    (sums,) = dist.glob("release/SHA256SUMS-*")
    listed = dict(reversed(line.split("  ")) for line in sums.read_text().splitlines())
    packages = [path for path in (dist / "release").iterdir() if path != sums]
    assert {path.name for path in packages} == listed.keys()
    assert len(packages) >= 2, "the list of parts, and something to install"
    for path in packages:
        content = path.read_bytes()
        assert hashlib.sha256(content).hexdigest() == listed[path.name]
        assert len(content) <= MAX_MEGABYTES * 1e6, path.name


def test_everything_bundled_is_listed_with_its_licence(dist: Path, bundle: Path) -> None:
    (file,) = dist.glob("release/*.cdx.json")
    parts = {part["name"]: part for part in json.loads(file.read_text("utf-8"))["components"]}
    assert {"Python", "torch", "numpy", "pillow", "PySide6_Essentials", "shiboken6"} <= set(parts)
    assert "handdigit" not in parts
    texts = (bundle / "LICENCES.txt").read_text("utf-8")
    for name, part in parts.items():
        title = f"{name} {part['version']}"
        assert f"{title}\n{'=' * len(title)}\n" in texts
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts, "Qt's"
