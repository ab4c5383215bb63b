"""The menus: every action of the window, with its shortcut."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from handdigit.engine.process import DEVICES
from handdigit.gui.canvas.canvas import Tool
from handdigit.gui.canvas.tools import Actions
from handdigit.gui.language import SYSTEM, languages, own_name
from handdigit.gui.main_window import MainWindow
from handdigit.gui.menu_builder import MenuBuilder
from handdigit.gui.panels.table import PANELS
from handdigit.gui.picture_menu import add_picture_menu
from handdigit.gui.take_away import COPY_KEYS, SAVE_KEYS
from handdigit.gui.theme import SCHEMES
from handdigit.gui.translation import translated
from handdigit.network.alphabet import DIGITS, Alphabet


class _Follower(QObject):
    """Does something whenever the alphabet changes, as long as its window is there."""

    def __init__(self, do: Callable[[Alphabet], object], window: QMainWindow) -> None:
        super().__init__(window)
        self._do = do

    @Slot(object)
    def follow(self, alphabet: Alphabet) -> None:
        self._do(alphabet)


translate = QCoreApplication.translate


def build_menus(window: MainWindow) -> Actions:
    """Fill the menu bar of ``window``."""
    add = MenuBuilder(window)
    labels = QMenu(translate("Menus", "Save as Sa&mple"), window)
    labels.setObjectName("labelMenu")
    opening = _file_menu(window, add)
    undo, redo, clear, pen, eraser, fingers, pressure = _edit_menu(window, add, labels)
    _model_menu(window, add)
    number = _view_menu(window, add)
    _help_menu(window, add)
    # At last, when it is known which keys are free.
    offer_labels = partial(_offer_labels, window, add, labels)
    window.session.alphabet_changed.connect(_Follower(offer_labels, window).follow)
    offer_labels(window.session.alphabet)
    return Actions(pen, eraser, undo, redo, clear, opening, number, fingers, pressure)


def _file_menu(window: MainWindow, add: MenuBuilder) -> QAction:
    files, keys = window.files, QKeySequence.StandardKey
    menu = add.menu("fileMenu", translate("Menus", "&File"))
    opening = add.action(menu, "openAction", translate("Menus", "&Open…"), files.choose, keys.Open)
    add.action(menu, "saveAction", translate("Menus", "&Save Drawing…"), files.save, keys.Save)
    text = translate("Menus", "Save &View as a Picture…")
    add.action(menu, "saveViewAction", text, window.take_away.save_chosen, SAVE_KEYS)
    menu.addSeparator()
    add.action(menu, "quitAction", translate("Menus", "&Quit"), window.close, "Ctrl+Q")
    return opening


def _edit_menu(window: MainWindow, add: MenuBuilder, labels: QMenu) -> tuple[QAction, ...]:
    keys = QKeySequence.StandardKey
    document, canvas = window.session.document, window.canvas
    menu = add.menu("editMenu", translate("Menus", "&Edit"))
    undo = add.action(menu, "undoAction", translate("Menus", "&Undo"), document.undo, "Ctrl+Z")
    redo = add.action(
        menu, "redoAction", translate("Menus", "&Redo"), document.redo, "Ctrl+Shift+Z"
    )
    clear = add.action(menu, "clearAction", translate("Menus", "&Clear"), document.clear, "Delete")
    menu.addSeparator()
    add.action(
        menu, "copyAction", translate("Menus", "Co&py Drawing"), window.files.copy, keys.Copy
    )
    text = translate("Menus", "Copy &View as a Picture")
    copy_view = window.take_away.copy_chosen
    add.action(menu, "copyViewAction", text, copy_view, COPY_KEYS)
    add.action(menu, "pasteAction", translate("Menus", "P&aste"), window.files.paste, keys.Paste)
    menu.addSeparator()
    tools = QActionGroup(window)
    use_pen, use_eraser = (partial(canvas.set_tool, tool) for tool in (Tool.PEN, Tool.ERASER))
    pen = add.choice(
        tools, menu, "penAction", translate("Menus", "&Pen"), use_pen, "P", checked=True
    )
    eraser = add.choice(tools, menu, "eraserAction", translate("Menus", "&Eraser"), use_eraser, "E")
    thinner, thicker = (partial(window.tools.widen, step) for step in (-1, 1))
    add.action(menu, "thinnerAction", translate("Menus", "&Thinner Pen"), thinner, "[")
    add.action(menu, "thickerAction", translate("Menus", "Thic&ker Pen"), thicker, "]")
    text = translate("Menus", "Pen Pre&ssure")
    pressure = add.switch(menu, "pressureAction", text, canvas.set_pressure, checked=True)
    text = translate("Menus", "Draw with &Fingers")
    fingers = add.switch(menu, "fingersAction", text, canvas.set_fingers, checked=True)
    menu.addSeparator()
    add_picture_menu(add, menu, window.drawing_area)
    menu.addMenu(labels)
    return undo, redo, clear, pen, eraser, fingers, pressure


def _help_menu(window: MainWindow, add: MenuBuilder) -> None:
    guide = window.guide
    menu = add.menu("helpMenu", translate("Menus", "&Help"))
    what, sheet = translate("Menus", "&What Is This?"), translate("Menus", "&Shortcuts")
    add.action(menu, "whatAction", what, guide.explain, "F1")
    add.action(menu, "howAction", translate("Menus", "&How Do I…"), guide.open_answers)
    add.action(menu, "courseAction", translate("Menus", "&Course"), guide.open_course)
    add.action(menu, "tourAction", translate("Menus", "&Tour"), guide.start_tour)
    add.action(menu, "shortcutsAction", sheet, guide.show_shortcuts, "?")
    menu.addSeparator()
    details = translate("Menus", "C&opy Details…")
    add.action(menu, "copyDetailsAction", details, window.show_details)
    add.action(menu, "aboutAction", translate("Menus", "&About handdigit"), window.show_about)


def _offer_labels(window: MainWindow, add: MenuBuilder, menu: QMenu, alphabet: Alphabet) -> None:
    """Fill the menu of labels; a key that the window needs for something else labels nothing."""
    for action in menu.actions():
        menu.removeAction(action)
        action.setParent(None)  # its key is free at once
        action.deleteLater()
    taken = {action.shortcut() for action in window.findChildren(QAction)}
    for number, (name, key) in enumerate(zip(alphabet.names, alphabet.keys, strict=True)):
        free = None if QKeySequence(key) in taken else key
        give = partial(window.labelling.give, number)
        title = f"&{name}" if name == key else name.replace("&", "&&")
        add.action(menu, f"label{number}Action", title, give, free)


def _model_menu(window: MainWindow, add: MenuBuilder) -> None:
    session = window.session
    menu = add.menu("modelMenu", translate("Menus", "&Model"))
    add.action(
        menu,
        "chooseModelAction",
        translate("Menus", "&Choose Model"),
        window.status.open_chooser,
        "Ctrl+M",
    )
    add.action(
        menu,
        "loadModelAction",
        translate("Menus", "&Load Model File…"),
        window.choose_model,
        "Ctrl+L",
    )
    add.action(
        menu, "teachAction", translate("Menus", "&Teach from Your Samples"), window.teach, "Ctrl+T"
    )
    add.action(menu, "rollBackAction", translate("Menus", "Roll &Back"), window.roll_back, "Ctrl+B")
    submenu = add.menu("deviceMenu", translate("Menus", "&Device"), menu)
    devices = QActionGroup(window)
    titles = {
        "auto": translate("Menus", "&Automatic"),
        "cpu": "&CPU",
        "cuda": "C&UDA",
        "mps": "&Metal",
    }
    for device in DEVICES:
        use = partial(session.use_device, device)
        chosen = device == session.requested_device
        add.choice(devices, submenu, f"{device}DeviceAction", titles[device], use, checked=chosen)
    menu.addSeparator()
    restart = session.restart_engine
    add.action(menu, "restartEngineAction", translate("Menus", "&Restart Engine"), restart, "F5")


def _offer_numbers(action: QAction, alphabet: Alphabet) -> None:
    """Let numbers be read where there are digits; else the tooltip says why they are not."""
    action.setEnabled(alphabet == DIGITS)
    if alphabet == DIGITS:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = translate("Menus", "Read several digits beside each other as one number ({0})")
        action.setToolTip(tip.format(keys))
    else:
        action.setChecked(False)
        reason = translate("Menus", "Numbers are read by models of digits; this one reads {0}.")
        action.setToolTip(reason.format(translated(alphabet.listed())))


def _view_menu(window: MainWindow, add: MenuBuilder) -> QAction:
    menu = add.menu("viewMenu", translate("Menus", "&View"))
    group = ""
    for entry in PANELS:
        if entry.group != group:
            group = entry.group
            menu.addSection(translated(group))
        show = partial(window.navigation.show_panel, entry.key)
        keys = f"Alt+{entry.shortcut}" if entry.shortcut else None
        add.action(menu, f"{entry.key}PanelAction", translated(entry.title), show, keys)
    menu.addSeparator()
    number = add.switch(
        menu,
        "numberAction",
        translate("Menus", "&Number Mode"),
        window.drawing_area.read_numbers,
        "N",
    )
    number.setIconText(translate("Menus", "Number"))
    offer_numbers = partial(_offer_numbers, number)
    window.session.alphabet_changed.connect(_Follower(offer_numbers, window).follow)
    _offer_numbers(number, window.session.alphabet)
    submenu = add.menu("appearanceMenu", translate("Menus", "&Appearance"), menu)
    schemes = QActionGroup(window)
    titles = {
        "system": translate("Menus", "&System"),
        "light": translate("Menus", "&Light"),
        "dark": translate("Menus", "&Dark"),
        "contrast": translate("Menus", "&High Contrast"),
    }
    for name in SCHEMES:
        use = partial(window.set_appearance, name)
        chosen = name == window.appearance_choice
        add.choice(schemes, submenu, f"{name}AppearanceAction", titles[name], use, checked=chosen)
    _language_menu(window, add, menu)
    return number


def _language_menu(window: MainWindow, add: MenuBuilder, menu: QMenu) -> None:
    submenu = add.menu("languageMenu", translate("Menus", "Lan&guage"), menu)
    choices = QActionGroup(window)
    titles = {SYSTEM: translate("Menus", "&System")}
    titles |= {code: own_name(code) for code in languages()}
    for code, title in titles.items():
        use = partial(window.set_language, code)
        chosen = code == window.language_choice
        add.choice(choices, submenu, f"{code}LanguageAction", title, use, checked=chosen)
