"""The Maximise panel: the picture that a unit likes best, found before your eyes."""
