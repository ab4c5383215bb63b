"""Driving the real window as a person would."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from handdigit.engine.protocol.requests import Classify
from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.background import Background
from handdigit.gui.state.drawing.exchange import fitted
from handdigit.ink.ink import Ink
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import ASSETS

ANSWER_MS = 60_000
"""Far more than an answer takes, so that only a missing one fails."""
PLUS = Ink.from_xy([[(0.0, 0.5), (0.5, 0.5), (1.0, 0.5)], [(0.5, 0.0), (0.5, 0.5), (0.5, 1.0)]])
"""No digit."""


def example(name: str) -> Ink:
    return read_samples(ASSETS / "examples" / f"{name}.json")[0].ink


def position(canvas: Canvas, x: float, y: float) -> QPoint:
    return canvas.canvas_position(x, y).toPoint()


def draw(canvas: Canvas, ink: Ink) -> None:
    """Draw an ink of any scale with the mouse."""
    for stroke in fitted(ink).strokes:
        points = [position(canvas, p.x, p.y) for p in stroke.points]
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(canvas, left, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, left, Qt.KeyboardModifier.NoModifier, points[-1])


def open_file(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Open a file and wait until it is read, or refused."""
    window.files.open(path)
    reading = window.files.findChild(Background, "drawing files")
    qtbot.waitUntil(lambda: not reading.is_busy, timeout=ANSWER_MS)


def show_panel(qtbot: QtBot, window: MainWindow, key: str) -> None:
    """Bring a panel to the front and wait until it is made."""
    window.findChild(QAction, f"{key}PanelAction").trigger()
    qtbot.waitUntil(lambda: window.panels.currentWidget().is_made, timeout=ANSWER_MS)


def use_model(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Let another network of the list answer: most are quicker than the first."""
    (model,) = (model for model in window.library.models if model.name == name)
    window.library.activate(model)
    qtbot.waitUntil(lambda: window.session.model.path == model.path)


def wait_for_digit(qtbot: QtBot, window: MainWindow, digit: int | None) -> None:
    expected = "" if digit is None else str(digit)
    session = window.session
    # After a stroke the newest answer alone has all that Inside can open.
    qtbot.waitUntil(
        lambda: answer(window) == expected and not session.is_waiting, timeout=ANSWER_MS
    )


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the engine has answered all that it was asked before."""

    def is_ours(topic: str, _answer: object) -> bool:
        return topic == "settled"

    session = window.session
    with qtbot.waitSignal(session.analyses.arrived, check_params_cb=is_ours, timeout=ANSWER_MS):
        session.analyses.ask("settled", Classify((Ink(),)))


def wait_for_samples(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what was asked of the samples is done, and what came of it is shown."""
    for _ in range(2):  # a change makes the panels ask
        answers: list[None] = []
        window.samples.store.ask(lambda _store: None, answers.append)
        qtbot.waitUntil(lambda answers=answers: answers == [None])


def answer(window: MainWindow) -> str:
    return window.findChild(object, "answerDigit").text()


def draw_with_pen(
    canvas: Canvas, device: QPointingDevice, points: list[tuple[float, float]], *, pressure: float
) -> None:
    """Draw one stroke through canvas positions with a tablet's pen."""
    draw_on(canvas, device, [position(canvas, *point) for point in points], pressure)


def draw_on(
    widget: QWidget, device: QPointingDevice, points: list[QPoint], pressure: float
) -> None:
    """Press a tablet's pen at the first position on a widget, and lift it at the last."""
    press, move, release = PEN_EVENTS
    send_pen(widget, device, press, QPointF(points[0]), pressure)
    for point in points[1:]:
        send_pen(widget, device, move, QPointF(point), pressure)
    send_pen(widget, device, release, QPointF(points[-1]), pressure)


PEN_EVENTS = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease


def send_pen(
    widget: QWidget,
    device: QPointingDevice,
    kind: QEvent.Type,
    at: QPointF,
    pressure: float,
    *,
    tip: Qt.MouseButton = Qt.MouseButton.LeftButton,
    held: Qt.MouseButton = Qt.MouseButton.NoButton,
) -> None:
    """Send one event of a tablet's pen, whose ``tip`` is down but for a release.

    ``held`` is a button on its barrel.
    """
    is_move, is_release = (kind == PEN_EVENTS[number] for number in (1, 2))
    button = Qt.MouseButton.NoButton if is_move else tip
    buttons = held if is_release else tip | held
    event = QTabletEvent(
        kind, device, at, widget.mapToGlobal(at), pressure, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, button, buttons,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
