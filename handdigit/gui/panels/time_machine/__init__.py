"""The time machine: a training run, checkpoint by checkpoint."""
