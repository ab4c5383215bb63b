"""The network as a map, and the arithmetic of any unit in it."""
