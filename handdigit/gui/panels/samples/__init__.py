"""The Samples panel: what the user taught, to be looked through, corrected, taken in and out."""
