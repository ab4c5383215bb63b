"""The Models panel of the real window: activate, roll back, rename, delete, compare, vote."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from handdigit.core.ladder import LADDER
from handdigit.core.voting import Rule
from handdigit.core.zoo import ZOO
from handdigit.data.model_file import (
    ModelFile,
    ModelInfo,
    make_ensemble,
    read_model,
    read_model_info,
    write_model,
)
from handdigit.data.model_store import SHIPPED_MODELS, ModelStore
from handdigit.gui.active_model import open_settings, start_model
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.panels.models.comparison_chart import Reading, spread
from handdigit.gui.panels.models.facts import facts
from handdigit.gui.widgets.vote_list import ROWS
from handdigit.inspection.trace import SOFTMAX
from tests.gui.driving import ANSWER_MS, PLUS, draw, wait_for_digit

LEFT = Qt.MouseButton.LeftButton
CURVE = [
    {"epoch": n + 1, "accuracy": 0.9 + n / 100, "validation_accuracy": 0.95 + n / 100}
    for n in range(3)
]


@pytest.fixture
def more_models(paths):
    from handdigit.models.network import build_network

    for day, name in enumerate(("ant", "bee"), start=1):
        weights = {k: v.numpy() for k, v in build_network(ZOO["dense-30"]).state_dict().items()}
        info = ModelInfo(
            name,
            ZOO["dense-30"],
            created=f"2026-01-0{day}T10:00:00+00:00",
            recipe={"network": "dense-30", "epochs": 3, "augmentation": {"rotate": 8}},
            training_data=({"name": "generated", "count": 20000, "sha256": "0123456789abcdef"},),
            results={"curve": CURVE},
        )
        write_model(paths.models / f"{name}.safetensors", ModelFile(info, weights))


@pytest.fixture
def models(qtbot, more_models, make_main_window):
    window = make_main_window()
    window.findChild(QAction, "modelsPanelAction").trigger()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "versionList") is not None)
    return window


def versions(window):
    return window.findChild(QWidget, "versionList")


def rows(window):
    found = (versions(window).topLevelItem(n) for n in range(versions(window).topLevelItemCount()))
    return [item for item in found if item.flags() & Qt.ItemFlag.ItemIsSelectable]


def all_names(window):
    return [item.text(0) for item in rows(window)]


def names(window):
    """Return the user's, and the default; how many more were shipped is another test's matter."""
    shipped = {path.stem for path in SHIPPED_MODELS.glob("*.safetensors")} - {"default"}
    return [name for name in all_names(window) if name not in shipped]


def row_of(window, name):
    return rows(window)[all_names(window).index(name)]


def click_row(window, name):
    area = versions(window).visualItemRect(row_of(window, name))
    at = QPoint(area.left() + 120, area.center().y())
    QTest.mouseClick(versions(window).viewport(), LEFT, pos=at)
    assert versions(window).chosen.name == name


def tick(window, name):
    area = versions(window).visualItemRect(row_of(window, name))
    QTest.mouseClick(versions(window).viewport(), LEFT, pos=QPoint(10, area.center().y()))


def button(window, name):
    return window.findChild(QAbstractButton, name)


def press(window, name):
    assert button(window, name).isEnabled()
    QTest.mouseClick(button(window, name), LEFT)


def message(window):
    return window.findChild(QLabel, "modelsMessage").text()


def is_marked(window, name):
    return row_of(window, name).font(0).bold()


def wait_for_model(qtbot, window, name):
    qtbot.waitUntil(
        lambda: window.session.model.name == name and is_marked(window, name), timeout=ANSWER_MS
    )


def activate(qtbot, window, name):
    click_row(window, name)
    press(window, "modelActivate")
    wait_for_model(qtbot, window, name)


@pytest.fixture
def ladder(tmp_path, monkeypatch):
    """Ship a net of every group, whatever is shipped by now, and more of the ladder."""
    from handdigit.models.network import build_network

    folder = tmp_path / "shipped"
    monkeypatch.setattr("handdigit.data.model_store.SHIPPED_MODELS", folder)
    default = read_model(SHIPPED_MODELS / "default.safetensors")
    write_model(folder / "default.safetensors", default)
    for rung in LADDER[:7]:
        weights = {k: v.numpy() for k, v in build_network(ZOO["dense-30"]).state_dict().items()}
        info = ModelInfo(rung.name, ZOO["dense-30"])
        write_model(folder / f"{rung.name}.safetensors", ModelFile(info, weights))
    return [rung.name for rung in LADDER[:7]]


def test_shipped_nets_stand_under_the_names_of_their_groups(qtbot, ladder, models):
    lines = [
        versions(models).topLevelItem(row).text(0)
        for row in range(versions(models).topLevelItemCount())
    ]
    readers, nets = "Shipped: readers", "Shipped: the ladder, from one dense layer upwards"
    assert lines == ["Yours", "bee", "ant", readers, "default", nets, *ladder]
    heading = versions(models).visualItemRect(versions(models).topLevelItem(3)).center()
    before = versions(models).chosen
    QTest.mouseClick(versions(models).viewport(), LEFT, pos=heading)
    assert versions(models).chosen == before
    chooser = models.findChild(QComboBox, "modelChooser")
    offered = [chooser.itemText(index) for index in range(chooser.count())]
    assert offered == ["default", "", "ant", "bee", "", *ladder]
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)  # over the line between two groups
    wait_for_model(qtbot, models, "ant")
    assert chooser.currentText() == "ant"


def test_many_versions_are_compared_on_low_lines(qtbot, ladder, models, paths, seven):
    members = [read_model(paths.models / f"{name}.safetensors") for name in ("ant", "bee")]
    write_model(
        paths.models / "two.safetensors", make_ensemble("two", members, Rule.MEAN, "2026-02-01")
    )
    models.library.refresh()
    press(models, "modelCompare")
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    wait_for_readings(qtbot, models, "two", "ant", "bee", "default")
    chart = models.findChild(QWidget, "comparisonChart")
    roomy = chart.sizeHint().height() / len(chart.readings)
    for item in rows(models):
        item.setCheckState(0, Qt.CheckState.Checked)
    wait_for_readings(qtbot, models, "two", "bee", "ant", "default", *ladder)
    assert not [reading for reading in chart.readings if reading.is_member]
    assert chart.sizeHint().height() / len(chart.readings) < roomy * 0.8
    assert not chart.grab().isNull()


def test_another_version_answers_and_the_one_before_is_a_click_away(qtbot, models, seven):
    assert names(models) == ["bee", "ant", "default"]  # the newest first
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    before = models.session.recognition.probabilities
    assert not button(models, "modelRollBack").isEnabled()
    activate(qtbot, models, "ant")
    session = models.session
    qtbot.waitUntil(lambda: session.recognition.probabilities != before, timeout=ANSWER_MS)
    assert models.findChild(QComboBox, "modelChooser").currentText() == "ant"
    activate(qtbot, models, "bee")
    for name in ("ant", "default"):
        press(models, "modelRollBack")
        wait_for_model(qtbot, models, name)
    wait_for_digit(qtbot, models, 7)
    assert not button(models, "modelRollBack").isEnabled()


def test_the_active_version_is_remembered_until_it_is_gone(qtbot, models, make_main_window, paths):
    activate(qtbot, models, "ant")
    models.close()
    again = make_main_window()
    assert again.session.model.name == "ant"
    assert not again.library.notice
    again.findChild(QAction, "rollBackAction").trigger()
    qtbot.waitUntil(lambda: again.session.model.name == "default", timeout=ANSWER_MS)
    again.close()
    open_settings(paths).setValue("activeModels", '["default", "ant"]')
    (paths.models / "ant.safetensors").unlink()
    model, notice = start_model(ModelStore(paths), open_settings(paths))
    assert (model.name, notice) == ("default", "The model ant is gone or damaged: default answers "
                                    "instead.")  # fmt: skip
    last = make_main_window()
    assert last.status.currentMessage() == notice


def test_a_remembered_version_that_is_broken_leaves_the_default(qtbot, more_models, paths,
                                                                make_main_window):  # fmt: skip
    path = paths.models / "ant.safetensors"
    model = read_model(path)
    write_model(path, replace(model, weights=dict(list(model.weights.items())[:1])))
    open_settings(paths).setValue("activeModels", '["ant"]')
    window = make_main_window()
    qtbot.waitUntil(lambda: window.session.model.name == "default", timeout=ANSWER_MS)
    box = window.findChild(QWidget, "complaint")
    assert "ant" in box.text()
    box.close()


def test_a_version_is_renamed_in_its_row(qtbot, models, paths):
    activate(qtbot, models, "ant")
    press(models, "modelRename")
    editor = versions(models).findChild(QLineEdit, "versionNameEditor")
    editor.selectAll()
    QTest.keyClicks(editor, "wasp")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_for_model(qtbot, models, "wasp")
    assert names(models) == ["bee", "wasp", "default"]
    assert not (paths.models / "ant.safetensors").exists()
    assert start_model(ModelStore(paths), open_settings(paths))[0].name == "wasp"


def test_a_name_that_is_taken_is_one_sentence(qtbot, models):
    click_row(models, "ant")
    QTest.keyClick(versions(models), Qt.Key.Key_F2)
    editor = versions(models).findChild(QLineEdit, "versionNameEditor")
    editor.selectAll()
    QTest.keyClicks(editor, "bee")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "already" in message(models))
    assert names(models) == ["bee", "ant", "default"]


def test_a_version_is_deleted_and_brought_back(qtbot, models, paths):
    click_row(models, "bee")
    press(models, "modelDelete")
    question = models.findChild(QWidget, "deleteQuestion")
    QTest.mouseClick(question.findChild(QAbstractButton, "deleteConfirm"), LEFT)
    qtbot.waitUntil(lambda: names(models) == ["ant", "default"])
    assert message(models) == "bee was deleted."
    press(models, "modelUndo")
    qtbot.waitUntil(lambda: names(models) == ["bee", "ant", "default"])
    assert not button(models, "modelUndo").isVisible()


def test_what_was_deleted_is_gone_once_the_window_is_closed(qtbot, models, paths):
    models.library.delete(next(m for m in models.library.models if m.name == "bee"))
    assert len(list(paths.models.rglob("*.safetensors"))) == 2
    models.close()
    assert [path.name for path in paths.models.rglob("*.safetensors")] == ["ant.safetensors"]


def test_deleting_can_be_thought_better_of(qtbot, models):
    click_row(models, "bee")
    press(models, "modelDelete")
    models.findChild(QWidget, "deleteQuestion").close()
    assert names(models) == ["bee", "ant", "default"]


def test_what_answers_or_was_shipped_cannot_be_deleted(qtbot, models):
    click_row(models, "default")
    assert "came with the program" in button(models, "modelDelete").toolTip()
    assert not button(models, "modelRename").isEnabled()
    activate(qtbot, models, "ant")
    assert not button(models, "modelDelete").isEnabled()
    assert "activate another one first" in button(models, "modelDelete").toolTip()


def test_the_details_tell_data_recipe_curve_and_take_a_note(qtbot, models, paths):
    click_row(models, "ant")
    lines = models.findChild(QWidget, "versionFacts").lines
    assert ("Data", "generated: 20,000 · 0123456789") in lines
    assert ("Training", "3 epochs") in lines
    assert ("Variation", "rotate 8") in lines
    curve = models.findChild(QWidget, "runCurve")
    assert curve.points[1] == pytest.approx((0.05, 0.04, 0.03))
    assert not curve.grab().isNull()
    before = read_model(paths.models / "ant.safetensors").fingerprint()
    note = models.findChild(QLineEdit, "versionNote")
    note.setFocus()
    QTest.keyClicks(note, "my first")
    click_row(models, "bee")
    after = read_model(paths.models / "ant.safetensors")
    assert (after.info.note, after.fingerprint()) == ("my first", before)
    assert note.text() == ""
    click_row(models, "ant")
    assert note.text() == "my first"


def test_the_shipped_model_tells_what_it_was_measured_on(models):
    click_row(models, "default")
    lines = models.findChild(QWidget, "versionFacts").lines
    stored = read_model_info(SHIPPED_MODELS / "default.safetensors")
    share = f"{stored.accuracies['MNIST test']['accuracy']:.2%}".replace("%", "\u00a0%")
    assert lines[0] == ("Measured", f"MNIST test: {share} of 10,000")
    assert not models.findChild(QLineEdit, "versionNote").isVisible()


def readings(window):
    return {r.name: r for r in window.findChild(QWidget, "comparisonChart").readings}


def wait_for_readings(qtbot, window, *expected):
    qtbot.waitUntil(
        lambda: [n for n, r in readings(window).items() if r.digit is not None] == list(expected),
        timeout=ANSWER_MS,
    )


def test_versions_are_compared_on_the_drawing(qtbot, models, seven):
    press(models, "modelCompare")
    summary = models.findChild(QLabel, "comparisonSummary")
    qtbot.waitUntil(lambda: "Draw a digit" in summary.text(), timeout=ANSWER_MS)
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    wait_for_readings(qtbot, models, "bee", "ant", "default")
    found = readings(models)
    assert found["default"].digit == 7
    assert found["default"].probabilities == models.session.recognition.probabilities
    apart = spread(tuple(found.values()))
    assert apart[7] == pytest.approx(np.ptp([r.probabilities[7] for r in found.values()]))
    assert ("All read 7" in summary.text()) == all(r.digit == 7 for r in found.values())
    models.session.clear()
    draw(models.canvas, PLUS)
    qtbot.waitUntil(lambda: summary.text().startswith("Refused as no digit."), timeout=ANSWER_MS)
    tick(models, "bee")
    wait_for_readings(qtbot, models, "ant", "default")
    assert not models.findChild(QWidget, "comparisonChart").grab().isNull()


def test_nothing_is_asked_while_the_comparison_is_hidden(qtbot, models, seven, monkeypatch):
    asked = []
    monkeypatch.setattr(models.session, "analyse", lambda topic, _request: asked.append(topic))
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    assert not [topic for topic in asked if topic.startswith("models:")]
    press(models, "modelCompare")
    assert len([topic for topic in asked if topic.startswith("models:")]) == 2
    asked.clear()
    models.findChild(QAction, "insidePanelAction").trigger()
    models.session.clear()
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    assert not [topic for topic in asked if topic.startswith("models:")]


def test_several_versions_vote_and_the_votes_are_seen(qtbot, models, seven):
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    press(models, "modelEnsemble")
    dialog = models.findChild(QWidget, "ensembleDialog")
    name = dialog.findChild(QLineEdit, "ensembleName")
    name.selectAll()
    QTest.keyClicks(name, "three")
    assert dialog.rule is Rule.MEAN
    for rule in (Rule.MAJORITY, Rule.LOOKS):
        button = dialog.findChild(QAbstractButton, f"ensemble{rule.capitalize()}")
        QTest.mouseClick(button, LEFT, pos=QPoint(8, 8))
        assert dialog.rule is rule
    QTest.mouseClick(dialog.findChild(QAbstractButton, "ensembleMake"), LEFT)
    qtbot.waitUntil(lambda: "three" in names(models))
    press(models, "modelActivate")  # it is selected already
    wait_for_model(qtbot, models, "three")
    votes = models.findChild(QWidget, "voteList")
    qtbot.waitUntil(lambda: models.session.recognition.votes is not None, timeout=ANSWER_MS)
    recognition = models.session.recognition
    assert recognition.votes.names == ("bee", "ant", "default")
    assert votes.lines == [
        (name, str(digit))
        for name, digit in zip(recognition.votes.names, recognition.votes.digits, strict=True)
    ]
    assert votes.lines[2] == ("default", "7")
    assert recognition.votes.rule is Rule.LOOKS
    models.findChild(QAction, "insidePanelAction").trigger()
    inside = models.findChild(NetworkMap)
    shown = next(view.mosaic for view in inside.layers if view.name == SOFTMAX)
    qtbot.waitUntil(lambda: shown.values is not None, timeout=ANSWER_MS)
    answer = models.session.recognition
    assert shown.values.ravel() == pytest.approx(answer.network_probabilities)
    assert answer.votes.probabilities[0] != pytest.approx(answer.network_probabilities, abs=1e-9)
    models.session.clear()  # the lines stay where they are
    assert votes.lines == [(name, "") for name in ("bee", "ant", "default")]
    press(models, "modelRollBack")
    qtbot.waitUntil(lambda: not votes.isVisible(), timeout=ANSWER_MS)


def votes_of(qtbot, models, paths, ensemble):
    """Let a new ensemble answer and return the list of its votes."""
    name = ensemble.info.name
    write_model(paths.models / f"{name}.safetensors", ensemble)
    models.findChild(QAction, "insidePanelAction").trigger()
    models.findChild(QAction, "modelsPanelAction").trigger()  # it looks for new files
    qtbot.waitUntil(lambda: name in names(models))
    activate(qtbot, models, name)
    return models.findChild(QWidget, "voteList")


def test_of_many_voters_only_the_sum_is_written(qtbot, models, paths, seven):
    ant = read_model(paths.models / "ant.safetensors")
    certain = np.where(np.arange(10) == 3, 1000, 0).astype(np.float32)
    three = replace(ant, weights={**ant.weights, "dense2.bias": certain})
    default = read_model(SHIPPED_MODELS / "default.safetensors")
    many = make_ensemble("many", [three] * ROWS + [default], Rule.MEAN, "2026-01-03T10:00:00+00:00")
    votes = votes_of(qtbot, models, paths, many)
    assert votes.lines == [(f"{ROWS + 1} networks", "")]
    draw(models.canvas, seven)
    qtbot.waitUntil(lambda: models.session.recognition.votes is not None, timeout=ANSWER_MS)
    wait_for_digit(qtbot, models, 3)
    assert votes.lines == [(f"{ROWS} votes", "3"), ("1 vote", "7")]
    models.findChild(QAction, "whyPanelAction").trigger()
    headline = models.findChild(QWidget, "whyHeadline")
    # The voter that is looked into, not the vote: what they would say need not be the same.
    qtbot.waitUntil(lambda: headline.text() == "ant: Why 3?", timeout=ANSWER_MS)


def test_beside_a_number_the_votes_always_take_two_lines(qtbot, models, paths, seven):
    ant, bee = (read_model(paths.models / f"{name}.safetensors") for name in ("ant", "bee"))
    default = read_model(SHIPPED_MODELS / "default.safetensors")
    few = make_ensemble("few", [default, ant, bee], Rule.MEAN, "2026-01-03T10:00:00+00:00")
    votes = votes_of(qtbot, models, paths, few)
    assert [name for name, _ in votes.lines] == ["default", "ant", "bee"]
    models.findChild(QAction, "numberAction").trigger()
    assert len(votes.lines) == 2
    height = votes.sizeHint().height()
    draw(models.canvas, seven)
    qtbot.waitUntil(lambda: models.session.recognition.votes is not None, timeout=ANSWER_MS)
    assert len(votes.lines) == 2
    assert votes.sizeHint().height() == height
    models.findChild(QAction, "numberAction").trigger()
    assert len(votes.lines) == 3


def test_an_ensemble_shows_its_votes_in_the_comparison(qtbot, models, paths, seven):
    members = [read_model(paths.models / f"{name}.safetensors") for name in ("ant", "bee")]
    ensemble = make_ensemble("two", members, Rule.MEAN, "2026-02-01T10:00:00+00:00")
    write_model(paths.models / "two.safetensors", ensemble)
    models.library.refresh()
    press(models, "modelCompare")
    draw(models.canvas, seven)
    wait_for_readings(qtbot, models, "two", "ant", "bee", "default")
    chart = models.findChild(QWidget, "comparisonChart")
    shown = [(r.name, r.is_member) for r in chart.readings]
    assert shown[:3] == [("two", False), ("ant", True), ("bee", True)]
    whole, *votes = chart.readings[:3]
    assert whole.probabilities == pytest.approx(np.mean([v.probabilities for v in votes], axis=0))


def test_inside_looks_into_the_member_that_is_chosen(qtbot, models, paths, seven):
    members = [
        read_model(paths.models / "ant.safetensors"),
        read_model(ModelStore(paths).find("default")),
    ]
    write_model(paths.models / "two.safetensors", make_ensemble("two", members, Rule.MEAN, ""))
    models.library.refresh()
    activate(qtbot, models, "two")
    chooser = models.findChild(QComboBox, "memberChooser")
    assert chooser.isVisible()
    assert chooser.currentText() == "Inside: ant"
    models.findChild(QAction, "insidePanelAction").trigger()
    summary = models.findChild(QLabel, "networkSummary")
    qtbot.waitUntil(lambda: "two ▸ ant" in summary.text(), timeout=ANSWER_MS)
    draw(models.canvas, seven)
    qtbot.waitUntil(lambda: "dense1" in models.session.recognition.activations, timeout=ANSWER_MS)
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "conv1" in models.session.recognition.activations, timeout=ANSWER_MS)
    assert "two ▸ default" in summary.text()
    assert chooser.currentText() == "Inside: default"
    assert models.session.weights.keys() == members[1].weights.keys()
    models.session.use_model(next(m for m in models.library.models if m.name == "default"))
    qtbot.waitUntil(lambda: not chooser.isVisible(), timeout=ANSWER_MS)


def test_versions_go_out_and_come_in(qtbot, models, tmp_path, monkeypatch):
    target = tmp_path / "out.safetensors"
    dialogs = "handdigit.gui.panels.models.panel.QFileDialog."
    monkeypatch.setattr(dialogs + "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(dialogs + "getOpenFileName", lambda *_: (str(target), ""))
    click_row(models, "ant")
    press(models, "modelExport")
    assert message(models) == f"Saved as {target}."
    press(models, "modelImport")
    assert "out" in names(models)
    assert versions(models).chosen.name == "out"
    target.write_bytes(b"garbage")
    press(models, "modelImport")
    assert "not a model file" in message(models)


def test_before_the_first_training_the_panel_says_where_versions_come_from(qtbot, window):
    window.findChild(QAction, "modelsPanelAction").trigger()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "versionList") is not None)
    assert "Every training run adds a version" in message(window)
    alone = len(versions(window).models) == 1
    assert button(window, "modelEnsemble").isEnabled() is not alone


def test_a_version_from_the_command_line_appears_when_the_panel_is_looked_at(qtbot, models, paths):
    models.findChild(QAction, "insidePanelAction").trigger()
    model = read_model(paths.models / "ant.safetensors")
    write_model(paths.models / "cat.safetensors", model)
    models.findChild(QAction, "modelsPanelAction").trigger()
    assert "cat" in names(models)
    assert models.findChild(QComboBox, "modelChooser").findText("cat") >= 0


def test_a_parent_is_named_as_it_is_called_now(models, paths):
    library = models.library
    ant = next(model for model in library.models if model.name == "ant")
    weights = read_model(ant.path).fingerprint()
    child = replace(ant, info=replace(ant.info, parent={"name": "old name", "weights": weights}))
    assert library.parent_of(child) == "ant"
    lost = replace(ant, info=replace(ant.info, parent={"name": "lost", "weights": "0"}))
    assert library.parent_of(lost) == "lost"
    assert library.parent_of(ant) == ""


def test_a_file_that_says_nothing_has_no_facts():
    assert facts(ModelInfo("bare", ZOO["dense-30"]), "") == []


def test_of_a_mean_it_is_said_what_it_is_the_mean_of():
    averaged = {"averaged": [{"name": "ant", "weights": "0"}, {"name": "bee", "weights": "1"}]}
    mean = ModelInfo("mean", ZOO["dense-30"], parent=averaged)
    assert facts(mean, "") == [("Mean of", "ant"), ("", "bee")]
    assert spread([Reading("one", (0.1,) * 10)]) == (0.0,) * 10
