"""Labelled pictures and inks from elsewhere."""
