"""Changing a catalog: checking, mending, formatting, adding, beginning one."""
