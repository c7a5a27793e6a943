"""A catalog in its one canonical form, comments kept."""
