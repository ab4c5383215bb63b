"""Sphinx's settings for the site that build.py makes of these pages."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.search.zh import SearchChinese

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from window_pages import PAGES  # noqa: E402

from handdigit import __version__  # noqa: E402
from handdigit.gui.language import languages, own_name  # noqa: E402

project = "handdigit"
release = version = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
smartquotes = False

myst_heading_anchors = 4
"""Down to which level a heading can be linked to, as a forge makes its anchors."""
myst_enable_extensions = ["colon_fence"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "show-inheritance": True, "ignore-module-all": True}

templates_path = ["templates"]
html_theme = "furo"
html_title = f"handdigit {__version__}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = html_copy_source = html_show_sourcelink = False
html_last_updated_fmt = None
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_context = {
    "languages": [(code, own_name(code)) for code in languages()],
    "in_every_language": ("index", "install", *PAGES),
}

LONGEST_WORD = 4
"""Chinese is written without spaces: words of up to so many signs are looked for."""


class Chinese(SearchChinese):
    """Finds words that are written without spaces, without a dictionary."""

    def split(self, input: str) -> list[str]:  # noqa: A002
        """Return every row of signs that may be a word, and the words in other letters."""
        runs = self._runs(input)
        return [
            run[start : start + length]
            for run in runs
            for length in range(1, LONGEST_WORD + 1)
            for start in range(len(run) - length + 1)
        ] + super().split(input)

    @staticmethod
    def _runs(text: str) -> list[str]:
        spaced = "".join(sign if "\u4e00" <= sign <= "\u9fff" else " " for sign in text)
        return spaced.split()


def keep_attribute(
    _app: Sphinx, what: str, name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Remember what is said of an attribute: napoleon takes words before a colon for its type."""
    if what in ("attribute", "data", "property"):
        _kept[name] = list(lines)


def restore_attribute(
    _app: Sphinx, _what: str, name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Say of an attribute what its docstring says."""
    lines[:] = _kept.pop(name, lines)


_kept: dict[str, list[str]] = {}


def setup(app: Sphinx) -> None:
    """Look for words without a dictionary, and leave what is said of attributes as it is."""
    app.add_search_language(Chinese)
    app.connect("autodoc-process-docstring", keep_attribute, priority=400)
    app.connect("autodoc-process-docstring", restore_attribute, priority=600)
