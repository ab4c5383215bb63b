"""The page about a layer: its diagram, and what of it can be tried in the Lab."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from handdigit.gui.panels.inside.kind_diagram import HEIGHT, PICTURES, WIDTH, KindDiagram
from handdigit.gui.panels.inside.layer_page import CostTable, LayerPage, lab_task
from handdigit.gui.panels.lab.controls import Source
from handdigit.gui.panels.lab.experiment import Operation
from handdigit.gui.theme import DARK, LIGHT
from handdigit.inspection.kinds import INPUT_KIND, KINDS, POINTWISE, SOFTMAX_KIND
from handdigit.network.zoo import ZOO

EVERY_KIND = (INPUT_KIND, SOFTMAX_KIND, POINTWISE, *KINDS.values())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.title)
def test_every_kind_has_a_diagram(qtbot, kind, theme):
    diagram = KindDiagram()
    qtbot.addWidget(diagram)
    diagram.setPalette(theme.palette())
    diagram.resize(WIDTH, HEIGHT)
    diagram.show_kind(kind)
    assert kind.title in diagram.accessibleName()
    image = diagram.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(WIDTH) for y in range(HEIGHT)}
    assert len(colours) > 2
    named = {QColor(getattr(theme, name)).name() for name in ("accent", "ink", "text")}
    assert colours & named


def test_all_diagrams_are_of_kinds_that_there_are():
    assert set(PICTURES) == set(EVERY_KIND)


def test_the_lab_is_set_up_in_its_own_words():
    plans = {planned for architecture in ZOO.values() for planned in architecture.plan()}
    tasks = [task for planned in plans if (task := lab_task(planned)) is not None]
    assert tasks
    for task in tasks:
        assert Source(task.source) is Source.DRAWING
        assert Operation(task.operation) in Operation
        assert 2 <= task.size <= 7
    assert lab_task(None) is None


def test_every_networks_costs_add_up(qtbot):
    page = LayerPage()
    qtbot.addWidget(page)
    for architecture in ZOO.values():
        page.show_layer(architecture.plan()[-1].name, architecture)
        rows = page.findChild(CostTable).rows
        assert sum(row[1] for row in rows) == architecture.parameter_count
        assert sum(row[3] for row in rows) == architecture.operation_count
        assert sum(row[2] for row in rows) == pytest.approx(1)
        described = page.costs.accessibleDescription()
        assert all(f"{name}: {count:,} parameters" in described for name, count, *_ in rows)
