"""What a training run is told and what comes of it, as values: no torch."""
