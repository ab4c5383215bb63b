"""The user's own architectures."""

from __future__ import annotations

import os

import pytest

from handdigit.errors import ArchitectureError, HanddigitError
from handdigit.network.zoo import LENET5_RELU, ZOO
from handdigit.storage.named_files import NetworkStore, OwnNetwork
from handdigit.storage.paths import AppPaths


@pytest.fixture
def store(tmp_path):
    return NetworkStore(AppPaths(tmp_path))


def test_what_is_saved_is_read_again_with_its_comments(store):
    text = "# mine\n" + LENET5_RELU.text()
    saved = store.save("mine", text)
    assert saved.text() == text
    assert store.catalogue() == ((OwnNetwork(saved, text, LENET5_RELU),), ())


def test_only_architectures_are_saved(store):
    with pytest.raises(ArchitectureError):
        store.save("mine", "Conv2d(6, kernel=50)")
    assert store.files() == ()


def test_the_zoo_keeps_its_names(store):
    with pytest.raises(HanddigitError, match="choose another name"):
        store.save("LeNet5", LENET5_RELU.text())


def test_a_spoiled_file_is_left_out_in_words(store):
    saved = store.save("mine", LENET5_RELU.text())
    saved.path.write_text("nonsense")
    saved.path.with_name("bytes.txt").write_bytes(b"\xff\xfe\x00")
    saved.path.with_name("folder.txt").mkdir()
    os.mkfifo(saved.path.with_name("pipe.txt"))
    saved.path.with_name("small.txt").write_text(LENET5_RELU.text())
    usable, left_out = store.catalogue()
    assert usable == ()
    names = [sentence.partition(" is left out: ")[0] for sentence in left_out]
    assert names == ["bytes.txt", "folder.txt", "mine.txt", "pipe.txt", "small.txt"]


def test_a_file_that_changed_is_read_again(store):
    saved = store.save("mine", LENET5_RELU.text())
    assert store.catalogue()[0][0].architecture == LENET5_RELU
    saved.path.write_text(ZOO["dense-30"].text())
    assert store.catalogue()[0][0].architecture == ZOO["dense-30"]
