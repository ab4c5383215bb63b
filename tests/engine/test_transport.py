"""Messages between processes arrive whole, however large their arrays are."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from multiprocessing import Pipe

import numpy as np
import pytest

from handdigit.engine import transport
from handdigit.engine.protocol.messages import Recognise
from handdigit.engine.transport import MOST_BLOCKS, PIECE, SMALL_BYTES, Transport

WAYS = [
    pytest.param(
        (transport._send_gathered, transport._receive_scattered),
        marks=pytest.mark.skipif(not hasattr(os, "writev"), reason="Windows has no such call"),
        id="at-once",
    ),
    pytest.param((transport._send_pieces, transport._receive_pieces), id="in-pieces"),
]


@pytest.fixture(params=WAYS)
def wires(request, monkeypatch) -> Iterator[tuple[Transport, Transport]]:
    """Both ends of a pipe, which work as on one system or another."""
    monkeypatch.setattr(transport, "_send", request.param[0])
    monkeypatch.setattr(transport, "_receive", request.param[1])
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
        np.arange(SMALL_BYTES, dtype=np.uint8),
        np.arange(SMALL_BYTES - 1, dtype=np.uint8),
        np.arange(24.0).reshape(2, 3, 4).transpose(2, 0, 1),
        np.asfortranarray(np.arange(6, dtype=np.int16).reshape(2, 3)),
        np.arange(40)[::3],
        np.zeros((0, 10)),
        np.float32(2.5),
    ],
    ids=[
        "pieces",
        "one-piece",
        "beside",
        "within",
        "transposed",
        "fortran",
        "strided",
        "empty",
        "scalar",
    ],
)
def test_an_array_arrives_as_it_was(wires, array):
    (received,) = sent(wires, {"maps": array})
    assert received["maps"].dtype == array.dtype
    assert np.array_equal(received["maps"], array)
    assert not isinstance(received["maps"], np.ndarray) or received["maps"].flags.writeable


def test_more_arrays_than_the_system_takes_at_once_arrive(wires):
    arrays = [np.full(SMALL_BYTES, n % 256, np.uint8) for n in range(MOST_BLOCKS + 700)]
    (received,) = sent(wires, arrays)
    assert len(received) == len(arrays)
    assert all(map(np.array_equal, received, arrays))


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
