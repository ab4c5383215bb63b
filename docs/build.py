"""Builds these pages as a site, in every language of the window.

``python docs/build.py`` puts it into build/site; ``--no-pictures`` leaves the pictures out that
take minutes, ``--out`` names another folder. A warning is an error: a link into nothing, a page
that nothing leads to, a docstring that is no reStructuredText.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(HERE)]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from pictures import make  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from window_pages import PAGES, about, window_pages  # noqa: E402

from handdigit.engine.client import EngineClient  # noqa: E402
from handdigit.gui.app import make_application, make_window  # noqa: E402
from handdigit.gui.language import SOURCE_LANGUAGE, languages, own_name, speak  # noqa: E402
from handdigit.gui.main_window import MainWindow  # noqa: E402
from handdigit.gui.panels.table import PANELS  # noqa: E402
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore  # noqa: E402
from handdigit.storage.paths import ASSETS, AppPaths  # noqa: E402

SECTIONS = {
    "To use it": ("install", *PAGES, "command-line", "formats"),
    "To judge it": ("comparison", "promises", "measurements", "scale", "models"),
    "To change it": (
        "architecture",
        "extending",
        "api",
        "translating",
        "budgets",
        "contributing",
        "CHANGELOG",
    ),
}
"""The pages in English, in the order of reading; what stands nowhere here comes last."""
ELSEWHERE = {"README.md": "index.md", ".github/CONTRIBUTING.md": "contributing.md"}
"""Files beside docs that pages lead to, and the pages that they are on the site."""
API = (
    "ink", "network", "handwriting", "number", "storage", "experiment", "inspection",
    "recognition", "training", "attribution",
)  # fmt: skip
"""Packages whose docstrings are pages, from the lowest on."""
START = """\
<!doctype html>
<title>handdigit</title>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=en/index.html">
{0}
"""


def main(arguments: list[str]) -> int:
    """Build the site; return 0, or 1 where a page has a fault."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "site")
    parser.add_argument("--no-pictures", action="store_true")
    options = parser.parse_args(arguments)
    pictures = () if options.no_pictures else ("window", *(entry.key for entry in PANELS))
    with tempfile.TemporaryDirectory(prefix="handdigit-docs-") as made:
        sources = Path(made)
        write_sources(sources, pictures)
        failed = [c for c in languages() if build(sources / c, options.out / c, c)]
    write_start(options.out)
    return 1 if failed else 0


def write_sources(sources: Path, pictures: tuple[str, ...] = ()) -> None:
    """Write every page as Markdown, each language into a folder of its own."""
    application = make_application(SOURCE_LANGUAGE)
    for code in languages():
        folder = sources / code
        (folder / "pictures").mkdir(parents=True)
        speak(application, code)
        with tempfile.TemporaryDirectory(prefix="handdigit-docs-") as data:
            window = unstarted_window(application, Path(data))
            for name, text in window_pages(window, pictures).items():
                (folder / f"{name}.md").write_text(text, "utf-8")
            window.close()
        for name in pictures:
            make(name, folder / "pictures", code)
        if code == SOURCE_LANGUAGE:
            write_english(folder)
        else:
            shutil.copytree(HERE / code, folder, dirs_exist_ok=True)
            (folder / "index.md").write_text(translated_index(code, pictures), "utf-8")


def unstarted_window(application: QApplication, data: Path) -> MainWindow:
    """Return a window whose engine does not run: its menus are all that is wanted."""
    paths = AppPaths(data)
    store = ModelStore(paths)
    model = store.stored(DEFAULT_MODEL)
    return make_window(application, EngineClient(), store, model, "cpu", paths)


def write_english(folder: Path) -> None:
    """Write what is there in English alone: the pages beside this script, the API, the index."""
    shutil.copytree(ASSETS, folder / "assets", ignore=lambda at, names: other_than_pictures(names))
    for page in (*HERE.glob("*.md"), ROOT / ".github" / "CONTRIBUTING.md"):
        name = ELSEWHERE.get(page.relative_to(ROOT).as_posix(), page.name)
        (folder / name).write_text(with_links_within(page), "utf-8")
    packages = "\n".join(f"api/{name}" for name in API)
    with (folder / "api.md").open("a", encoding="utf-8") as api:
        api.write(f"\n```{{toctree}}\n:maxdepth: 1\n\n{packages}\n```\n")
    (folder / "api").mkdir()
    for name in API:
        (folder / "api" / f"{name}.rst").write_text(package_page(name), "utf-8")
    (folder / "index.md").write_text(english_index(), "utf-8")


def other_than_pictures(names: list[str]) -> list[str]:
    """Return those names that are no pictures."""
    return [name for name in names if not name.endswith(".png")]


def with_links_within(page: Path) -> str:
    """Return a page's text with every link that leaves its folder led to where that is here."""

    def led(found: re.Match[str]) -> str:
        target = (page.parent / found[1]).resolve().relative_to(ROOT).as_posix()
        if target.startswith("docs/"):
            target = target.removeprefix("docs/")
        return f"]({ELSEWHERE.get(target, target)}"

    return re.sub(r"\]\((?![a-z]+://)([^)#\s]+)", led, page.read_text("utf-8"))


def sections() -> dict[str, tuple[str, ...]]:
    """Return the pages of every section, with those that no section names in the last."""
    named = {name for pages in SECTIONS.values() for name in pages}
    others = sorted(page.stem for page in HERE.glob("*.md") if page.stem not in named)
    title, pages = list(SECTIONS.items())[-1]
    return {**SECTIONS, title: (*pages, *others)}


def english_index() -> str:
    """Return the first page: how the README begins, and every page there is."""
    intro = (ROOT / "README.md").read_text("utf-8").partition("\n## ")[0]
    trees = [
        f"```{{toctree}}\n:caption: {title}\n:maxdepth: 1\n\n" + "\n".join(pages) + "\n```"
        for title, pages in sections().items()
    ]
    return "\n\n".join([intro, *trees]) + "\n"


def translated_index(code: str, pictures: tuple[str, ...]) -> str:
    """Return the first page in the language of the window, with the pages in English below."""
    pages = (*sorted(page.stem for page in (HERE / code).glob("*.md")), *PAGES)
    english = [name for names in sections().values() for name in names if name not in pages]
    items = "\n".join(
        f'<li><a href="../{SOURCE_LANGUAGE}/{name}.html">{escape(title(name))}</a></li>'
        for name in english
    )
    picture = ["![](pictures/window.png)"] if "window" in pictures else []
    parts = (
        "# handdigit",
        about(),
        *picture,
        "```{toctree}\n:maxdepth: 1\n\n" + "\n".join(pages) + "\n```",
        f'## {own_name(SOURCE_LANGUAGE)}\n\n<ul lang="{SOURCE_LANGUAGE}">\n{items}\n</ul>\n',
    )
    return "\n\n".join(parts)


def title(name: str) -> str:
    """Return the heading of a page in English."""
    pages = {site: ROOT / file for file, site in ELSEWHERE.items()}
    page = pages.get(f"{name}.md", HERE / f"{name}.md")
    return page.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def package_page(name: str) -> str:
    """Return the page of a package: what each of its modules says of itself."""
    package = importlib.import_module(f"handdigit.{name}")
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    modules = [module.name for module in found if not module.ispkg]
    parts = [f"{name}\n{'=' * len(name)}", f".. automodule:: {package.__name__}\n   :no-members:"]
    for module in modules:
        short = module.removeprefix(f"{package.__name__}.")
        parts.append(f"{short}\n{'-' * len(short)}\n\n.. automodule:: {module}")
    return "\n\n".join(parts) + "\n"


def build(source: Path, out: Path, code: str) -> int:
    """Let Sphinx build one language; return its exit status."""
    shutil.rmtree(out, ignore_errors=True)
    settings = ["-D", f"language={code}", "-c", str(HERE)]
    strictly = ["-q", "-W", "--keep-going", "-b", "html"]
    places = [str(source), str(out)]
    command = [sys.executable, "-m", "sphinx", *strictly, *settings, *places]
    return subprocess.run(command, check=False).returncode


def write_start(out: Path) -> None:
    """Write what leads from the site's root to the languages."""
    links = "\n".join(
        f'<p><a lang="{code}" href="{code}/index.html">{escape(own_name(code))}</a></p>'
        for code in languages()
    )
    (out / "index.html").write_text(START.format(links), "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
