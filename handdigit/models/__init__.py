"""Networks in torch: built from an architecture, loaded from a model file, asked."""
