"""Storage: data sets, pictures, model files and where they lie. No torch, no Qt."""
