"""Ending real processes at moments nobody chose, and looking at what is left."""
