"""The pen model: endless labelled digits from the statistics of strokes."""
