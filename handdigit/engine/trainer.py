"""The trainer process: one run, then the end. Torch is imported in here only."""

from __future__ import annotations

from handdigit.engine.process_settings import prepare_training
from handdigit.engine.trainer_messages import Order
from handdigit.engine.wire import Wire


def run_trainer(wire: Wire) -> None:
    """Carry out the run that the first message orders."""
    order: Order = wire.recv()
    prepare_training()
    # Only here: the window imports this module to name the function.
    from handdigit.engine.trainer_run import carry_out

    carry_out(order, wire)
