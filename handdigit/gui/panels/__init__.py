"""What the right side of the window can show, one panel at a time."""
