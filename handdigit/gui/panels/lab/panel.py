"""The Lab panel: convolution by hand, on the drawing and on small examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from handdigit.gui.panels.lab.backward_sheet import BackwardSheet
from handdigit.gui.panels.lab.channels_sheet import ChannelsSheet
from handdigit.gui.panels.lab.inputs import CHANNEL_EXAMPLES, FIRST_MAPS
from handdigit.gui.panels.lab.parameters_sheet import ParametersSheet
from handdigit.gui.panels.lab.sheet import LabSheet
from handdigit.gui.panels.lab.sliding_sheet import SlidingSheet
from handdigit.gui.state.navigation import LabTask, Navigation
from handdigit.gui.state.session import Session
from handdigit.gui.widgets.form import SPRING, Card, hbox, named, scroll_area, vbox
from handdigit.gui.widgets.labels import LinkButton
from handdigit.gui.widgets.segments import Segments
from handdigit.network.layer import Weighted

SLIDING, CHANNELS, BACKWARD, PARAMETERS = "sliding", "channels", "backward", "parameters"


class LabPanel(Card):
    """A row of topics, and the sheet of the chosen one."""

    def __init__(
        self, session: Session, navigation: Navigation, parent: QWidget | None = None
    ) -> None:
        """Follow ``session``'s drawing; show what ``navigation`` was last asked to set up."""
        super().__init__(parent)
        named(self, "labPanel", self.tr("Lab: convolution by hand"))
        self._session = session
        self._navigation = navigation
        self._make: Mapping[str, Callable[[], LabSheet]] = {
            SLIDING: lambda: SlidingSheet(session),
            CHANNELS: lambda: ChannelsSheet(session),
            BACKWARD: BackwardSheet,
            PARAMETERS: ParametersSheet,
        }
        self._sheets: dict[str, LabSheet] = {}
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._topics = Segments(
            (
                (
                    f"labTopic_{SLIDING}",
                    self.tr("One channel"),
                    self.tr("A kernel slides over a picture or signal"),
                ),
                (
                    f"labTopic_{CHANNELS}",
                    self.tr("Channels"),
                    self.tr("Every channel has its own kernel"),
                ),
                (
                    f"labTopic_{BACKWARD}",
                    self.tr("Backwards"),
                    self.tr("How the blame flows back to the input"),
                ),
                (
                    f"labTopic_{PARAMETERS}",
                    self.tr("Parameters"),
                    self.tr("What sharing weights saves"),
                ),
            )
        )
        self._topics.chosen.connect(lambda index: self._show(tuple(self._make)[index]))
        inside = LinkButton(
            self.tr("In the Network →"),
            "labInside",
            self.tr("See it in the network"),
            self.tr("Inside shows the network's own kernels at work on the drawing"),
        )
        inside.clicked.connect(self._show_in_network)
        bar = hbox(self._topics, SPRING, inside, margins=(11, 8, 8, 0))
        vbox(bar, (self._stack, 1), on=self, margins=1, spacing=0)
        self._show(SLIDING)
        navigation.lab_changed.connect(self._set_up)
        if navigation.lab is not None:
            self._set_up(navigation.lab)

    def _sheet(self, topic: str) -> LabSheet:
        if topic not in self._sheets:
            sheet = self._sheets[topic] = named(self._make[topic](), f"labSheet_{topic}")
            # A small window scrolls instead of squeezing the grids to nothing.
            page = scroll_area(sheet, f"labScroll_{topic}", self.tr("The experiment"))
            self._pages[topic] = page
            self._stack.addWidget(page)
        return self._sheets[topic]

    def _show(self, topic: str) -> None:
        self._topic = topic
        self._sheet(topic)
        self._stack.setCurrentWidget(self._pages[topic])
        self._topics.choose(tuple(self._make).index(topic))

    @Slot()
    def _show_in_network(self) -> None:
        """Show one sum of the first layer that has weights, where it answers most."""
        plan = self._session.model.info.architecture.plan()
        first = next(planned.name for planned in plan if isinstance(planned.layer, Weighted))
        self._navigation.look_at_strongest(first)

    @Slot(object)
    def _set_up(self, task: LabTask) -> None:
        """Show the sheet that a task is about, set up as it says."""
        topic = task.topic or ""
        if not topic and task.source is not None:
            has_channels = task.source in (*CHANNEL_EXAMPLES, FIRST_MAPS)
            topic = CHANNELS if has_channels else SLIDING
        if topic in self._make:
            self._show(topic)
        self._sheet(self._topic).set_up(task)
