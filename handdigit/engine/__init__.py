"""Processes and the messages between them. No Qt; torch only in the child."""
