"""A line of digits: its strokes in pieces, the pieces in groups, a digit a group."""
