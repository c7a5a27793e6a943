"""A new entry from a few answers, and what editors know of the fields of a catalog."""
