"""Training and evaluation in torch."""
