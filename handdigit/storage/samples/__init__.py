"""The database of labelled drawings."""
