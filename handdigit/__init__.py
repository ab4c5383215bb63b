"""Draw digits, see a convolutional network read them, look inside it, retrain it."""

__version__ = "1.0.0"
