"""The Retrain panel: data, network and recipe as three cards, Train, and the run below."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from handdigit.engine.protocol.source import PreviewAugmentation
from handdigit.errors import HanddigitError
from handdigit.experiment.recipe import Recipe, RecipeError
from handdigit.gui.numbers import grouped
from handdigit.gui.panels.retrain.data_page import DataPage
from handdigit.gui.panels.retrain.draft import RetrainDraft
from handdigit.gui.panels.retrain.network_page import NetworkPage
from handdigit.gui.panels.retrain.recipe_page import RecipePage
from handdigit.gui.panels.retrain.run_controls import RunControls
from handdigit.gui.panels.retrain.run_notices import Notice, RunNotices
from handdigit.gui.panels.retrain.run_receipt import RunReceipt
from handdigit.gui.panels.retrain.run_view import RunView
from handdigit.gui.state.context import Context
from handdigit.gui.state.models.activation_policy import KeptRun
from handdigit.gui.state.topic import Topic
from handdigit.gui.translation import explained, translated
from handdigit.gui.widgets.form import MARGIN, Card, ScrolledSheet, named, scroll_area, vbox
from handdigit.gui.widgets.painted_widget import PaintedButton
from handdigit.gui.widgets.painter import RIGHT, Painter
from handdigit.storage.named_files import NetworkStore, RecipeStore

PADDING = 9


class StepCard(PaintedButton):
    """A heading, what is chosen, and a detail of it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Show nothing chosen yet."""
        super().__init__(parent)
        self._title = title
        self._choice = self._detail = ""
        self._is_wrong = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._say)
        self._say()

    @property
    def choice(self) -> str:
        """What is chosen."""
        return self._choice

    @property
    def detail(self) -> str:
        """What is said about it."""
        return self._detail

    def show_choice(self, choice: str, detail: str, *, is_wrong: bool = False) -> None:
        """Show what is chosen; ``is_wrong`` where that cannot be trained."""
        self._choice, self._detail, self._is_wrong = choice, detail, is_wrong
        self._say()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for three lines."""
        return QSize(200, self._height(3))

    def heightForWidth(self, width: int) -> int:
        """Return the room for the heading, and one line or two for each of the others."""
        return self._height(1 + sum(len(lines) for lines in self._lines(width)))

    def _height(self, lines: int) -> int:
        return 2 * PADDING + lines * (self.fontMetrics().height() + 2) - 2

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        """Return the lines of choice and detail."""
        bold = self.font()
        bold.setBold(True)
        room = width - 2 * PADDING
        return two_lines(self._choice, bold, room), two_lines(self._detail, self.font(), room)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and the width of a short choice."""
        return QSize(120, self.sizeHint().height())

    def paint(self, painter: Painter) -> None:
        """Paint the lines."""
        height = painter.fontMetrics().height()
        line = QRectF(PADDING, PADDING, self.width() - 2 * PADDING, height)
        action = self.tr("Done") if self.isChecked() else self.tr("Change…")
        painter.text(line, self._title, "muted")
        painter.text(line, action, "accent", RIGHT)
        choice, detail = self._lines(self.width())
        for text in choice:
            line.translate(0, height + 2)
            painter.text(line, text, bold=True, elided=True)
        for text in detail:
            line.translate(0, height + 2)
            painter.text(line, text, "warning" if self._is_wrong else "muted", elided=True)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._title}: {self._choice}")
        self.setAccessibleDescription(self._detail)
        action = self.tr("Back to the run") if self.isChecked() else self.tr("Change it")
        self.setToolTip("\n".join(filter(None, (self._choice, self._detail, action))))


def two_lines(text: str, font: QFont, room: int) -> list[str]:
    """Return a text as one line, or as two where it is wider than the room; the last may be."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))  # its lines end between words
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    end = line.textLength()
    layout.endLayout()
    return [part.strip() for part in (text[:end], text[end:]) if part.strip()] or [""]


RUN = 3
"""Place of the run view; before it the three choices."""


class RetrainPanel(Card):
    """Joins the pages: each tells that it changed, and this makes a run spec of them."""

    def __init__(
        self,
        context: Context,
        pages: tuple[DataPage, NetworkPage, RecipePage],
        parent: QWidget | None = None,
    ) -> None:
        """Follow the session and its training."""
        super().__init__(parent)
        named(self, "retrainPanel", self.tr("Retrain"))
        self._session = context.session
        self._training = context.training
        self._library = context.library
        self._policy = context.policy
        self._samples = context.samples
        self._paths = context.paths
        self._preview = Topic(context.session.analyses, "retrain-preview", self)
        self._notice = Notice()
        self._notices = RunNotices(
            self._notice, context.training, context.library, context.policy, self
        )
        self._data, self._network, self._recipe = pages
        self._receipt = RunReceipt(context.session, context.library, context.policy)
        self._run = RunView(context.session, context.training)
        self._controls = RunControls(context.training)
        self._cards = tuple(
            self._card(name, title)
            for name, title in (
                ("stepData", self.tr("Data")),
                ("stepNetwork", self.tr("Network")),
                ("stepRecipe", self.tr("Recipe")),
            )
        )
        RetrainDraft(pages, context.training, context.settings, self)
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
        run = ScrolledSheet()
        vbox(self._receipt, (self._run, 1), on=run, spacing=MARGIN)
        run_page = scroll_area(run, "runScroll", self.tr("The run"))
        for page in (self._data, self._network, self._recipe, run_page):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addLayout(cards)
        layout.addWidget(self._controls)
        layout.addWidget(self._notice)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        for index, card in enumerate(self._cards):
            card.toggled.connect(lambda on, index=index: self._turn_card(index, on))
        self._data.data_changed.connect(self._show_choices)
        self._network.network_changed.connect(self._show_choices)
        self._recipe.recipe_changed.connect(self._show_choices)
        self._recipe.network_requested.connect(self._network.show_written)
        self._recipe.preview_requested.connect(self._ask_preview)
        for page in (self._data, self._network, self._recipe, self._run):
            page.complained.connect(self._notices.complain)
        self._samples.samples_changed.connect(self._data.look_again)
        self._controls.train_requested.connect(self._train)
        self._notices.resumed.connect(lambda: self._show_page(RUN))
        self._policy.run_kept.connect(self._point_at_receipt)
        self._training.run_started.connect(self._receipt.close_receipt)
        preview = self._recipe.form.preview
        self._preview.answered.connect(lambda answer: preview.show_pictures(answer.pictures))
        self._preview.refused.connect(lambda reason: preview.show_pictures(None, reason))

    def showEvent(self, event: QShowEvent) -> None:
        """Look for what came meanwhile: runs of another window, saved networks and recipes."""
        super().showEvent(event)
        self._network.refresh()
        self._recipe.refresh()
        if not self._training.is_busy:
            self._training.interrupted.refresh(self._notices.offer_resuming)

    # --- choices -------------------------------------------------------------------------

    def _show_page(self, index: int) -> None:
        if index == RUN:
            self._notices.forget_ready()
        self._pages.setCurrentIndex(index)
        for number, card in enumerate(self._cards):
            card.setChecked(number == index)

    def _turn_card(self, index: int, is_on: bool) -> None:
        if is_on:
            self._show_page(index)
        elif self._pages.currentIndex() == index:
            self._show_page(RUN)

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
            fault = explained(error)
        if planned is not None:
            self._data.set_generated(planned.generated)
        titles = self._data.titles
        counted = None if planned is None else self._data.counted(planned.renderings)
        total = (counted or 0) + self._data.generated
        about = "" if counted is None else self.tr("%Ln digits an epoch", "", total)
        if titles:
            data.show_choice(" + ".join(titles), about)
        else:
            fault = self.tr("Tick what to learn from.")
            data.show_choice(self.tr("Nothing"), fault, is_wrong=True)
        name = choice.name or self.tr("your network")
        name = self.tr("{0}, changed").format(name) if choice.name and choice.is_changed else name
        if choice.draft.architecture is None:
            fault = translated(choice.draft.reason)
            network.show_choice(name, fault, is_wrong=True)
        else:
            about = self.tr("%Ln parameters", "", choice.draft.parameter_count)
            if choice.start is not None:
                about = self.tr("{0}, from {1}").format(about, choice.start.name)
            network.show_choice(name, about)
        name = self._recipe.name
        name = self.tr("{0}, changed").format(name) if self._recipe.is_changed else name
        if planned is None:
            recipe.show_choice(name, fault, is_wrong=True)
        else:
            recipe.show_choice(name, self._in_short(planned))
        self._controls.show_plan(self._plan(planned, counted), fault)

    def _in_short(self, recipe: Recipe) -> str:
        return self.tr("%Ln epochs, {0} {1:g}", "", recipe.epochs).format(
            translated(recipe.optimiser.label), recipe.learning_rate
        )

    def _plan(self, recipe: Recipe | None, counted: int | None) -> str:
        if recipe is None or counted is None:
            return ""
        learned = round(counted * (1 - recipe.validation)) + self._data.generated
        steps = max(1, learned // recipe.batch_size) * recipe.epochs
        batch = grouped(recipe.batch_size)
        return self.tr("%Ln steps, each from a batch of {0}", "", steps).format(batch)

    @Slot(object)
    def _point_at_receipt(self, run: KeptRun) -> None:
        """Leave what is being edited in front, and say where the receipt is."""
        if self._pages.currentIndex() != RUN:
            self._notices.tell_ready(run.made.name, lambda: self._show_page(RUN))

    # --- the preview of variations -------------------------------------------------------

    @Slot()
    def _ask_preview(self) -> None:
        try:
            recipe = self._recipe.recipe(self._network.choice.written)
        except RecipeError:
            return
        source = self._data.preview_source.at(self._paths)
        source = replace(source, alphabet=self._session.alphabet)
        self._preview.ask(PreviewAugmentation(source, recipe.augmentation, recipe.seed))

    # --- runs ----------------------------------------------------------------------------

    @Slot(bool)
    def _train(self, paused: bool) -> None:
        from handdigit.storage.runs.run_store import RunSpec

        choice = self._network.choice
        try:
            recipe = self._recipe.recipe(choice.written)
            spec = RunSpec(
                recipe.to_json(),
                tuple(source.text for source in self._data.sources),
                choice.version,
                start=None if choice.start is None else choice.start.path,
                device=self._session.requested_device,
                alphabet=self._session.alphabet,
            )
            self._training.start(spec, paused=paused, before=self._library.active)
            if paused:
                self._training.step_once()
        except HanddigitError as error:
            self._notices.complain(explained(error))
            return
        self._notice.hush()
        self._show_page(RUN)


def make_retrain_panel(context: Context) -> Generator[None, None, RetrainPanel]:
    """Make the panel in steps: each page takes its time."""
    data = DataPage(context.session, context.paths)
    yield
    network = NetworkPage(NetworkStore(context.paths), context.session)
    yield
    recipe = RecipePage(RecipeStore(context.paths))
    yield
    return RetrainPanel(context, (data, network, recipe))
