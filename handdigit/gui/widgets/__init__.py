"""Parts that the window and its panels are made of."""
