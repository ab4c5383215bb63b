"""Model files and the store of versions."""
