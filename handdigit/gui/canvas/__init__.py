"""Where one draws, and the number on it."""
