"""The controls of the Dial panel: which dial, where it stands, which class."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QSlider,
    QWidget,
)

from handdigit.gui.panels.dial.scale import STEPS, dial_text, dial_values, neutral_step
from handdigit.gui.widgets.form import combo_box, hbox, named, offer_classes, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.segments import Segments
from handdigit.ink.perturb import Dial
from handdigit.network.alphabet import DIGITS, Alphabet


class DialControls(QWidget):
    """Slider, class and switch; the buttons that choose the dial are :attr:`kinds`.

    Signals:
        dial_changed(): another dial is chosen.
        step_changed(): the dial was turned.
        target_changed(): another class is chosen.
        again_changed(): the switch was flipped.
    """

    dial_changed = Signal()
    step_changed = Signal()
    target_changed = Signal()
    again_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with turning, as drawn."""
        super().__init__(parent)
        self._dial = Dial.ROTATE
        self.kinds = self._make_kinds()
        self._value = Label(size=1.25, bold=True, name="dialValue")
        self._reset = push_button(
            "dialReset",
            self.tr("As Drawn"),
            self.tr("Turn the dial back to where nothing is changed."),
            self.turn_back,
        )
        self._slider = named(
            QSlider(Qt.Orientation.Horizontal), "dialSlider", tip=self.tr("Turn the dial.")
        )
        self._slider.setRange(0, STEPS - 1)
        self._slider.valueChanged.connect(self._follow_slider)
        self._summary = Label(colour="muted", name="dialSummary", wraps=True)
        tip = self.tr("Whose probability the curves show.")
        self._target = combo_box("dialTarget", [("", None)], self.tr("Digit"), tip)
        # Its first text grows with the answer: the room that it asks for is the least.
        self._target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._target.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        offer_classes(self._target, DIGITS)
        self._target.currentIndexChanged.connect(self.target_changed)
        self._again = named(
            QCheckBox(self.tr("Normalise again")),
            "dialAgain",
            tip=self.tr("On: box, size and centre are found anew, which undoes shift and scale."),
        )
        self._again.toggled.connect(self.again_changed)
        self._lay_out()
        self.show_answer(None)
        self._slider.setValue(neutral_step(self._dial))

    def _make_kinds(self) -> Segments:
        texts = {
            Dial.ROTATE: (self.tr("Rotate"), self.tr("Turn about the centre of mass.")),
            Dial.ACROSS: (self.tr("Shift ↔"), self.tr("Shift to the right or left.")),
            Dial.DOWN: (self.tr("Shift ↕"), self.tr("Shift down or up.")),
            Dial.SCALE: (self.tr("Scale"), self.tr("Make all of it smaller or larger.")),
            Dial.THICKEN: (self.tr("Thicken"), self.tr("Draw with a thinner or thicker pen.")),
            Dial.NOISE: (self.tr("Noise"), self.tr("Add Gaussian noise to every pixel.")),
        }
        kinds = Segments([(f"dial_{dial}", *texts[dial]) for dial in Dial])
        kinds.setObjectName("dialKinds")
        kinds.chosen.connect(self._choose)
        return kinds

    def _lay_out(self) -> None:
        value = hbox((self._value, 1), self._reset)
        digit = Label(self.tr("Digit"), colour="muted")
        target = hbox(digit, (self._target, 1), 6, self._again)
        vbox(value, self._slider, (self._summary, 1), target, on=self)

    @property
    def dial(self) -> Dial:
        """What is turned."""
        return self._dial

    @property
    def step(self) -> int:
        """Where: an index into :func:`dial_values`."""
        return self._slider.value()

    @property
    def target(self) -> int | None:
        """The chosen class, None for the answer."""
        digit: int | None = self._target.currentData()
        return digit

    @property
    def again(self) -> bool:
        """Whether what was varied is normalised again."""
        return self._again.isChecked()

    @Slot(int)
    def set_step(self, step: int) -> None:
        """Turn the dial."""
        self._slider.setValue(step)
        self._write_value()

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Let the user choose among these classes; the answer is chosen."""
        offer_classes(self._target, alphabet)

    def show_answer(self, name: str | None) -> None:
        """Name the class that the choice "the answer" stands for."""
        text = self.tr("answer") if name is None else self.tr("answer, {0}").format(name)
        if self._target.itemText(0) != text:
            self._target.setItemText(0, text)

    def show_summary(self, text: str) -> None:
        """Write a sentence under the slider."""
        self._summary.setText(text)

    @Slot(int)
    def _choose(self, index: int) -> None:
        dial = tuple(Dial)[index]
        if dial is not self._dial:
            self._dial = dial
            self.dial_changed.emit()

    @Slot()
    def turn_back(self) -> None:
        """Turn the dial to where the drawing is as it was drawn."""
        self.set_step(neutral_step(self._dial))

    @Slot(int)
    def _follow_slider(self) -> None:
        self._write_value()
        self.step_changed.emit()

    def _write_value(self) -> None:
        value = dial_values(self._dial)[self.step]
        text = dial_text(self._dial, value)
        self._value.setText(text)
        self._slider.setAccessibleName(self.tr("Dial at {0}").format(text))
        self._reset.setEnabled(self.step != neutral_step(self._dial))
