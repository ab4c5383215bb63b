"""The Models panel: the versions there are, what is known of each, and how they differ."""
