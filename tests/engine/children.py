"""Functions for children to run."""

from __future__ import annotations

import logging
import sys
import threading

from handdigit.engine.process import prepare_training
from handdigit.engine.transport import Transport


def sleep_forever(transport: Transport) -> None:
    """Say so, and do nothing any more."""
    transport.send("awake")
    threading.Event().wait()


def log_odd_name(transport: Transport) -> None:
    """Log the name of a file that is in no encoding."""
    logging.getLogger("handdigit.somewhere").info("child: %s", "\udcff.safetensors")


def log_and_fail(transport: Transport) -> None:
    """Log in every way, and end with an exception."""
    logging.getLogger("handdigit.somewhere").info("all is well")
    try:
        raise ValueError("caught")
    except ValueError:
        logging.getLogger("some.library").exception("it failed")

    def fail() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=fail, name="doomed")
    thread.start()
    thread.join()
    raise ValueError("at last")


def let_torch_log(transport: Transport) -> None:
    """Let a part of torch tell of an exception, after getting ready to train; tell what came."""
    prepare_training()
    try:
        raise OSError("Too many open files")
    except OSError:
        logging.getLogger("torch.autograd.profiler").warning("not imported", exc_info=True)
    transport.send("torch._dynamo" in sys.modules)
