"""The user's samples: stored, labelled, imported and exported."""
