"""Training runs on the disk."""
