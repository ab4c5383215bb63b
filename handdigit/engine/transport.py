"""One end of the pipe between two processes."""

from __future__ import annotations

import pickle
import threading
from multiprocessing.connection import Connection
from typing import Any

PIECE = 256 * 1024
"""Bytes of an array that are sent at once: about what a pipe holds."""


class Transport:
    """Takes messages to the other process, with their arrays beside them.

    A connection's own ``send`` copies every array into one pickle, and its ``recv`` asks for
    all of it again after every piece that the pipe held: the two megabytes of a network's
    maps took four times as long.
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
        arrays: list[pickle.PickleBuffer] = []
        pickled = pickle.dumps(message, protocol=5, buffer_callback=arrays.append)
        views = [array.raw() for array in arrays]
        with self._sending:
            self._connection.send((pickled, [view.nbytes for view in views]))
            for view in views:
                for start in range(0, view.nbytes, PIECE):
                    self._connection.send_bytes(view[start : start + PIECE])

    def recv(self) -> Any:
        """Return the next message, waiting for it.

        Raises:
            EOFError: the other end is gone.
            OSError: so is this one.
        """
        pickled, sizes = self._connection.recv()
        arrays = [bytearray(size) for size in sizes]
        for array in arrays:
            start = 0
            while start < len(array):
                start += self._connection.recv_bytes_into(array, start)
        return pickle.loads(pickled, buffers=arrays)

    def poll(self) -> bool:
        """Return whether a message, or the end, has arrived."""
        return self._connection.poll()

    def close(self) -> None:
        """Close this end."""
        self._connection.close()
