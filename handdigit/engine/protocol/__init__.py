"""What the window and its children say to each other."""
