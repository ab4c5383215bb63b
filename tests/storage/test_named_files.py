"""Text files that go by a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handdigit.errors import HanddigitError
from handdigit.storage.named_files import (
    NAME_LENGTH,
    NamedFiles,
    NamingError,
    require_name,
    valid_name,
)


@pytest.fixture
def store(tmp_path):
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "plain.txt").write_text("shipped")
    return NamedFiles(tmp_path / "own", ".txt", shipped)


def test_what_is_saved_is_found_whatever_its_case(store):
    saved = store.save(" Mine 2 ", "text")
    assert saved.name == "Mine 2"
    assert store.find("mine 2") == saved
    assert saved.text() == "text"
    assert [(file.name, file.is_own) for file in store.files()] == [
        ("plain", False),
        ("Mine 2", True),
    ]
    store.save("MINE 2", "newer")
    assert len(store.files()) == 2
    assert store.find("mine 2").text() == "newer"


def test_own_files_can_be_deleted_and_shipped_ones_neither_replaced_nor_deleted(store):
    store.save("mine", "text")
    store.delete("mine")
    assert store.find("mine") is None
    with pytest.raises(HanddigitError, match="choose another name"):
        store.save("Plain", "text")
    with pytest.raises(HanddigitError, match="comes with the program"):
        store.delete("plain")
    assert store.find("plain").text() == "shipped"


@pytest.mark.parametrize(
    "name", ["", "  ", "../up", "a/b", "a\\b", ".hidden", "con", "LPT1.txt", "dot.", "a:b", "a\nb"]
)
def test_a_name_that_is_no_file_name_is_refused(store, name):
    with pytest.raises(HanddigitError):
        store.save(name, "text")
    assert [file.name for file in store.files()] == ["plain"]


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "LPT9.txt", "aux .b", "COM²", "CONIN$"])
def test_what_windows_keeps_for_devices_is_no_name(name):
    with pytest.raises(NamingError, match="Windows keeps it for a device"):
        require_name(name)
    assert valid_name(name, "model") == f"_{name}"


@pytest.mark.parametrize("name", ["console", "com", "com10", "my con", "Größe 2", "a+b (c)", "-x"])
def test_other_names_are_names(name):
    require_name(name)
    assert valid_name(name, "model") == name


@given(st.text(), st.integers(5, NAME_LENGTH))
def test_a_wish_becomes_a_name_whatever_it_is(wish, length):
    name = valid_name(wish, "model", length)
    require_name(name)
    assert len(name) <= length
    assert valid_name(name, "model", length) == name


def test_a_name_has_an_end(store):
    with pytest.raises(HanddigitError, match="cannot be a name: use 1 to 60"):
        store.save("n" * (NAME_LENGTH + 1), "text")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(HanddigitError, match="cannot be written"):
        NamedFiles(tmp_path / "file" / "own", ".txt").save("mine", "text")
