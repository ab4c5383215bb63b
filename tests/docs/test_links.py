"""What README, docs and .github name is there, and the commands they show are commands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handdigit.commands.command_line import read_arguments

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md"), *ROOT.glob(".github/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)")
FILE = re.compile(r"\b((?:handdigit|tests|assets|docs)/[\w./*-]*\w|\.ci/\w+)")
MODULE = re.compile(r"(?<![/.\\])\bhanddigit(?:\.[a-z_]+)+\b")
NEW_FILE = re.compile(r"New file `([^`]+)`")
INLINE = re.compile(r"`([^`\n]+)`")
PROGRAM = re.compile(r"(?:\S*[/\\])?handdigit|torchrun .*?-m handdigit")
WRITTEN = ("assets/translations",)
"""What commands on the pages make."""


def in_blocks(text: str) -> Iterator[str]:
    """Yield the arguments of every ``handdigit …`` to be typed into a shell."""
    for part in re.split(r"^ *```", text, flags=re.MULTILINE)[1::2]:
        language, _, code = part.partition("\n")
        if language in ("sh", "bat"):
            for line in code.splitlines():
                yield from arguments(line)


def in_sentences(text: str) -> Iterator[str]:
    """Yield the arguments of every ``handdigit …`` within a sentence."""
    for code in INLINE.findall(re.sub(r"^ *```.*?^ *```", "", text, flags=re.S | re.MULTILINE)):
        yield from arguments(code)


def arguments(line: str) -> Iterator[str]:
    for command in re.split(r"&&|;", line.partition(" #")[0]):
        found = PROGRAM.match(command.strip())
        if found and not command.strip()[found.end() :].startswith(("/", ".", "\\", "-", "_")):
            yield command.strip()[found.end() :].strip()


def shown(search: Callable[[str], Iterator[str]]) -> list[tuple[str, str]]:
    return [(page.name, line) for page in PAGES for line in search(page.read_text("utf-8"))]


def parses(line: str) -> bool:
    try:
        read_arguments(shlex.split(line))
    except SystemExit as end:
        return not end.code  # as after --version
    return True


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_linked_is_there(page):
    text = page.read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_named_is_there(page):
    text = page.read_text(encoding="utf-8")
    new = set(NEW_FILE.findall(text))
    files = {name for name in FILE.findall(text) if not name.startswith(WRITTEN)} - new
    assert [name for name in sorted(files) if not any(ROOT.glob(name))] == []
    modules = {name.replace(".", "/") for name in MODULE.findall(text)}
    made = {name.removesuffix(".py") for name in new}
    assert [name for name in sorted(modules - made) if not is_module(name)] == []


def is_module(name: str) -> bool:
    """Tell whether there is such a package, module, or a name in one."""
    places = (ROOT / name, ROOT / f"{name}.py", (ROOT / name).parent.with_suffix(".py"))
    return any(place.exists() for place in places)


@pytest.mark.parametrize(("page", "line"), shown(in_blocks))
def test_what_is_to_be_typed_is_a_command(page, line):
    assert parses(line)


@pytest.mark.parametrize(("page", "line"), shown(in_sentences))
def test_what_a_sentence_names_is_a_command(page, line):
    """It may leave out what is measured."""
    assert parses(line) or parses(f"{line} DATA")


def test_the_pages_show_commands():
    """So that the tests above look at something."""
    typed = [line for _, line in shown(in_blocks)]
    assert "classify assets/examples/seven.json" in typed
    assert any(line.startswith("train --network lenet5-relu") for line in typed)
    assert ("models.md", "evaluate --refusals") in shown(in_sentences)
