"""Photos of handwriting made up from recorded strokes, and how well they are read."""
