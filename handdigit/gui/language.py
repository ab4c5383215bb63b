"""The languages of the window, and putting it into one."""

from __future__ import annotations

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
)

from handdigit.errors import HanddigitError
from handdigit.sentences import sentence
from handdigit.storage.paths import ASSETS

TRANSLATIONS = ASSETS / "translations"
"""``handdigit_de.qm`` is the window in German."""
SOURCE_LANGUAGE = "en"
"""What the window's texts are written in."""
SYSTEM = "system"
"""In place of a language: the first of the system's that the window speaks."""
QTS_OWN = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Texts of Qt that its own translations know only without the letter for the keyboard."""


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the window speaks, English first."""
    codes = {file.stem.partition("_")[2] for file in TRANSLATIONS.glob("handdigit_*.qm")}
    return (SOURCE_LANGUAGE, *sorted(codes - {SOURCE_LANGUAGE}))


def own_name(code: str) -> str:
    """Return what a language is called by those who speak it."""
    return "English" if code == SOURCE_LANGUAGE else QLocale(code).nativeLanguageName()


def spoken(wanted: str) -> str:
    """Return the language that is chosen with a code or with :data:`SYSTEM`.

    A country matters only where it is written differently: ``zh_HK`` is ``zh_TW``.

    Raises:
        HanddigitError: the window is not translated into it.
    """
    known = {_written(code): code for code in reversed(languages())}
    if wanted == SYSTEM:
        preferred = QLocale.system().uiLanguages()
        return next((known[w] for w in map(_written, preferred) if w in known), SOURCE_LANGUAGE)
    if _written(wanted) not in known:
        listed = ", ".join(sorted(known.values()))
        raise HanddigitError(
            sentence("the window is not translated into {0}: choose {1}.", wanted, listed)
        )
    return known[_written(wanted)]


def _written(code: str) -> tuple[QLocale.Language, QLocale.Script]:
    locale = QLocale(code.replace("-", "_"))
    return locale.language(), locale.script()


def speak(application: QCoreApplication, code: str) -> None:
    """Translate what is made from now on, Qt's own texts too, and write numbers to match."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    # An English sentence with a German number in it would be read wrongly.
    is_systems = _written(code)[0] == QLocale.system().language()
    QLocale.setDefault(QLocale.system() if is_systems else QLocale(code))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qts), ("handdigit", str(TRANSLATIONS))):
        translator = QTranslator(application)
        if translator.load(f"{name}_{code}", folder):
            application.installTranslator(translator)
