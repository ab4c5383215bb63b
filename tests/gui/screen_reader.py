"""A screen reader that uses the program: it sees names, roles, actions and announcements only.

Run by the system's Python, which has AT-SPI (``gi``), on a session bus of its own:
``dbus-run-session -- python3 screen_reader.py COMMAND…``. It starts the command and prints what
it has heard and found as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 240
LOOK_EVERY_MS = 100


class ScreenReader:
    """Listens to one program, finds what it shows, and presses it."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._listener = Atspi.EventListener.new(lambda event: self.heard.append(event.any_data))
        self._listener.register("object:announcement")
        self._clock = GLib.timeout_add(LOOK_EVERY_MS, lambda: True)  # so that waiting wakes up

    def wait(self, what: str, look: Callable[[], Any]) -> Any:
        """Return what a look finds as soon as it finds something."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            GLib.MainContext.default().iteration(True)
            try:
                found = look()
            except GLib.Error:  # it went away while it was looked at
                continue
            if found:
                return found
        names = sorted({f"{thing.get_role_name()} {thing.get_name()}" for thing in self.shown()})
        raise SystemExit(f"no {what}; heard {self.heard}; there is {names}")

    def shown(self, *, with_cells: bool = False) -> Iterator[Atspi.Accessible]:
        """Yield everything that the program shows; the cells of tables are many."""
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(number)
            if program is not None and program.get_name() == "handdigit":
                program.set_cache_mask(Atspi.Cache.NONE)
                yield from self._below(program, with_cells)

    def _below(self, thing: Atspi.Accessible, with_cells: bool) -> Iterator[Atspi.Accessible]:
        if thing.get_role_name() in ("menu bar", *(() if with_cells else ("table",))):
            return
        for number in range(thing.get_child_count()):
            child = thing.get_child_at_index(number)
            if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
                yield child
                yield from self._below(child, with_cells)

    def find(self, role: str, name: str) -> Atspi.Accessible:
        """Wait for something that is shown, by its role and the beginning of its name."""

        def look() -> Atspi.Accessible | None:
            return next(
                (
                    thing
                    for thing in self.shown(with_cells=role == "table cell")
                    if thing.get_role_name() == role and thing.get_name().startswith(name)
                ),
                None,
            )

        return self.wait(f"{role} {name}", look)

    def press(self, role: str, name: str) -> str:
        """Do what something does first of all; return all of its name."""
        thing = self.find(role, name)
        said = str(thing.get_name())
        thing.get_action_iface().do_action(0)
        return said


def use(reader: ScreenReader) -> dict[str, Any]:
    """Draw, look inside, train and activate; return what was heard and found."""
    reader.press("push button", "Have a 7 drawn")
    reader.wait("answer", lambda: reader.heard)
    digit = reader.find("label", "Digit: ").get_name()
    bar = reader.find("table cell", "7: ").get_name()
    of_map = reader.press("table cell", "block 1 · ")
    unit = reader.press("table cell", "row 3, column 4: ")
    reader.find("label", "equals torch")
    reader.press("radio button", "Retrain")
    reader.press("check box", "Recipe: ")
    reader.find("spin button", "Epochs").get_value_iface().set_current_value(1)
    reader.press("push button", "Train")
    reader.wait("word of the run's end", lambda: len(reader.heard) > 1)
    reader.press("push button", "Use It")
    before = reader.find("combo box", "default").get_name()

    def chosen() -> str:
        boxes = (thing for thing in reader.shown() if thing.get_role_name() == "combo box")
        return next((box.get_name() for box in boxes if box.get_name() not in ("", before)), "")

    model = reader.wait("other model", chosen)
    found = {"digit": digit, "bar": bar, "map": of_map, "unit": unit, "model": model}
    return found | {"heard": reader.heard}


def main() -> None:
    program = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    try:
        print(json.dumps(use(ScreenReader())))  # noqa: T201
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    main()
