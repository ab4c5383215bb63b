"""Strokes as values: rasterised, normalised as MNIST was made, erased, perturbed."""
