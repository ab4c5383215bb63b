"""Ways from one panel to another."""

from PySide6.QtWidgets import QComboBox

from handdigit.gui.state.navigation import LabTask, Navigation
from handdigit.inspection.trace import Unit


def test_a_place_is_kept_for_a_panel_that_is_made_later(qtbot):
    navigation = Navigation()
    with qtbot.waitSignals([navigation.unit_changed], timeout=1000):
        navigation.look_at(Unit("conv1", (3, 5, 9)))
    with qtbot.waitSignals([navigation.question_changed, navigation.panel_changed], timeout=1000):
        navigation.explain(7)
    with qtbot.waitSignals([navigation.lab_changed, navigation.panel_changed], timeout=1000):
        navigation.try_in_lab(LabTask(source="edge"))
    assert navigation.unit == Unit("conv1", (3, 5, 9))
    assert navigation.question == 7
    assert navigation.lab == LabTask(source="edge")
    assert navigation.panel == "lab"


def test_navigation_leads_through_a_real_window(window, qtbot):
    window.navigation.explain(3)
    why = window.panels.currentWidget()
    assert window.panels.tabText(window.panels.currentIndex()) == "Why"
    qtbot.waitUntil(lambda: why.is_made)
    target = why.findChild(QComboBox, "whyTarget")
    assert target.currentData() == 3
    window.navigation.look_at(Unit("conv1", (3, 5, 9)))
    inside = window.panels.currentWidget()
    qtbot.waitUntil(lambda: inside.is_made)
    assert window.navigation.unit == Unit("conv1", (3, 5, 9))
    window.navigation.look_at(Unit("nowhere", (1,)))
    assert window.panels.tabText(window.panels.currentIndex()) == "Inside"
