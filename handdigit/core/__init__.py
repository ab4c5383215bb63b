"""Values and plain functions of arrays: numpy and the standard library only."""
