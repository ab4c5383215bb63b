"""The panels of the window. A new one is a function and a line here.

Each is imported in its function: not before it is first looked at.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.panel_place import Making, PanelEntry
from handdigit.gui.state.context import Context
from handdigit.sentences import noted

UNDERSTAND, TRAIN, JUDGE = noted("Understand"), noted("Train"), noted("Judge")
"""The groups that the tabs stand in."""


def _inside(context: Context) -> QWidget:
    from handdigit.gui.panels.inside.panel import InsidePanel

    return InsidePanel(context.session, context.library, context.navigation)


def _why(context: Context) -> QWidget:
    from handdigit.gui.panels.why.panel import WhyPanel

    return WhyPanel(context.session, context.navigation)


def _lab(context: Context) -> QWidget:
    from handdigit.gui.panels.lab.panel import LabPanel

    return LabPanel(context.session, context.navigation)


def _dial(context: Context) -> QWidget:
    from handdigit.gui.panels.dial.panel import DialPanel

    return DialPanel(context.session, context.library)


def _map(context: Context) -> QWidget:
    from handdigit.gui.panels.digit_map.panel import DigitMapPanel

    return DigitMapPanel(context.session, context.samples, context.paths)


def _maximise(context: Context) -> QWidget:
    from handdigit.gui.panels.maximise.panel import MaximisePanel

    return MaximisePanel(context.session)


def _errors(context: Context) -> QWidget:
    from handdigit.gui.panels.errors.panel import ErrorsPanel

    return ErrorsPanel(context.session, context.samples, context.paths)


def _models(context: Context) -> QWidget:
    from handdigit.gui.panels.models.panel import ModelsPanel

    return ModelsPanel(context.session, context.library, context.navigation)


def _retrain(context: Context) -> Making:
    from handdigit.gui.panels.retrain.panel import make_retrain_panel

    return make_retrain_panel(context)


_REQUESTS = "handdigit.engine.protocol.requests"
_SOURCES = (
    "handdigit.experiment.recipe",
    "PIL.Image",
    "ssl",
    "http.client",
    "handdigit.storage.datasets.mnist",
    "handdigit.storage.datasets.picture_parts",
    "handdigit.storage.datasets.sources",
)
"""What knows of data sets."""
_LAB_PARTS = (_REQUESTS, "handdigit.gui.panels.lab.panel")
_RETRAIN_PARTS = (
    *_SOURCES,
    _REQUESTS,
    "handdigit.engine.protocol.source",
    "handdigit.engine.trainer.messages",
    "handdigit.gui.panels.retrain.data_page",
    "handdigit.gui.panels.retrain.draft",
    "handdigit.gui.panels.retrain.run_receipt",
    "handdigit.gui.panels.retrain.run_view",
    "handdigit.gui.panels.retrain.panel",
)
_SAMPLES_PARTS = (
    "PIL.Image",
    "handdigit.storage.datasets.picture_parts",
    "handdigit.storage.samples.exchange",
    _REQUESTS,
    "handdigit.engine.sample_transfer",
    "handdigit.gui.panels.samples.panel",
)
_TIME_PARTS = (
    *_SOURCES,
    _REQUESTS,
    "handdigit.gui.state.measurement",
    "handdigit.gui.panels.time_machine.recording",
    "handdigit.storage.runs.run_store",
    "handdigit.gui.panels.time_machine.panel",
)
_MODELS_PARTS = (
    "handdigit.experiment.recipe",
    _REQUESTS,
    "handdigit.gui.panels.models.details",
    "handdigit.gui.panels.models.panel",
)
_ERRORS_PARTS = (
    *_SOURCES,
    "handdigit.gui.state.measurement",
    "handdigit.gui.panels.errors.confusions",
    "handdigit.gui.panels.errors.panel",
)
_INSIDE_PARTS = (
    "handdigit.inspection.rules.table",
    "handdigit.inspection.arithmetic",
    "handdigit.inspection.backward",
    "handdigit.inspection.equation",
    "handdigit.inspection.words",
    "handdigit.inspection.receptive_field",
    "handdigit.experiment.optimisers",
    "handdigit.inspection.overview",
    "handdigit.gui.panels.inside.overview_sheet",
    "handdigit.gui.panels.inside.network_map",
    "handdigit.gui.panels.inside.layer_view",
    "handdigit.gui.panels.inside.arithmetic_view",
    "handdigit.gui.panels.inside.layer_page",
    "handdigit.gui.panels.inside.unit_view",
    "handdigit.gui.panels.inside.gradient_view",
    "handdigit.gui.panels.inside.weight_sheet",
    _REQUESTS,  # of all the other panels
    "handdigit.gui.panels.inside.panel",
)


def _samples(context: Context) -> QWidget:
    from handdigit.gui.panels.samples.panel import SamplesPanel

    return SamplesPanel(context.session, context.samples, context.labelling, context.teaching)


def _time(context: Context) -> QWidget:
    from handdigit.gui.panels.time_machine.panel import TimeMachinePanel
    from handdigit.storage.runs.run_store import RunStore

    runs = RunStore(context.paths.runs)
    return TimeMachinePanel(context.session, context.training, context.policy, runs)


_MISREADS = noted("Which digits it misreads.")
PANELS: tuple[PanelEntry, ...] = (
    PanelEntry(
        "inside",
        UNDERSTAND,
        noted("Inside"),
        noted("Every layer of the network, working on your drawing."),
        _inside,
        "1",
        _INSIDE_PARTS,
    ),
    PanelEntry(
        "why",
        UNDERSTAND,
        noted("Why"),
        noted("Which parts of the ink speak for a digit, and which against it."),
        _why,
        "2",
    ),
    PanelEntry(
        "map",
        UNDERSTAND,
        noted("Map"),
        noted("Many digits as points: what the network finds alike lies close together."),
        _map,
        "3",
    ),
    PanelEntry(
        "dial",
        UNDERSTAND,
        noted("Dial"),
        noted("Turn, shift or blur the drawing, and see where the answer tips over."),
        _dial,
        "4",
    ),
    PanelEntry(
        "lab",
        UNDERSTAND,
        noted("Lab"),
        noted("Slide a kernel over a picture yourself, step by step."),
        _lab,
        "5",
        _LAB_PARTS,
    ),
    PanelEntry(
        "maximise",
        UNDERSTAND,
        noted("Maximise"),
        noted("Let a picture grow that one unit of the network answers to most."),
        _maximise,
        "6",
    ),
    PanelEntry(
        "retrain",
        TRAIN,
        noted("Retrain"),
        noted("Choose data, a network and a recipe, and watch it learn."),
        _retrain,
        "7",
        _RETRAIN_PARTS,
    ),
    PanelEntry(
        "samples",
        TRAIN,
        noted("Samples"),
        noted("Your own labelled digits, to train with."),
        _samples,
        "8",
        _SAMPLES_PARTS,
    ),
    PanelEntry(
        "time",
        TRAIN,
        noted("Time"),
        noted("Go back through a training run, and see how it learned to read your drawing."),
        _time,
        "9",
        _TIME_PARTS,
    ),
    PanelEntry(
        "models",
        JUDGE,
        noted("Models"),
        noted("Every network there is: choose which one answers, and compare them."),
        _models,
        "0",
        _MODELS_PARTS,
    ),
    PanelEntry("errors", JUDGE, noted("Errors"), _MISREADS, _errors, "-", _ERRORS_PARTS),
)
