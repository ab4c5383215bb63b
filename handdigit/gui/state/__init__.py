"""What the window knows: drawing, model, training, samples."""
