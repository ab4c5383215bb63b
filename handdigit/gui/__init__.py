"""The window: PySide6 and numpy, never torch."""
