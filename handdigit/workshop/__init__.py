"""What makes the shipped assets; not part of the bundle."""
