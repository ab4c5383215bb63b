"""What the engine answers beside the drawing."""
