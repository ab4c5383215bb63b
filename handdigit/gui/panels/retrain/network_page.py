"""Which network is trained: chosen from the list, changed in the editor, saved as one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from handdigit.gui.panels.retrain.network_editor import NetworkEditor
from handdigit.gui.panels.retrain.network_list import ListedNetwork, NetworkList, network_line
from handdigit.gui.state.background import Background, ignore
from handdigit.gui.state.session import Session
from handdigit.gui.state.training.run_draft import KeptNetwork
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import MARGIN, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.gui.widgets.question import ask_for_name
from handdigit.network.architecture import Architecture
from handdigit.network.draft import Draft, read_draft
from handdigit.network.zoo import ZOO
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.named_files import NamedFile, NetworkStore, OwnNetwork

Result = TypeVar("Result")
FIRST = "small"
"""What a fresh machine begins with: it is trained in a minute."""


@dataclass(frozen=True, slots=True)
class NetworkChoice:
    """The network of the next run."""

    name: str
    """Of the zoo or the user's; nothing for one that has no name yet."""
    draft: Draft
    is_changed: bool
    """Whether it differs from what goes by that name."""
    start: StoredModel | None
    """The model whose weights are learned further."""

    @property
    def version(self) -> str:
        """What the version that it becomes is called."""
        if not self.name:
            return "mine"
        return f"{self.name}-changed" if self.is_changed else self.name

    @property
    def written(self) -> str:
        """As a recipe has it: a name of the zoo, or the text form."""
        is_zoo = self.name in ZOO and not self.is_changed
        return self.name if is_zoo else self.draft.text


class NetworkPage(QWidget):
    """List, editor, and which weights to begin with.

    Signals:
        network_changed(): another network, or other weights to begin with.
        complained(str): a sentence about what did not work.
    """

    network_changed = Signal()
    complained = Signal(str)

    def __init__(
        self, store: NetworkStore, session: Session, parent: QWidget | None = None
    ) -> None:
        """Choose :data:`FIRST`, with fresh weights."""
        super().__init__(parent)
        self.setObjectName("networkPage")
        self._store = store
        self._session = session
        self._networks: dict[str, ListedNetwork] = {}
        self._name = FIRST
        self._own: tuple[OwnNetwork, ...] = ()
        self._background = Background("own networks", self, writes=True)
        self._background.slowness_changed.connect(self._name_it)
        self._list = NetworkList()
        self._left_out = Label(colour="muted", name="networksLeftOut", wraps=True)
        self._left_out.hide()
        self._heading = Label(bold=True, name="networkName")
        self._line = ElidedLabel(colour="muted")
        self._editor = NetworkEditor()
        self._start = named(
            QComboBox(),
            "networkStart",
            self.tr("Begin with"),
            self.tr("Fresh random weights, or those of the model that answers now."),
        )
        self._save = self._button(
            "networkSave", self.tr("Save"), self.tr("Save your network."), self._save_own
        )
        self._save_as = self._button(
            "networkSaveAs",
            self.tr("Save As…"),
            self.tr("Save it as a network of your own."),
            self._ask_name,
        )
        self._delete = self._button(
            "networkDelete", self.tr("Delete"), self.tr("Delete your network."), self._delete_own
        )
        self._lay_out()
        self._fill_start()
        self._offer()
        self._show(FIRST)
        self.refresh()
        self._list.network_chosen.connect(self._choose)
        self._editor.draft_changed.connect(self._follow)
        self._start.currentIndexChanged.connect(self.network_changed)
        session.alphabet_changed.connect(self._follow_alphabet)
        session.model_changed.connect(self._fill_start)

    def _button(self, name: str, text: str, tip: str, do: Callable[[], object]) -> QPushButton:
        button = push_button(name, text, tip, do)
        button.setMinimumWidth(56)
        return button

    def _lay_out(self) -> None:
        heading = hbox(self._heading, (self._line, 1), spacing=8)
        saving = QWidget()
        hbox(self._save, self._save_as, self._delete, on=saving, spacing=4)
        self._editor.add_tools(saving)
        self._start.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._start.setMinimumContentsLength(12)
        start = vbox(Label(self.tr("Begin with"), colour="muted"), self._start, spacing=2)
        right = vbox(heading, (self._editor, 1), spacing=6)
        left = vbox((self._list, 1), self._left_out, start, spacing=6)
        hbox((left, 2), (right, 4), on=self, spacing=MARGIN)

    @property
    def _classes(self) -> int:
        return len(self._session.alphabet)

    @Slot()
    def _follow_alphabet(self) -> None:
        """List networks that give one value a class of the model's alphabet."""
        is_changed, text = self._is_changed, self._editor.draft.text
        self._offer()
        if is_changed:
            self._show_text(read_draft(text, self._classes))
        else:
            self._show(self._name)
        self.network_changed.emit()

    @property
    def choice(self) -> NetworkChoice:
        """The network as it is."""
        return NetworkChoice(
            self._name, self._editor.draft, self._is_changed, self._start.currentData()
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The networks in the list."""
        return tuple(self._networks)

    @Slot()
    def refresh(self) -> None:
        """Read the user's networks again: another window may have saved one."""
        self._change(lambda: None, ignore)

    def _change(self, work: Callable[[], Result], done: Callable[[Result], object]) -> None:
        """Do something with files, then look which networks there are."""
        store = self._store

        def end(outcome: tuple[Result, tuple[tuple[OwnNetwork, ...], tuple[str, ...]]]) -> None:
            result, found = outcome
            self._take_own(found)
            done(result)

        self._background.start(lambda _job: (work(), store.catalogue()), end, self.complained.emit)

    def _take_own(self, found: tuple[tuple[OwnNetwork, ...], tuple[str, ...]]) -> None:
        self._own, left_out = found
        self._left_out.setText("\n".join(map(translated, left_out)))
        self._left_out.setVisible(bool(left_out))
        self._offer()

    def _offer(self) -> None:
        listed = [
            ListedNetwork(name, zoo.text(), zoo.parameter_count, network_line(name))
            for name, zoo in (
                (name, network.with_classes(self._classes)) for name, network in ZOO.items()
            )
        ]
        listed += [
            ListedNetwork(
                own.file.name,
                own.text,
                own.architecture.parameter_count,
                self.tr("Your own"),
                is_own=True,
            )
            for own in self._own
        ]
        if listed != list(self._networks.values()):
            self._networks = {network.name: network for network in listed}
            self._list.show_networks(listed, self._name)
            self._name_it()

    def show_written(self, written: str) -> None:
        """Choose a network as a recipe has it: by name, or as text."""
        if written in self._networks:
            self._show(written)
        else:
            draft = read_draft(written, self._classes)
            known = [n.name for n in self._networks.values() if _is_same(n.text, draft)]
            self._show(known[0]) if known else self._show_text(draft)
        self.network_changed.emit()

    def restore(self, choice: KeptNetwork) -> None:
        """Show a network that was left here; its weights learn further if they fit."""
        self._name = choice.name
        self._list.mark(choice.name if choice.name in self._networks else "")
        self._editor.show_draft(read_draft(choice.text, self._classes))
        self._name_it()
        if choice.further:
            self._start.setCurrentIndex(1)
            self._allow_start()
        self.network_changed.emit()

    @property
    def _is_changed(self) -> bool:
        known = self._networks.get(self._name)
        return known is None or known.text != self._editor.draft.text

    def _show(self, name: str) -> None:
        self._name = name
        self._list.mark(name)
        self._editor.show_draft(read_draft(self._networks[name].text, self._classes))
        self._name_it()

    def _show_text(self, draft: Draft) -> None:
        self._name = ""
        self._list.mark("")
        self._editor.show_draft(draft)
        self._name_it()

    @Slot()
    def _name_it(self) -> None:
        known = self._networks.get(self._name)
        name = self._name or self.tr("No name yet")
        changed = known is not None and self._is_changed
        self._heading.setText(self.tr("{0}, changed").format(name) if changed else name)
        line = known.line if known is not None and not changed else ""
        self._line.setText(self.tr("Waiting for the disk…") if self._background.is_slow else line)
        is_own = known is not None and known.is_own
        fits = self._editor.draft.architecture is not None
        self._save.setEnabled(is_own and changed and fits)
        self._save.setVisible(is_own)
        self._delete.setVisible(is_own)
        self._save_as.setEnabled(fits)
        self._allow_start()

    @Slot(str)
    def _choose(self, name: str) -> None:
        self._show(name)
        self.network_changed.emit()

    @Slot()
    def _follow(self) -> None:
        self._name_it()
        self.network_changed.emit()

    # --- which weights -------------------------------------------------------------------

    @Slot()
    def _fill_start(self) -> None:
        model = self._session.model
        chosen = self._start.currentIndex()
        with QSignalBlocker(self._start):
            self._start.clear()
            self._start.addItem(self.tr("fresh weights"), None)
            self._start.addItem(self.tr("those of {0}").format(model.name), model)
            self._start.setCurrentIndex(max(chosen, 0))
        self._allow_start()
        self.network_changed.emit()

    def _allow_start(self) -> None:
        info = self._session.model.info
        fits = not info.members and self._editor.draft.architecture == info.architecture
        rows = self._start.model()
        item = rows.item(1) if isinstance(rows, QStandardItemModel) else None
        if item is not None:
            item.setEnabled(fits)
            reason = self.tr("Only where the network is the same as that model's.")
            item.setToolTip("" if fits else reason)
        if not fits and self._start.currentIndex() == 1:
            self._start.setCurrentIndex(0)

    # --- own networks --------------------------------------------------------------------

    @Slot()
    def _ask_name(self) -> None:
        title, label = self.tr("Save the network"), self.tr("Name of your network:")
        name = self._name or self.tr("mine")
        suggestion = f"my {name}" if name in ZOO else name
        ask_for_name(self, "networkName", title, label, suggestion, self._save_under)

    @Slot(str)
    def _save_under(self, name: str) -> None:
        store, text, before = self._store, self._editor.draft.text, self._name

        def follow(saved: NamedFile) -> None:
            if self._name == before:  # or another was chosen meanwhile
                self._name = saved.name
                self._list.mark(saved.name)
            self._name_it()
            self.network_changed.emit()

        self._change(lambda: store.save(name, text), follow)

    @Slot()
    def _save_own(self) -> None:
        self._save_under(self._name)

    @Slot()
    def _delete_own(self) -> None:
        """Delete it from the list; it stays in the editor, from where it can be saved again."""
        store, name = self._store, self._name

        def forget(_: None) -> None:
            if self._name == name:
                self._show_text(self._editor.draft)
            self.network_changed.emit()

        self._change(lambda: store.delete(name), forget)


def _is_same(text: str, draft: Draft) -> bool:
    return draft.architecture is not None and Architecture.parse(text) == draft.architecture
