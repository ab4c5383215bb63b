"""Who makes the packages and what stores call the program: to be set before the first release."""

from pathlib import Path
from xml.etree import ElementTree

METAINFO = Path(__file__).resolve().parents[2] / "assets" / "desktop" / "handdigit.metainfo.xml"
APPLICATION_ID = ElementTree.parse(METAINFO).findtext("id") or ""
"""Stores read it in the metainfo, so that is where it stands."""
AUTHORS = "The handdigit authors"
MAINTAINER = f"{AUTHORS} <handdigit@localhost>"
"""Of the Debian package."""
