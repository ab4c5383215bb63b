"""Help and course: pages that explain, set the window, and ask a question."""
