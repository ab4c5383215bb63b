"""Which models stand beside each other before the user has chosen any."""

from __future__ import annotations

from collections.abc import Sequence

from handdigit.data.model_order import Group
from handdigit.data.model_store import StoredModel

LIMIT = 4


def first_compared(
    models: Sequence[StoredModel], first: Sequence[StoredModel]
) -> tuple[StoredModel, ...]:
    """Return up to four: those in ``first``, then the user's, or where there are none the ladder.

    Args:
        models: all there are, in the order in which they are preferred.
        first: the one that answers, and any that belongs beside it.
    """
    own = [model for model in models if model.group is Group.OWN]
    others = own or [model for model in models if model.group is Group.LADDER]
    different = {model.path: model for model in (*first, *others)}
    return tuple(different.values())[:LIMIT]
