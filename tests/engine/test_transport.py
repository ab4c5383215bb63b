"""Messages between processes arrive whole, however large their arrays are."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from multiprocessing import Pipe

import numpy as np
import pytest

from handdigit.engine.protocol.messages import Recognise
from handdigit.engine.transport import PIECE, Transport


@pytest.fixture
def wires() -> Iterator[tuple[Transport, Transport]]:
    near, far = map(Transport, Pipe())
    yield near, far
    near.close()
    far.close()


def sent(wires: tuple[Transport, Transport], *messages: object) -> list[object]:
    """Send messages from a thread, as a pipe holds less than they are, and return them."""
    near, far = wires
    sender = threading.Thread(target=lambda: [near.send(message) for message in messages])
    sender.start()
    received = [far.recv() for _ in messages]
    sender.join()
    return received


@pytest.mark.parametrize(
    "array",
    [
        np.arange(3 * PIECE // 4 + 5, dtype=np.float32),
        np.arange(PIECE, dtype=np.uint8),
        np.arange(24.0).reshape(2, 3, 4).transpose(2, 0, 1),
        np.asfortranarray(np.arange(6, dtype=np.int16).reshape(2, 3)),
        np.arange(40)[::3],
        np.zeros((0, 10)),
        np.float32(2.5),
    ],
    ids=["pieces", "one-piece", "transposed", "fortran", "strided", "empty", "scalar"],
)
def test_an_array_arrives_as_it_was(wires, array):
    (received,) = sent(wires, {"maps": array})
    assert received["maps"].dtype == array.dtype
    assert np.array_equal(received["maps"], array)


def test_messages_keep_their_order_and_their_arrays(wires):
    maps = {f"conv{n}": np.full((16, 28, 28), n, np.float32) for n in range(40)}
    first, second, third = sent(wires, maps, "between", Recognise(7, np.eye(28, dtype=np.uint8)))
    assert list(first) == list(maps)
    assert all(np.array_equal(first[name], maps[name]) for name in maps)
    assert second == "between"
    assert third.revision == 7
    assert np.array_equal(third.source, np.eye(28))


def test_what_arrives_first_is_told_and_so_is_the_end(wires):
    near, far = wires
    assert not far.poll()
    near.send("a word")
    assert far.poll()
    assert far.recv() == "a word"
    near.close()
    assert far.poll()
    with pytest.raises(EOFError):
        far.recv()
