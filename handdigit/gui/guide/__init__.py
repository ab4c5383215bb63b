"""The first minute: what the empty canvas offers, the tour, the sheet of shortcuts."""
