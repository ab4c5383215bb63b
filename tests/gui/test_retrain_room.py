"""Everything in the Retrain panel has its room, in every state of a run."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.gui.driving import show_panel
from tests.gui.test_retrain import RUN_MS, click, make_it_short, widget
from tests.gui.text_room import cut_texts, ellipses

SIZES = [(1280, 800), (1024, 700)]


@pytest.fixture(params=SIZES, ids=str)
def retrain(request, qtbot, drawn):
    drawn.resize(*request.param)
    drawn.divide()
    show_panel(qtbot, drawn, "retrain")
    return drawn


def is_roomy(window) -> bool:
    """Return whether nothing of the run is lower than it may be, or cut."""
    sheet = window.findChild(QScrollArea, "runScroll").widget()
    parts = [part for part in sheet.findChildren(QWidget) if part.isVisible()]
    own = [part for part in parts if not part.objectName().startswith("qt_")]
    lower = [part for part in own if part.height() < part.minimumSizeHint().height()]
    return not lower and cut_texts(window) == []


def have_titles_room(window) -> bool:
    """Return whether no title of an axis runs into another."""
    scene = widget(window, "trainingCurves").scene()
    areas = [item.mapRectToScene(item.boundingRect()) for item in scene.items() if is_title(item)]
    titles = [area.adjusted(0, 4, 0, -4) for area in areas]  # without the text's own margins
    return len(titles) == 3 and not any(
        one.intersects(other) for n, one in enumerate(titles) for other in titles[:n]
    )


def is_title(item) -> bool:
    text = getattr(item, "toPlainText", str)()
    return item.isVisible() and text.strip() in ("Loss", "Accuracy, %", "Learning rate")


def test_nothing_of_a_run_is_squashed_beside_its_receipt(qtbot, retrain):
    make_it_short(retrain)
    click(retrain, "retrain_train")
    qtbot.waitUntil(lambda: "ready" in widget(retrain, "runReceipt").heading, timeout=RUN_MS)
    qtbot.waitUntil(lambda: is_roomy(retrain) and have_titles_room(retrain), timeout=5000)
    click(retrain, "runReceiptMore")
    qtbot.waitUntil(lambda: is_roomy(retrain) and have_titles_room(retrain), timeout=5000)
    assert widget(retrain, "runReceipt").text.count("\n") > 10
    click(retrain, "useRun")
    qtbot.waitUntil(lambda: not retrain.session.is_waiting)
    qtbot.waitUntil(lambda: is_roomy(retrain) and have_titles_room(retrain), timeout=5000)


def test_what_is_set_and_how_far_it_is_ends_in_no_ellipsis(qtbot, retrain):
    panel = widget(retrain, "retrainPanel")
    qtbot.waitUntil(lambda: widget(retrain, "stepData").detail == "6,000 digits an epoch")

    def says_all() -> bool:
        return ellipses(panel) == [] == cut_texts(panel)

    qtbot.waitUntil(says_all, timeout=5000)
    click(retrain, "retrain_train")
    words = widget(retrain, "retrainWords")
    qtbot.waitUntil(lambda: words.text().endswith(" left"), timeout=RUN_MS)
    qtbot.waitUntil(says_all, timeout=5000)
    click(retrain, "retrain_stop")
    qtbot.waitUntil(lambda: "stopped after" in widget(retrain, "runReceipt").heading)
