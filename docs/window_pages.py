"""Pages made from the texts of the window, in the language that it speaks now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from handdigit.gui.course.page import Page, Scene
from handdigit.gui.course.pages import COURSE, HELP, page_of
from handdigit.gui.course.sheet import what_is_set
from handdigit.gui.guide.shortcuts import shortcuts
from handdigit.gui.guide.tour import STEPS
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.table import PANELS
from handdigit.gui.translation import translated, without_key

PAGES = ("first-minute", "help", "course", "keys")
"""What :func:`window_pages` makes, in the order of reading."""
CARDS = (
    ("Draw", "Have a 7 drawn, or draw on the sheet"),
    ("Look Inside", "Have a 3 drawn and see what every layer makes of it"),
    ("Train", "Let a network learn from the beginning, on this computer"),
)
"""What the empty canvas offers: a name, and what it does."""


class NoSuchTextError(Exception):
    """The window has no such text any more, or its language has no translation of it."""


def window_pages(window: MainWindow, pictures: Sequence[str]) -> dict[str, str]:
    """Return the Markdown of every page; panels with a picture show it."""
    made = (
        _first_minute(pictures),
        _help(pictures),
        _course(),
        _keys(window),
    )
    return dict(zip(PAGES, made, strict=True))


def about() -> str:
    """Return what the program is, in a sentence, and that it keeps to itself."""
    text = of_window(
        "MainWindow",
        "<b>handdigit {0}</b><p>Draw digits, see a convolutional network read them, look "
        "inside it.</p><p>Nothing leaves this computer.</p>",
    )
    return "\n\n".join(_plain(part) for part in re.findall("<p>(.*?)</p>", text))


def of_window(context: str, text: str) -> str:
    """Return a text of the window's code, translated.

    Raises:
        NoSuchTextError: it has no translation.
    """
    found = QCoreApplication.translate(context, text)
    if found == text and QCoreApplication.translate("Menus", "&Help") != "&Help":
        raise NoSuchTextError(f"{context}: {text}")
    return without_key(found)


def _first_minute(pictures: Sequence[str]) -> str:
    cards = [f"- **{_said('Welcome', name)}**: {_said('Welcome', does)}" for name, does in CARDS]
    steps = [
        f"## {number}. {_plain(translated(step.title))}\n\n{_plain(translated(step.text))}"
        for number, step in enumerate(STEPS, start=1)
    ]
    picture = [_picture("window", _said("Welcome", "Look Inside"))] if "window" in pictures else []
    return _page(_said("Welcome", "Tour, One Minute"), *picture, "\n".join(cards), *steps)


def _help(pictures: Sequence[str]) -> str:
    return _page(
        _said("Menus", "&Help"), *(part for page in HELP for part in _section(page, pictures))
    )


def _course() -> str:
    where = f"{_said('Menus', '&Help')} ▸ {_said('Menus', '&Course')}"
    return _page(
        _said("Menus", "&Course"), where, *(part for page in COURSE for part in _section(page, ()))
    )


def _section(page: Page, pictures: Sequence[str]) -> list[str]:
    """Return what the window says on one of its pages."""
    parts = [f"(guide-{page.key})=\n## {_plain(translated(page.title))}"]
    entry = next((entry for entry in PANELS if entry.key == page.key), None)
    if entry is not None:
        parts.append(f"*{_plain(translated(entry.subtitle))}*")
    parts += [_plain(translated(text)) for text in page.paragraphs]
    if page.key in pictures:
        parts.append(_picture(page.key, _plain(translated(page.title))))
    if page.question is not None:
        parts.append(_question(translated(page.question.text), page.scene))
    if page.see:
        links = [f"[{_plain(translated(page_of(key).title))}](#guide-{key})" for key in page.see]
        parts.append(" · ".join((f"*{_said('GuideSheet', 'See also')}*", *links)))
    return parts


def _question(text: str, scene: Scene | None) -> str:
    lines = [f":::{{admonition}} {_said('QuestionView', 'Question')}", _plain(text)]
    if scene is not None:
        lines.append(f"*{_plain(what_is_set(scene))}*")
    return "\n\n".join(lines) + "\n:::"


def _keys(window: MainWindow) -> str:
    parts = []
    for title, lines in shortcuts(window):
        rows = [f"| {_plain(text)} | {_plain(keys)} |" for text, keys in lines]
        parts.append(f"## {_plain(title)}\n\n" + "\n".join(["| | |", "|---|---|", *rows]))
    return _page(_said("Menus", "&Shortcuts"), *parts)


def _page(title: str, *parts: str) -> str:
    return "\n\n".join((f"# {title}", *parts)) + "\n"


def _picture(name: str, title: str) -> str:
    return f"![{title}](pictures/{name}.png)"


def _said(context: str, text: str) -> str:
    return _plain(of_window(context, text))


def _plain(text: str) -> str:
    """Return a text so that nothing in it is Markdown."""
    return re.sub(r"([\\`*_\[\]<>#|$~])", r"\\\1", text)
