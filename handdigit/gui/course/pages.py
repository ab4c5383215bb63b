"""All pages in their order: help, then the course."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from handdigit.gui.course.help_pages import HELP
from handdigit.gui.course.layer_pages import LAYER_PAGES
from handdigit.gui.course.page import Page
from handdigit.gui.course.training_pages import TRAINING_PAGES

COURSE: tuple[Page, ...] = (*LAYER_PAGES, *TRAINING_PAGES)
"""In the order of learning; the keys are stored as progress."""
PAGES: tuple[Page, ...] = (*HELP, *COURSE)
_BY_KEY = {page.key: page for page in PAGES}
assert len(_BY_KEY) == len(PAGES), "two pages have one key"
_BY_PART = {part: page for page in HELP for part in page.parts}


def page_of(key: str) -> Page:
    """Return a page by its key."""
    return _BY_KEY[key]


def page_about(widget: QWidget | None, panel: str) -> Page:
    """Return the page of the innermost part of the window that a widget belongs to.

    Of what has no page of its own it is that of the panel in front, by its key, or the first.
    """
    while widget is not None:
        if widget.objectName() in _BY_PART:
            return _BY_PART[widget.objectName()]
        widget = widget.parentWidget()
    return _BY_KEY.get(panel, HELP[0])
