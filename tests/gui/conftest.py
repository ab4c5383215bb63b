"""A real window over a real engine, on a virtual screen of its own where there is one."""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.messages import LoadModel
from handdigit.gui.app import make_window
from handdigit.gui.application import Application
from handdigit.gui.language import SOURCE_LANGUAGE, speak
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.garbage import GarbageCollector
from handdigit.gui.state.models.active_model import open_settings, start_model
from handdigit.ink.ink import Ink
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import AppPaths
from tests.gui.driving import ANSWER_MS, draw, example
from tests.gui.engines import EnginePool
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen


@pytest.fixture(scope="session")
def display() -> None:
    """Start a virtual screen; without Xvfb Qt renders off screen.

    It lasts as long as the process: Qt keeps its connection until the very end.
    """
    if shutil.which("Xvfb") is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return
    server, name = start_virtual_screen()
    atexit.register(stop_virtual_screen, server)
    os.environ["DISPLAY"] = name
    os.environ["QT_QPA_PLATFORM"] = "xcb"


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(scope="session")
def qapp_args(display: None) -> list[str]:
    return ["handdigit"]


class PatientBot(QtBot):
    """Waits longer than a busy computer takes, so that only what is missing fails."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = ANSWER_MS) -> None:  # noqa: N802
        if getattr(callback, "__name__", "") == "<lambda>":
            # For pytest-qt nothing found is a function whose asserts held.
            super().waitUntil(lambda: bool(callback()), timeout=timeout)
        else:
            super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = ANSWER_MS, **more: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = ANSWER_MS) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> QLocale:
    """Speak English, with its plurals, whatever the system speaks."""
    speak(qapp, SOURCE_LANGUAGE)
    return QLocale()


@pytest.fixture(autouse=True)
def back_in_english(qapp: QApplication, english: QLocale) -> Iterator[None]:
    """Speak it again after a test that changed the language."""
    yield
    if QLocale() != english:
        speak(qapp, SOURCE_LANGUAGE)


@pytest.fixture(scope="session")
def garbage(qapp: QApplication) -> GarbageCollector:
    return GarbageCollector(qapp)


@pytest.fixture
def qtbot(qapp: QApplication, garbage: GarbageCollector, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path / "data")


@pytest.fixture(scope="session")
def engine_pool() -> Iterator[EnginePool]:
    pool = EnginePool()
    yield pool
    pool.close()


@pytest.fixture
def own_engines() -> None:
    """Asks for engines that start and end with their windows, as outside of tests."""


@pytest.fixture
def make_engine(
    engine_pool: EnginePool, request: pytest.FixtureRequest
) -> Callable[[], EngineClient]:
    """Return a function that gives a window an engine, mostly one that runs already."""
    return EngineClient if "own_engines" in request.fixturenames else engine_pool.lend


def is_active(window: MainWindow) -> bool:
    """Tell whether the keyboard belongs to a window or to the complaint it begins with."""
    active = QApplication.activeWindow()
    return active is not None and window in (active, active.parent())


@pytest.fixture
def make_main_window(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths, make_engine: Callable[[], EngineClient]
) -> Iterator[Callable[[], MainWindow]]:
    """Return a function that opens a window over an engine; all are closed at the end."""
    opened: list[MainWindow] = []

    def keep(window: MainWindow) -> None:
        opened.append(window)
        window.replaced.connect(lambda another: (opened.remove(window), keep(another)))

    def make() -> MainWindow:
        store = ModelStore(paths)
        model, notice = start_model(store, open_settings(paths))
        engine = make_engine()
        engine.start()
        engine.load_model(LoadModel(model.path, "cpu"))
        window = make_window(qapp, engine, store, model, "cpu", paths, notice=notice)
        keep(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()  # shortcuts belong to the active window
        qtbot.waitUntil(lambda: is_active(window))
        qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)
        qtbot.waitUntil(lambda: not window.library.is_busy)  # its models are listed
        return window

    yield make
    for window in opened:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_main_window: Callable[[], MainWindow]) -> MainWindow:
    return make_main_window()


@pytest.fixture
def seven() -> Ink:
    return example("seven")


@pytest.fixture
def drawn(qtbot: QtBot, window: MainWindow, seven: Ink) -> MainWindow:
    """Return the window with an answered seven; the weights that Inside shows are read."""
    draw(window.canvas, seven)
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)
    qtbot.waitUntil(lambda: window.session.weights.by_name is not None, timeout=ANSWER_MS)
    return window
