"""The Errors panel: what a model misreads, and how far its word can be trusted."""
