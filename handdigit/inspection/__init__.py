"""What a network computed and why, down to a single multiplication.

Everything is numpy on a :class:`~handdigit.inspection.trace.Trace`, so its values can be shown in
the window and its arithmetic, being our own, says something when it equals torch's.
"""
