"""What is in the picture of a network, in words: for the lens, tooltips, and whoever listens."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from handdigit.gui.panels.inside.block_column import BlockColumn, block_title
from handdigit.gui.panels.inside.spots import Spot, SpotKind
from handdigit.gui.translation import translated
from handdigit.inspection.overview import MapName, largest_at
from handdigit.number_format import significant
from handdigit.sentences import sentence


def wrapped(*paragraphs: str) -> str:
    """Return a tooltip of several lines: Qt breaks rich text only."""
    return "".join(f"<p>{escape(text)}</p>" for text in paragraphs)


def map_title(columns: Sequence[BlockColumn], name: MapName) -> str:
    """Return which map of which block it is."""
    blocks = (column.block for column in columns)
    block = next((b for b in blocks if b is not None and name.layer in b.names), None)
    title = block_title(block)
    if block is None:
        return title
    return translated(sentence("{0} · {1} · map {2}", title, name.layer, name.channel))


def lines_of(column: BlockColumn, spot: Spot, names: Sequence[str]) -> tuple[str, ...]:
    """Return name, largest value and the value pointed at of a map, or a feature's value.

    Args:
        column: the one that the spot is in.
        spot: a map or feature.
        names: what the classes are called.
    """
    if column.values is None or spot.number >= len(column.maps):
        return (column.title,)
    channel = column.maps[spot.number]
    values = column.values[channel]
    if len(column.shape) == 1:
        name = names[channel] if column.is_output else str(channel)
        value = significant(float(values[0, 0]))
        return (translated(sentence("{0} · {1}: {2}", column.stage.name, name, value)),)
    row, at = largest_at(values)
    most, here = significant(float(values[row, at])), significant(float(values[spot.place]))
    return (
        map_title((column,), MapName(column.stage.name, channel)),
        translated(sentence("largest {0} at row {1}, column {2}", most, row, at)),
        translated(sentence("row {0}, column {1}: {2}", *spot.place, here)),
    )


def described(column: BlockColumn, spot: Spot, names: Sequence[str]) -> str:
    """Return what a spot is and shows."""
    if spot.kind is SpotKind.HEAD:
        return column.title
    if spot.kind is SpotKind.STAGE:
        stage = column.stage if column.is_choosing else column.stages[spot.number]
        does = column.told_of(stage)[1]
        return translated(sentence("{0}, {1}: {2}", column.title, stage.word, does))
    if spot.kind is SpotKind.MORE:
        return f"{column.title}, {column.more_text(len(column.maps))}"
    return ", ".join(lines_of(column, spot, names))


def tip_of(column: BlockColumn, spot: Spot, names: Sequence[str]) -> str:
    """Return what a click does, or a feature's value; nothing for a map, which is enlarged."""
    if spot.kind is SpotKind.HEAD:
        words = ", ".join(translated(stage.word) for stage in column.stages)
        return translated(sentence("{0}: {1}. Click for all of it.", column.title, words))
    if spot.kind is SpotKind.STAGE:
        stage = column.stage if column.is_choosing else column.stages[spot.number]
        text = sentence("{0} · {1}: {2}", stage.name, *column.told_of(stage))
        if column.is_choosing:
            click = sentence("Click to choose what is shown of the block, or to read more.")
        elif stage is column.stage:
            click = sentence("Click to read what it is for.")
        else:
            click = sentence("Show {0} here", stage.name)
        return wrapped(translated(text), translated(click))
    if spot.kind is SpotKind.MAP and len(column.shape) == 1:
        return described(column, spot, names)
    return ""
