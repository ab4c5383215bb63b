"""The Map panel: reference digits as the last hidden layer sees them, and the drawing."""
