"""The Why panel's question: which method, which class, against which other one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QRadioButton,
    QWidget,
)

from handdigit.gui.translation import translated
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import combo_box, hbox, offer_classes, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.picture_view import Legend
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.sentences import noted


@dataclass(frozen=True, slots=True)
class MethodText:
    """A method's name on its button, and what its map shows; {0} is what is explained."""

    title: str
    words: str
    source: str
    """Who found it, for the tooltip."""


METHOD_TEXTS: Mapping[str, MethodText] = MappingProxyType(
    {
        "gradient": MethodText(
            noted("Gradient"),
            noted(
                "What a little more ink in a pixel would do to {0}: blue raises it, "
                "orange lowers it."
            ),
            noted("The slope at every pixel (Simonyan 2014)"),
        ),
        "integrated-gradients": MethodText(
            noted("Integrated gradients"),
            noted(
                "How much each pixel's ink adds to {0} on the way from blank paper to the "
                "drawing: blue adds, orange takes away."
            ),
            noted("Slopes from blank paper to the drawing (Sundararajan 2017)"),
        ),
        "grad-cam": MethodText(
            noted("Grad-CAM"),
            noted(
                "Where the network's last maps find what raises {0}. Coarse, as those maps "
                "are small; never below zero."
            ),
            noted("The last maps, weighted (Selvaraju 2017)"),
        ),
        "occlusion": MethodText(
            noted("Occlusion"),
            noted(
                "How far {0} falls when a patch of 5 × 5 pixels is covered with paper: blue "
                "is needed, orange stands in its way."
            ),
            noted("Covering a patch at a time (Zeiler 2014)"),
        ),
    }
)


DEFAULT_METHOD = "integrated-gradients"


class QuestionBar(QWidget):
    """A button for each method, two choosers, and the legend of the map.

    Signals:
        question_changed(): another method or another class was chosen.
    """

    question_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask why the answer is what it is."""
        super().__init__(parent)
        self.setObjectName("whyQuestion")
        self.legend = Legend()
        self._methods = QButtonGroup(self)
        methods, question = QWidget(), QWidget()
        buttons, asking = FlowLayout(methods, spacing=12), FlowLayout(question, spacing=6)
        for key, method in METHOD_TEXTS.items():
            button = QRadioButton(translated(method.title))
            button.setObjectName(f"whyMethod_{key}")
            button.setProperty("method", key)
            button.setAccessibleName(button.text())
            button.setToolTip(translated(method.source))
            button.setChecked(key == DEFAULT_METHOD)
            self._methods.addButton(button)
            buttons.addWidget(button)
        self._methods.buttonToggled.connect(self._choose_method)
        self._target = combo_box(
            "whyTarget",
            [(self.tr("the answer"), None)],
            self.tr("Digit to explain"),
            self.tr("The digit whose score is explained"),
        )
        self._against = combo_box(
            "whyAgainst",
            [(self.tr("any other"), None)],
            self.tr("Digit to compare with"),
            self.tr("Explain the lead over this digit instead"),
        )
        self.show_alphabet(DIGITS)
        self._target.currentIndexChanged.connect(lambda: self._changed(self._against))
        self._against.currentIndexChanged.connect(lambda: self._changed(self._target))
        for text, chooser in (
            (self.tr("Why"), self._target),
            (self.tr("and not"), self._against),
        ):
            label = Label(text, colour="muted")
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            label.setBuddy(chooser)
            pair = QWidget()  # a label is on one line with what it is for
            hbox(label, chooser, on=pair, spacing=6)
            asking.addWidget(pair)
        asking.addWidget(self.legend)
        vbox(methods, question, on=self, spacing=8)

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Let the user choose among these classes; the answer is asked about."""
        for chooser in (self._target, self._against):
            offer_classes(chooser, alphabet)

    @Slot(object)
    def choose(self, index: int | None) -> None:
        """Explain a class, or the answer."""
        self._target.setCurrentIndex(max(self._target.findData(index), 0))

    @property
    def is_usual(self) -> bool:
        """Whether it is only asked why the answer is what it is."""
        return self.target is None and self.against is None

    @Slot()
    def ask_as_usual(self) -> None:
        """Ask why the answer is what it is, whatever was asked before."""
        for chooser in (self._target, self._against):
            chooser.setCurrentIndex(0)

    @property
    def method(self) -> str:
        """A key of ``METHOD_TEXTS``."""
        button = self._methods.checkedButton()
        return DEFAULT_METHOD if button is None else str(button.property("method"))

    @property
    def target(self) -> int | None:
        """The class to explain, None for the answer."""
        target: int | None = self._target.currentData()
        return target

    @property
    def against(self) -> int | None:
        """The class to compare with, if any."""
        against: int | None = self._against.currentData()
        return against

    @Slot(QAbstractButton, bool)
    def _choose_method(self, _button: QAbstractButton, is_on: bool) -> None:
        if is_on:
            self.question_changed.emit()

    @Slot()
    def _changed(self, other: QComboBox) -> None:
        # No class is compared with itself: what was chosen last holds.
        if self.target is not None and self.target == self.against:
            with QSignalBlocker(other):
                other.setCurrentIndex(0)
        self.question_changed.emit()
