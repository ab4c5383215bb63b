"""The Dial panel: the drawing varied, and what several networks make of it."""
