"""What the window remembers, whatever lies at the place of its file."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from handdigit.gui.canvas.tools import DEFAULT_WIDTH
from handdigit.gui.state.models.active_model import LIMIT, TRAIL_LENGTH, open_settings, read_trail
from handdigit.gui.state.settings import Settings
from handdigit.inspection.trace import Unit


@pytest.fixture
def settings(paths):
    paths.folder.mkdir(parents=True)
    return open_settings(paths)


def make_folder(path):
    path.mkdir()
    (path / "kept").touch()


def make_link_elsewhere(path):
    target = path.parent.parent / "elsewhere.ini"
    target.write_text("[General]\npenWidth=11\n")
    path.symlink_to(target)


def write_too_much(path):
    path.write_bytes(b"[General]\npenWidth=11\n;" + b"x" * 2_000_000)


STATES = {
    "a folder": make_folder,
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link that leads nowhere": lambda path: path.symlink_to(path.parent / "nothing"),
    "a link elsewhere": make_link_elsewhere,
    "garbage": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "too much": write_too_much,
    "a lock that is a folder": lambda path: path.with_name("window.ini.lock").mkdir(),
    "a lock that is a pipe": lambda path: os.mkfifo(path.with_name("window.ini.lock")),
}


@pytest.mark.parametrize("state", STATES)
def test_the_window_starts_and_closes_over(state, paths, make_main_window):
    paths.folder.mkdir(parents=True)
    STATES[state](paths.settings)
    window = make_main_window()
    expected = 11 if state == "a link elsewhere" else DEFAULT_WIDTH
    assert window.tools.pen_width == expected
    window.tools.set_pen_width(3)
    window.set_appearance("dark")
    window.close()
    if state == "garbage":
        assert Settings(paths.settings).value("penWidth", 0) == 3
    if state == "a link elsewhere":
        elsewhere = paths.folder.parent / "elsewhere.ini"
        assert elsewhere.read_text() == "[General]\npenWidth=11\n"


def remove_file(paths):
    paths.settings.unlink()


def remove_folder(paths):
    shutil.rmtree(paths.folder)


def replace_file(paths):
    paths.settings.unlink()
    paths.settings.write_text("[General]\npenWidth=13\n")


@pytest.mark.parametrize("happens", [remove_file, remove_folder, replace_file])
def test_what_the_window_knows_is_written_again(happens, qtbot, make_main_window, paths):
    open_settings(paths).remember({"activeModels": '["default", "small"]'})
    window = make_main_window()
    qtbot.waitUntil(lambda: window.session.model.name == "small")
    window.tools.set_pen_width(4)
    window.set_appearance("dark")
    qtbot.waitUntil(lambda: open_settings(paths).value("appearance", "") == "dark")
    happens(paths)
    window.close()
    again = open_settings(paths)
    assert read_trail(again) == ("default", "small")
    assert again.value("penWidth", 0) == 4
    assert again.value("appearance", "") == "dark"
    assert again.value("geometry", QByteArray()).size() > 0


@pytest.mark.parametrize("unit", ['["conv1", 3, "x"]', "[" * 150, "7", '["nowhere", 1]', "{}"])
def test_a_place_that_is_no_longer_there_is_the_first_one(make_main_window, paths, unit):
    paths.folder.mkdir(parents=True)
    open_settings(paths).remember({"panel": "nowhere", "unit": unit})
    window = make_main_window()
    assert window.panels.tabText(window.panels.currentIndex()) == "Inside"
    assert window.navigation.unit in (None, Unit("nowhere", (1,)))


def test_a_model_for_this_time_is_not_remembered(make_main_window, paths):
    make_main_window().close()
    assert read_trail(open_settings(paths)) == ()


def test_what_the_command_line_activated_meanwhile_stays(qtbot, make_main_window, paths):
    window = make_main_window()
    open_settings(paths).remember({"activeModels": '["default", "small"]'})
    window.close()
    assert read_trail(open_settings(paths)) == ("default", "small")


@pytest.mark.parametrize(
    ("written", "default"),
    [("abc", 7), ("", 7), ("9" * 400, 7), ("1, 2", 7), ("0x10", 7), ("4", "a text"), (12, 7)],
)
def test_a_value_that_is_not_wanted_is_the_default(settings, written, default):
    settings.remember({"key": written, "other": 5})
    expected = written if isinstance(default, str) else default
    assert settings.value("key", default, lambda value: value != 12) == expected
    assert settings.value("other", 0) == 5
    assert settings.value("never", default) == default


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 3000 + "]" * 3000, "[[]]", '[["a"]]', '["a", 1]', '"a"', "{}", "[", "1e999", "\0"),
        '["' + "a" * TRAIL_LENGTH + '"]',
    ],
    ids=lambda text: repr(text[:9]),
)
def test_a_damaged_trail_is_none(settings, text):
    settings.remember({"activeModels": text})
    assert read_trail(settings) == ()


def test_a_long_trail_is_cut(settings):
    names = [f"model {number}" for number in range(3 * LIMIT)]
    settings.remember({"activeModels": json.dumps(names)})
    assert read_trail(settings) == tuple(names[-LIMIT:])


VALUES = (
    *("", "a", "1, 2", "a;b", '"', "\\", "\\x41", "@", "@@b", "a@@", "@String(a)", "100 %"),
    *("ä 数字", "\0\n\x1f1fF", " a ", QByteArray(bytes(range(256))), QByteArray(b"")),
)


def test_what_qt_wrote_is_read_and_what_is_written_qt_reads(settings, paths):
    values = {f"key{number}": value for number, value in enumerate(VALUES)}
    file = QSettings(str(paths.settings), QSettings.Format.IniFormat)
    for key, value in values.items():
        file.setValue(key, value)
    file.sync()
    assert {key: settings.value(key, type(value)()) for key, value in values.items()} == values
    settings.remember(values)
    assert {key: settings.value(key, type(value)()) for key, value in values.items()} == values
    again = QSettings(str(paths.settings), QSettings.Format.IniFormat)
    assert {key: again.value(key) for key in values} == values


HOSTILE = {
    "longer than memory": r"@Variant(\0\0\0\t\x7f\xff\xff\xfe)",
    "escaped": r'"\x40Variant(\0\0\0\t\x7f\xff\xff\xfe)"',
    "nested": "@Variant(" + r"\0\0\0\t\0\0\0\x1" * 5_000 + ")",
    "no character": r'"\xffffffff"',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_value_is_given_to_a_decoder_of_objects(settings, paths, text):
    keys = ("penWidth", "appearance", "geometry")
    paths.settings.write_text("[General]\n" + "".join(f"{key}={text}\n" for key in keys))
    assert settings.value("penWidth", 7) == 7
    assert settings.value("appearance", "system") == "system"
    assert settings.value("geometry", QByteArray(b"g")) == QByteArray(b"g")
    settings.remember({"penWidth": 3})
    assert settings.value("penWidth", 7) == 3


def test_nothing_in_the_file_is_unpickled(settings, paths, tmp_path):
    file = QSettings(str(paths.settings), QSettings.Format.IniFormat)
    file.setValue("geometry", Harmful(tmp_path / "made"))
    file.sync()
    del file
    assert "Variant" in paths.settings.read_text()
    assert settings.value("geometry", QByteArray()) == QByteArray()
    settings.remember({"penWidth": 3})
    assert not (tmp_path / "made").exists()


class Harmful:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return self.path.touch, ()


def test_settings_are_those_that_qt_reads(settings, paths):
    settings.remember({"penWidth": 5, "text": "ein Wort", "bytes": QByteArray(b"\0\1")})
    file = QSettings(str(paths.settings), QSettings.Format.IniFormat)
    assert int(file.value("penWidth")) == 5
    assert settings.has("text")
    assert not settings.has("nothing")
    assert settings.value("bytes", QByteArray()) == QByteArray(b"\0\1")


def test_a_damaged_division_leaves_a_window_that_can_be_used(make_main_window, paths):
    damaged = QSplitter(Qt.Orientation.Vertical)
    for _ in range(2):
        damaged.addWidget(QWidget())
    damaged.setHandleWidth(9999)
    damaged.setChildrenCollapsible(True)
    open_settings(paths).remember({"division": damaged.saveState()})
    splitter = make_main_window().splitter
    assert splitter.orientation() is Qt.Orientation.Horizontal
    assert splitter.handleWidth() < 20
    assert not splitter.childrenCollapsible()
