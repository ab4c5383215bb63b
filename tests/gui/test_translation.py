"""Texts in the language of the window: collected, translated with care, shown."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from handdigit.errors import HanddigitError
from handdigit.gui.language import TRANSLATIONS
from handdigit.gui.translation import explained, translated, without_key
from handdigit.sentences import sentence

ROOT = Path(__file__).parents[2]
COMPLETE: tuple[str, ...] = ("en", "zh_CN", "zh_TW")
"""The languages in which nothing may be left to translate."""
SETTERS = {
    *("setText", "setTitle", "setToolTip", "setWindowTitle", "setPlaceholderText"),
    *("setAccessibleName", "setAccessibleDescription", "setStatusTip", "setWhatsThis"),
    *("addTab", "addMenu", "showMessage", "setInformativeText", "setHeaderLabels", "setSuffix"),
    *("QPushButton", "QLabel", "QRadioButton", "QCheckBox", "QGroupBox", "Label"),
}
"""What puts its texts on the screen."""
NAMED_FIRST = {"push_button", "setLabel"}
"""The same, behind the name of a widget or of an axis."""
NAMES = {"handdigit", " ms"}
"""Literals that are the same in every language."""
PLACES = re.compile(r"%L?n")


class Upside(QTranslator):
    """Turns templates round, word by word."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return " ".join(reversed(text.split())) if not context else ""


def test_the_window_translates_a_sentence_within_a_sentence(qapp: QApplication):
    upside = Upside(qapp)
    inner = sentence("{0} is damaged", "a b{0}")
    error = HanddigitError(sentence("model {0} refused", inner))
    try:
        qapp.installTranslator(upside)
        assert explained(error) == "refused damaged is b{0} a model"
        assert translated("") == ""
    finally:
        qapp.removeTranslator(upside)
    assert str(error) == explained(error) == "model a b{0} is damaged refused"


def test_an_error_is_one_line_in_any_language():
    assert explained(HanddigitError(sentence("{0} is gone", "a\nb"))) == "a\\nb is gone"
    assert translated(sentence("{0} is gone", "\udcff")) == "\\udcff is gone"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the translations as they are after .ci/translate."""
    folder = tmp_path_factory.mktemp("program")
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "translate", folder / ".ci")
    shutil.copytree(TRANSLATIONS, folder / "assets" / "translations")
    (folder / "handdigit").symlink_to(ROOT / "handdigit")
    path = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"}
    subprocess.run([folder / ".ci" / "translate"], check=True, env=path)
    return folder / "assets" / "translations"


def test_the_translations_are_in_step_with_the_source(fresh: Path):
    """Where not: run .ci/translate and commit what it changes."""
    names = sorted(file.name for file in fresh.iterdir())
    assert {"handdigit_en.qm", "handdigit_zh_CN.ts", "handdigit_zh_TW.qm"} < set(names)
    changed = [n for n in names if (fresh / n).read_bytes() != (TRANSLATIONS / n).read_bytes()]
    assert changed == []


@cache
def modules() -> dict[Path, ast.Module]:
    """Return the source of the program, parsed once, by its files' names."""
    program = ROOT / "handdigit"
    return {
        file.relative_to(program): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(program.rglob("*.py"))
    }


def looked_up() -> Counter[tuple[str, str]]:
    """Return context and text of everything in the program that is to be translated."""
    found: Counter[tuple[str, str]] = Counter()

    def look(node: ast.AST, class_name: str) -> None:
        if isinstance(node, ast.ClassDef):
            class_name = node.name
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if called.endswith(".tr"):
                assert called == "self.tr", called
                assert texts, f"{ast.unparse(node)} is no fixed text"
                found[class_name, texts[0]] += 1
            elif called in ("sentence", "noted") and isinstance(node.args[0], ast.Constant):
                found["", texts[0]] += 1
            elif called.endswith(("translate", "QT_TRANSLATE_NOOP")) and len(texts) > 1:
                found[texts[0], texts[1]] += 1
        for child in ast.iter_child_nodes(node):
            look(child, class_name)

    for module in modules().values():
        look(module, "")
    return found


def test_no_plural_is_looked_up_through_a_class_with_others_below_it():
    """``tr`` asks for the text of each class in turn, but with a number it stops at the first."""
    bases: set[str] = set()
    plurals = []
    for module in modules().values():
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef):
                bases |= {ast.unparse(base).rpartition(".")[2] for base in node.bases}
                plurals += [
                    (node.name, ast.unparse(call))
                    for call in ast.walk(node)
                    if isinstance(call, ast.Call)
                    and ast.unparse(call.func) == "self.tr"
                    and len(call.args) == 3
                ]
    assert plurals
    assert [(name, call) for name, call in plurals if name in bases] == []


def messages(file: Path) -> Iterator[tuple[str, str, ElementTree.Element]]:
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message.findtext("source", ""), message


def test_every_text_is_found_where_it_is_looked_up(fresh: Path):
    """``window.tr`` would be collected as of a class "window", a helper's texts not at all."""
    found = list(messages(fresh / "handdigit_zh_CN.ts"))
    assert {(context, source) for context, source, _ in found} == set(looked_up())
    assert [source for _, source, message in found if message.find("comment") is not None] == []


@pytest.mark.parametrize("file", sorted(TRANSLATIONS.glob("*.ts")), ids=lambda file: file.stem)
def test_a_translation_has_the_places_of_its_source(file: Path):
    wrong, missing = [], []
    for context, source, message in messages(file):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for number, text in enumerate(forms or [translation.text or ""]):
            if not text or translation.get("type") == "unfinished":
                missing.append((context, source))
            # Where it is about one, the word for it may stand instead of the number.
            says_one = len(forms) > 1 and number == 0
            wanted = PLACES.sub("", source) if says_one and not PLACES.search(text) else source
            if text and places(text) != places(wanted):
                wrong.append((context, source, text))
    assert wrong == []
    if file.stem.removeprefix("handdigit_") in COMPLETE:
        assert missing == []


def places(text: str) -> tuple[Counter[str], int, int]:
    """Return what stands in a template, and how many keys and line breaks it has."""
    fields = Counter(f"{name}!{how}:{form}" for _, name, form, how in parsed(text))
    fields.update(PLACES.findall(text))
    return fields, text.replace("&&", "").count("&"), text.count("<")


def parsed(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [part for part in Formatter().parse(text) if part[1] is not None]


def test_no_literal_is_shown():
    """Whatever has letters goes through ``tr``, ``translate`` or ``translated``."""
    wrong = []
    for file, module in modules().items():
        for node in ast.walk(module):
            if file.parts[0] != "gui" or not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func).rpartition(".")[2]
            shown = node.args[called in NAMED_FIRST :] if called in SETTERS | NAMED_FIRST else []
            if any(map(letters, shown)):
                wrong.append(f"{file}:{node.lineno}: {ast.unparse(node)}")
    assert wrong == []


def letters(node: ast.expr) -> bool:
    """Whether a literal, or the text between the values of an f-string, has words."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = " ".join(
        part.value
        for part in parts
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )
    return bool(re.search("[A-Za-z]{2}", text)) and text not in NAMES


@pytest.mark.parametrize(
    ("text", "plain"),
    [("&Save…", "Save…"), ("保存(&S)…", "保存…"), ("R&&D", "R&D"), ("Teach {0}", "Teach {0}")],
)
def test_a_button_shows_a_menus_text_without_its_key(text, plain):
    assert without_key(text) == plain
