"""One end of the pipe between two processes."""

from __future__ import annotations

import os
import pickle
import struct
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import Any

SMALL_BYTES = 4096
"""A smaller array travels within the pickle: to copy it is quicker than a block of its own."""
PIECE = 256 * 1024
"""Bytes that are sent at once where blocks go one by one: about what a pipe holds."""
MOST_BLOCKS = 512
"""Blocks that go at once: no system takes more than 1,024."""
_HEAD = struct.Struct("<IQ")
"""The number of arrays, and of the pickle's bytes."""


class Transport:
    """Takes messages to the other process, with their arrays beside them.

    A connection's own ``send`` copies every array into one pickle, and its ``recv`` asks for
    all of it again after every piece that the pipe held: the megabyte of a network's maps took
    four times as long. A message is blocks of bytes: the head, the arrays' sizes, the pickle, and
    the arrays, each from where it lies to where it is wanted.
    """

    def __init__(self, connection: Connection) -> None:
        """Talk through ``connection``, whose other end is a transport's, too."""
        self._connection = connection
        self._sending = threading.Lock()
        """A message is sent in several pieces, and any thread may log."""

    def send(self, message: object) -> None:
        """Send a message; blocks while the pipe is full.

        Raises:
            OSError: the other end is gone.
        """
        arrays: list[memoryview] = []

        def is_small(array: pickle.PickleBuffer) -> bool:
            view = array.raw()
            if view.nbytes < SMALL_BYTES:
                return True
            arrays.append(view)
            return False

        pickled = pickle.dumps(message, protocol=5, buffer_callback=is_small)
        head = _HEAD.pack(len(arrays), len(pickled))
        sizes = struct.pack(f"<{len(arrays)}Q", *(view.nbytes for view in arrays))
        blocks = [memoryview(block) for block in (head, sizes, pickled)]
        with self._sending:
            _send(self._connection, [*blocks, *arrays])

    def recv(self) -> Any:
        """Return the next message, waiting for it.

        Raises:
            EOFError: the other end is gone.
            OSError: so is this one.
        """
        (head,) = self._blocks(_HEAD.size)
        count, length = _HEAD.unpack(head)
        sizes, pickled = self._blocks(8 * count, length)
        arrays = self._blocks(*struct.unpack(f"<{count}Q", sizes))
        return pickle.loads(pickled, buffers=arrays)

    def poll(self) -> bool:
        """Return whether a message, or the end, has arrived."""
        return self._connection.poll()

    def close(self) -> None:
        """Close this end."""
        self._connection.close()

    def _blocks(self, *sizes: int) -> list[bytearray]:
        blocks = [bytearray(size) for size in sizes]
        _receive(self._connection, [memoryview(block) for block in blocks])
        return blocks


def _send_gathered(connection: Connection, blocks: Sequence[memoryview]) -> None:
    while blocks := [block for block in blocks if block.nbytes]:
        written = os.writev(connection.fileno(), blocks[:MOST_BLOCKS])
        blocks = _after(blocks, written)


def _receive_scattered(connection: Connection, blocks: Sequence[memoryview]) -> None:
    while blocks := [block for block in blocks if block.nbytes]:
        count = os.readv(connection.fileno(), blocks[:MOST_BLOCKS])
        if not count:
            raise EOFError
        blocks = _after(blocks, count)


def _after(blocks: Sequence[memoryview], count: int) -> list[memoryview]:
    """Return what is left of blocks after so many bytes."""
    left = []
    for block in blocks:
        left.append(block[count:])
        count = max(0, count - block.nbytes)
    return left


def _send_pieces(connection: Connection, blocks: Sequence[memoryview]) -> None:
    for block in blocks:
        for start in range(0, block.nbytes, PIECE):
            connection.send_bytes(block[start : start + PIECE])


def _receive_pieces(connection: Connection, blocks: Sequence[memoryview]) -> None:
    for block in blocks:
        start = 0
        while start < block.nbytes:
            start += connection.recv_bytes_into(block, start)


# Windows' pipes know one block at a time, and keep each as it was sent.
if hasattr(os, "writev"):
    _send, _receive = _send_gathered, _receive_scattered
else:
    _send, _receive = _send_pieces, _receive_pieces
