"""Several digits on a line: pieces, candidates, scoring, reading."""
