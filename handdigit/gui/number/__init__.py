"""Number mode: a wide canvas on which a line of digits is read."""
