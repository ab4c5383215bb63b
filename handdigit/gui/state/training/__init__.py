"""Training and teaching: the run that goes on, and what the next one is set to."""
