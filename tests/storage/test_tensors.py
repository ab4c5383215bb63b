"""Files of arrays: as the format's own library has them, read and written without a copy."""

from __future__ import annotations

import json
import os
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy
from safetensors import SafetensorError

from handdigit.budgets import TENSOR_FILE
from handdigit.errors import DataFileError
from handdigit.network.architecture import Architecture
from handdigit.storage.atomic import write_atomically
from handdigit.storage.models.model_file import ModelFile, read_model, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.tensors import open_tensors, tensor_content

ARRAYS = {
    **{f"{kind}s": np.arange(6).astype(kind).reshape(2, 3) for kind in ("?", "u1", "i1", "f2")},
    **{f"{kind}s": np.arange(5).astype(kind) for kind in ("u2", "i2", "u4", "i4", "u8", "i8")},
    "größe": np.array(0.1),
    "nothing": np.zeros((0, 3), np.float32),
    "turned": np.arange(6, dtype=np.float32).reshape(2, 3).T,
    "swapped": np.arange(3, dtype=">f4"),
}
METADATA = {"program": "handdigit", "ü": "{}"}
LARGE = {"weight": np.ones((2**11, 2**10), np.float32)}


def write(path: Path, arrays: dict[str, Any]) -> Path:
    write_atomically(path, *tensor_content(arrays, METADATA))
    return path


def assert_same(found: dict[str, Any], expected: dict[str, Any]) -> None:
    assert found.keys() == expected.keys()
    for name, array in expected.items():
        assert found[name].shape == array.shape
        assert found[name].dtype == array.dtype.newbyteorder("=")
        assert np.array_equal(found[name], array)


def test_the_formats_own_library_reads_what_is_written(tmp_path: Path) -> None:
    path = write(tmp_path / "a.safetensors", ARRAYS)
    assert_same(safetensors.numpy.load_file(path), ARRAYS)
    with safetensors.safe_open(path, framework="numpy") as file:
        assert file.metadata() == METADATA


def test_every_array_begins_at_a_multiple_of_its_own_width(tmp_path: Path) -> None:
    content = write(tmp_path / "a.safetensors", ARRAYS).read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    for name, array in ARRAYS.items():
        assert (start + header[name]["data_offsets"][0]) % array.itemsize == 0


def test_what_the_formats_own_library_writes_is_read(tmp_path: Path) -> None:
    arrays = {name: np.ascontiguousarray(array) for name, array in ARRAYS.items()}
    path = tmp_path / "a.safetensors"
    safetensors.numpy.save_file(arrays, path, METADATA)
    with open_tensors(path, TENSOR_FILE, "damaged.") as file:
        assert file.metadata == METADATA
        assert file.shapes == {name: array.shape for name, array in arrays.items()}
        found = file.read()
    assert_same(found, arrays)
    assert list(found) == sorted(found)


def entry(dtype: str = "F32", shape: Any = (2, 3), begin: Any = 0, end: Any = 24) -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


DAMAGED: dict[str, object] = {
    "a hole": {"a": entry(), "b": entry(begin=28, end=52)},
    "an overlap": {"a": entry(), "b": entry(begin=20, end=44)},
    "backwards": {"a": entry(begin=24, end=0)},
    "another size": {"a": entry(end=28)},
    "another shape": {"a": entry(shape=[2, 4])},
    "a negative side": {"a": entry(shape=[-2, -3])},
    "half a side": {"a": entry(shape=[1.5, 4])},
    "a side that is none": {"a": entry("U8", [True, 24])},
    "a huge side": {"a": entry(shape=[10**400, 0], end=0)},
    "more sides than any array has": {"a": entry(shape=[9] * 200_000)},
    "a shape that is none": {"a": entry(shape=6)},
    "no numbers": {"a": entry("TEXT")},
    "bytes left over": {"a": entry(shape=[5], end=20)},
    "bytes that are missing": {"a": entry(), "b": entry(begin=24, end=48)},
    "no entry": {"a": 3},
    "an entry without a shape": {"a": {"dtype": "F32", "data_offsets": [0, 24]}},
    "one offset": {"a": entry() | {"data_offsets": [0]}},
    "no table": [entry()],
    "metadata of numbers": {"__metadata__": {"step": 3}, "a": entry()},
    "metadata that is a text": {"__metadata__": "text", "a": entry()},
    "half a character": {"\ud800": entry()},
    "nested lists": json.loads("[" * 500 + "]" * 500),
}
TEXTS = {what: json.dumps(header).encode() for what, header in DAMAGED.items()} | {
    "no JSON": b"{",
    "no text": b'{"\xff": 1}',
    "nothing": b"",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_damaged_header_is_refused_as_the_formats_own_library_refuses_it(
    tmp_path: Path, text: bytes
) -> None:
    content = len(text).to_bytes(8, "little") + text + bytes(24)
    with pytest.raises(SafetensorError):
        safetensors.numpy.load(content)
    path = tmp_path / "a.safetensors"
    path.write_bytes(content)
    with (
        pytest.raises(DataFileError, match=r"^damaged\.$"),
        open_tensors(path, TENSOR_FILE, "damaged.") as file,
    ):
        file.read()


@pytest.mark.parametrize("size", [0, 7, 8, 100, -1])
def test_a_cut_file_is_refused(tmp_path: Path, size: int) -> None:
    path = write(tmp_path / "a.safetensors", LARGE)
    path.write_bytes(path.read_bytes()[:size])
    with (
        pytest.raises(DataFileError, match=r"^damaged\.$"),
        open_tensors(path, TENSOR_FILE, "damaged."),
    ):
        pass


def test_a_file_that_is_cut_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.safetensors", LARGE)

    def read_and_cut() -> None:
        with open_tensors(path, TENSOR_FILE, "damaged.") as file:
            os.truncate(path, 1000)
            file.read()

    with pytest.raises(DataFileError, match=r"^damaged\.$"):
        read_and_cut()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays where it is on Windows")
def test_of_a_file_that_is_replaced_while_it_is_read_nothing_is_mixed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.safetensors", LARGE)
    with open_tensors(path, TENSOR_FILE, "damaged.") as file:
        write(path, {"weight": np.zeros((2**11, 2**10), np.float32)})
        assert_same(file.read(), LARGE)


@contextmanager
def no_thread_interrupted() -> Iterator[None]:
    """Let another thread run only where this one gives Python's lock away."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def test_another_thread_runs_while_arrays_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.safetensors", LARGE)
    ran: list[int] = []

    def run(go: threading.Event) -> None:
        go.wait()
        ran.append(1)

    with open_tensors(path, TENSOR_FILE, "damaged.") as file, no_thread_interrupted():
        for _ in range(1000):  # which thread takes the lock is the system's choice
            go = threading.Event()
            waiting = threading.Thread(target=run, args=(go,))
            waiting.start()
            go.set()
            file.read()
            if ran:
                break
            waiting.join()
            ran.clear()
        else:
            pytest.fail("the lock was never given away")
        waiting.join()


def test_neither_writing_nor_a_fingerprint_holds_the_weights_twice(tmp_path: Path) -> None:
    network = Architecture.parse("Flatten()\nLinear(2048)\nLinear(10)")
    weights = {"weight": np.full((2**11, 2**10), 0.1, np.float32)}  # longer than a row, to be cut
    path = tmp_path / "m.safetensors"
    write_model(path, ModelFile(ModelInfo("m", network), weights))
    size = path.stat().st_size
    tracemalloc.start()
    try:
        model = read_model(path)
        assert tracemalloc.get_traced_memory()[1] < 1.2 * size
        tracemalloc.reset_peak()
        model.fingerprint()
        assert tracemalloc.get_traced_memory()[1] < 1.2 * size
        tracemalloc.reset_peak()
        write(tmp_path / "copy.safetensors", dict(model.weights))
        assert tracemalloc.get_traced_memory()[1] < 1.2 * size
    finally:
        tracemalloc.stop()
