"""The engine's process, from its start: nothing is imported for it that the start could wait for.

The command line imports this module before anything else and spawns the process: torch takes
longest of all to load, and does so while the window appears.
"""

from __future__ import annotations

import gc

from handdigit.engine.process import (
    Spawned,
    import_numpy_without_threads,
    let_torch_log_as_all_else,
    spawn,
)
from handdigit.engine.transport import Transport


def spawn_engine() -> Spawned:
    """Start the process; an :class:`~handdigit.engine.client.EngineClient` takes it from there."""
    return spawn(run_engine)


def run_engine(transport: Transport) -> None:
    """Answer commands until told to stop or the pipe closes."""
    # Imports make no garbage, and Python would look for it through all of torch, again and again.
    gc.disable()
    import_numpy_without_threads()
    import torch  # only here: the window imports this module to name the function

    from handdigit.engine.protocol.messages import Started
    from handdigit.engine.worker import Worker

    let_torch_log_as_all_else()
    # One digit is too small to share: a second thread costs more than it computes, and the
    # sums would come out in another order than on the command line.
    torch.set_num_threads(1)
    transport.send(Started())
    import handdigit.recognition.recogniser  # noqa: F401 (while the model's name is on its way)

    gc.freeze()
    gc.enable()
    Worker(transport).work()
