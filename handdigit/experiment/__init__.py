"""What a training run is and what came of it, as values. No torch."""
