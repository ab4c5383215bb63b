"""The Retrain panel: data, network and recipe as three cards, Train, and the run below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from handdigit.core.errors import HanddigitError
from handdigit.data.networks import NetworkStore
from handdigit.data.recipes import RecipeStore
from handdigit.engine.requests_source import AugmentationPreviewed, PreviewAugmentation
from handdigit.gui.context import Context
from handdigit.gui.panels.retrain.data_page import DataPage
from handdigit.gui.panels.retrain.network_page import NetworkPage
from handdigit.gui.panels.retrain.notice import Choice, Notice
from handdigit.gui.panels.retrain.recipe_page import RecipePage
from handdigit.gui.panels.retrain.run_view import RunView
from handdigit.gui.panels.retrain.step_card import StepCard
from handdigit.gui.panels.retrain.transport import Transport
from handdigit.gui.widgets.card import MARGIN, Card
from handdigit.training.recipe import Recipe, RecipeError

if TYPE_CHECKING:
    from handdigit.data.runs import Run
    from handdigit.engine.trainer_messages import RunFinished

PREVIEW = "retrain-preview"
RUN = 3
"""Place of the run view; before it the three choices."""


class RetrainPanel(Card):
    """Joins the pages: each tells that it changed, and this makes an order of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the session and its training."""
        super().__init__(parent)
        self.setObjectName("retrainPanel")
        self.setAccessibleName(self.tr("Retrain"))
        self._session = context.session
        self._training = context.training
        self._library = context.library
        self._samples = context.samples
        self._paths = context.paths
        self._dismissed: set[str] = set()
        self._notice = Notice()
        self._data = DataPage(context.session, context.paths)
        self._network = NetworkPage(NetworkStore(context.paths), context.session)
        self._recipe = RecipePage(RecipeStore(context.paths))
        self._run = RunView(context.session, context.training)
        self._transport = Transport(context.training)
        self._cards = tuple(
            self._card(name, title)
            for name, title in (
                ("stepData", self.tr("Data")),
                ("stepNetwork", self.tr("Network")),
                ("stepRecipe", self.tr("Recipe")),
            )
        )
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_page(RUN)
        self._show_choices()

    def _card(self, name: str, title: str) -> StepCard:
        card = StepCard(title)
        card.setObjectName(name)
        return card

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(8)
        for card in self._cards:
            cards.addWidget(card, 1)
        for page in (self._data, self._network, self._recipe, self._run):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addLayout(cards)
        layout.addWidget(self._transport)
        layout.addWidget(self._notice)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        for index, card in enumerate(self._cards):
            card.clicked.connect(lambda on, index=index: self._show_page(index if on else RUN))
        self._data.data_changed.connect(self._show_choices)
        self._network.network_changed.connect(self._show_choices)
        self._recipe.recipe_changed.connect(self._show_choices)
        self._recipe.network_requested.connect(self._network.show_written)
        self._recipe.preview_wanted.connect(self._ask_preview)
        for page in (self._data, self._network, self._recipe, self._run):
            page.complained.connect(self.complain)
        self._samples.samples_changed.connect(self._data.look_again)
        self._transport.train_requested.connect(self._train)
        training, session = self._training, self._session
        training.run_started.connect(self._begun)
        training.run_finished.connect(self._finished)
        training.run_failed.connect(self._failed)
        training.resumable_changed.connect(self._offer_resuming)
        session.analysis_arrived.connect(self._take)
        session.analysis_refused.connect(self._take_refusal)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for what came meanwhile: runs of another window, saved networks and recipes."""
        super().showEvent(event)
        self._network.refresh()
        self._recipe.refresh()
        if not self._training.is_busy:
            self._training.refresh_resumable()
            self._offer_resuming()

    # --- choices -------------------------------------------------------------------------

    def _show_page(self, index: int) -> None:
        for number, card in enumerate(self._cards):
            card.setChecked(number == index)
        self._pages.setCurrentIndex(index)

    @Slot()
    def _show_choices(self) -> None:
        data, network, recipe = self._cards
        choice = self._network.choice
        self._recipe.set_network(choice.written)
        fault = ""
        planned: Recipe | None = None
        try:
            planned = self._recipe.recipe(choice.written)
        except RecipeError as error:
            fault = str(error)
        if planned is not None:
            self._data.set_generated(planned.generated)
        titles = self._data.titles
        counted = None if planned is None else self._data.counted(planned.renderings)
        total = f"{(counted or 0) + self._data.generated:,}"
        about = "" if counted is None else self.tr("{0} digits an epoch").format(total)
        if titles:
            data.show_choice(" + ".join(titles), about)
        else:
            fault = self.tr("Tick what to learn from.")
            data.show_choice(self.tr("Nothing"), fault, is_wrong=True)
        name = choice.name or self.tr("your network")
        name = self.tr("{0}, changed").format(name) if choice.name and choice.is_changed else name
        if choice.draft.architecture is None:
            fault = choice.draft.reason
            network.show_choice(name, fault, is_wrong=True)
        else:
            count = f"{choice.draft.parameter_count:,}"
            about = self.tr("{0} parameters").format(count)
            if choice.start is not None:
                about = self.tr("{0}, from {1}").format(about, choice.start.name)
            network.show_choice(name, about)
        name = self._recipe.name
        name = self.tr("{0}, changed").format(name) if self._recipe.is_changed else name
        if planned is None:
            recipe.show_choice(name, fault, is_wrong=True)
        else:
            recipe.show_choice(name, self._in_short(planned))
        self._transport.show_plan(self._plan(planned, counted), fault)

    def _in_short(self, recipe: Recipe) -> str:
        epochs = self.tr("{0} epoch") if recipe.epochs == 1 else self.tr("{0} epochs")
        rate = f"{recipe.learning_rate:g}"
        return f"{epochs.format(recipe.epochs)}, {recipe.optimiser} {rate}"

    def _plan(self, recipe: Recipe | None, counted: int | None) -> str:
        if recipe is None or counted is None:
            return ""
        learned = round(counted * (1 - recipe.validation)) + self._data.generated
        steps = max(1, learned // recipe.batch_size)
        return self.tr("{0} steps of {1} digits").format(
            f"{steps * recipe.epochs:,}", f"{recipe.batch_size:,}"
        )

    # --- the preview of variations -------------------------------------------------------

    @Slot()
    def _ask_preview(self) -> None:
        try:
            recipe = self._recipe.recipe(self._network.choice.written)
        except RecipeError:
            return
        request = PreviewAugmentation(
            self._data.preview_source, self._paths, recipe.augmentation, recipe.seed
        )
        self._session.analyse(PREVIEW, request)

    @Slot(str, object)
    def _take(self, topic: str, answer: object) -> None:
        if topic == PREVIEW and isinstance(answer, AugmentationPreviewed):
            self._recipe.form.preview.show_pictures(answer.pictures)

    @Slot(str, str)
    def _take_refusal(self, topic: str, reason: str) -> None:
        if topic == PREVIEW:
            self._recipe.form.preview.show_pictures(None, reason)

    # --- runs ----------------------------------------------------------------------------

    @Slot(bool)
    def _train(self, paused: bool) -> None:
        from handdigit.data.runs import RunOrder

        choice = self._network.choice
        try:
            recipe = self._recipe.recipe(choice.written)
            order = RunOrder(
                recipe.to_json(),
                self._data.sources,
                choice.name or "mine",
                start=None if choice.start is None else choice.start.path,
                device=self._session.device_wish,
            )
            self._training.start(order, paused=paused)
        except HanddigitError as error:
            self.complain(str(error))
            return
        self._notice.hush()
        self._show_page(RUN)

    @Slot()
    def _begun(self) -> None:
        self._notice.hush()

    @Slot(object)
    def _finished(self, fact: RunFinished) -> None:
        """Let the new version answer; the one before is a press away."""
        self._library.refresh()
        made = next((m for m in self._library.models if m.path == fact.model), None)
        if made is None:
            self.complain(
                self.tr("The run is over, but {0} cannot be read.").format(fact.model.name)
            )
            return
        before = self._session.model
        self._library.activate(made)
        early = self.tr(" It was stopped early.") if fact.stopped_early else ""
        self._notice.say(
            self.tr("{0} is ready and answers now.").format(made.name) + early,
            Choice(
                "goBack",
                self.tr("Go Back to {0}").format(before.name),
                self.tr("Let the model answer that did before; the new one stays in Models."),
                lambda: self._go_back(made.name),
            ),
        )

    def _go_back(self, name: str) -> None:
        try:
            self._library.roll_back()
        except HanddigitError as error:
            self.complain(str(error))
            return
        made = next((m for m in self._library.models if m.name == name), None)
        choices = []
        if made is not None:
            choices.append(
                Choice(
                    "useNew",
                    self.tr("Use {0}").format(name),
                    self.tr("Let the new version answer."),
                    lambda: self._use(name),
                )
            )
        self._notice.say(
            self.tr("The model from before answers again. {0} stays in Models.").format(name),
            *choices,
        )

    def _use(self, name: str) -> None:
        made = next((m for m in self._library.models if m.name == name), None)
        if made is None:
            self._notice.hush()
            return
        self._library.activate(made)
        before = self._session.model.name
        self._notice.say(
            self.tr("{0} answers now.").format(name),
            Choice(
                "goBack",
                self.tr("Go Back to {0}").format(before),
                self.tr("Let the model answer that did before."),
                lambda: self._go_back(name),
            ),
        )

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self.complain(sentence)
        self._offer_resuming()

    @Slot()
    def _offer_resuming(self) -> None:
        """Offer to go on with the newest run that was interrupted."""
        training = self._training
        failure = training.failure
        interrupted = () if training.is_busy else training.resumable
        runs = [run for run in interrupted if run.id not in self._dismissed]
        if not runs:
            return
        run = runs[0]
        words = self.tr("A run of {0} was interrupted.").format(run.order.name)
        self._notice.say(
            failure or words,
            Choice(
                "resumeRun",
                self.tr("Resume"),
                self.tr("Go on where the last checkpoint was written."),
                lambda: self._resume(run),
            ),
            Choice(
                "discardRun",
                self.tr("Discard"),
                self.tr("Delete the interrupted run with its checkpoints."),
                lambda: self._discard(run),
            ),
            is_error=bool(failure),
        )

    def _resume(self, run: Run) -> None:
        try:
            self._training.resume_run(run)
        except HanddigitError as error:
            self.complain(str(error))
            return
        self._notice.hush()
        self._show_page(RUN)

    def _discard(self, run: Run) -> None:
        self._dismissed.add(run.id)
        self._notice.hush()
        try:
            self._training.discard_run(run)
        except HanddigitError as error:
            self.complain(str(error))

    @Slot(str)
    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._notice.say(
            sentence,
            Choice("dismiss", self.tr("Close"), self.tr("Close this line."), self._notice.hush),
            is_error=True,
        )

    def add_file(self, path: Path) -> None:
        """Learn from a file of labelled inks, too."""
        self._data.add_file(path)
