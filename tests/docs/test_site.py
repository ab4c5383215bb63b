"""The pages as a site: the window's words in its languages, and no link into nothing."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from PySide6.QtCore import QTranslator

from handdigit.gui.course.pages import COURSE, HELP
from handdigit.gui.guide.tour import STEPS
from handdigit.gui.language import SOURCE_LANGUAGE, TRANSLATIONS, languages

DOCS = Path(__file__).parents[2] / "docs"
GENERATOR = ("sphinx", "myst_parser", "furo")
SOURCES = "import build, pathlib, sys; build.write_sources(pathlib.Path(sys.argv[1]))"
PATIENCE_S = 600


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """Return a folder with the pages of every language, as the generator gets them."""
    folder = tmp_path_factory.mktemp("sources")
    subprocess.run(
        [sys.executable, "-c", SOURCES, str(folder)], cwd=DOCS, check=True, timeout=PATIENCE_S
    )
    return folder


def in_words_of(code):
    """Return what translates a text of the window into a language."""
    if code == SOURCE_LANGUAGE:
        return lambda text: text
    translator = QTranslator()
    assert translator.load(f"handdigit_{code}", str(TRANSLATIONS))
    return lambda text: translator.translate("", text)


def plain(page):
    """Return what is to be read on a page of Markdown."""
    return re.sub(r"\\([\\`*_\[\]<>#|$~])", r"\1", page.read_text("utf-8"))


@pytest.mark.parametrize("code", languages())
def test_help_course_and_tour_are_there_in_the_words_of_the_window(sources, code):
    translated = in_words_of(code)
    shown = {name: plain(sources / code / f"{name}.md") for name in ("help", "course")}
    for name, pages in (("help", HELP), ("course", COURSE)):
        for page in pages:
            texts = [page.title, *page.paragraphs]
            if page.question is not None:
                texts.append(page.question.text)
            for text in texts:
                assert translated(text)
                assert translated(text) in shown[name]
    tour = plain(sources / code / "first-minute.md")
    assert all(translated(step.text) in tour for step in STEPS)


def test_the_keys_are_those_of_the_window(sources):
    assert "| Undo | Ctrl+Z |" in plain(sources / "en" / "keys.md")
    assert "| 撤销 | Ctrl+Z |" in plain(sources / "zh_CN" / "keys.md")
    assert "| 復原 | Ctrl+Z |" in plain(sources / "zh_TW" / "keys.md")


def test_the_first_page_leads_to_every_page(sources):
    index = (sources / SOURCE_LANGUAGE / "index.md").read_text("utf-8")
    other = (sources / "zh_TW" / "index.md").read_text("utf-8")
    for page in DOCS.glob("*.md"):
        assert f"\n{page.stem}\n" in index
        if (DOCS / "zh_TW" / page.name).exists():
            assert f"\n{page.stem}\n" in other
        else:
            assert f'href="../{SOURCE_LANGUAGE}/{page.stem}.html"' in other


@pytest.mark.parametrize("code", [code for code in languages() if code != SOURCE_LANGUAGE])
def test_what_is_typed_to_install_is_the_same_in_every_language(code):
    def typed(page):
        blocks = re.findall(r"```(?:sh|bat)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
        lines = (line.partition("#")[0].rstrip() for block in blocks for line in block.splitlines())
        return [line for line in lines if "certutil" not in line]

    assert typed(DOCS / code / "install.md") == typed(DOCS / "install.md")


class Links(HTMLParser):
    """What a page of HTML leads to and loads, and the places in it that can be led to."""

    def __init__(self, page):
        super().__init__()
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()
        self.language = ""
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.places.update(filter(None, (given.get("id"), given.get("name"))))
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "a" and "href" in given:
            self.leads.append(given["href"])
        if tag == "link" and "href" in given:
            self.loads.append(given["href"])
        if "src" in given:
            self.loads.append(given["src"])


@pytest.mark.long
def test_the_site_is_built_without_a_warning_and_every_link_leads_somewhere(tmp_path):
    if missing := [name for name in GENERATOR if importlib.util.find_spec(name) is None]:
        pytest.skip(f"needs the extra 'docs': {', '.join(missing)} not installed")
    site = tmp_path / "site"
    built = subprocess.run(
        [sys.executable, DOCS / "build.py", "--no-pictures", "--out", site],
        capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    assert (built.returncode, built.stderr) == (0, "")
    pages = {page: Links(page) for page in site.rglob("*.html")}
    assert len(pages) > 30
    nowhere = []
    for page, links in pages.items():
        for link in (*links.leads, *links.loads):
            parts = urlsplit(link)
            if parts.scheme:
                assert link in links.leads, f"{page.name} loads {link} from elsewhere"
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            place = unquote(parts.fragment)
            if not target.is_file() or (place and place not in pages[target].places):
                nowhere.append((page.name, link))
    assert nowhere == []
    for code in languages():
        course = pages[site / code / "course.html"]
        assert course.language == code.replace("_", "-")
        others = {f"../{other}/course.html" for other in languages() if other != code}
        assert others <= {link.removeprefix("./") for link in course.leads}
    index = (site / "zh_CN" / "searchindex.js").read_text("utf-8")
    words = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert {"感受野", "池化", "卷积核"} <= words.keys()
