"""The drawing on the canvas: its history, and how it is kept, opened and mended."""
