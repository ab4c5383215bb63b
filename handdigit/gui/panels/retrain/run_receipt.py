"""The receipt of a run: the new version beside the model before, and which of them answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.requests import Classified, Read
from handdigit.errors import HanddigitError
from handdigit.gui.numbers import grouped
from handdigit.gui.state.models.activation_policy import ActivationPolicy, KeptRun
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import TopicGroup
from handdigit.gui.translation import explained
from handdigit.gui.widgets.choice_row import Choice
from handdigit.gui.widgets.receipt import ReceiptLine, ReceiptView, change_line
from handdigit.number_format import percent
from handdigit.storage.models.stored_model import StoredModel


class RunReceipt(ReceiptView):
    """Shows the newest run's version until the user has decided about it.

    How both models read the drawing follows the pen while it can be seen.
    """

    def __init__(
        self,
        session: Session,
        library: ModelLibrary,
        policy: ActivationPolicy,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is undecided already."""
        super().__init__("runReceipt", parent)
        self._session, self._library, self._policy = session, library, policy
        self._run: KeptRun | None = None
        self._answers: dict[Path, tuple[float, ...]] = {}
        self._readings = TopicGroup(session.analyses, "run-receipt", self)
        self._readings.answered.connect(self._take)
        self._readings.refused.connect(self._lose)
        policy.run_kept.connect(self._begin)
        session.recognition_changed.connect(self._ask)
        session.recognition_refused.connect(self._forget_drawing)
        library.active_changed.connect(self._offer)
        library.models_changed.connect(self._follow_library)
        self._begin(policy.undecided)

    @Slot(object)
    def _begin(self, run: KeptRun | None) -> None:
        self._run = run
        self._forget_drawing()
        if run is None:
            self.hide()
            return
        self._tell(run)
        self._offer()
        self._ask()

    @Slot()
    def close_receipt(self) -> None:
        """Show nothing any more: another run goes on."""
        self._begin(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask about the drawing that is there now."""
        super().showEvent(event)
        self._ask()

    # --- what is said --------------------------------------------------------------------

    def _tell(self, run: KeptRun) -> None:
        """Say how the run ended, and what the numbers do not say by themselves."""
        finished, name = run.finished, run.made.name
        if finished.was_stopped:
            template = self.tr("{0}: stopped after step {1} of {2}")
            heading = template.format(name, grouped(finished.step), grouped(finished.steps))
        elif finished.stopped_early:
            heading = self.tr("{0}: it got no better after epoch {1} of {2}").format(
                name, grouped(finished.epoch), grouped(finished.epochs)
            )
        else:
            heading = self.tr("{0} is ready").format(name)
        receipt, sentence, warns = finished.receipt, "", False
        if receipt is None:
            sentence = self.tr("Nothing was held back that both models could be measured by.")
        else:
            gain = receipt.held_back.gain or 0.0
            warns = gain < 0
            if warns:
                points = f"{-100 * gain:.2f}"
                sentence = self.tr("It reads {0} points worse than {1} on the same digits.").format(
                    points, run.before.name
                )
            elif receipt.known_before:
                known = self.tr("{0} had learned from {1}, too: it may know some of these digits.")
                sentence = known.format(run.before.name, ", ".join(receipt.known_before))
        self.say(heading, sentence, warns=warns)
        sets = [] if receipt is None else [(self.tr("Held back"), receipt.held_back)]
        self.show_classes(sets, run.made.info.alphabet)

    def _show(self) -> None:
        run = self._run
        if run is None:
            return
        lines = []
        receipt = run.finished.receipt
        if receipt is not None:
            count = receipt.held_back.after.n
            name = self.tr("%Ln held-back digits", "", count)
            lines.append(change_line(name, receipt.held_back))
        models = (run.before, run.made)
        answers = [self._answers.get(model.path) for model in models]
        if all(answers):
            before, after = map(self._as_read, models, answers)
            refused = self._session.recognition.is_refused
            note = self.tr("Refused as no digit") if refused else ""
            lines.append(ReceiptLine(self.tr("Your drawing"), before, after, note))
        self.show_lines(run.before.name, run.made.name, lines)

    def _as_read(self, model: StoredModel, probabilities: tuple[float, ...] | None) -> str:
        most = max(probabilities or (0.0,))
        label = model.info.alphabet.names[(probabilities or (0.0,)).index(most)]
        return self.tr("{0}: {1}").format(label, percent(most))

    # --- the drawing ---------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        run, normalised = self._run, self._session.recognition.normalised
        if run is None or not self.isVisible():
            return
        if normalised is None:
            self._forget_drawing()
            return
        for model in (run.before, run.made):
            if model.info.alphabet == run.made.info.alphabet:
                self._readings.ask(model.path, Read(model.path, normalised.picture[None]))
        self._show()

    @Slot()
    def _forget_drawing(self) -> None:
        self._readings.drop_all()
        self._answers.clear()
        self._show()

    @Slot(object, object)
    def _take(self, path: Path, answer: Classified) -> None:
        self._answers[path] = tuple(map(float, answer.probabilities[0]))
        self._show()

    @Slot(object, str)
    def _lose(self, path: Path, _reason: str) -> None:
        self._answers.pop(path, None)
        self._show()

    # --- what can be done ----------------------------------------------------------------

    @Slot()
    def _offer(self) -> None:
        run = self._run
        if run is None:
            return
        previous = self._library.previous
        if self._library.is_active(run.made) and previous is not None:
            self.choices.offer(
                Choice(
                    "goBack",
                    self.tr("Go Back to {0}").format(previous.name),
                    self.tr("Let the model answer that did before; the new one stays in Models."),
                    self._go_back,
                ),
                Choice("settleRun", self.tr("Close"), self.tr("Close the receipt."), self._settle),
            )
            return
        self.choices.offer(
            Choice(
                "useRun",
                self.tr("Use It"),
                self.tr("Let the new version answer; you can go back."),
                lambda: self._library.activate(run.made),
            ),
            Choice(
                "keepRun",
                self.tr("Keep for Later"),
                self.tr("Leave the new version in Models; what answers stays."),
                self._settle,
            ),
        )

    def _go_back(self) -> None:
        try:
            self._policy.go_back()
        except HanddigitError as error:
            self.say(self.heading, explained(error), warns=True)

    def _settle(self) -> None:
        self._policy.settle()
        self._begin(None)

    @Slot()
    def _follow_library(self) -> None:
        """The version may have been renamed or deleted in Models."""
        run = self._run
        if run is not None and self._library.model_at(run.made.path) is None:
            self._settle()
